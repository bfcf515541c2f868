import type { EventOf, RecordedCaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import type { CurrentStep } from './state.js';

type At<T extends RecordedCaseEvent['type']> = EventOf<T> & Pick<RecordedCaseEvent, 'at' | 'actor'>;

export function stepStartedIn(state: CaseState, { at, data }: At<'StepStarted'>): CaseState {
  const { step: id, holder, holderRole, term, dueAt } = data;
  return { ...state, step: { id, holder, holderRole, term, dueAt, startedAt: at, waiting: null, asked: null } };
}

/** Changes the step that runs, if one does. */
function withStep(state: CaseState, change: (step: CurrentStep) => CurrentStep): CaseState {
  return state.step ? { ...state, step: change(state.step) } : state;
}

export function evolveStep(state: CaseState, event: At<'StepStarted' | 'HolderAsked' | 'StepWaits' | 'StepDone' | 'CaseClosed' | 'CaseReopened'>): CaseState {
  switch (event.type) {
    case 'StepStarted': return stepStartedIn(state, event);
    case 'HolderAsked': return withStep(state, (step) => ({ ...step, asked: { person: event.data.asked, at: event.at, graceUntil: event.data.graceUntil } }));
    case 'StepWaits': {
      const { waitFor, until, dueAt } = event.data;
      return withStep(state, (step) => ({ ...step, waiting: { for: waitFor, until }, dueAt, asked: null }));
    }
    case 'StepDone': return withStep(state, (step) => ({ ...step, asked: null, waiting: null, dueAt: null }));
    case 'CaseClosed': return { ...withStep(state, (step) => ({ ...step, asked: null, dueAt: null })), closed: { ending: event.data.ending, at: event.at, reasonId: event.data.reasonId } };
    case 'CaseReopened': return { ...state, closed: null, reopened: { at: event.at, reasonId: event.data.reasonId } };
  }
}
