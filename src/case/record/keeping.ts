import type { Route } from '../../route/model.js';
import type { Actor } from '../decision.js';
import { refuse, type Refusal } from '../refusals.js';
import type { CaseState } from '../state.js';
import { dayOf, instantOn, plusDays } from '../time.js';

/** In the morning, on whatever day: nobody is reminded of anything, and what is to go does not wait for a holiday to end. */
function morningOn(day: string): string {
  return instantOn(day, '09:00');
}

/** May this person have the case deleted? Who that is, is data: `dialogs/bewaren.yaml`. Never somebody who is not in the register, but for an own case. */
export function mayDelete({ keeping }: Pick<Route, 'keeping'>, state: CaseState, { person, role, organisation }: Actor): boolean {
  if (keeping.deleteBy.owner && state.owner === person) return true;
  return organisation !== '' && organisation === state.organisation && keeping.deleteBy.roles.includes(role);
}

/** Why a request to delete this case is not carried out; undefined when it is. A code that is not there sounds like one that is not yours. */
export function deletionRefused(
  route: Pick<Route, 'keeping'>, state: CaseState | undefined, asked: { readonly typedCode: string; readonly onRequestOf: string }, actor: Actor,
): Refusal | undefined {
  if (!state || !mayDelete(route, state, actor)) return refuse('delete-not-you');
  if (!route.keeping.onRequestOf.some((one) => one.id === asked.onRequestOf)) return refuse('choose-requester');
  return asked.typedCode.trim().toUpperCase() === state.code ? undefined : refuse('delete-code');
}

/** The first day of which remarks are still kept on this day (YYYY-MM-DD). */
export function remarksSince({ keeping }: Pick<Route, 'keeping'>, day: string): string {
  return plusDays(day, -daysOfRemarks(keeping));
}

/** The moment at which the remarks of this day go. */
export function remarksGoAt({ keeping }: Pick<Route, 'keeping'>, day: string): string {
  return morningOn(plusDays(day, daysOfRemarks(keeping) + 1));
}

function daysOfRemarks({ remarks, retention }: Route['keeping']): number {
  const days = remarks?.days ?? Math.min(...Object.values(retention).map((each) => each.days));
  return Number.isFinite(days) ? days : 0;
}

/** The moment at which a closed case is to be forgotten, or undefined for one that is open. An unknown step counts as the shortest. */
export function forgetAt({ keeping }: Pick<Route, 'keeping'>, { closed, step }: CaseState): string | undefined {
  if (!closed) return undefined;
  const days = keeping.retention[step?.id ?? '']?.days ?? Math.min(...Object.values(keeping.retention).map((each) => each.days));
  return Number.isFinite(days) ? morningOn(plusDays(dayOf(closed.at), days + 1)) : undefined;
}

/** As long as a visit: whoever is not in the register by then is somebody we need not know. */
const LEAVERS_KEPT_DAYS = 30;

/** Who left before this day is forgotten; `today` and the answer as YYYY-MM-DD. */
export function leaversBefore(today: string): string {
  return plusDays(today, -LEAVERS_KEPT_DAYS);
}
