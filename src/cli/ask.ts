import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openUnderstanding } from '../content.js';
import type { Understanding, Understood } from '../knowledge/understand.js';
import { loadRoute } from '../route/load.js';
import { StartRefused } from '../start-refused.js';
import { FAULTS, FINE, readArgs, WRONG_USAGE } from './args.js';
import { evaluate, readQuestions, report } from './ask-eval.js';
import { mayBeCutOff, say, tell } from './print.js';
import { faultLine, readFiles } from './read.js';

const USAGE = `Usage: npm run -s ask -- [options] "<text>"
       npm run -s ask -- eval FILE.tsv [--json]

  "<text>"           what Routewijzer understands of it; '-' reads questions from standard input, one a line
  --json             the answer as JSON: kind (safety, command, route, article, choices, none), id, alternatives, facts, refused
  --rol <role>       the role of who asks, an id of the route such as ib-er
  eval FILE.tsv      how many questions of a file are answered right. Columns: question, expected (a slug, several with |, or
                     none, safety, command), and if wanted kind and rol; a first line that begins with 'question' is a heading
  help               this

The region is that of ROUTEWIJZER_REGIO. Results go to standard output, messages to standard error.
Exit code 0: fine; 1: it can not be answered; 2: wrong usage.`;

function wrong(message: string): number {
  tell(message, "'npm run -s ask -- help' tells what there is.");
  return WRONG_USAGE;
}

/** One answer as the command line gives it. What was refused is nowhere in it. */
export function asJson(understood: Understood): Readonly<Record<string, unknown>> {
  const { kind, facts, refused } = understood;
  return {
    kind, id: 'id' in understood ? understood.id ?? '' : '', alternatives: 'alternatives' in understood ? understood.alternatives : [], facts, refused,
  };
}

function asLine(understood: Understood): string {
  const { kind, id, alternatives, facts } = asJson(understood);
  return [kind, id, JSON.stringify(alternatives), JSON.stringify(facts)].join('  ');
}

async function run(given: readonly string[], region: string): Promise<number> {
  const args = readArgs(given, { json: { type: 'boolean' }, rol: { type: 'string' }, help: { type: 'boolean' } }, 2);
  if (!args.ok) return wrong(args.message);
  const [first, second] = args.rest;
  if (first === 'help' || args.has('help')) {
    say(USAGE);
    return FINE;
  }
  if (first === undefined) {
    tell(USAGE);
    return WRONG_USAGE;
  }
  if (second !== undefined && first !== 'eval') return wrong(`'${second}' is one argument too many; put the question in quotes`);
  if (first === 'eval' && second === undefined) return wrong('eval needs a file');
  const route = routeOf(region);
  if (!route) return FAULTS;
  const role = args.text('rol');
  if (role !== undefined && !route.roles.has(role)) return wrong(`unknown role '${role}'; known: ${[...route.roles.keys()].join(', ')}`);
  const understand = openUnderstanding(route);
  if (first === 'eval' && second !== undefined) return evaluated(understand, second, args.has('json'));
  const show = args.has('json') ? (one: Understood) => JSON.stringify(asJson(one)) : asLine;
  if (first !== '-') say(show(understand(first, role)));
  else for await (const line of createInterface({ input: process.stdin })) say(show(understand(line, role)));
  return FINE;
}

function routeOf(region: string) {
  const read = readFiles();
  const loaded = read.ok ? loadRoute(read.files, region) : read;
  if (loaded.ok) return loaded.route;
  tell(...loaded.faults.map(faultLine));
  return undefined;
}

function evaluated(understand: Understanding, file: string, json: boolean): number {
  const read = readQuestions(textOf(file));
  if (!read.ok) {
    tell(...read.faults.map((fault) => `${file}: ${fault}`));
    return FAULTS;
  }
  const result = evaluate(understand, read.questions);
  say(...(json ? [JSON.stringify(result)] : report(result)));
  return FINE;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartRefused([`${file}: can not be read: ${error instanceof Error ? error.message : 'unknown'}`]);
  }
}

mayBeCutOff();
try {
  // eslint-disable-next-line no-restricted-syntax -- the start of a process of its own; config.ts is about the server
  process.exitCode = await run(process.argv.slice(2), process.env['ROUTEWIJZER_REGIO']?.trim() || 'midden-groningen');
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  tell(...error.faults);
  process.exitCode = FAULTS;
}
