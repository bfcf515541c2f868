import { isWeekday, type Calendar } from '../route/calendar.js';
import type { Route } from '../route/model.js';
import { sidesOf } from './sides.js';
import { dayOf, instantOn, plusDays, timeOf } from './time.js';
import type { DayKind } from './values.js';

/** The consent party of everybody at a school. */
const SCHOOL = 'school';
/** The hour at which a term ends and a reminder comes. */
const MORNING = '09:00';
/** Between these hours somebody may be reminded of something that is late. */
const DAY_BEGINS = '08:00';
const DAY_ENDS = '18:00';

/**
 * In which days a term of somebody with this role is counted: `school` for the side of a school (the regievoerder zorg of a
 * schoolbestuur too), `work` for gemeente, GGD, samenwerkingsverband, bovenschools team, stagnatiepunt and anybody else.
 */
export function daysOf(route: Route, role: string): DayKind {
  return sidesOf(route, role).sends === SCHOOL ? 'school' : 'work';
}

/** The days that suit all of these roles at once: school days, as soon as one of them is of a school. Every school day is a working day. */
export function daysOfAll(route: Route, roles: readonly string[]): DayKind {
  return roles.some((role) => daysOf(route, role) === 'school') ? 'school' : 'work';
}

/** Does this day (YYYY-MM-DD) count: Monday to Friday, no public holiday, and for schools no school holiday? Beyond the calendar every Monday to Friday does. */
export function dayCounts(calendar: Calendar, kind: DayKind, day: string): boolean {
  return isWeekday(day) && !Object.hasOwn(calendar[kind], day);
}

/**
 * The instant at which a term of `days` counting days that starts at `from` (an instant) has passed: nine in the morning of
 * the first counting day after the last one counted. The day on which it starts does not count.
 */
export function afterDays(calendar: Calendar, kind: DayKind, from: string, days: number): string {
  let day = dayOf(from);
  for (let left = days; left > 0; left -= 1) day = countingAfter(calendar, kind, day);
  return morningAfter(calendar, kind, day);
}

/** Nine in the morning of the first counting day after `day`. */
export function morningAfter(calendar: Calendar, kind: DayKind, day: string): string {
  return instantOn(countingAfter(calendar, kind, day), MORNING);
}

/** Nine in the morning of the last counting day before `day`, or of the one so many (`days`) before. */
export function morningBefore(calendar: Calendar, kind: DayKind, day: string, days = 1): string {
  let before = day;
  for (let left = days; left > 0; left -= 1) {
    do before = plusDays(before, -1); while (!dayCounts(calendar, kind, before));
  }
  return instantOn(before, MORNING);
}

/** May somebody whose days are these be reminded at this instant: by day, on a day that counts? */
export function mayRemind(calendar: Calendar, kind: DayKind, now: string): boolean {
  const time = timeOf(now);
  return dayCounts(calendar, kind, dayOf(now)) && time >= DAY_BEGINS && time < DAY_ENDS;
}

/** `now` when somebody may be reminded, else nine in the morning of the first counting day from then on. */
export function nextReminderMoment(calendar: Calendar, kind: DayKind, now: string): string {
  if (mayRemind(calendar, kind, now)) return now;
  const today = dayOf(now);
  return morningAfter(calendar, kind, timeOf(now) < DAY_BEGINS ? plusDays(today, -1) : today);
}

function countingAfter(calendar: Calendar, kind: DayKind, day: string): string {
  let next = plusDays(day, 1);
  while (!dayCounts(calendar, kind, next)) next = plusDays(next, 1);
  return next;
}
