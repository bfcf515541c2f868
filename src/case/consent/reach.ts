import type { Route } from '../../route/model.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';
import { gateFor } from './gate.js';
import { INVOLVE } from './purposes.js';

/** A side that shares this case with somebody, and whether it may. */
export interface Reach {
  readonly sender: string;
  readonly recipient: string;
  readonly open: boolean;
}

/** Through which gates this person gets something of the case on this day: brought in from another side, or invited to the MDO. */
export function reachOf(route: Route, state: CaseState, person: string, day: string): readonly Reach[] {
  const { mdo } = state;
  const part = state.people.find((one) => one.person === person && one.sender !== null);
  const invited = mdo?.invitees.find((one) => one.personId === person);
  const ways = [
    ...(part?.sender ? [{ sender: part.sender, recipient: sidesOf(route, part.role).receives }] : []),
    ...(mdo && invited ? [{ sender: mdo.sender, recipient: invited.recipient }] : []),
  ];
  return [...new Map(ways.map((way) => [`${way.sender} ${way.recipient}`, way])).values()]
    .map((way) => ({ ...way, open: gateFor(route, state, { ...way, purpose: INVOLVE }, day).open }));
}

/** A moment in the life of a case: its state, and the day on which it is looked at. */
export interface Moment { readonly state: CaseState; readonly day: string }

/** People for whom a gate that was open is closed now, and those for whom one that was closed is open. */
export function reachChanged(route: Route, was: Moment, is: Moment): { readonly stopped: readonly string[]; readonly resumed: readonly string[] } {
  const people = new Set([...is.state.people.map((one) => one.person), ...(is.state.mdo?.invitees.flatMap((one) => (one.personId === null ? [] : [one.personId])) ?? [])]);
  const changed = (open: boolean) => [...people].filter((person) => {
    const before = reachOf(route, was.state, person, was.day);
    return reachOf(route, is.state, person, is.day).some((now) => now.open === open && before.some((then) => then.sender === now.sender && then.recipient === now.recipient && then.open !== open));
  });
  return { stopped: changed(false), resumed: changed(true) };
}
