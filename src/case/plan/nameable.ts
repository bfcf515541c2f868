import type { Route } from '../../route/model.js';
import { consentOn } from '../consent/age.js';
import { gateFor } from '../consent/gate.js';
import { INVOLVE } from '../consent/purposes.js';
import { circleOf } from '../people/circle.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';

/** Somebody who can be named in a plan. */
export interface Nameable {
  readonly key: string;
  /** A role of the route, or `ouders` or `jeugdige`. */
  readonly role: string;
}

/**
 * Who can be named in the plan: those who take part, who are invited to the MDO, roles outside Teams, and the family.
 * Being named shares nothing: somebody sees the case only when they take part and the gate towards them is open. A
 * participant towards whom sharing stopped can not be named anew.
 */
export function nameable(route: Route, state: CaseState, day: string): readonly Nameable[] {
  const here = circleOf(route, state, day).map(({ person, role }) => ({ key: `person:${person}`, role }));
  const out = state.outsiders.filter((one) => isOpen(route, state, one, day)).map(({ key, role }) => ({ key, role }));
  const invited = (state.mdo?.cancelled ? [] : state.mdo?.invitees ?? []).flatMap(({ personId, role }) => (
    personId === null || state.people.some((one) => one.person === personId) ? [] : [{ key: `person:${personId}`, role }]));
  const roles = [...route.roles.values()].filter((role) => role.mdo).map(({ id }) => ({ key: `role:${id}`, role: id }));
  const family = familyOf(state, day).map((role) => ({ key: `role:${role}`, role }));
  return [...new Map([...here, ...out, ...invited, ...family, ...roles].map((one) => [one.key, one])).values()];
}

function isOpen(route: Route, state: CaseState, { sender, role }: { readonly sender: string | null; readonly role: string }, day: string): boolean {
  return sender === null || gateFor(route, state, { sender, recipient: sidesOf(route, role).receives, purpose: INVOLVE }, day).open;
}

/** Who of the family can do something in the plan: never the parents of a jongere who left them out, nor of an adult (TOE-10). */
export function familyOf(state: CaseState, day: string): readonly ('ouders' | 'jeugdige')[] {
  const { ageBand, ledger } = consentOn(state, day);
  const out = ledger.some((entry) => entry.who === 'jeugdige' && entry.status === 'ouders-erbuiten');
  return ageBand === '18-plus' || out ? ['jeugdige'] : ['ouders', 'jeugdige'];
}

/** The people of the register whom the plan or its draft names, by id. */
export function peopleNamed({ draft, plan, evaluations }: CaseState): readonly string[] {
  const keys = [
    ...[...draft.actions, ...(plan?.actions ?? [])].map((action) => action.by),
    draft.responsible?.onderwijs, draft.responsible?.zorg, draft.regie?.who, draft.regie?.contactSchool, draft.regie?.contactGemeente,
    plan?.responsible.onderwijs, plan?.responsible.zorg, plan?.who, plan?.contactSchool, plan?.contactGemeente, ...evaluations.flatMap((one) => one.present),
  ];
  return [...new Set(keys.flatMap((key) => (key?.startsWith('person:') ? [key.slice('person:'.length)] : [])))];
}
