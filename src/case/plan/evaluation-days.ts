import type { Route } from '../../route/model.js';
import { afterDays, daysOfAll, morningBefore } from '../calendar.js';
import type { Participant } from '../people/state.js';
import type { CaseState } from '../state.js';
import { instantOn } from '../time.js';
import type { DayKind } from '../values.js';

/** Days before the evaluation on which people are reminded, and after it when they are asked once more. */
const AHEAD = 5;
const AFTER = 5;

/** Who hears of an evaluation: who has the regie, organised the MDO or owns the case, and both contactpersonen (S3-07). */
export function remindedOf(state: CaseState | undefined): readonly Participant[] {
  const plan = state?.plan;
  if (!state || !plan) return [];
  const keys = [plan.who, plan.contactSchool, plan.contactGemeente].filter((key) => key.startsWith('person:')).map((key) => key.slice('person:'.length));
  const all = new Set([...keys, state.owner, ...(state.mdo ? [state.mdo.organiser] : [])]);
  return [...all].flatMap((person) => state.people.find((one) => one.person === person) ?? []);
}

/** They are reminded together, on a day that suits them all: a school day as soon as one of them is of a school. */
export function evaluationDays(route: Route, state: CaseState): DayKind {
  return daysOfAll(route, remindedOf(state).map((one) => one.role));
}

/** Nine in the morning, five of those days before this day (YYYY-MM-DD). A courtesy, no term of the route. */
export function remindAt(route: Route, state: CaseState, day: string): string {
  return morningBefore(route.calendar, evaluationDays(route, state), day, AHEAD);
}

/** When to ask once more how the evaluation of this day went. */
export function askAgainAt(route: Route, state: CaseState, day: string): string {
  return afterDays(route.calendar, evaluationDays(route, state), instantOn(day, '09:00'), AFTER);
}
