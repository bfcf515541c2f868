import { parseArgs } from 'node:util';
import type { Route, SourceFile } from '../route/model.js';
import { say, tell } from './print.js';

/** Exit codes: all is well, faults were found, the command was given wrongly. */
export const FINE = 0;
export const FAULTS = 1;
export const WRONG_USAGE = 2;

/** The route with the files that it was read from; undefined when it has faults, which were told then. */
export type Load = () => { readonly route: Route; readonly files: readonly SourceFile[] } | undefined;
/** Gets its own arguments, and loads the route when these are right: that takes a second. Gives the exit code. */
export type Command = (args: readonly string[], load: Load) => number | Promise<number>;

type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

export type Given =
  | {
      readonly ok: true;
      readonly has: (flag: string) => boolean;
      readonly text: (option: string) => string | undefined;
      readonly rest: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** Reads the arguments of one command; `most` is how many may stand without an option. */
export function readArgs(args: readonly string[], options: Options, most = 0): Given {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const extra = positionals[most];
    if (extra !== undefined) return { ok: false, message: `'${extra}' is one argument too many` };
    const given = new Map(Object.entries(values));
    return {
      ok: true, rest: positionals, has: (flag) => given.get(flag) === true,
      text: (option) => {
        const value = given.get(option);
        return typeof value === 'string' ? value : undefined;
      },
    };
  } catch (error) {
    // parseArgs says in its first sentence what is unknown or missing; then how a dash could be meant otherwise.
    if (error instanceof TypeError) return { ok: false, message: error.message.split(/\. |\n/)[0] ?? '' };
    throw error;
  }
}

/** Takes one option that every command has out of its arguments, wherever it stands. */
export function takeOption(args: readonly string[], name: string): { readonly value: string | undefined; readonly rest: readonly string[]; readonly missing: boolean } {
  const at = args.findIndex((each) => each === `--${name}` || each.startsWith(`--${name}=`));
  const found = args[at];
  if (found === undefined) return { value: undefined, rest: args, missing: false };
  const joined = found.includes('=');
  const value = joined ? found.slice(found.indexOf('=') + 1) : args[at + 1];
  const missing = value === undefined || value === '' || (!joined && value.startsWith('-'));
  return { value: missing ? undefined : value, rest: args.filter((_, index) => index !== at && (joined || index !== at + 1)), missing };
}

/** What to say of a tree that is not in the route. */
export function unknownTree(route: Pick<Route, 'trees'>, id: string): string {
  return `unknown tree '${id}'; known: ${[...route.trees.keys()].join(', ')}`;
}

/** Says what was wrong with the command, and gives the exit code for it. */
export function wrongUsage(message: string): number {
  tell(message, "'npm run -s route -- help' tells what there is.");
  return WRONG_USAGE;
}

/** A command line of few commands: its name in `npm run -s`, what `help` prints, and the commands. */
export interface CommandLine {
  readonly name: string;
  readonly usage: string;
  readonly commands: readonly string[];
}

/** Says what was wrong with a command of this line, and gives the exit code for it. */
export function wrongIn({ name }: Pick<CommandLine, 'name'>, message: string): number {
  tell(message, `'npm run -s ${name} -- help' tells what there is.`);
  return WRONG_USAGE;
}

/** Which command was given, with its own arguments; or the exit code, when there is none to run: help, nothing, or an unknown one. */
export function commandIn(line: CommandLine, given: readonly string[]): { readonly command: string; readonly own: readonly string[] } | { readonly code: number } {
  const [command, ...own] = given;
  if (command === undefined) {
    tell(line.usage);
    return { code: WRONG_USAGE };
  }
  if (command === 'help' || command === '--help' || command === '-h' || own.includes('--help')) {
    say(line.usage);
    return { code: FINE };
  }
  if (line.commands.includes(command)) return { command, own };
  return { code: wrongIn(line, `unknown command '${command}'; there is: ${line.commands.join(', ')}, help`) };
}
