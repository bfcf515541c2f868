import { describe, expect, it } from 'vitest';
import { readRouteFiles } from '../../src/files.js';
import { calendarEnds, daysOfSpan } from '../../src/route/calendar.js';
import { gapsOf } from '../../src/route/gaps.js';
import { loadKept, loadRoute } from '../../src/route/load.js';
import { calendarFileSchema, vakantieregios } from '../../src/route/schema-calendar.js';
import { parse } from 'yaml';
import { FILES, faultsWith, files, goodRoute, lineOf } from './fixture.js';

const FILE = 'dialogs/kalender.yaml';
const REGION = 'dialogs/regios/hier.yaml';
type Edit = readonly [string, string];
const region = (kalender: string): Record<string, readonly Edit[]> => ({ [REGION]: [['label: Hier\n', `label: Hier\nkalender:\n  vakantieregio: noord\n${kalender}`]] });
const told = (edits: Parameters<typeof faultsWith>[0]) => faultsWith(edits).map(({ file, line, message }) => `${file}:${String(line)}: ${message}`);
const lineAt = (edits: Parameters<typeof faultsWith>[0], name: string, text: string) => `${name}:${String(lineOf(files(edits), name, text))}`;
const change = (days: string) => `  changes:\n    - { ${days}, setBy: Overleg, setOn: 2026-01-05 }\n`;
const HERFST = 'vakantie: herfst, noord: { from: 2026-10-10, to: 2026-10-18 }';

describe('the calendar of a region', () => {
  it('has public holidays alone where the region names no vakantieregio', () => {
    expect(goodRoute().calendar).toMatchObject({ work: { '2026-12-25': 'kerst' }, school: { '2026-12-25': 'kerst' } });
    expect(Object.keys(goodRoute().calendar.school)).toEqual(['2026-12-25', '2027-12-25']);
    expect(gapsOf(goodRoute())).toContain(`${REGION}: kalender: no vakantieregio, so school holidays are not counted out`);
  });
  it('has the holidays of its vakantieregio, for schools alone', () => {
    const { calendar } = goodRoute(region(''));
    expect(calendar.school).toMatchObject({ '2026-10-10': 'herfstvakantie', '2026-10-18': 'herfstvakantie', '2027-04-26': 'meivakantie' });
    expect(Object.keys(calendar.school)).not.toContain('2026-10-19');
    expect(Object.keys(calendar.school)).not.toContain('2027-04-19');
    expect(Object.keys(calendar.work)).toEqual(['2026-12-25', '2027-12-25']);
    expect(calendar).toMatchObject({ from: '2026-08-01', until: '2027-05-02' });
  });
  it('changes advies dates, frees what is no general holiday, and adds days', () => {
    const { calendar } = goodRoute(region([
      change('year: 2026-2027, vakantie: herfst, from: 2026-10-17, to: 2026-10-25'),
      '  free:\n    - { what: goede-vrijdag, for: iedereen, setBy: Overleg, setOn: 2026-01-05 }\n    - { what: mei-advies, for: school, setBy: Overleg, setOn: 2026-01-05 }\n',
      '  freeDays:\n    - { label: studiedag, from: 2027-02-03, to: 2027-02-03, for: school, setBy: Overleg, setOn: 2026-01-05 }\n',
    ].join('')));
    expect(calendar.school).toMatchObject({ '2026-10-20': 'herfstvakantie', '2027-03-26': 'Goede Vrijdag', '2027-04-20': 'tweede meiweek', '2027-02-03': 'studiedag' });
    expect(Object.keys(calendar.school)).not.toContain('2026-10-12');
    expect(Object.keys(calendar.work)).toEqual(['2026-12-25', '2027-12-25', '2026-04-03', '2027-03-26']);
  });
  it('is no part of the structure: a live case stays on its route', () => {
    expect(goodRoute(region('')).hash).toBe(goodRoute().hash);
    expect(goodRoute({ [FILE]: [['from: 2026-10-10', 'from: 2026-10-09']] }).hash).toBe(goodRoute().hash);
  });
  it('of today is enough for a route that was kept before there was one', () => {
    const kept = files().filter((file) => file.name !== FILE);
    const today = files(region('')).filter((file) => file.name === FILE);
    expect(loadKept(kept, 'hier').ok).toBe(false);
    const loaded = loadKept([...kept, ...today], 'hier');
    expect(loaded.ok && loaded.route.hash).toBe(goodRoute().hash);
  });
});

