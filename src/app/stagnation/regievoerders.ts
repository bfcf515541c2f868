import { REGIEVOERDER, schoolsOfBoard } from '../../case/stagnation/schools.js';
import type { CaseState } from '../../case/state.js';
import type { Parts } from '../parts.js';
import type { Person } from '../ports.js';

/** The regievoerders zorg in the register of the schoolbestuur of this case's school (ROL-REG-01). */
export async function regievoerdersOf(parts: Parts, state: CaseState): Promise<readonly Person[]> {
  const people = await parts.store.peopleOfRegion(state.region);
  return people.filter((one) => one.role === REGIEVOERDER && schoolsOfBoard(parts.route, state, one.organisation).length > 0);
}
