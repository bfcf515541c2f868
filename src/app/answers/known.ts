import type { Facts } from '../../knowledge/understand.js';
import type { Route } from '../../route/model.js';

/** Answers of the route as a button carries them: ids only, `leeftijd:12-15,verzuimsoort:ziek`. */
export function packed(facts: Facts): string {
  return Object.entries(facts).map(([fact, value]) => `${fact}:${value}`).join(',');
}

/** The answers on a button; what the route does not know is left out. */
export function unpacked(route: Pick<Route, 'facts'>, text: string): Facts {
  const pairs = text.split(',').map((pair) => pair.split(':'));
  return Object.fromEntries(pairs.flatMap(([fact = '', value = '']) =>
    (route.facts.get(fact)?.values.some((one) => one.id === value) === true ? [[fact, value] as const] : [])));
}

/** The answers in words: "Soort verzuim: Het kind is ziek gemeld". What the register already told is left out. */
export function inWords(route: Pick<Route, 'facts' | 'roleFact'>, facts: Facts): readonly string[] {
  // In the order in which the route knows them: what it is about comes first.
  const order = [...route.facts.keys()];
  const told = Object.entries(facts).filter(([id]) => id !== route.roleFact).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  return told.flatMap(([id, value]) => {
    const fact = route.facts.get(id);
    const said = fact?.values.find((one) => one.id === value);
    // What stands in brackets explains the question; it is no part of its name.
    return fact && said ? [`${fact.label.replace(/\s*\([^)]*\)/g, '').replace(/\?$/, '')}: ${said.label}`] : [];
  });
}
