import type { Route } from '../../route/model.js';
import { gateFor } from '../consent/gate.js';
import { INVOLVE } from '../consent/purposes.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';
import type { Participant } from './state.js';

/** Somebody's place in a case: `closed` while the consent to share with their side is not there. */
export type Seat =
  | { readonly kind: 'open'; readonly participant: Participant }
  | { readonly kind: 'closed'; readonly participant: Participant; readonly reasons: readonly string[] };

/**
 * The place of this person in the case on this day, or undefined for somebody who takes no part. Who was brought in from
 * another side sees and does something only while the gate towards that side is open: a withdrawal closes it at once.
 */
export function seatOf(route: Route, state: CaseState, person: string, day: string): Seat | undefined {
  const participant = state.people.find((one) => one.person === person);
  if (!participant) return undefined;
  if (participant.sender === null) return { kind: 'open', participant };
  const gate = gateFor(route, state, { sender: participant.sender, recipient: sidesOf(route, participant.role).receives, purpose: INVOLVE }, day);
  return gate.open ? { kind: 'open', participant } : { kind: 'closed', participant, reasons: gate.reasons };
}

/** The participants for whom the gate is open on this day. */
export function circleOf(route: Route, state: CaseState, day: string): readonly Participant[] {
  return state.people.filter((one) => seatOf(route, state, one.person, day)?.kind === 'open');
}
