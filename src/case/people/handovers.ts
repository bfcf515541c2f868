import type { CaseState } from '../state.js';
import type { Handover } from './state.js';

/** The offers that can still be accepted. A step was offered by who had the turn in it: not the step after it, nor once another has the turn. */
export function liveHandovers(state: Pick<CaseState, 'handovers' | 'step'>): readonly Handover[] {
  return state.handovers.filter((offer) => !hasPassed(state, offer));
}

/** True for a step that is over, or that is somebody else's by now. */
export function hasPassed({ step }: Pick<CaseState, 'step'>, { what, from, at }: Handover): boolean {
  return what === 'stap' && (step?.holder !== from || step.startedAt > at);
}
