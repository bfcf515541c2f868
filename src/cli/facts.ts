import type { Route } from '../route/model.js';
import { FAULTS, FINE, readArgs, wrongUsage, type Load } from './args.js';
import { columns, jsonLines, say } from './print.js';

/** The facts that can be answered, with their values and what they do not go together with. */
export function facts(args: readonly string[], load: Load): number {
  const given = readArgs(args, { json: { type: 'boolean' } });
  if (!given.ok) return wrongUsage(given.message);
  const route = load()?.route;
  if (route === undefined) return FAULTS;
  const all = factsOf(route);
  if (given.has('json')) say(...jsonLines(all));
  else {
    say(...columns(['feit', 'antwoord', 'betekenis'], all.flatMap(({ id, label, number, values }) => [
      [id, '', number ? `${label} (${number.unit}, ${String(number.min)} t/m ${String(number.max)})` : label],
      ...values.map((value) => ['', value.id, `${value.label}${value.danger ? ' (!)' : ''}`]),
    ])));
    say('', ...route.contradictions.map(({ id, text }) => `${id}: ${text}`));
  }
  return FINE;
}

/** One object for each fact. `excludes` has the contradictions that it is part of. */
export function factsOf(route: Route) {
  return [...route.facts.values()].map(({ id, label, number, values }) => ({
    id, label, ...(number === undefined ? {} : { number }), values,
    excludes: route.contradictions.filter((each) => Object.hasOwn(each.facts, id)),
  }));
}
