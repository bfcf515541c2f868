/** Dates and times as people in the Netherlands write them. */

const ZONE = { timeZone: 'Europe/Amsterdam' } as const;
const time = new Intl.DateTimeFormat('nl-NL', { ...ZONE, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('nl-NL', { ...ZONE, weekday: 'long', day: 'numeric', month: 'long' });
const full = new Intl.DateTimeFormat('nl-NL', { ...ZONE, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const isoDay = new Intl.DateTimeFormat('sv-SE', { ...ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

export const timeOf = (at: string): string => time.format(new Date(at));
export const dayOf = (at: string): string => day.format(new Date(at));
export const fullMoment = (at: string): string => full.format(new Date(at));
/** YYYY-MM-DD in the Netherlands. */
export const dateOf = (at: string): string => isoDay.format(new Date(at));

/** The same time of day so many days later. */
export function daysLater(at: string, days: number): string {
  const moved = new Date(new Date(at).getTime() + days * 86_400_000);
  // Across the change of summer time the hour on the wall stays the same.
  const drift = wallHours(at) - wallHours(moved.toISOString());
  const hours = drift > 12 ? drift - 24 : drift < -12 ? drift + 24 : drift;
  return new Date(moved.getTime() + hours * 3_600_000).toISOString();
}

/** Nine in the morning in the Netherlands on this day (YYYY-MM-DD). */
export function nineOn(date: string): string {
  const guess = `${date}T08:00:00.000Z`;
  return new Date(new Date(guess).getTime() + (9 - wallHours(guess)) * 3_600_000).toISOString();
}

function wallHours(at: string): number {
  return Number(new Intl.DateTimeFormat('nl-NL', { ...ZONE, hour: 'numeric', hourCycle: 'h23' }).format(new Date(at)));
}
