import type { Answers, Route } from './model.js';
import type { ContradictionData, FactData } from './schema.js';

type Facts = Pick<Route, 'contradictions'>;

/** The first of the route's contradictions that these answers run into. */
export function contradictionIn(route: Facts, answers: Answers): ContradictionData | undefined {
  return route.contradictions.find((each) => Object.entries(each.facts).every(([fact, values]) => (
    Object.hasOwn(answers, fact) && values.includes(answers[fact] ?? '')
  )));
}

/** The values of a fact that can still be true beside what is settled. */
export function possibleValues(route: Facts, fact: FactData, given: ReadonlyMap<string, string>): FactData['values'] {
  const concerned = route.contradictions.filter((each) => Object.hasOwn(each.facts, fact.id));
  if (concerned.length === 0) return fact.values;
  const settled = Object.fromEntries(given);
  return fact.values.filter((value) => contradictionIn({ contradictions: concerned }, { ...settled, [fact.id]: value.id }) === undefined);
}

/** The other facts on which it depends which values of this one are possible. */
export function contradictionPartners(route: Facts, fact: string): readonly string[] {
  return route.contradictions.flatMap((each) => (Object.hasOwn(each.facts, fact) ? Object.keys(each.facts) : []));
}
