import type { CaseState } from '../../case/state.js';
import type { Parts } from '../parts.js';
import type { Person } from '../ports.js';

/** Does this person work for the stagnatiepunt, as the register knows them now? */
export function ofPoint(person: Pick<Person, 'registered' | 'role'> | undefined): boolean {
  return person?.registered === true && person.role === 'stagnatiepunt';
}

/** Was the case picked up by somebody who is not of the stagnatiepunt any more? Then a colleague may pick it up. */
export async function claimerLeft(parts: Pick<Parts, 'store'>, { stagnation }: Pick<CaseState, 'stagnation'>): Promise<boolean> {
  const claimedBy = stagnation?.claimedBy ?? null;
  return claimedBy !== null && !ofPoint(await parts.store.person(claimedBy));
}
