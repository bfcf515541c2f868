import type { Route } from '../../src/route/model.js';
import { outcomeSchema } from '../../src/route/schema.js';
import type { Statement } from './policy-schema.js';

type Names = readonly (readonly [what: string, ids: readonly string[], known: { has(id: string): boolean }])[];

/** What a statement names that the route does not have. A slip in what may *not* be there would always hold. */
export function unknownNames(route: Route, statement: Statement): readonly string[] {
  return namesIn(route, statement).flatMap(([what, ids, known]) => ids.filter((id) => !known.has(id)).map((id) => `${what} ${id}`));
}

function namesIn(route: Route, statement: Statement): Names {
  if ('when' in statement) return [...onPaths(route, statement)];
  if ('consent' in statement) {
    const { sender, recipient, purpose = [], age } = statement.consent;
    return [['party', [...sender, ...recipient], route.parties], ['purpose', purpose, route.purposes], ['age', age, valuesOf(route, route.ageFact)]];
  }
  // The others are looked up by what they name, and object when it is not there.
  return [];
}

function onPaths(route: Route, { trees, when, then }: Extract<Statement, { when: unknown }>): Names {
  const consent = (then.consent ?? []).map((each) => each.split(' '));
  return [
    ['tree', trees, route.trees], ['fact', Object.keys(when), route.facts],
    ...Object.entries(when).map(([fact, values]) => [`value of ${fact}`, values, valuesOf(route, fact)] as const),
    ['outcome', then.outcome ?? [], new Set([...route.trees.values()].flatMap((tree) => [...tree.outcomes.keys()]))],
    ['step', then.step === undefined ? [] : [then.step], route.steps], ['role', then.role ?? [], new Set([...route.roles.keys(), 'none'])],
    ['action', [...then.actions ?? [], ...then.noActions ?? [], ...(then.first === undefined ? [] : [then.first])], route.actions],
    ['party', [...consent.map(([party]) => party ?? ''), ...then.noConsent ?? []], route.parties],
    ['purpose', consent.map(([, purpose]) => purpose ?? ''), route.purposes], ['registration', then.registrations ?? [], route.registrations],
    ['offer', [...then.offers ?? [], ...then.noOffers ?? []], new Set(outcomeSchema.shape.offers.unwrap().element.options as readonly string[])],
  ];
}

function valuesOf(route: Route, fact: string): ReadonlySet<string> {
  return new Set(route.facts.get(fact)?.values.map((value) => value.id));
}
