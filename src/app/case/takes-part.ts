import { STRANGER } from '../../case/decision.js';
import type { Person } from '../ports.js';
import type { LoadedCase } from '../run-case.js';

/** Who was taken out of the register sees nothing more of a case; somebody who never was in it keeps the own one. */
export function takesPart({ state }: LoadedCase, viewer: Person): boolean {
  const part = state.people.find((one) => one.person === viewer.id);
  return part !== undefined && (viewer.registered || part.role === STRANGER);
}
