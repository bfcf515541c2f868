import { describe, expect, it } from 'vitest';
import { dayOf, daysBetween, instantOn, isDay, plusDays, showDays, showInstant, timeOf } from '../../src/case/time.js';

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
  it.each([
    ['the day before summer time begins', '2027-03-27', '09:00', '2027-03-27T08:00:00.000Z'],
    ['the day on which it begins', '2027-03-28', '09:00', '2027-03-28T07:00:00.000Z'],
    ['just after it began', '2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
    ['an hour that is skipped', '2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
    ['the day before it ends', '2026-10-24', '09:00', '2026-10-24T07:00:00.000Z'],
    ['just before it ends', '2026-10-25', '01:59', '2026-10-24T23:59:00.000Z'],
    ['just after it ended', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['of an hour that occurs twice the first', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ])('%s', (_, day, time, instant) => {
    expect(instantOn(day, time)).toBe(instant);
  });
  it('is shown back, whichever of the two it is', () => {
    expect([0, 1].map((hour) => timeOf(`2026-10-25T0${String(hour)}:30:00.000Z`))).toEqual(['02:30', '02:30']);
    expect(timeOf(instantOn('2027-03-28', '02:30'))).toBe('03:30');
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
  it('between two moments are whole and never negative', () => {
    expect(daysBetween('2026-11-23T08:00:00.000Z', '2026-11-24T07:59:00.000Z')).toBe(0);
    expect(daysBetween('2026-11-23T08:00:00.000Z', '2026-11-26T08:00:00.000Z')).toBe(3);
    expect(daysBetween('2026-11-26T08:00:00.000Z', '2026-11-23T08:00:00.000Z')).toBe(0);
    expect([0, 1, 2].map(showDays)).toEqual(['vandaag', '1 dag', '2 dagen']);
  });
});
