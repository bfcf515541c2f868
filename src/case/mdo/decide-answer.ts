import type { CommandOf } from '../commands.js';
import { happened, refused, type Actor, type Circumstances, type Decision } from '../decision.js';
import { seatOf } from '../people/circle.js';
import type { RefusalId } from '../refusals.js';
import type { CaseState } from '../state.js';
import { dayOf, isDay } from '../time.js';
import { mdoAnswers, oneOf } from '../values.js';
import type { Invitee } from './events.js';
import { invitationGate, runsMdo } from './invitation.js';
import { lastDay } from './moments.js';
import type { Mdo, MdoInvitee } from './state.js';
import { substituteOf } from './substitute.js';

type Answer = CommandOf<'answer-mdo'>;

/**
 * An answer of an invitee, by that person; or by the organiser for somebody outside Teams or who told it elsewhere,
 * as long as the invitee has not answered in person. Answering again replaces the answer before.
 */
export function answerMdo(state: CaseState, command: Answer, context: Circumstances): Decision {
  const { route, now, actor } = context;
  const mdo = state.mdo;
  if (!mdo) return refused('mdo-none');
  if (mdo.id !== command.mdo) return refused(isKnown(state, mdo, actor) ? 'mdo-replaced' : 'mdo-none');
  const invitee = mdo.invitees.find((one) => one.key === command.invitee);
  if (!invitee) return refused('mdo-not-invited');
  const personally = invitee.personId !== null && invitee.personId === actor?.person;
  const forOther = personally ? undefined : recordsRefused(state, mdo, invitee, context);
  if (forOther) return forOther;
  if (mdo.cancelled) return refused('mdo-cancelled');
  if (mdo.held) return refused('mdo-held');
  if (lastDay(mdo) < dayOf(now)) return refused('mdo-passed');
  if (!invitationGate(route, state, mdo, invitee, dayOf(now)).open) return refused(personally ? 'mdo-closed' : 'mdo-closed-other');
  return judged(state, mdo, invitee, command, context);
}

/** Who organises it may record what somebody answered elsewhere, but not over what that person said here. */
function recordsRefused(state: CaseState, mdo: Mdo, { answer, personId }: MdoInvitee, { route, now, actor }: Circumstances): Decision | undefined {
  const seat = actor ? seatOf(route, state, actor.person, dayOf(now)) : undefined;
  if (!seat || !runsMdo(state, mdo, actor?.person)) return refused('mdo-not-invited');
  if (seat.kind === 'closed') return refused('sharing-stopped', seat.reasons);
  return answer && answer.by === personId ? refused('mdo-answered') : undefined;
}

/** Only who is in the new plan hears that there is one. */
function isKnown(state: CaseState, mdo: Mdo, actor: Actor | null): boolean {
  return actor !== null && (runsMdo(state, mdo, actor.person) || mdo.invitees.some((one) => one.personId === actor.person));
}

function judged(state: CaseState, mdo: Mdo, invitee: MdoInvitee, command: Answer, { route, now }: Circumstances): Decision {
  const answer = oneOf(mdoAnswers, command.answer);
  if (!answer) return refused('mdo-choose-answer');
  const chosen = mdo.date === '' ? mdo.options.map((one) => one.id).filter((id) => command.options.includes(id)) : [];
  if (answer === 'komt' && mdo.date === '' && chosen.length === 0) return refused('mdo-choose-moment');
  const proposal = answer === 'ander-moment' ? command.proposal : null;
  const not = proposal === null ? undefined : proposalRefused(proposal, dayOf(now));
  if (not) return refused(not);
  const instead: Invitee | RefusalId | null = answer === 'stuurt-iemand' ? substituteOf({ route, state, mdo, invitee }, command.substitute) : null;
  if (typeof instead === 'string') return refused(instead);
  return happened({
    type: 'MdoAnswered',
    data: { mdo: mdo.id, invitee: invitee.key, answer, options: answer === 'komt' ? chosen : [], proposal, noteId: command.noteId, instead },
  });
}

function proposalRefused(proposal: string, today: string): RefusalId | undefined {
  if (!isDay(proposal)) return 'proposal-needed';
  return proposal < today ? 'date-in-past' : undefined;
}
