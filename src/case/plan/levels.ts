import { regieFor } from '../../route/regie.js';
import type { Route } from '../../route/model.js';
import type { RegieCellData } from '../../route/schema.js';
import type { CaseState } from '../state.js';

export interface Levels { readonly leervraag: string; readonly leefvraag: string }

/** Level of the leervraag and the leefvraag as it was last said: at the triage, or when an MDO was planned. Null when nobody said. */
export function levelsOf({ levels, mdo }: Pick<CaseState, 'levels' | 'mdo'>): Levels | null {
  if (mdo && !mdo.cancelled && (!levels || mdo.id !== levels.beside)) return { leervraag: mdo.leervraag, leefvraag: mdo.leefvraag };
  return levels && { leervraag: levels.leervraag, leefvraag: levels.leefvraag };
}

/** The cell of the regie matrix for this case: the leefvraag alone decides (RGM-05). Undefined when nobody said what there is. */
export function regieOf(route: Route, state: Pick<CaseState, 'levels' | 'mdo'>): RegieCellData | undefined {
  const levels = levelsOf(state);
  return levels ? regieFor(route, levels.leervraag, levels.leefvraag) : undefined;
}

/** Leervraag and leefvraag together: the condition of stap 3 (S3-02). False as well when nobody said. */
export function asksBoth(state: Pick<CaseState, 'levels' | 'mdo'>): boolean {
  const levels = levelsOf(state);
  return levels !== null && levels.leervraag !== 'geen' && levels.leefvraag !== 'geen';
}
