import { daysOfSpan, isWeekday, spanIn } from './calendar.js';
import type { RouteFault } from './model.js';
import { unknown, type Located, type Parts } from './parts.js';
import { vakantieregios, type CalendarData, type RegionCalendarData, type Span } from './schema-calendar.js';
import type { RegionData } from './schema-local.js';
import { faultAt, shown, type Path, type Source } from './source.js';

type Year = CalendarData['schoolYears'][number];
/** A day off of more than this is a year mistyped. */
const LONGEST_FREE = 60;

/** The calendar and what the regions change in it: days in order, none twice, every vakantie and feestdag there, and no verplichte dates moved. */
export function checkCalendar(parts: Parts): readonly RouteFault[] {
  if (!parts.calendar) return [];
  const { data, source } = parts.calendar;
  const faults = [...twice(data, source), ...data.schoolYears.flatMap((year, at) => schoolYear(data, year, at, source)), ...feestdagen(data, source)];
  // What a region changes is judged against a calendar that is sound itself.
  return faults.length > 0 ? faults : parts.regions.flatMap((region) => overlay(data, region));
}

function twice({ vakanties, feestdagen: days, schoolYears }: CalendarData, source: Source): RouteFault[] {
  const lists = [['vakanties', vakanties], ['feestdagen', days], ['schoolYears', schoolYears]] as const;
  return lists.flatMap(([name, list]) => list.flatMap(({ id }, at) => (
    list.findIndex((other) => other.id === id) < at ? [faultAt(source, [name, at, 'id'], `${shown(id)} stands here twice`)] : []
  )));
}

function schoolYear({ vakanties, schoolYears }: CalendarData, year: Year, at: number, source: Source): RouteFault[] {
  const path = ['schoolYears', at] as const;
  const faults: RouteFault[] = [];
  const [first, second] = year.id.split('-').map(Number);
  if (Number(first) + 1 !== second) faults.push(faultAt(source, [...path, 'id'], `${shown(year.id)} is no school year; allowed: a year and the next`));
  const before = schoolYears[at - 1];
  if (before && Number(before.id.slice(5)) !== first) faults.push(faultAt(source, [...path, 'id'], `the school years must follow each other: ${shown(before.id)} comes before this one`));
  const known = vakanties.map((each) => each.id);
  year.days.forEach(({ vakantie }, each) => {
    if (!known.includes(vakantie)) faults.push(faultAt(source, [...path, 'days', each, 'vakantie'], unknown('vakantie', vakantie, known)));
    else if (year.days.findIndex((other) => other.vakantie === vakantie) < each) faults.push(faultAt(source, [...path, 'days', each, 'vakantie'], `${shown(vakantie)} stands in this school year twice`));
  });
  for (const id of known) if (!year.days.some((each) => each.vakantie === id)) faults.push(faultAt(source, [...path, 'days'], `the vakantie ${shown(id)} is missing`, 'key'));
  for (const region of vakantieregios) {
    const spans = year.days.map((each, index): Placed => ({ span: each[region], name: each.vakantie, path: [...path, 'days', index, region], source }));
    faults.push(...spans.flatMap((each) => spanFaults(each, year.id)));
    spans.forEach((each, index) => {
      const earlier = spans[index - 1];
      if (earlier && each.span.from < earlier.span.from) faults.push(faultAt(source, [...each.path, 'from'], `the days must stand in order: ${shown(earlier.name)} begins later`));
    });
    faults.push(...overlaps(spans));
  }
  return faults;
}

interface Placed {
  readonly span: Span;
  readonly name: string;
  readonly path: Path;
  readonly source: Source;
}

/** An end before its start, or days outside the school year: 1 August to 31 July, as they begin. */
function spanFaults({ span: { from, to }, path, source }: Placed, year: string): RouteFault[] {
  if (to < from) return [faultAt(source, [...path, 'to'], `the end ${shown(to)} comes before the start ${shown(from)}`)];
  if (daysOfSpan(from, to).length > LONGEST_FREE) return [faultAt(source, [...path, 'to'], `longer than ${String(LONGEST_FREE)} days`)];
  const inside = from >= `${year.slice(0, 4)}-08-01` && from <= `${year.slice(5)}-07-31`;
  return inside ? [] : [faultAt(source, [...path, 'from'], `${shown(from)} is not in the school year ${year}`)];
}

/** Two vakanties may share a weekend, never a day from Monday to Friday. */
function overlaps(spans: readonly Placed[]): RouteFault[] {
  return spans.flatMap((one, at) => spans.slice(0, at).flatMap((other) => {
    if (one.span.to < one.span.from || other.span.to < other.span.from) return [];
    const both = daysOfSpan(one.span.from, one.span.to).find((day) => day >= other.span.from && day <= other.span.to && isWeekday(day));
    return both === undefined ? [] : [faultAt(one.source, one.path, `overlaps with ${shown(other.name)}: both have ${both}`)];
  }));
}

