import { consentOn } from '../consent/age.js';
import { isSelf } from '../consent/gate.js';
import type { CaseState } from '../state.js';
import type { Stagnation } from './state.js';

/**
 * Do those know of it who must know on this day: the parents, from 16 the jongere (TOE-10, C-01)? That the parents were
 * told says nothing of a jongere who became 16 since.
 */
export function isKnown(state: CaseState, { parentsKnow, toldSelf }: Pick<Stagnation, 'parentsKnow' | 'toldSelf'>, day: string): boolean {
  return parentsKnow && (toldSelf || !isSelf(consentOn(state, day).ageBand));
}
