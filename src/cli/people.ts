import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPeople } from '../app/people-csv.js';
import type { Person, PersonInput, RegisterChanges } from '../app/ports.js';
import type { Store } from '../app/store-port.js';
import { loadCase } from '../app/run-case.js';
import { readConfig, type Config } from '../config.js';
import { loadRoute } from '../route/load.js';
import type { Route } from '../route/model.js';
import { vaultFor } from '../store/local-key.js';
import { openStore } from '../store/open.js';
import { commandIn, FAULTS, FINE, readArgs, wrongIn, type CommandLine } from './args.js';
import { say, tell } from './print.js';
import { faultLine, readFiles } from './read.js';

const USAGE = `Usage: npm run -s people -- <command> FILE

  check FILE               every fault in the file, each with its line
  import FILE              replaces the register by the file: adds, changes, and deactivates who is not in it
  import FILE --dry-run    says what an import would do, and does nothing
  help                     this

The region is that of ROUTEWIJZER_REGIO, the register that of DATABASE_URL or ROUTEWIJZER_DATA, as for the bot.
Results go to standard output, messages to standard error. Exit code 0: fine; 1: faults; 2: wrong usage.`;

const LINE: CommandLine = { name: 'people', usage: USAGE, commands: ['check', 'import'] };
const wrong = (message: string): number => wrongIn(LINE, message);

async function run(given: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  const asked = commandIn(LINE, given);
  if ('code' in asked) return asked.code;
  const { command: name, own } = asked;
  const args = readArgs(own, name === 'import' ? { 'dry-run': { type: 'boolean' } } : {}, 1);
  if (!args.ok) return wrong(args.message);
  const [file] = args.rest;
  if (file === undefined) return wrong(`${name} needs a file`);
  const config = readConfig(environment);
  if (!config.ok) return wrong(config.faults.map((fault) => `configuration: ${fault}`).join('\n'));
  const route = routeOf(config.config.region);
  const people = route && peopleIn(route, file);
  if (!route || !people) return FAULTS;
  if (name === 'check') {
    say(`${String(people.length)} people, no faults`);
    return FINE;
  }
  return importInto(config.config, people, args.has('dry-run'));
}

function routeOf(region: string): Route | undefined {
  const read = readFiles();
  if (!read.ok) {
    tell(...read.faults.map(faultLine));
    return undefined;
  }
  const loaded = loadRoute(read.files, region);
  if (loaded.ok) return loaded.route;
  tell(...loaded.faults.map(faultLine));
  return undefined;
}

function peopleIn(route: Route, file: string): readonly PersonInput[] | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    tell(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  const read = readPeople(route, file, text);
  if (read.ok) return read.people;
  // Faults are the result of a check.
  say(...read.faults);
  return undefined;
}

async function importInto(config: Config, people: readonly PersonInput[], dry: boolean): Promise<number> {
  const store = await openStore({ databaseUrl: config.databaseUrl, file: join(config.data, 'routewijzer.sqlite') }, vaultFor(config));
  try {
    const changes = await store.compareRegister(people);
    const lines = [...changeLines(changes), ...await deactivatedLines(store, changes.deactivated)];
    if (!dry) await store.importPeople(people);
    say(...lines, `${dry ? 'dry run, nothing changed: ' : ''}${counts(changes, people.length, dry)}`);
    return FINE;
  } finally {
    await store.close();
  }
}

function counts({ added, changed, deactivated }: RegisterChanges, all: number, dry: boolean): string {
  const verb = dry ? 'would be ' : '';
  return `${String(all)} people in the file; ${verb}added ${String(added.length)}, ${verb}changed ${String(changed.length)}, ${verb}deactivated ${String(deactivated.length)}`;
}

function changeLines({ added, changed }: RegisterChanges): readonly string[] {
  return [
    ...added.map((one) => `add ${one.name} (${one.role}, ${one.organisation})`),
    ...changed.map(({ after, columns }) => `change ${after.name}: ${columns.join(', ')}`),
  ];
}

/** Whoever goes may still hold cases: somebody has to take those over. */
async function deactivatedLines(store: Store, people: readonly Person[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const person of people) {
    const held = await heldBy(store, person);
    const open = held.all === 0 ? 'in no open case' : `still in ${String(held.all)} open case${held.all === 1 ? '' : 's'} (owner of ${String(held.owner)}, to act in ${String(held.turn)}): ${held.codes.join(', ')}`;
    lines.push(`deactivate ${person.name} (${person.role}, ${person.organisation}): ${open}`);
  }
  return lines;
}

async function heldBy(store: Store, person: Person): Promise<{ readonly all: number; readonly owner: number; readonly turn: number; readonly codes: readonly string[] }> {
  const rows = await store.rowsOf(person.id, 'case');
  const states = (await Promise.all(rows.map((row) => loadCase({ store }, row.stream)))).flatMap((loaded) => (loaded ? [loaded.state] : []));
  const mine = states.filter((state) => state.people.some((one) => one.person === person.id));
  return {
    all: mine.length, codes: mine.map((state) => state.code),
    owner: mine.filter((state) => state.owner === person.id).length, turn: mine.filter((state) => state.step?.holder === person.id).length,
  };
}

// eslint-disable-next-line no-restricted-syntax -- the start of a process of its own
process.exitCode = await run(process.argv.slice(2), process.env);
