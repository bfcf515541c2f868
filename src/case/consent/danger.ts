import type { CaseState } from '../state.js';
import type { Danger } from './state.js';

/** Does this person know of it: as the one who noted it, or as somebody who needs to know? */
export function knowsOf({ by, knows }: Danger, person: string): boolean {
  return by === person || knows.includes(person);
}

/** The notes of danger that this person knows of; there is no way to see that there are others. */
export function dangersOf(state: Pick<CaseState, 'dangers'>, person: string): readonly Danger[] {
  return state.dangers.filter((one) => knowsOf(one, person));
}
