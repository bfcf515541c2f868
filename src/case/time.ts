/**
 * Civil time in the Netherlands. Pure: an instant comes in, nothing reads the clock.
 * Instants are ISO 8601 in UTC; days are `YYYY-MM-DD` in Europe/Amsterdam.
 */

const ZONE = 'Europe/Amsterdam';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
});
const shortDay = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });

function local(instant: string): { day: string; time: string } {
  const found = new Map(parts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  const read = (type: string) => found.get(type as Intl.DateTimeFormatPartTypes) ?? '';
  return { day: `${read('year')}-${read('month')}-${read('day')}`, time: `${read('hour')}:${read('minute')}` };
}

/** The Dutch calendar day on which this instant falls. */
export function dayOf(instant: string): string {
  return local(instant).day;
}

/** What the clock shows here at this instant: "09:00". */
export function timeOf(instant: string): string {
  return local(instant).time;
}

/**
 * The instant at which it is `time` ("09:00") on `day` in the Netherlands, in summer and in winter. Of an hour that occurs
 * twice in autumn the first; one that is skipped in spring comes out an hour later (both as in RFC 5545, 3.3.5).
 */
export function instantOn(day: string, time: string): string {
  const guess = Date.parse(`${day}T${time}:00.000Z`);
  // Amsterdam is two or one hours ahead of UTC; the one that shows the asked time is the right one.
  for (const ahead of [2 * HOUR, HOUR]) {
    const instant = new Date(guess - ahead).toISOString();
    const shown = local(instant);
    if (shown.day === day && shown.time === time) return instant;
  }
  return new Date(guess - HOUR).toISOString();
}

/** `day` plus a number of calendar days. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days between two instants, never negative. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY));
}

/** An instant plus a number of days, as a length of time. */
export function plusTime(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** True for a day that exists, written as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text);
}

/** "ma 23 november 2026". */
export function showDay(day: string): string {
  return shortDay.format(new Date(`${day}T00:00:00.000Z`));
}

/** "23 november 2026, 09:00". */
export function showInstant(instant: string): string {
  const { day, time } = local(instant);
  return `${showDay(day)}, ${time}`;
}

/** "3 dagen", "1 dag", "vandaag". */
export function showDays(days: number): string {
  if (days === 0) return 'vandaag';
  return days === 1 ? '1 dag' : `${String(days)} dagen`;
}
