import type { Parts } from './app/parts.js';
import type { Pulse } from './app/pulse.js';
import { dayOf } from './case/time.js';
import type { Figures } from './http/metrics.js';
import { calendarEnds } from './route/calendar.js';

const DAY_MS = 86_400_000;

/** What operators want to know at this moment. Rejects when the store does not answer. */
export async function figuresOf({ store, clock, route }: Parts, pulse: Pick<Pulse, 'silentMs'>): Promise<Figures> {
  const now = clock.now();
  const [health, paused, open] = await Promise.all([store.outboxHealth(now), store.pauses(now), store.openCases(route.region.region)]);
  return {
    ...health, paused, region: route.region.region,
    stalled: open.filter((row) => row.stalled).length,
    calendarDays: Math.round((Date.parse(calendarEnds(route.calendar)) - Date.parse(dayOf(now))) / DAY_MS),
    oldestDueSeconds: health.oldestDue === null ? 0 : Math.max(0, (Date.parse(now) - Date.parse(health.oldestDue)) / 1000),
    deliverySeconds: pulse.silentMs() / 1000,
  };
}
