import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterWorkingDays, dayOf, daysBetween, instantOn, isDay, morningAfter, plusDays, showDays, showInstant } from '../../src/case/time.js';

describe('a term of working days', () => {
  it.each([
    ['one day from a Monday ends on Wednesday morning', '2026-11-23T08:00:00.000Z', 1, '2026-11-25T08:00:00.000Z'],
    ['the weekend does not count', '2026-11-26T08:00:00.000Z', 2, '2026-12-01T08:00:00.000Z'],
    ['it never ends in a weekend', '2026-11-23T08:00:00.000Z', 4, '2026-11-30T08:00:00.000Z'],
    ['one that begins on a Saturday begins to count on Monday', '2026-11-28T08:00:00.000Z', 1, '2026-12-01T08:00:00.000Z'],
    ['ten days are two weeks', '2026-11-23T08:00:00.000Z', 10, '2026-12-08T08:00:00.000Z'],
    ['late on Monday evening in UTC it is Tuesday here in summer', '2026-06-01T22:30:00.000Z', 1, '2026-06-04T07:00:00.000Z'],
    ['over the change to summer time', '2026-03-26T08:00:00.000Z', 2, '2026-03-31T07:00:00.000Z'],
    ['over the change to winter time', '2026-10-22T07:00:00.000Z', 2, '2026-10-27T08:00:00.000Z'],
    ['none at all ends the next working morning', '2026-11-27T08:00:00.000Z', 0, '2026-11-30T08:00:00.000Z'],
  ])('%s', (_, from, days, end) => {
    expect(afterWorkingDays(from, days)).toBe(end);
  });

  it('always ends at nine in the morning of a working day, later than it began', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), fc.integer({ min: 0, max: 60 }), (from, days) => {
      const end = afterWorkingDays(from.toISOString(), days);
      expect(end > from.toISOString()).toBe(true);
      expect(showInstant(end)).toMatch(/^(ma|di|wo|do|vr) .*, 09:00$/);
    }), { numRuns: 200 });
  });
});

describe('an hour on a Dutch day', () => {
  it.each([
    ['in winter', '2026-11-23', '09:00', '2026-11-23T08:00:00.000Z'],
    ['in summer', '2026-07-01', '09:00', '2026-07-01T07:00:00.000Z'],
    ['on the morning that summer time begins', '2026-03-29', '09:00', '2026-03-29T07:00:00.000Z'],
    ['just before it begins', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['on the morning that it ends', '2026-10-25', '09:00', '2026-10-25T08:00:00.000Z'],
    ['at midnight, when it is still yesterday in UTC', '2026-07-01', '00:00', '2026-06-30T22:00:00.000Z'],
  ])('%s', (_, day, time, instant) => {
    expect(instantOn(day, time)).toBe(instant);
    expect(dayOf(instant)).toBe(day);
  });
  it('that is skipped in spring comes out an hour later, that day', () => {
    expect(showInstant(instantOn('2026-03-29', '02:30'))).toContain('03:30');
  });
  it('that occurs twice in autumn is one of the two', () => {
    expect(showInstant(instantOn('2026-10-25', '02:30'))).toContain('02:30');
  });
});

describe('days', () => {
  it('add up over months, leap years and clock changes', () => {
    expect(plusDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(plusDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(plusDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(plusDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
  });
  it.each(['2026-11-23', '2028-02-29'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });
  it.each(['', '2026-2-3', '2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '23-11-2026', '2026-11-23T00:00', ' 2026-11-23', '2026-11-23\n', 'morgen'])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
  it('the morning after a Friday is Monday', () => {
    expect(morningAfter('2026-11-27')).toBe('2026-11-30T08:00:00.000Z');
    expect(morningAfter('2026-10-23')).toBe('2026-10-26T08:00:00.000Z');
  });
  it('between two moments are whole and never negative', () => {
    expect(daysBetween('2026-11-23T08:00:00.000Z', '2026-11-24T07:59:00.000Z')).toBe(0);
    expect(daysBetween('2026-11-23T08:00:00.000Z', '2026-11-26T08:00:00.000Z')).toBe(3);
    expect(daysBetween('2026-11-26T08:00:00.000Z', '2026-11-23T08:00:00.000Z')).toBe(0);
    expect([0, 1, 2].map(showDays)).toEqual(['vandaag', '1 dag', '2 dagen']);
  });
});
