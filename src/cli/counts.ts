import { MOST_PATHS } from '../route/check-paths.js';
import type { Route } from '../route/model.js';
import { pathsOf } from '../route/resolve.js';

/** What a route holds, by name, in the order in which it is shown. */
export function countsOf(route: Route): ReadonlyMap<string, string> {
  const trees = [...route.trees.values()];
  const sum = (numbers: readonly number[]) => String(numbers.reduce((all, each) => all + each, 0));
  return new Map([
    ['trees', String(trees.length)],
    ['questions', sum(trees.map((tree) => tree.questions.size))],
    ['outcomes', sum(trees.map((tree) => tree.outcomes.size))],
    ['paths', `${sum(trees.map((tree) => [...pathsOf(route, tree.id)].length))} (at most ${String(MOST_PATHS)})`],
    ['conditions', String(route.conditions.size)],
    ['facts', String(route.facts.size)],
    ['contradictions', String(route.contradictions.length)],
    ['actions', String(route.actions.size)],
    ['registrations', String(route.registrations.size)],
    ['role cards', String(route.cards.size)],
    ['consent cells', sum(route.consent.map((row) => Object.keys(row.ages).length))],
    ['regie cells', String(route.regie.length)],
    ['rules', String(route.rules.size)],
    ...rulesBy(route),
  ]);
}

/** Of each kind how many, and how many of those with each status. */
function rulesBy(route: Route): [string, string][] {
  const kinds = new Map<string, Map<string, number>>();
  for (const { kind, status } of route.rules.values()) {
    const statuses = kinds.get(kind) ?? new Map<string, number>();
    kinds.set(kind, statuses.set(status, (statuses.get(status) ?? 0) + 1));
  }
  return [...kinds].sort(([a], [b]) => a.localeCompare(b)).map(([kind, statuses]) => [
    `rules, ${kind}`,
    `${String([...statuses.values()].reduce((all, each) => all + each, 0))} (${[...statuses].sort(([a], [b]) => a.localeCompare(b)).map(([status, count]) => `${status} ${String(count)}`).join(', ')})`,
  ]);
}
