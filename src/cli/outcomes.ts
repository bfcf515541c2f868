import { tellOutcome } from '../route/advise.js';
import type { Answers, Route } from '../route/model.js';
import { pathsOf } from '../route/resolve.js';
import { FAULTS, FINE, readArgs, unknownTree, wrongUsage, type Load } from './args.js';
import { columns, jsonLines, say, tell } from './print.js';
import { consentInShort, tablesOf } from './tables.js';
import { writeTables } from './write-tables.js';

/** Every path of every tree, or of one: as JSON lines, as a list, or as the tables that are kept in the repository. */
export function outcomes(args: readonly string[], load: Load): number {
  const given = readArgs(args, { json: { type: 'boolean' }, table: { type: 'boolean' }, tree: { type: 'string' }, out: { type: 'string' } });
  if (!given.ok) return wrongUsage(given.message);
  const only = given.text('tree');
  const folder = given.text('out');
  const asTables = given.has('table');
  if (asTables && given.has('json')) return wrongUsage("'--table' is no JSON; leave out one of the two");
  if (folder !== undefined && !asTables) return wrongUsage("'--out' goes with '--table'");
  if (folder !== undefined && only !== undefined) return wrongUsage("'--out' writes the tables of every tree; leave out '--tree'");
  const route = load()?.route;
  if (route === undefined) return FAULTS;
  if (only !== undefined && !route.trees.has(only)) return wrongUsage(unknownTree(route, only));
  if (asTables) return tables(tablesOf(route, only), folder);
  const all = outcomesOf(route, only);
  say(...(given.has('json') ? jsonLines(all) : readable(all)));
  return FINE;
}

/** On standard output, or each in its file. */
function tables(texts: ReadonlyMap<string, string>, folder: string | undefined): number {
  if (folder === undefined) {
    say(...texts.values());
    return FINE;
  }
  try {
    tell(`${String(writeTables(folder, texts))} tables in ${folder}`);
    return FINE;
  } catch (error) {
    return wrongUsage(`can not write in '${folder}': ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** One object for each path: the answers that were asked for, and what they lead to. */
export function outcomesOf(route: Route, only?: string) {
  return [...route.trees.keys()].filter((tree) => only === undefined || tree === only)
    .flatMap((tree) => [...pathsOf(route, tree)].map(({ answers, outcome }) => ({ tree, answers, outcome: tellOutcome(outcome) })));
}

function readable(all: ReturnType<typeof outcomesOf>): readonly string[] {
  const shown = (answers: Answers) => Object.entries(answers).map(([fact, value]) => `${fact}=${value}`).join(' ') || '-';
  return columns(['tree', 'outcome', 'step', 'role', 'consent', 'answers'], all.map(({ tree, answers, outcome }) => (
    [tree, outcome.id, outcome.step, outcome.role ?? '-', outcome.consent.map(consentInShort).join('; ') || '-', shown(answers)]
  )));
}
