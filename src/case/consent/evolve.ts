import type { EventOf, RecordedCaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import { ledgerAfterBorder, ledgerAfterCorrection } from './age.js';

type ConsentType = 'GezagRecorded' | 'ConsentRecorded' | 'BorderMonthSet' | 'AgeBorderPassed' | 'AgeCorrected' | 'DangerNoted' | 'DangerEnded' | 'RegistrationNoted';
type ConsentEvent = EventOf<ConsentType> & Pick<RecordedCaseEvent, 'at' | 'actor'>;

export function evolveConsent(state: CaseState, event: ConsentEvent): CaseState {
  const by = event.actor ?? '';
  switch (event.type) {
    case 'GezagRecorded': return { ...state, gezag: event.data.who };
    case 'ConsentRecorded': {
      const { sender, recipient, purpose, who, status, how, on, until } = event.data;
      const kept = state.ledger.filter((one) => !(one.sender === sender && one.recipient === recipient && one.purpose === purpose && one.who === who));
      return { ...state, ledger: [...kept, { sender, recipient, purpose, who, status, how, on, until, by, entry: state.entries }] };
    }
    case 'BorderMonthSet': return { ...state, borderMonth: event.data.month };
    case 'AgeBorderPassed': {
      const { to, on, month } = event.data;
      return { ...state, ageBand: to, borderMonth: month, ledger: ledgerAfterBorder(state.ledger, { to, on }) };
    }
    case 'AgeCorrected': {
      const { to, month, anew } = event.data;
      return { ...state, ageBand: to, borderMonth: month, ledger: ledgerAfterCorrection(state.ledger, anew) };
    }
    case 'DangerNoted': {
      const { danger: id, ...rest } = event.data;
      return { ...state, dangers: [...state.dangers, { id, ...rest, by, at: event.at }] };
    }
    case 'DangerEnded': return { ...state, dangers: state.dangers.filter((one) => one.id !== event.data.danger) };
    case 'RegistrationNoted': {
      const rest = state.registrations.filter((one) => one.register !== event.data.register);
      return { ...state, registrations: [...rest, { ...event.data, by, at: event.at }] };
    }
  }
}