/** Every feestdag once in every calendar year, in order, over all school years. */
function feestdagen({ feestdagen: list, schoolYears }: CalendarData, source: Source): RouteFault[] {
  const first = Number(schoolYears[0]?.id.slice(0, 4));
  const last = Number(schoolYears.at(-1)?.id.slice(5));
  return list.flatMap(({ days }, at) => {
    const path = ['feestdagen', at, 'days'] as const;
    const years = days.map((day) => Number(day.slice(0, 4)));
    const missing = Array.from({ length: Math.max(0, last - first + 1) }, (_, each) => first + each).filter((year) => !years.includes(year));
    return [
      ...years.flatMap((year, each) => {
        const before = years[each - 1];
        return before === undefined || year === before + 1 ? [] : [faultAt(source, [...path, each], 'the days must stand in order, one in each year')];
      }),
      ...missing.map((year) => faultAt(source, path, `the year ${String(year)} is missing`, 'key')),
    ];
  });
}

/** What a region lays over it: advies may be moved, verplicht never. */
function overlay(data: CalendarData, { data: { kalender: own }, source }: Located<RegionData>): RouteFault[] {
  if (!own) return [];
  return [...changes(data, own, source), ...freed(data, own, source), ...freeDays(own, source)];
}

function changes(data: CalendarData, own: RegionCalendarData, source: Source): RouteFault[] {
  return own.changes.flatMap((change, at) => {
    const path = ['kalender', 'changes', at] as const;
    const year = data.schoolYears.find((each) => each.id === change.year);
    const vakantie = data.vakanties.find((each) => each.id === change.vakantie);
    if (!year) return [faultAt(source, [...path, 'year'], unknown('school year', change.year, data.schoolYears.map((each) => each.id)))];
    if (!vakantie) return [faultAt(source, [...path, 'vakantie'], unknown('vakantie', change.vakantie, data.vakanties.map((each) => each.id)))];
    if (vakantie.dates === 'verplicht') {
      const advice = data.vakanties.filter((each) => each.dates === 'advies').map((each) => each.id);
      return [faultAt(source, [...path, 'vakantie'], `the dates of ${shown(vakantie.id)} are verplicht and can not be changed; allowed: ${advice.join(', ')}`)];
    }
    if (own.changes.findIndex((other) => other.year === change.year && other.vakantie === change.vakantie) < at) return [faultAt(source, path, `${shown(vakantie.id)} of ${year.id} is changed twice`, 'key')];
    const placed: Placed = { span: change, name: vakantie.id, path, source };
    const others = year.days.filter((each) => each.vakantie !== vakantie.id).map((each): Placed => ({ span: spanIn(own, year.id, each), name: each.vakantie, path, source }));
    const faults = spanFaults(placed, year.id);
    return faults.length > 0 ? faults : others.flatMap((other) => overlaps([other, placed]));
  });
}

function freed({ vakanties, feestdagen: days }: CalendarData, own: RegionCalendarData, source: Source): RouteFault[] {
  const can = [...vakanties, ...days].filter((each) => !each.free).map((each) => each.id);
  return own.free.flatMap((free, at) => {
    const path = ['kalender', 'free', at] as const;
    if (!can.includes(free.what)) return [faultAt(source, [...path, 'what'], unknown('day that can be free', free.what, can))];
    if (own.free.findIndex((other) => other.what === free.what) < at) return [faultAt(source, [...path, 'what'], `${shown(free.what)} stands here twice`)];
    const ofSchools = vakanties.some((each) => each.id === free.what);
    return ofSchools && free.for !== 'school' ? [faultAt(source, [...path, 'for'], 'a vakantie is for schools alone; allowed: school')] : [];
  });
}

function freeDays(own: RegionCalendarData, source: Source): RouteFault[] {
  return own.freeDays.flatMap((one, at) => {
    const path = ['kalender', 'freeDays', at] as const;
    const before = own.freeDays[at - 1];
    if (one.to < one.from) return [faultAt(source, [...path, 'to'], `the end ${shown(one.to)} comes before the start ${shown(one.from)}`)];
    if (daysOfSpan(one.from, one.to).length > LONGEST_FREE) return [faultAt(source, [...path, 'to'], `longer than ${String(LONGEST_FREE)} days`)];
    return before && one.from < before.from ? [faultAt(source, [...path, 'from'], `the days must stand in order: ${shown(before.label)} begins later`)] : [];
  });
}
