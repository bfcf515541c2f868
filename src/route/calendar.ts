import type { CalendarData, RegionCalendarData, Span } from './schema-calendar.js';

/**
 * When people of this region are off: always that of today, also for a case that began earlier. Days are YYYY-MM-DD.
 * What is not in here counts from Monday to Friday, so a calendar that has run out refuses nothing.
 */
export interface Calendar {
  /** The first and the last day of which everything is known. */
  readonly from: string;
  readonly until: string;
  /** Days that do not count, with the reason in Dutch: for schools, and for everybody else. */
  readonly school: Readonly<Record<string, string>>;
  readonly work: Readonly<Record<string, string>>;
}

/** Where the file could not be read. Such a route never starts. */
export const NO_CALENDAR: Calendar = { from: '', until: '', school: {}, work: {} };

const DAY_MS = 86_400_000;
/** Half a year: time enough for somebody to put the next school year in. */
const WARN_DAYS = 183;

/** The last day that this calendar knows (YYYY-MM-DD). */
export function calendarEnds({ until }: Calendar): string {
  return until;
}

/** Does the calendar end within half a year of this day, or has it ended? */
export function calendarEndsSoon(calendar: Calendar, today: string): boolean {
  return dayAfter(today, WARN_DAYS) >= calendarEnds(calendar);
}

/** The calendar of one region: the data of the land, with what the region changed and added. Without `own` there are no school holidays, only public ones. */
export function compileCalendar(data: CalendarData, own: RegionCalendarData | undefined): Calendar {
  const school: Record<string, string> = {};
  const work: Record<string, string> = {};
  const off = (where: Record<string, string>, { from, to }: Span, label: string) => {
    for (const day of daysOfSpan(from, to)) where[day] ??= label;
  };
  const freeHere = (what: string) => own?.free.find((each) => each.what === what)?.for;
  for (const { id, label, free, days } of data.feestdagen) {
    const who = free ? 'iedereen' : freeHere(id);
    for (const day of who === undefined ? [] : days) off(school, { from: day, to: day }, label);
    for (const day of who === 'iedereen' ? days : []) off(work, { from: day, to: day }, label);
  }
  for (const { id, label, free } of own ? data.vakanties : []) {
    if (!free && freeHere(id) === undefined) continue;
    for (const span of own ? spansOf(data, own, id) : []) off(school, span, label);
  }
  for (const { label, from, to, for: who } of own?.freeDays ?? []) {
    off(school, { from, to }, label);
    if (who === 'iedereen') off(work, { from, to }, label);
  }
  return { ...known(data, own), school, work };
}

/** The days of one vakantie in every school year, as they are in this region. */
function spansOf(data: CalendarData, own: RegionCalendarData, vakantie: string): Span[] {
  return data.schoolYears.flatMap((year) => year.days.filter((each) => each.vakantie === vakantie).map((each) => spanIn(own, year.id, each)));
}

/** The days of a vakantie in this region: its own where it set others, else those of its vakantieregio. */
export function spanIn(own: RegionCalendarData, year: string, days: CalendarData['schoolYears'][number]['days'][number]): Span {
  const { from, to } = own.changes.find((change) => change.year === year && change.vakantie === days.vakantie) ?? days[own.vakantieregio];
  return { from, to };
}

/** From the first school year or calendar year to the end of the last one: whichever ends first. */
function known(data: CalendarData, own: RegionCalendarData | undefined): Pick<Calendar, 'from' | 'until'> {
  const feestdagen = data.feestdagen.flatMap((each) => each.days).sort();
  const [first, last] = [`${(feestdagen[0] ?? '').slice(0, 4)}-01-01`, `${(feestdagen.at(-1) ?? '').slice(0, 4)}-12-31`];
  if (!own) return { from: first, until: last };
  const start = `${(data.schoolYears[0]?.id ?? '').slice(0, 4)}-08-01`;
  const year = data.schoolYears.at(-1);
  const end = year?.days.map((each) => spanIn(own, year.id, each).to).sort().at(-1) ?? '';
  return { from: start > first ? start : first, until: end < last ? end : last };
}

/** Longer than any holiday: of a year that was mistyped the check need not see every day. */
const MOST_DAYS = 400;

/** Every day from the first to the last, both included. */
export function daysOfSpan(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < MOST_DAYS; day = dayAfter(day, 1)) days.push(day);
  return days;
}

/** Monday to Friday? */
export function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
