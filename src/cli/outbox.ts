import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DeadLetter, Store } from '../app/store-port.js';
import { readConfig, type Config } from '../config.js';
import { vaultFor } from '../store/local-key.js';
import { openStore } from '../store/open.js';
import { commandIn, FAULTS, FINE, readArgs, wrongIn, type CommandLine } from './args.js';
import { columns, jsonLines, mayBeCutOff, say, tell } from './print.js';

const USAGE = `Usage: npm run -s outbox -- <command>

  list [--json]    the dead letters: what could not be delivered, the oldest first
  retry ID         makes one due again; the bot delivers it, now or when it runs
  retry all        makes all of them due again
  drop ID          removes one for good: it is never delivered
  help             this

The store is that of DATABASE_URL or ROUTEWIJZER_DATA, as for the bot, which may be running. Nothing shown names a person or
holds what a card says.
Results go to standard output, messages to standard error. Exit code 0: fine; 1: faults; 2: wrong usage.`;


const LINE: CommandLine = { name: 'outbox', usage: USAGE, commands: ['list', 'retry', 'drop'] };
const wrong = (message: string): number => wrongIn(LINE, message);

async function run(given: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  const asked = commandIn(LINE, given);
  if ('code' in asked) return asked.code;
  const { command: name, own } = asked;
  const args = readArgs(own, name === 'list' ? { json: { type: 'boolean' } } : {}, name === 'list' ? 0 : 1);
  if (!args.ok) return wrong(args.message);
  const [which] = args.rest;
  const id = which !== undefined && /^[1-9]\d{0,14}$/.test(which) ? Number(which) : undefined;
  if (name === 'drop' && id === undefined) return wrong('drop needs the id of one dead letter; list shows them');
  if (name === 'retry' && id === undefined && which !== 'all') return wrong("retry needs the id of one dead letter, or 'all'");
  const config = readConfig(environment);
  if (!config.ok) return wrong(config.faults.map((fault) => `configuration: ${fault}`).join('\n'));
  return withStore(config.config, (store) => {
    if (name === 'list') return list(store, args.has('json'));
    return name === 'drop' ? drop(store, id ?? 0) : retry(store, id);
  });
}

/** What the store, or opening it, has to complain about is a fault. */
async function withStore(config: Config, work: (store: Store) => Promise<number>): Promise<number> {
  const file = join(config.data, 'routewijzer.sqlite');
  if (config.databaseUrl === undefined && !existsSync(file)) {
    tell(`there is no store yet: ${file} is not there; ROUTEWIJZER_DATA names the folder of the bot`);
    return FAULTS;
  }
  let store: Store | undefined;
  try {
    store = await openStore({ databaseUrl: config.databaseUrl, file }, vaultFor(config));
    return await work(store);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return FAULTS;
  } finally {
    await store?.close();
  }
}

async function list(store: Store, json: boolean): Promise<number> {
  const letters = await store.deadLetters();
  mayBeCutOff();
  if (json) say(...jsonLines(letters));
  else if (letters.length === 0) say('no dead letters');
  else say(...columns(['id', 'since', 'kind', 'name', 'case', 'target', 'attempts', 'reason'], letters.map(row)));
  return FINE;
}

function row({ id, dueAt, kind, name, code, target, attempts, reason }: DeadLetter): readonly string[] {
  return [String(id), dueAt, kind, name, code ?? '', target, String(attempts), reason];
}

/** All of them when no id is given. */
async function retry(store: Store, id: number | undefined): Promise<number> {
  const letters = (await store.deadLetters()).filter((letter) => id === undefined || letter.id === id);
  let done = 0;
  // Due since it was given up: that is at once, whatever time it is for the bot.
  for (const letter of letters) if (await store.retryDead(letter.id, letter.dueAt)) done += 1;
  if (id !== undefined && done === 0) return none(id);
  say(`${String(done)} due again`);
  return FINE;
}

async function drop(store: Store, id: number): Promise<number> {
  if (!(await store.dropDead(id))) return none(id);
  say('dropped');
  return FINE;
}

function none(id: number): number {
  tell(`there is no dead letter ${String(id)}`);
  return FAULTS;
}

// eslint-disable-next-line no-restricted-syntax -- the start of a process of its own
process.exitCode = await run(process.argv.slice(2), process.env);
