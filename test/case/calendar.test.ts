import { describe, expect, it } from 'vitest';
import { afterDays, dayCounts, daysOf, mayRemind, morningAfter, morningBefore, nextReminderMoment } from '../../src/case/calendar.js';
import { instantOn } from '../../src/case/time.js';
import { calendarEnds, calendarEndsSoon } from '../../src/route/calendar.js';
import { ib, jgz, juf, open, play } from '../support/case.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const { calendar } = route;
const nine = (day: string) => instantOn(day, '09:00');

describe('a term', () => {
  it.each([
    // Noord: herfstvakantie 10 to 18 October 2026.
    ['over the herfstvakantie, at a school', 'school', '2026-10-07', 3, '2026-10-20'],
    ['over the herfstvakantie, at the gemeente', 'work', '2026-10-07', 3, '2026-10-13'],
    // Kerstvakantie 19 December 2026 to 3 January 2027; Christmas and Nieuwjaar on Fridays.
    ['over the kerstvakantie, at a school', 'school', '2026-12-16', 5, '2027-01-07'],
    ['over Christmas and Nieuwjaar, at the GGD', 'work', '2026-12-21', 10, '2027-01-07'],
    // Zomervakantie 4 July to 16 August 2026.
    ['over the zomervakantie, at a school', 'school', '2026-06-29', 10, '2026-08-25'],
    ['over the zomervakantie, at the gemeente', 'work', '2026-06-29', 10, '2026-07-14'],
    ['that begins in the zomervakantie begins to count on the first school day', 'school', '2026-07-20', 1, '2026-08-18'],
    // Koningsdag of 2025 is on Saturday 26 April, and Easter Monday on the 21st.
    ['over Koningsdag on a Saturday', 'work', '2025-04-24', 2, '2025-04-29'],
    ['over Easter Monday', 'work', '2025-04-17', 1, '2025-04-22'],
    // Meivakantie 24 April to 2 May 2027; Koningsdag on Tuesday, Hemelvaart on Thursday 6 May: Bevrijdingsdag and the Friday count.
    ['over the meivakantie of 2027 and Hemelvaart, at a school', 'school', '2027-04-22', 5, '2027-05-10'],
    ['over the meivakantie of 2027 and Hemelvaart, at the gemeente', 'work', '2027-04-22', 10, '2027-05-11'],
    ['over the change to winter time', 'work', '2026-10-22', 2, '2026-10-27'],
    ['over the change to summer time and Easter Monday', 'work', '2027-03-25', 1, '2027-03-30'],
    ['of one day from a Monday ends on Wednesday', 'work', '2026-11-23', 1, '2026-11-25'],
    ['never ends in a weekend', 'work', '2026-11-23', 4, '2026-11-30'],
    ['of no days at all ends the next morning that counts', 'school', '2026-12-18', 0, '2027-01-04'],
  ] as const)('%s', (_, kind, from, days, end) => {
    expect(afterDays(calendar, kind, instantOn(from, '12:00'), days)).toBe(nine(end));
  });
  it('begins on the day that it is here, also when it is still yesterday in UTC', () => {
    expect(afterDays(calendar, 'work', '2026-06-01T22:30:00.000Z', 1)).toBe(nine('2026-06-04'));
  });
});

describe('the morning', () => {
  it('after the last day before a holiday is the first after it', () => {
    expect(morningAfter(calendar, 'school', '2026-07-03')).toBe(nine('2026-08-17'));
    expect(morningAfter(calendar, 'work', '2026-07-03')).toBe(nine('2026-07-06'));
  });
  it('before the first day after a holiday is the last before it', () => {
    expect(morningBefore(calendar, 'school', '2027-01-04')).toBe(nine('2026-12-18'));
    expect(morningBefore(calendar, 'work', '2027-01-04')).toBe(nine('2026-12-31'));
    expect(morningBefore(calendar, 'school', '2027-01-06', 5)).toBe(nine('2026-12-16'));
  });
  it.each([['2026-12-01', '2026-11-30'], ['2026-11-30', '2026-11-27'], ['2026-11-29', '2026-11-27'], ['2026-12-03', '2026-12-02']])('before %s is that of %s', (day, before) => {
    expect(morningBefore(calendar, 'work', day)).toBe(nine(before));
  });
});

