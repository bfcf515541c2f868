import type { EventOf, RecordedCaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import type { MdoInvitee, MdoReply } from './state.js';

type MdoEvent = EventOf<'MdoPlanned' | 'MdoAnswered' | 'MdoDateFixed' | 'MdoReminded' | 'MdoCancelled' | 'MdoHeld'> & Pick<RecordedCaseEvent, 'at' | 'actor'>;

export function evolveMdo(state: CaseState, event: MdoEvent): CaseState {
  if (event.type === 'MdoPlanned') {
    const { mdo, ...rest } = event.data;
    const invitees = rest.invitees.map((invitee) => ({ ...invitee, answer: null, sentBy: null }));
    return { ...state, mdo: { ...rest, id: mdo, organiser: event.actor ?? '', invitees, plannedAt: event.at, cancelled: null, held: null } };
  }
  const mdo = state.mdo;
  if (mdo?.id !== event.data.mdo) return state;
  switch (event.type) {
    case 'MdoAnswered': {
      const { invitee: key, answer, options, proposal, noteId, instead } = event.data;
      const reply: MdoReply = { answer, options, proposal, noteId, by: event.actor };
      // Whoever answers again does not send the earlier substitute any more.
      const kept = mdo.invitees.filter((one) => one.sentBy !== key || one.key === instead?.key);
      const invitees = kept.map((one) => (one.key === key ? { ...one, answer: reply } : one));
      const added = instead && !invitees.some((one) => one.key === instead.key) ? [{ ...instead, answer: null, sentBy: key }] : [];
      return { ...state, mdo: { ...mdo, invitees: [...invitees, ...added] } };
    }
    case 'MdoDateFixed': {
      const { option, date, time } = event.data;
      return { ...state, mdo: { ...mdo, date, time, invitees: mdo.invitees.map((one) => onThatMoment(one, option)) } };
    }
    case 'MdoReminded': return state;
    case 'MdoCancelled': return { ...state, mdo: { ...mdo, cancelled: { reason: event.data.reason, at: event.at } } };
    case 'MdoHeld': {
      const { present, parents, jeugdige } = event.data;
      return { ...state, mdo: { ...mdo, held: { present, parents, jeugdige, at: event.at } } };
    }
  }
}

/** Who could come at the moment that was chosen comes; who could only come at another can not. */
function onThatMoment(invitee: MdoInvitee, option: string): MdoInvitee {
  const { answer } = invitee;
  if (answer?.answer !== 'komt' || answer.options.includes(option)) return invitee;
  return { ...invitee, answer: { ...answer, answer: 'kan-niet' } };
}
