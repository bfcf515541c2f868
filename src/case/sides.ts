import type { Route } from '../route/model.js';

/** Consent party of a role: the side that sends, and the side that receives. */
export function sidesOf(route: Route, role: string): { readonly sends: string; readonly receives: string } {
  const found = route.roles.get(role);
  return { sends: found?.sends ?? 'anders', receives: found?.receives ?? 'anders' };
}
