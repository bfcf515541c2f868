import type { Route } from '../route/model.js';
import { daysOf } from './calendar.js';
import type { CaseState } from './state.js';
import type { DayKind } from './values.js';

/** In which days this person of the case counts, by the role in which they take part. Of who left nobody knows: working days. */
export function daysOfPerson(route: Route, { people, step }: Pick<CaseState, 'people' | 'step'>, person: string): DayKind {
  const role = people.find((one) => one.person === person)?.role ?? (step?.holder === person ? step.holderRole : undefined);
  return role === undefined ? 'work' : daysOf(route, role);
}