describe('a day', () => {
  it.each([
    ['Koningsdag', '2027-04-27', false, false], ['Hemelvaart', '2027-05-06', false, false], ['the Friday after it', '2027-05-07', true, true],
    ['Goede Vrijdag, which is no general day off', '2027-03-26', true, true], ['Bevrijdingsdag, which depends on the cao', '2027-05-05', true, true],
    ['a Monday in the second week of May, an adviesweek', '2027-05-03', true, true], ['a Monday in the meivakantie', '2027-04-26', false, true],
    ['a Saturday', '2026-11-28', false, false],
  ])('%s', (_, day, school, work) => {
    expect([dayCounts(calendar, 'school', day), dayCounts(calendar, 'work', day)]).toEqual([school, work]);
  });
});

describe('whose days they are', () => {
  it.each(['leerkracht', 'mentor', 'ib-er', 'directie', 'schoolbestuur', 'regievoerder', 'gedragsdeskundige'])('of a %s: school days', (role) => {
    expect(daysOf(route, role)).toBe('school');
  });
  it.each(['casemanager', 'jeugdverpleegkundige', 'jeugdarts', 'coordinator-swv', 'bovenschools-team', 'leerplichtambtenaar', 'koo', 'stagnatiepunt', 'anders', 'no such role'])('of a %s: working days', (role) => {
    expect(daysOf(route, role)).toBe('work');
  });
});

describe('a reminder', () => {
  it.each([
    ['by day on a school day', '2026-11-23T12:00', '2026-11-23T12:00'], ['at eight', '2026-11-23T08:00', '2026-11-23T08:00'],
    ['before eight waits for nine', '2026-11-23T07:59', '2026-11-23T09:00'], ['in the evening for the next morning', '2026-11-23T18:00', '2026-11-24T09:00'],
    ['at night for that morning', '2026-11-24T02:00', '2026-11-24T09:00'], ['on Friday evening for Monday', '2026-11-27T20:00', '2026-11-30T09:00'],
    ['in the weekend for Monday', '2026-11-28T11:00', '2026-11-30T09:00'], ['in the kerstvakantie for the school to begin', '2026-12-22T11:00', '2027-01-04T09:00'],
  ])('%s', (_, now, at) => {
    const instant = (text: string) => instantOn(text.slice(0, 10), text.slice(11));
    expect(nextReminderMoment(calendar, 'school', instant(now))).toBe(instant(at));
    expect(mayRemind(calendar, 'school', instant(now))).toBe(now === at);
  });
  it('reaches the gemeente on a weekday of a school holiday', () => {
    expect(mayRemind(calendar, 'work', nine('2026-12-22'))).toBe(true);
    expect(mayRemind(calendar, 'work', nine('2026-12-25'))).toBe(false);
  });
});

describe('in a case', () => {
  it('the step of a school and that of the GGD have terms of their own days', () => {
    const from = '2026-12-16T08:00:00.000Z';
    const due = (by: typeof juf) => play(route, [by, open(), from]).state?.step;
    expect(due(juf)).toMatchObject({ dueAt: nine('2027-01-14'), term: { workingDays: 10, days: 'school' } });
    expect(due(jgz)).toMatchObject({ dueAt: nine('2027-01-04'), term: { workingDays: 10, days: 'work' } });
  });
  it('a grace never ends in the holiday of who was asked', () => {
    const asked = play(route, [ib, open(), '2026-12-02T08:00:00.000Z'], [null, { type: 'term-passed' }, '2026-12-17T08:00:00.000Z']).state?.step?.asked;
    // 18 December, 4 and 5 January.
    expect(asked?.graceUntil).toBe(nine('2027-01-06'));
  });
});

describe('a calendar that runs out', () => {
  it('is known to the end of the last zomervakantie, and warns half a year before that', () => {
    expect(calendarEnds(calendar)).toBe('2029-09-02');
    expect(['2029-03-02', '2029-03-03', '2029-09-02', '2031-01-01'].map((day) => calendarEndsSoon(calendar, day))).toEqual([false, true, true, true]);
  });
  it('counts every Monday to Friday from then on, as before its first day, and refuses nothing', () => {
    expect(afterDays(calendar, 'school', nine('2035-07-20'), 10)).toBe(nine('2035-08-06'));
    expect(afterDays(calendar, 'school', nine('2035-12-24'), 1)).toBe(nine('2035-12-26'));
    expect(afterDays(calendar, 'work', nine('2024-12-24'), 1)).toBe(nine('2024-12-26'));
  });
});
