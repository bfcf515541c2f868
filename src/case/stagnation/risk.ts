import { boardOf, isBoard } from '../../route/boards.js';
import type { CommandOf } from '../commands.js';
import { happened, participant, refused, type Circumstances, type Decision } from '../decision.js';
import { seatOf } from '../people/circle.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';
import { dayOf } from '../time.js';
import { offerStages, oneOf, risks } from '../values.js';
import { whomToCall } from './point.js';
import { gateToRegievoerder, REGIEVOERDER, SCHOOL } from './schools.js';

/**
 * A pupil at risk comes on the list of the regievoerder zorg of the own schoolbestuur (ROL-REG-02, ROL-REG-03), by
 * somebody of the school and only while the school may share this. Nothing about illness, and no report to leerplicht.
 */
export function markRisk(state: CaseState, command: CommandOf<'mark-risk'>, context: Circumstances): Decision {
  const { route, now, actor } = context;
  const part = participant(state, actor);
  if (!part || sidesOf(route, part.role).receives !== SCHOOL) return refused('risk-by-school');
  const risk = oneOf(risks, command.risk);
  if (!risk) return refused('choose-risk');
  if (boardOf(route, part.organisation) === undefined) return refused('no-board', [whomToCall(context)]);
  const gate = gateToRegievoerder(route, state, dayOf(now));
  if (!gate.open) return refused('risk-closed', gate.reasons);
  if (state.risk?.risk === risk && state.risk.school === part.organisation) return happened();
  return happened({ type: 'RiskMarked', data: { risk, school: part.organisation } });
}

/** Progress to a fitting offer (ROL-REG-03): by the school, or by the regievoerder zorg of its board while the gate is open. */
export function progressOffer(state: CaseState, command: CommandOf<'progress-offer'>, context: Circumstances): Decision {
  const not = unlessSchoolOrBoard(state, context);
  if (not) return not;
  const stage = oneOf(offerStages, command.stage);
  if (!stage) return refused('choose-stage');
  return state.risk?.stage === stage ? happened() : happened({ type: 'OfferProgressed', data: { stage } });
}

export function endRisk(state: CaseState, context: Circumstances): Decision {
  return unlessSchoolOrBoard(state, context) ?? happened({ type: 'RiskEnded', data: {} });
}

/** Whoever follows this risk. To others nothing is told, not even that there is one. */
function unlessSchoolOrBoard(state: CaseState, { route, now, actor }: Circumstances): Decision | undefined {
  const seat = actor ? seatOf(route, state, actor.person, dayOf(now)) : undefined;
  if (!seat) {
    const sees = actor ? seesRisk(route, state, actor, dayOf(now)) : false;
    return sees ? undefined : refused('not-a-participant');
  }
  if (seat.kind === 'closed') return refused('sharing-stopped', seat.reasons);
  if (sidesOf(route, seat.participant.role).sends !== SCHOOL) return refused('risk-by-school');
  return state.risk ? undefined : refused('no-risk');
}

/** Does this regievoerder zorg see this case on the list of the own schoolbestuur on this day? Other boards' cases never. */
export function seesRisk(
  route: Circumstances['route'], state: CaseState, who: { readonly role: string; readonly organisation: string }, day: string,
): boolean {
  if (!state.risk || who.role !== REGIEVOERDER || state.closed) return false;
  const board = boardOf(route, state.risk.school);
  return board !== undefined && isBoard(board, who.organisation) && gateToRegievoerder(route, state, day).open;
}
