import type { ConsentNeed, ResolvedOutcome, Route } from './model.js';
import type { ActionData, OutcomeData, RegieCellData, RoleData } from './schema.js';
import { requirementFor } from './consent.js';
import { LEEFVRAAG, LEERVRAAG, regieFor } from './regie.js';
import { roleLabel } from './roles.js';

/** Facts that are settled on a walk, known or answered. */
export type Given = ReadonlyMap<string, string>;

/** Stands for the sender where the role was not asked; the check sees to it that it makes no difference there. */
const ANY_SENDER = 'any';

/** The party that shares: `sends` of the first role that answers the role fact this way. */
export function senderOf(route: Pick<Route, 'roles' | 'roleFact'>, given: Given): string | undefined {
  const answered = given.get(route.roleFact);
  if (answered === undefined) return undefined;
  for (const role of route.roles.values()) if (role.asks === answered) return role.sends;
  return undefined;
}

/** What an outcome comes down to for these facts, as text: two that are equal give the same advice. */
export function signatureOf(route: Route, outcome: OutcomeData, given: Given): string {
  const cell = cellOf(route, outcome, given);
  return JSON.stringify([outcome.id, cell ?? null, consentOf(route, outcome, given)]);
}

/** An outcome with everything looked up. The route is checked, so that whatever it refers to is there. */
export function resolveOutcome(route: Route, outcome: OutcomeData, given: Given, treeId: string): ResolvedOutcome {
  const cell = cellOf(route, outcome, given);
  const actions = outcome.actions.map((id) => localText(route, there(route.actions, id)));
  const registrations = outcome.registrations.map((id) => localText(route, there(route.registrations, id)));
  // Where a child may be in danger nothing stands in the way of the safety advice.
  const agreements = outcome.tone === 'danger' ? [] : route.region.agreements.filter((each) => each.outcomes.includes(outcome.id) || each.trees.includes(treeId));
  const consent = consentOf(route, outcome, given);
  const terms = route.region.terms;
  const ruleIds = new Set([
    ...outcome.rules, ...actions.flatMap((action) => action.rules), ...consent.flatMap((need) => need.requirement.rules),
    ...registrations.flatMap((registration) => registration.rules), ...(cell?.rules ?? []),
    ...agreements.flatMap((agreement) => agreement.rules),
  ]);
  return {
    id: outcome.id, title: outcome.title, summary: outcome.summary, note: outcome.note, offers: outcome.offers,
    silent: outcome.silent, tone: outcome.tone, step: there(route.steps, outcome.step), role: responsible(route, outcome, cell),
    actions, registrations, consent, agreements, regie: cell,
    term: Object.hasOwn(terms, outcome.step) ? terms[outcome.step] : undefined,
    rules: [...ruleIds].flatMap((id) => route.rules.get(id) ?? []),
  };
}

/** An action or registration in the words of this region. */
export function localText(route: Pick<Route, 'region'>, action: ActionData): ActionData {
  const { texts, registers } = route.region;
  const local = Object.hasOwn(texts, action.id) ? texts[action.id] : Object.hasOwn(registers, action.id) ? registers[action.id] : undefined;
  return local === undefined ? action : { ...action, text: local };
}

function cellOf(route: Route, outcome: OutcomeData, given: Given): RegieCellData | undefined {
  if (outcome.role !== 'regie') return undefined;
  return regieFor(route, given.get(LEERVRAAG) ?? '', given.get(LEEFVRAAG) ?? '');
}

function responsible(route: Route, outcome: OutcomeData, cell: RegieCellData | undefined): RoleData | undefined {
  const id = outcome.role === 'regie' ? cell?.regie : outcome.role;
  const role = id === undefined || id === 'none' ? undefined : route.roles.get(id);
  return role && { ...role, label: roleLabel(route, role.id) };
}

function consentOf(route: Route, outcome: OutcomeData, given: Given): readonly ConsentNeed[] {
  const sender = senderOf(route, given) ?? ANY_SENDER;
  return outcome.consent.map((need) => {
    const recipient = typeof need.recipient === 'string' ? need.recipient : given.get(need.recipient.fact) ?? '';
    const age = given.get(route.ageFact);
    return { sender, recipient, purpose: need.purpose, requirement: requirementFor(route, { sender, recipient, purpose: need.purpose, age }) };
  });
}

function there<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (found === undefined) throw new Error(`the route was not checked: '${id}' is not there`);
  return found;
}
