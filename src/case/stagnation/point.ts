import type { Route } from '../../route/model.js';
import { contactOf, roleLabel } from '../../route/roles.js';
import { afterDays } from '../calendar.js';
import type { CommandOf } from '../commands.js';
import { happened, participant, refused, type Actor, type Circumstances, type Decision } from '../decision.js';
import { seatOf } from '../people/circle.js';
import { daysOfPerson } from '../reminded.js';
import type { CaseState } from '../state.js';
import { dayOf, showDay } from '../time.js';
import { oneOf, stagnationEndings } from '../values.js';
import { freshTerm } from './decide.js';
import { isKnown } from './knows.js';
import { notToHandOn, REGIEVOERDER, schoolsOfBoard } from './schools.js';
import { againAt } from './unclaimed.js';

/** Days of that person before they are asked again: a reminder, no pressure. */
const NUDGE_DAYS = 3;

/** Picks it up; also after somebody who left the stagnatiepunt, so that a case never waits for somebody who is not there. */
export function claim(state: CaseState, { claimerGone = false }: CommandOf<'claim'>, { actor }: Circumstances): Decision {
  if (!state.stagnation?.atStagnatiepunt) return refused('not-stuck');
  const { claimedBy } = state.stagnation;
  if (claimedBy !== null && (!claimerGone || claimedBy === actor?.person)) return refused('already-claimed');
  return happened({ type: 'StagnationClaimed', data: {} });
}

/** What all that the claimer does begins with: it is stuck at the stagnatiepunt, and this person picked it up. */
function unlessClaimer(state: CaseState, actor: Actor | null): Decision | undefined {
  if (!state.stagnation?.atStagnatiepunt) return refused('not-stuck');
  return state.stagnation.claimedBy === (actor?.person ?? '') ? undefined : refused('not-claimed');
}

/** Given back: somebody else can pick it up, and the channel hears of it. */
export function releaseClaim(state: CaseState, { route, now, actor }: Circumstances): Decision {
  return unlessClaimer(state, actor) ?? happened({ type: 'StagnationReleased', data: { againAt: againAt(route, now) } });
}

/** The last time that this person was asked in the stagnation that runs. */
export function lastNudge(state: CaseState, person: string): string | undefined {
  return state.stagnation?.nudges.filter((one) => one.person === person).at(-1)?.at;
}

/** From when this person may be asked again; undefined when that is now. */
export function nextNudge(route: Route, state: CaseState, person: string, now: string): string | undefined {
  const last = lastNudge(state, person);
  const next = last === undefined ? undefined : afterDays(route.calendar, daysOfPerson(route, state, person), last, NUDGE_DAYS);
  return next !== undefined && next > now ? next : undefined;
}

/** A polite question to one participant to record how it stands (ROL-STP-02). It asks, and settles nothing. */
export function nudge(state: CaseState, command: CommandOf<'nudge'>, { route, now, actor }: Circumstances): Decision {
  const not = unlessClaimer(state, actor);
  if (not) return not;
  if (seatOf(route, state, command.person, dayOf(now))?.kind !== 'open') return refused('nudge-who');
  const next = nextNudge(route, state, command.person, now);
  if (next !== undefined) return refused('nudged-already', [`Vraag het nog eens vanaf ${showDay(dayOf(next))}.`]);
  return happened({ type: 'RoleNudged', data: { person: command.person } });
}

/** Is an MDO planned that has not been held or called off? */
export function mdoAhead({ mdo }: Pick<CaseState, 'mdo'>, day: string): boolean {
  return mdo !== null && mdo.cancelled === null && mdo.held === null && (mdo.date === '' || mdo.date >= day);
}

/** The stagnatiepunt proposes an MDO; those who take part decide (ROL-STP-03). */
export function proposeMdo(state: CaseState, { now, actor }: Circumstances): Decision {
  const not = unlessClaimer(state, actor);
  if (not) return not;
  if (mdoAhead(state, dayOf(now))) return refused('mdo-ahead');
  return state.stagnation?.mdoProposedAt ? refused('mdo-proposed-already') : happened({ type: 'MdoProposed', data: {} });
}

/** "The parents know", from 16 the jongere: ticked by somebody who takes part, or by the claimer. */
export function parentsTold(state: CaseState, { route, now, actor }: Circumstances): Decision {
  const seat = actor ? seatOf(route, state, actor.person, dayOf(now)) : undefined;
  const claimer = actor?.role === 'stagnatiepunt' && state.stagnation?.claimedBy === actor.person;
  if (seat?.kind === 'closed' && !claimer) return refused('sharing-stopped', seat.reasons);
  if (!claimer && !participant(state, actor)) return refused('not-a-participant');
  if (!state.stagnation) return refused('not-stuck');
  return isKnown(state, state.stagnation, dayOf(now)) ? refused('parents-know-already') : happened({ type: 'StagnationParentsTold', data: {} });
}

/** How it ended, by the one who claimed it. The stagnatiepunt decides nothing about the case itself (ROL-STP-03). */
export function closeStagnation(state: CaseState, command: CommandOf<'close-stagnation'>, context: Circumstances): Decision {
  const not = unlessClaimer(state, context.actor);
  if (not) return not;
  const ending = oneOf(stagnationEndings, command.ending);
  // To the regievoerder it goes by name: `hand-on`.
  if (!ending || ending === 'naar-regievoerder') return refused('choose-ending');
  return happened({ type: 'StagnationClosed', data: { ending, noteId: command.noteId, to: null } }, ...freshTerm(state, context));
}

/** On to the regievoerder zorg of the school's board: a missing place is their road (ROL-STP-05, ROL-REG-05). */
export function handOn(state: CaseState, command: CommandOf<'hand-on'>, context: Circumstances): Decision {
  const { route, now, actor } = context;
  const not = unlessClaimer(state, actor);
  if (not) return not;
  const ofBoard = command.found.filter((one) => one.role === REGIEVOERDER && schoolsOfBoard(route, state, one.organisation).length > 0);
  if (ofBoard.length === 0) return refused('no-regievoerder', [whomToCall(context)]);
  const to = ofBoard.find((one) => one.person === command.to) ?? (ofBoard.length === 1 && command.to === '' ? ofBoard[0] : undefined);
  if (!to) return refused('choose-regievoerder');
  const reasons = notToHandOn(route, state, state.stagnation !== null && isKnown(state, state.stagnation, dayOf(now)), dayOf(now));
  if (reasons.length > 0) return refused('hand-on-closed', reasons);
  return happened({ type: 'StagnationClosed', data: { ending: 'naar-regievoerder', noteId: command.noteId, to: to.person } }, ...freshTerm(state, context));
}

/** Where no regievoerder is found: whom to call, as far as the region says. */
export function whomToCall({ route }: Pick<Circumstances, 'route'>): string {
  const contact = contactOf(route, REGIEVOERDER);
  return contact === undefined ? `Het schoolbestuur van de school weet wie de ${roleLabel(route, REGIEVOERDER).toLowerCase()} is: bel daarvoor.` : `Bel: ${contact}.`;
}
