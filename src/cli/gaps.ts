import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Remark } from '../app/store-port.js';
import { readConfig, type Config } from '../config.js';
import { vaultFor } from '../store/local-key.js';
import { openStore } from '../store/open.js';
import { FAULTS, FINE, readArgs, WRONG_USAGE } from './args.js';
import { jsonLines, mayBeCutOff, say, tell } from './print.js';

/** What was said about the same thing, with the days on which it was. */
interface Gap extends Pick<Remark, 'kind' | 'article' | 'text'> {
  readonly days: number;
  readonly last: string;
}

const KINDS = ['unanswered', 'wrong', 'feedback'] as const;
const HEADINGS = { unanswered: 'Questions without an answer', wrong: 'Answers that were not right', feedback: 'Feedback' } as const;

/**
 * `content gaps`: what people asked and got no right answer to, the newest first, from the store of the bot. Nobody can tell
 * who asked. Gives the exit code.
 */
export async function gaps(own: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  const args = readArgs(own, { json: { type: 'boolean' } });
  const config = readConfig(environment);
  if (!args.ok || !config.ok) {
    tell(...(args.ok ? [] : [args.message]), ...(config.ok ? [] : config.faults.map((fault) => `configuration: ${fault}`)));
    return WRONG_USAGE;
  }
  const file = join(config.config.data, 'routewijzer.sqlite');
  if (config.config.databaseUrl === undefined && !existsSync(file)) {
    tell(`there is no store yet: ${file} is not there; ROUTEWIJZER_DATA names the folder of the bot`);
    return FAULTS;
  }
  const remarks = await readRemarks(file, config.config);
  if (!remarks) return FAULTS;
  mayBeCutOff();
  const found = remarks.filter(({ kind }) => kind !== 'right');
  if (args.has('json')) say(...jsonLines(gathered(found).map(({ kind, article, text, days, last }) => ({ kind, ...(article === '' ? {} : { article }), text, days, last }))));
  else say(...report(found, remarks.length - found.length));
  return FINE;
}

async function readRemarks(file: string, config: Config): Promise<readonly Remark[] | undefined> {
  try {
    const store = await openStore({ databaseUrl: config.databaseUrl, file }, vaultFor(config));
    const remarks = await store.remarks();
    await store.close();
    return remarks;
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

/** The same question on several days is one line; remarks come the newest first. */
function gathered(remarks: readonly Remark[]): readonly Gap[] {
  const found = new Map<string, Gap>();
  const seen = new Set<string>();
  for (const { kind, article, text, day } of remarks) {
    const key = JSON.stringify([kind, article, text.toLowerCase()]);
    const before = found.get(key);
    const again = seen.has(key + day);
    seen.add(key + day);
    found.set(key, before ? { ...before, days: before.days + (again ? 0 : 1) } : { kind, article, text, days: 1, last: day });
  }
  return [...found.values()];
}

function report(remarks: readonly Remark[], right: number): readonly string[] {
  const all = gathered(remarks);
  const parts = KINDS.flatMap((kind) => {
    const those = all.filter((gap) => gap.kind === kind);
    return those.length === 0 ? [] : [`${HEADINGS[kind]} (${String(those.length)})`, ...those.map(line), ''];
  });
  const count = (kind: Remark['kind']) => String(remarks.filter((each) => each.kind === kind).length);
  return [...parts, `${count('unanswered')} unanswered, ${count('wrong')} wrong, ${String(right)} right, ${count('feedback')} feedback; the same one counts once a day`];
}

function line({ article, text, days, last }: Gap): string {
  return `  ${last}  ${days === 1 ? '' : `${String(days)} days  `}${article === '' ? '' : `[${article}]  `}${text}`;
}
