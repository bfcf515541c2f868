import type { EventOf, RecordedCaseEvent } from '../events.js';
import type { CaseState } from '../state.js';

export function evolveContact(state: CaseState, event: EventOf<'ContactNoted'> & Pick<RecordedCaseEvent, 'actor'>): CaseState {
  const { note: id, ...rest } = event.data;
  return { ...state, contacts: [...state.contacts, { id, ...rest, by: event.actor ?? '' }] };
}
