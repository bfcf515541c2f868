import { afterWorkingDays, instantOn, plusDays } from '../time.js';

/** Working days before the evaluation on which people are reminded, and after it when they are asked once more. */
const AHEAD = 5;
const AFTER = 5;

/** Nine in the morning, five working days before this day. A courtesy, no term of the route. */
export function remindAt(day: string): string {
  let at = day;
  for (let left = AHEAD; left > 0;) {
    at = plusDays(at, -1);
    const weekday = new Date(`${at}T00:00:00.000Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return instantOn(at, '09:00');
}

/** When to ask once more how the evaluation of this day went. */
export function askAgainAt(day: string): string {
  return afterWorkingDays(instantOn(day, '09:00'), AFTER);
}
