import { carriedAt } from '../route/carried.js';
import type { Route, SourceFile } from '../route/model.js';
import { readParts } from '../route/parts.js';
import { FAULTS, FINE, readArgs, wrongUsage, type Load } from './args.js';
import { readStatements, type StatementOf } from './policy.js';
import { columns, jsonLines, say, tell } from './print.js';

/** Every rule of the register: where the route carries it, and which statements of the policy test it. */
export function rules(args: readonly string[], load: Load): number {
  const given = readArgs(args, { json: { type: 'boolean' } });
  if (!given.ok) return wrongUsage(given.message);
  const loaded = load();
  if (loaded === undefined) return FAULTS;
  const { statements, unreadable } = readStatements();
  tell(...unreadable.map((file) => `${file} could not be read: its statements are not named`));
  const all = rulesOf(loaded.route, loaded.files, statements);
  say(...(given.has('json') ? jsonLines(all) : [...readable(all), '', ...coverage(all)]));
  return FINE;
}

/** One object for each rule. */
export function rulesOf(route: Route, files: readonly SourceFile[], statements: readonly StatementOf[]) {
  const carried = carriedAt(route);
  const homes = homesOfActions(files);
  return [...route.rules.values()].map(({ id, source, status, kind, national, verify, asOf }) => ({
    id, source, status, kind, national, verify, ...(asOf === undefined ? {} : { asOf }),
    carried: (carried.get(id) ?? []).map((carrier) => ({ kind: carrier.kind, file: carrier.file ?? homes.get(carrier.node) ?? 'dialogs/acties', node: carrier.node })),
    tests: statements.filter((each) => each.rule === id).map(({ file, says }) => `${file}: ${says}`),
  }));
}

type RuleTold = ReturnType<typeof rulesOf>[number];

/** The file of each action and registration, which a compiled route no longer knows. */
function homesOfActions(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  const { parts } = readParts(files);
  return new Map([...parts.actions.items, ...parts.registrations.items].map(({ data, source }) => [data.id, source.name]));
}

function readable(all: readonly RuleTold[]): readonly string[] {
  return columns(['rule', 'status', 'kind', 'tests', 'carried'], all.map(({ id, status, kind, carried, tests }) => (
    [id, status, kind, String(tests.length), carried.map((each) => `${each.kind} ${each.node}`).join(', ') || '-']
  )));
}

/** Of the rules of each kind, how many are carried in that way and how many are tested; those in force apart. */
function coverage(all: readonly RuleTold[]): readonly string[] {
  const kinds = ['branch', 'matrix', 'duty', 'text', 'background'] as const;
  return columns(['kind', 'rules', 'carried', 'tested', 'in force', 'carried', 'tested'], kinds.map((kind) => {
    const these = all.filter((rule) => rule.kind === kind);
    const counts = (some: readonly RuleTold[]) => [
      some.length, some.filter((rule) => rule.carried.some((each) => each.kind === kind)).length, some.filter((rule) => rule.tests.length > 0).length,
    ].map(String);
    return [kind, ...counts(these), ...counts(these.filter((rule) => rule.status === 'A'))];
  }));
}
