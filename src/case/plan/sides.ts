import type { Route } from '../../route/model.js';
import { sidesOf } from '../sides.js';
import type { RefusalId } from '../refusals.js';

/** The parties of the gemeente in this route. `anders`: the route does not say who its contactpersoon is, so any official may be. */
const GEMEENTE = ['sociaal-team', 'koo', 'leerplicht'];
const ANY_OFFICIAL = 'anders';

export function ofSchool(route: Route, role: string): boolean {
  return sidesOf(route, role).sends === 'school';
}

export function ofGemeente(route: Route, role: string): boolean {
  return role === ANY_OFFICIAL || GEMEENTE.includes(sidesOf(route, role).sends);
}

/**
 * Why somebody with this role can not have the regie that the matrix gives; undefined when they can. Procesregie
 * onderwijs: somebody of the school side (C-24); casemanager: the sociaal team; none: nobody of the gemeente, and the
 * JGZ takes no regie (PRB-06, S2-09).
 */
export function mayNotDirect(route: Route, regie: string, role: string): RefusalId | undefined {
  const { sends } = sidesOf(route, role);
  if (regie === 'onderwijs') return sends === 'school' ? undefined : 'regie-school';
  if (regie === 'casemanager') return sends === 'sociaal-team' ? undefined : 'regie-casemanager';
  return GEMEENTE.includes(sends) || sends === 'jgz' ? 'regie-none' : undefined;
}

/** Why somebody with this role can not answer for the zorgdoelen: under the casemanager's procesregie it is the casemanager (S3-04); else the route does not say who (N-04). */
export function mayNotAnswerForZorg(regie: string, role: string): RefusalId | undefined {
  return regie === 'casemanager' && role !== 'casemanager' ? 'responsible-casemanager' : undefined;
}
