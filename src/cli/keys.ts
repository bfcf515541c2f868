import { join } from 'node:path';
import type { KeysSeen, Rewrapped, Store } from '../app/store-port.js';
import { readConfig, type Config } from '../config.js';
import { newKey, vaultFor } from '../store/local-key.js';
import { openStore } from '../store/open.js';
import { commandIn, FAULTS, FINE, readArgs, wrongIn, type CommandLine } from './args.js';
import { say, tell } from './print.js';

const USAGE = `Usage: npm run -s keys -- <command>

  check     how many streams have a key that was wrapped by which key, and whether each opens
  rewrap    wraps the keys that ROUTEWIJZER_KEY_OLD wrapped anew with ROUTEWIJZER_KEY, while the bot is running
  new       a fresh key, for ROUTEWIJZER_KEY
  help      this

What people write is encrypted with a key for each case, and that key is wrapped by ROUTEWIJZER_KEY. To change it: start the bot with
the new one as ROUTEWIJZER_KEY and the one before as ROUTEWIJZER_KEY_OLD, run rewrap, run check, start the bot without the old one.
A rewrap that was stopped goes on where it was. Keys are named by their fingerprint, never shown.
Results go to standard output, messages to standard error. Exit code 0: fine; 1: faults; 2: wrong usage.`;

/** So many keys in one transaction: what the bot does waits for no more than that. */
const A_BATCH = 200;

const LINE: CommandLine = { name: 'keys', usage: USAGE, commands: ['check', 'rewrap', 'new'] };
const wrong = (message: string): number => wrongIn(LINE, message);

async function run(given: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  const asked = commandIn(LINE, given);
  if ('code' in asked) return asked.code;
  const { command: name, own } = asked;
  const args = readArgs(own, {});
  if (!args.ok) return wrong(args.message);
  if (name === 'new') {
    say(newKey());
    return FINE;
  }
  const config = readConfig(environment);
  if (!config.ok) return wrong(config.faults.map((fault) => `configuration: ${fault}`).join('\n'));
  if (name === 'rewrap' && config.config.oldKey === undefined) return wrong('rewrap needs ROUTEWIJZER_KEY_OLD, the key before ROUTEWIJZER_KEY');
  return withStore(config.config, name === 'check' ? check : rewrap);
}

/** What the store, or opening it, has to complain about is a fault. */
async function withStore(config: Config, work: (store: Store) => Promise<number>): Promise<number> {
  let store: Store | undefined;
  try {
    // Opened with whatever keys there are: which of them are wrong is what is asked.
    const vault = vaultFor(config, { lenient: true });
    store = await openStore({ databaseUrl: config.databaseUrl, file: join(config.data, 'routewijzer.sqlite') }, vault);
    return await work(store);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
    return FAULTS;
  } finally {
    await store?.close();
  }
}

async function check(store: Store): Promise<number> {
  const seen = await store.keysSeen();
  if (seen.length === 0) say('no keys yet');
  for (const one of seen) say(line(one));
  return seen.some(({ broken }) => broken > 0) ? FAULTS : FINE;
}

const USE = { key: 'ROUTEWIJZER_KEY', old: 'ROUTEWIJZER_KEY_OLD', unknown: 'not a key that was given' } as const;

function line({ wrappedBy, use, keys, broken }: KeysSeen): string {
  return `${wrappedBy}  ${USE[use]}  ${String(keys)} ${keys === 1 ? 'key' : 'keys'}, ${broken === 0 ? 'every one opens' : `${String(broken)} ${broken === 1 ? 'does' : 'do'} not open`}`;
}

async function rewrap(store: Store): Promise<number> {
  let done = 0;
  for (let last: string | undefined = ''; last !== undefined;) {
    const batch: Rewrapped = await store.rewrapKeys(last, A_BATCH);
    done += batch.keys;
    last = batch.last;
  }
  say(`${String(done)} keys wrapped anew`);
  return check(store);
}

// eslint-disable-next-line no-restricted-syntax -- the start of a process of its own
process.exitCode = await run(process.argv.slice(2), process.env);