describe('a fault of the calendar', () => {
  it.each([
    ['an end before its start', [HERFST, HERFST.replace('2026-10-18', '2026-10-08')], HERFST.slice(0, 16), "the end '2026-10-08' comes before the start '2026-10-10'"],
    ['a day that does not exist', ['from: 2026-10-10', 'from: 2026-02-30'], '2026-02-30', "'2026-02-30' is not allowed"],
    ['a day outside its school year', [HERFST, HERFST.replace('2026-10-10, to: 2026-10-18', '2027-10-16, to: 2027-10-24')], '2027-10-16', "'2027-10-16' is not in the school year 2026-2027"],
    ['two that overlap on a weekday', ['noord: { from: 2027-04-17, to: 2027-04-25 }', 'noord: { from: 2027-04-17, to: 2027-04-26 }'], 'vakantie: mei,', "overlaps with 'mei-advies': both have 2027-04-26"],
    ['a year that is mistyped', [HERFST, HERFST.replace('to: 2026-10-18', 'to: 2027-10-18')], HERFST.slice(0, 16), 'longer than 60 days'],
    ['a vakantie that is missing', [`      - { vakantie: mei-advies, noord: { from: 2027-04-17, to: 2027-04-25 }, midden: { from: 2027-04-17, to: 2027-04-25 }, zuid: { from: 2027-04-17, to: 2027-04-25 } }\n`, ''], '    days:', "the vakantie 'mei-advies' is missing"],
    ['a vakantie that is not there', ['{ vakantie: herfst,', '{ vakantie: winter,'], 'vakantie: winter', "unknown vakantie 'winter'; known: herfst, mei, mei-advies"],
    ['a school year that is none', ['id: 2026-2027', 'id: 2026-2028'], 'id: 2026-2028', "'2026-2028' is no school year"],
    ['a public holiday out of order', ['days: [2026-12-25, 2027-12-25]', 'days: [2027-12-25, 2026-12-25]'], 'days: [2027', 'the days must stand in order, one in each year'],
    ['a public holiday without a year', ['days: [2026-12-25, 2027-12-25]', 'days: [2026-12-25]'], 'days: [2026-12-25]', 'the year 2027 is missing'],
    ['a word that does not belong there', ['dates: advies, free: true, source', 'dates: advies, vrij: true, source'], 'vrij: true', "unknown key 'vrij'"],
  ] as const)('%s: with file and line', (_, edit, at, message) => {
    const edits = { [FILE]: [edit] };
    const found = told(edits);
    expect(found.some((one) => one.startsWith(`${lineAt(edits, FILE, at)}: `) && one.includes(message)), found.join('\n')).toBe(true);
  });
  it('is that it is not there', () => {
    const loaded = loadRoute(files().filter((file) => file.name !== FILE), 'hier');
    expect(loaded.ok ? [] : loaded.faults.map(({ file, message }) => `${file}: ${message}`)).toContain(`${FILE}: the file is missing`);
  });
  it('is days out of order', () => {
    const lines = (FILES[FILE] ?? '').split('\n');
    const [first, second] = ['vakantie: herfst', 'vakantie: mei-advies'].map((text) => lines.findIndex((line) => line.includes(text)));
    const swapped = lines.map((line, at) => (at === first ? lines[second ?? 0] : at === second ? lines[first ?? 0] : line)).join('\n');
    expect(told({ [FILE]: swapped }).some((one) => one.includes("the days must stand in order: 'mei-advies' begins later"))).toBe(true);
  });
});

