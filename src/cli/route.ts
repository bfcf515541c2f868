import { loadRoute } from '../route/load.js';
import { advise } from './advise.js';
import { FINE, takeOption, WRONG_USAGE, wrongUsage, type Command, type Load } from './args.js';
import { check } from './check.js';
import { facts } from './facts.js';
import { outcomes } from './outcomes.js';
import { mayBeCutOff, say, tell } from './print.js';
import { faultLine, readFiles } from './read.js';
import { rules } from './rules.js';

const USAGE = `Usage: npm run -s route -- <command> [options]

  check [--json]                     every fault in the route, then what it holds and what the region has not filled in
  outcomes [--json] [--tree <id>]    every path of every tree: the answers, and what they lead to
  outcomes --table [--tree <id>] [--out <folder>]
                                     the same as tables to review; those of knowledge/uitkomsten are made with --out
  facts [--json]                     the facts that can be answered, and which answers do not go together
  advise --json '<facts>' [--tree <id>]
                                     the advice for facts such as {"rol":"leerkracht","leeftijd":13}; '-' or nothing reads
                                     standard input; without --tree it starts at wat-nu
  rules [--json]                     every rule, where the route carries it and which statements test it
  graph [--tree <id>] [--here <id>] [--mermaid] [--out <file>]
                                     the stroomschema, or one tree, as a picture
  graph --page [--here <id>] [--out <file>]
                                     the stroomschema as a page: Mermaid, and in words
  help                               this

  --region <id>                      with every command; else ROUTEWIJZER_REGIO, else midden-groningen

Results go to standard output, messages to standard error. Exit code 0: fine; 1: faults or a refusal; 2: wrong usage.`;

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['outcomes', outcomes], ['facts', facts], ['advise', advise], ['rules', rules],
  // Loaded only when asked for: it brings the layout of the picture along.
  ['graph', async (args, load) => (await import('./graph.js')).graph(args, load)],
]);

async function run(given: readonly string[], environment: string | undefined): Promise<number> {
  const [name, ...own] = given;
  if (name === undefined) {
    tell(USAGE);
    return WRONG_USAGE;
  }
  if (name === 'help' || name === '--help' || name === '-h' || own.includes('--help')) {
    say(USAGE);
    return FINE;
  }
  const command = COMMANDS.get(name);
  if (command === undefined && name !== 'check') return wrongUsage(`unknown command '${name}'; there is: check, ${[...COMMANDS.keys()].join(', ')}, help`);
  const { value, rest, missing } = takeOption(own, 'region');
  if (missing) return wrongUsage("the option '--region' needs the id of a region");
  const region = value ?? (environment?.trim() || 'midden-groningen');
  // eslint-disable-next-line no-restricted-syntax -- a process of its own: today decides whether the calendar ends soon
  const today = new Date().toISOString().slice(0, 10);
  return command === undefined ? check(rest, region, today) : command(rest, () => load(region));
}

function load(region: string): ReturnType<Load> {
  const read = readFiles();
  const loaded = read.ok ? loadRoute(read.files, region) : read;
  if (read.ok && loaded.ok) return { route: loaded.route, files: read.files };
  tell(...(loaded.ok ? [] : loaded.faults.map(faultLine)));
  return undefined;
}

// The reader of a pipe may have seen enough.
mayBeCutOff();
// eslint-disable-next-line no-restricted-syntax -- the start of a process of its own; config.ts is about the server
process.exitCode = await run(process.argv.slice(2), process.env['ROUTEWIJZER_REGIO']);
