import type { EventOf, RecordedCaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import type { TakenOver } from './events.js';

type RecordEvent = EventOf<'EntryStruck' | 'CaseTookOver' | 'CaseMergedInto'> & Pick<RecordedCaseEvent, 'at' | 'actor'>;

/** How a case that was merged into another one ended. */
export const MERGED = 'samengevoegd';

export function evolveRecord(state: CaseState, event: RecordEvent): CaseState {
  switch (event.type) {
    // What was struck is the fold's business: it leaves the entry out.
    case 'EntryStruck': return state;
    case 'CaseTookOver': {
      const { fromCode, taken } = event.data;
      const tookOver = state.tookOver.includes(fromCode) ? state.tookOver : [...state.tookOver, fromCode];
      return { ...withTaken(state, taken), tookOver };
    }
    case 'CaseMergedInto': return {
      ...state, mergedInto: { stream: event.data.into, code: event.data.intoCode }, closed: { ending: MERGED, at: event.at, reasonId: null },
      step: state.step && { ...state.step, asked: null, dueAt: null },
    };
  }
}

/** The case with what it took over from the other; people come by events of their own. */
export function withTaken(state: CaseState, taken: TakenOver): CaseState {
  const same = (one: { sender: string; recipient: string; purpose: string; who: string }) => `${one.sender} ${one.recipient} ${one.purpose} ${one.who}`;
  const words = new Set(taken.ledger.map(same));
  const registers = new Set<string>(taken.registrations.map((one) => one.register));
  return {
    ...state,
    gezag: state.gezag.length > 0 ? state.gezag : taken.gezag,
    ledger: [...state.ledger.filter((one) => !words.has(same(one))), ...taken.ledger.map((one) => ({ ...one, entry: state.entries }))],
    contacts: [...state.contacts, ...taken.contacts],
    registrations: [...state.registrations.filter((one) => !registers.has(one.register)), ...taken.registrations],
    outsiders: [...state.outsiders, ...taken.outsiders],
    references: { ...taken.references, ...state.references },
    dangers: [...state.dangers, ...taken.dangers],
    risk: state.risk ?? taken.risk,
  };
}