describe('a fault of what a region changes', () => {
  it.each([
    ['a compulsory one', change('year: 2026-2027, vakantie: mei, from: 2027-04-17, to: 2027-04-25'), '- { year', "the dates of 'mei' are verplicht and can not be changed; allowed: herfst, mei-advies"],
    ['a year that is not there', change('year: 2031-2032, vakantie: herfst, from: 2031-10-17, to: 2031-10-25'), '- { year', "unknown school year '2031-2032'; known: 2026-2027"],
    ['a vakantie that is not there', change('year: 2026-2027, vakantie: carnaval, from: 2027-02-17, to: 2027-02-25'), '- { year', "unknown vakantie 'carnaval'"],
    ['days over another holiday', change('year: 2026-2027, vakantie: herfst, from: 2027-04-26, to: 2027-04-30'), '- { year', "overlaps with 'mei'"],
    ['an end before its start', change('year: 2026-2027, vakantie: herfst, from: 2026-10-25, to: 2026-10-17'), '- { year', 'comes before the start'],
    ['what is free for all already', '  free:\n    - { what: kerst, for: school, setBy: Overleg, setOn: 2026-01-05 }\n', '- { what', "unknown day that can be free 'kerst'; known: mei-advies, goede-vrijdag"],
    ['a school holiday for everybody', '  free:\n    - { what: mei-advies, for: iedereen, setBy: Overleg, setOn: 2026-01-05 }\n', '- { what', 'a vakantie is for schools alone'],
    ['free days that end before they begin', '  freeDays:\n    - { label: weg, from: 2027-02-03, to: 2027-02-01, for: school, setBy: Overleg, setOn: 2026-01-05 }\n', '- { label', 'comes before the start'],
    ['nobody who set it', '  freeDays:\n    - { label: weg, from: 2027-02-03, to: 2027-02-03, for: school, setOn: 2026-01-05 }\n', '- { label', "'setBy' is missing"],
  ])('%s: with file and line', (_, kalender, at, message) => {
    const edits = region(kalender);
    const found = told(edits);
    expect(found.some((one) => one.startsWith(`${lineAt(edits, REGION, at)}: `) && one.includes(message)), found.join('\n')).toBe(true);
  });
  it('a proposal and a vakantieregio to be checked are gaps, no faults', () => {
    const asked = goodRoute(region(`  verify: true\n${change('year: 2026-2027, vakantie: herfst, from: 2026-10-17, to: 2026-10-25').replace('2026-01-05', '2026-01-05, proposal: true')}`));
    expect(gapsOf(asked)).toEqual(expect.arrayContaining([
      `${REGION}: kalender: the vakantieregio 'noord' is to be checked`, `${REGION}: kalender: 'herfst' is still a proposal`,
    ]));
  });
});

describe('the calendar of the repository', () => {
  const all = readRouteFiles();
  const data = calendarFileSchema.parse(parse(all.find((file) => file.name === FILE)?.text ?? ''));
  it('has holidays from Saturday to Sunday, two weeks at Christmas, six in summer and one otherwise', () => {
    for (const year of data.schoolYears) {
      for (const days of year.days) {
        for (const where of vakantieregios) {
          const { from, to } = days[where];
          expect([new Date(from).getUTCDay(), new Date(to).getUTCDay()], `${year.id} ${days.vakantie} ${where}`).toEqual([6, 0]);
          expect(daysOfSpan(from, to), `${year.id} ${days.vakantie} ${where}`).toHaveLength(days.vakantie === 'kerst' ? 16 : days.vakantie === 'zomer' ? 44 : 9);
        }
      }
    }
  });
  it('has the public holidays on their weekdays, and Easter where the moon puts it', () => {
    const weekday: Readonly<Record<string, number>> = { 'goede-vrijdag': 5, 'eerste-paasdag': 0, 'tweede-paasdag': 1, hemelvaart: 4, 'eerste-pinksterdag': 0, 'tweede-pinksterdag': 1 };
    const after: Readonly<Record<string, number>> = { 'goede-vrijdag': -2, 'tweede-paasdag': 1, hemelvaart: 39, 'eerste-pinksterdag': 49, 'tweede-pinksterdag': 50 };
    const easter = data.feestdagen.find((each) => each.id === 'eerste-paasdag')?.days ?? [];
    for (const { id, days } of data.feestdagen) {
      days.forEach((day, at) => {
        if (weekday[id] !== undefined) expect(new Date(day).getUTCDay(), day).toBe(weekday[id]);
        if (after[id] !== undefined) expect((Date.parse(day) - Date.parse(easter[at] ?? '')) / 86_400_000, `${id} ${day}`).toBe(after[id]);
      });
    }
  });
  it.each([['midden-groningen', '2029-09-02', '2026-10-12'], ['ommelanden', '2029-09-02', '2026-10-12'], ['utrecht-west', '2029-08-19', '2026-10-19']])('is there for %s', (id, until, herfst) => {
    const loaded = loadRoute(all, id);
    expect(loaded.ok && calendarEnds(loaded.route.calendar)).toBe(until);
    expect(loaded.ok && loaded.route.calendar.school[herfst]).toBe('herfstvakantie');
  });
  it('says of each date where it comes from, and calls none of advice compulsory', () => {
    expect(data.vakanties.filter((each) => each.dates === 'advies').map((each) => each.id)).toEqual(['herfst', 'voorjaar', 'mei-advies']);
    expect(data.feestdagen.filter((each) => !each.free).map((each) => each.id)).toEqual(['goede-vrijdag', 'bevrijdingsdag']);
    expect(data.schoolYears.flatMap((year) => year.days.filter((each) => each.verify === true).map((each) => `${year.id} ${each.vakantie}`))).toEqual(['2025-2026 mei-advies', '2026-2027 mei-advies']);
  });
});
