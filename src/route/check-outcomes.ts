import type { Route } from './model.js';
import type { OutcomeData } from './schema.js';
import { requirementFor } from './consent.js';
import { senderOf, type Given } from './outcome.js';
import { LEEFVRAAG, LEERVRAAG } from './regie.js';
import { shown, type Path } from './source.js';

export interface OutcomeFault {
  /** Within the outcome. */
  readonly path: Path;
  readonly message: string;
}

/** What an outcome looks at must have been answered on the way to it: here on the way that settled `given`. */
export function checkOutcome(route: Route, outcome: OutcomeData, given: Given): readonly OutcomeFault[] {
  const faults: OutcomeFault[] = [];
  if (outcome.role === 'regie') {
    for (const fact of [LEERVRAAG, LEEFVRAAG]) {
      if (!given.has(fact)) faults.push({ path: ['role'], message: `the regie matrix decides, but the fact ${shown(fact)} is not answered on every path to it` });
    }
  }
  outcome.consent.forEach((need, index) => {
    const path = ['consent', index];
    const recipient = typeof need.recipient === 'string' ? need.recipient : given.get(need.recipient.fact);
    if (recipient === undefined) {
      const fact = typeof need.recipient === 'string' ? '' : need.recipient.fact;
      faults.push({ path: [...path, 'recipient'], message: `the fact ${shown(fact)} names the recipient, but is not answered on every path to it` });
    } else if (!route.parties.has(recipient)) {
      if (typeof need.recipient !== 'string') {
        faults.push({ path: [...path, 'recipient'], message: `the answer ${shown(recipient)} is no party; known: ${[...route.parties.keys()].join(', ')}` });
      }
    } else faults.push(...unsettled(route, { recipient, purpose: need.purpose }, given).map((message) => ({ path, message })));
  });
  return [...faults, ...unasked(route, outcome, given), ...unsafe(route, outcome, given)];
}

/** An action or a registration that shares with a party of which the outcome does not say what consent that takes. */
function unasked(route: Route, outcome: OutcomeData, given: Given): OutcomeFault[] {
  const asked = new Set(outcome.consent.map(({ recipient }) => (typeof recipient === 'string' ? recipient : given.get(recipient.fact))));
  const own = senderOf(route, given);
  return (['actions', 'registrations'] as const).flatMap((kind) => outcome[kind].flatMap((id, index) => (route[kind].get(id)?.shares ?? [])
    .filter((party) => party !== own && !asked.has(party))
    .map((party) => ({ path: [kind, index], message: `the ${kind.slice(0, -1)} ${shown(id)} shares with ${shown(party)}, but the outcome names no consent for it` }))));
}

/** After an answer that means danger, the safety advice comes first. */
function unsafe(route: Route, outcome: OutcomeData, given: Given): OutcomeFault[] {
  if (outcome.tone === 'danger') return [];
  return [...given].filter(([fact, value]) => route.facts.get(fact)?.values.some((each) => each.id === value && each.danger) === true)
    .map(([fact, value]) => ({ path: ['tone'], message: `${shown(`${fact}: ${value}`)} means danger, so the outcome must have the tone 'danger'` }));
}

/** Does the requirement still hang on an age or a role that was not answered? */
function unsettled(route: Route, need: { readonly recipient: string; readonly purpose: string }, given: Given): string[] {
  const sender = senderOf(route, given);
  const senders = sender === undefined ? [...new Set([...[...route.roles.values()].map((role) => role.sends), 'any'])] : [sender];
  const ages = route.facts.get(route.ageFact)?.values.map((value) => value.id) ?? [];
  const texts = senders.map((each) => ages.map((age) => JSON.stringify(requirementFor(route, { sender: each, ...need, age }))));
  const byAge = texts.some((row) => row.some((text) => text !== row[0]));
  const bySender = texts.some((row) => row.some((text, index) => text !== texts[0]?.[index]));
  const missing: string[] = [];
  if (byAge && !given.has(route.ageFact)) missing.push(`the consent depends on age, but the fact ${shown(route.ageFact)} is not answered on every path to it`);
  if ((byAge || bySender) && !given.has(route.roleFact)) {
    missing.push(`the consent depends on ${byAge ? 'age' : 'who asks'}, but the fact ${shown(route.roleFact)} is not answered on every path to it`);
  } else if (bySender && sender === undefined) {
    missing.push(`the consent depends on who asks, but no role has 'asks' ${shown(given.get(route.roleFact) ?? '')}`);
  }
  return missing;
}
