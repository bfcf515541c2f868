import type { RouteFault } from './model.js';
import type { Listed, Parts } from './parts.js';
import { faultAt, shown } from './source.js';

/**
 * What stands in a file and reaches nobody: an action or registration of no outcome, a fact that no question asks. It would seem to carry
 * its rules. For parts in which nothing else is wrong.
 */
export function checkUnused(parts: Parts): readonly RouteFault[] {
  const { trees } = parts;
  if (!parts.treesComplete || trees.some((tree) => !tree.sound)) return [];
  const outcomes = trees.flatMap((tree) => tree.outcomes.items.map((item) => item.data));
  const asked = new Set(trees.flatMap((tree) => tree.questions.items.map((item) => item.data.fact)));
  const unused = <T extends { readonly id: string }>(what: string, list: Listed<T>, used: ReadonlySet<string>) => list.items
    .filter(({ data }) => !used.has(data.id))
    .map(({ data, source, path }) => faultAt(source, [...path, 'id'], `the ${what} ${shown(data.id)} is used nowhere; take it out, or use it`));
  return [
    ...unused('action', parts.actions, new Set(outcomes.flatMap((outcome) => outcome.actions))),
    ...unused('registration', parts.registrations, new Set(outcomes.flatMap((outcome) => outcome.registrations))),
    ...unused('fact', parts.facts, asked),
  ];
}
