import { boardOf, isBoard } from '../../route/boards.js';
import type { Route } from '../../route/model.js';
import { gateFor, type Gate } from '../consent/gate.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';

/** The consent party of everybody at a school. */
export const SCHOOL = 'school';
export const REGIEVOERDER = 'regievoerder';
/** The purpose for which a regievoerder zorg hears of a case (ROL-REG-02, ROL-REG-05). */
export const STUCK_PURPOSE = 'vastlopen';

/** The schools whose people take part, in the order in which they joined. */
export function schoolsOf(route: Route, state: CaseState): readonly string[] {
  const there = state.people.filter((one) => sidesOf(route, one.role).receives === SCHOOL).map((one) => one.organisation);
  return [...new Set(there)].filter((school) => school !== '');
}

/** The schools of this case that belong to the board of this organisation (ROL-REG-01). */
export function schoolsOfBoard(route: Route, state: CaseState, organisation: string): readonly string[] {
  return schoolsOf(route, state).filter((school) => {
    const board = boardOf(route, school);
    return board !== undefined && isBoard(board, organisation);
  });
}

/** May the school share this with the regievoerder zorg of its board now? The route is silent; parents know, from 16 the jongere (N-10). */
export function gateToRegievoerder(route: Route, state: CaseState, day: string): Gate {
  return gateFor(route, state, { sender: SCHOOL, recipient: REGIEVOERDER, purpose: STUCK_PURPOSE }, day);
}

/**
 * What keeps the stagnatiepunt from handing a case on: sentences, none when it may. The tick that parents know (from 16 the
 * jongere) is enough here, because the route is silent; a recorded no always counts.
 */
export function notToHandOn(route: Route, state: CaseState, parentsKnow: boolean, day: string): readonly string[] {
  const gate = gateToRegievoerder(route, state, day);
  if (gate.open) return [];
  const no = state.ledger.some((entry) => entry.recipient === REGIEVOERDER && (entry.status === 'geweigerd' || entry.status === 'ingetrokken'));
  return parentsKnow && !no ? [] : gate.reasons;
}
