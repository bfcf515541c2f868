import { join } from 'node:path';
import { readConfig, type Config } from '../config.js';
import { backup, move, restore, type Moved } from '../store/move/move.js';
import { FAULTS, FINE, readArgs, WRONG_USAGE, type Given } from './args.js';
import { say, tell } from './print.js';

const USAGE = `Usage: npm run -s db -- <command>

  backup FILE                  writes everything in the store to FILE, of one moment, while the bot works on
  restore FILE                 puts a backup in an empty store; stop the bot first
  restore FILE --yes           the same, in place of everything in the store
  move --to postgres://…       copies the SQLite store to an empty PostgreSQL database; stop the bot first
  move --to postgres://… --yes the same, in place of everything in that database
  help                         this

The store is that of DATABASE_URL, or else of ROUTEWIJZER_DATA, as for the bot; 'move' is always from ROUTEWIJZER_DATA.
A password in --to can be seen by others on this machine while it runs: leave it out and set PGPASSWORD instead.
A backup holds the keys of texts, wrapped; it is worth nothing without ROUTEWIJZER_KEY, which is not in it.
A summary in JSON goes to standard output, messages to standard error. Exit code 0: fine; 1: nothing was done; 2: wrong usage.`;

function wrong(...messages: readonly string[]): number {
  tell(...messages, "'npm run -s db -- help' tells what there is.");
  return WRONG_USAGE;
}

async function run(given: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  const [name, ...own] = given;
  if (name === 'help' || name === '--help' || name === '-h' || own.includes('--help')) {
    say(USAGE);
    return FINE;
  }
  if (name === undefined) {
    tell(USAGE);
    return WRONG_USAGE;
  }
  if (name !== 'backup' && name !== 'restore' && name !== 'move') return wrong(`unknown command '${name}'; there is: backup, restore, move, help`);
  const args = readArgs(own, name === 'backup' ? {} : { yes: { type: 'boolean' }, ...(name === 'move' ? { to: { type: 'string' } } : {}) }, name === 'move' ? 0 : 1);
  if (!args.ok) return wrong(args.message);
  const target = name === 'move' ? args.text('to') : args.rest[0];
  if (target === undefined) return wrong(name === 'move' ? 'move needs --to postgres://…' : `${name} needs a file`);
  if (name === 'move' && !/^postgres(ql)?:\/\/.+\/./.test(target)) return wrong('--to must be postgres://user@host:port/database');
  const config = readConfig(environment);
  if (!config.ok) return wrong(...config.faults.map((fault) => `configuration: ${fault}`));
  return told(name, target, await done(name, target, args, config.config));
}

async function done(name: 'backup' | 'restore' | 'move', target: string, args: Extract<Given, { ok: true }>, config: Config): Promise<Moved> {
  const where = { databaseUrl: config.databaseUrl, file: join(config.data, 'routewijzer.sqlite') };
  try {
    if (name === 'backup') return await backup(where, target);
    if (name === 'restore') return await restore(where, target, args.has('yes'));
    return await move(where.file, target, args.has('yes'));
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

const AFTERWARDS = {
  backup: 'Keep ROUTEWIJZER_KEY (in local mode the file local.key) apart from it: without the key nobody reads the texts, with both anybody does.',
  restore: 'Start the bot with the ROUTEWIJZER_KEY of the store that the backup was made of.',
  move: 'Start the bot with that DATABASE_URL and the same ROUTEWIJZER_KEY (in local mode the content of local.key). The SQLite file is as it was: remove it when all is well.',
} as const;

function told(name: keyof typeof AFTERWARDS, target: string, result: Moved): number {
  if (!result.ok) {
    tell(result.reason);
    return FAULTS;
  }
  const rows = result.tables.reduce((sum, table) => sum + table.rows, 0);
  tell(`${name}: ${String(rows)} rows in ${String(result.tables.length)} tables, ${name === 'backup' ? `${result.store} to ${target}` : `to ${result.store}`}; counts and checksums are right.`, AFTERWARDS[name]);
  const tables = Object.fromEntries(result.tables.map(({ table, rows: count, sha256 }) => [table, { rows: count, sha256 }]));
  say(JSON.stringify({ did: name, store: result.store, ...(name === 'move' ? {} : { file: target }), schema: result.schema, rows, tables }));
  return FINE;
}

// eslint-disable-next-line no-restricted-syntax -- the start of a process of its own
process.exitCode = await run(process.argv.slice(2), process.env);
