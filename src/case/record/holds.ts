import type { CaseState } from '../state.js';

/** Does an open case still need this person: as its owner, as who is "aan zet", or for the regie by name? */
export function holdsSomething({ closed, owner, step, plan, draft }: CaseState, person: string): boolean {
  if (closed) return false;
  const key = `person:${person}`;
  return owner === person || step?.holder === person || plan?.who === key || draft.regie?.who === key;
}
