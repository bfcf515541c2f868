import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterDays, dayCounts, mayRemind, morningAfter, morningBefore, nextReminderMoment } from '../../src/case/calendar.js';
import { dayOf, plusDays, showInstant } from '../../src/case/time.js';
import { dayKinds } from '../../src/case/values.js';
import { realRoute } from '../support/route.js';

const { calendar } = realRoute();
/** Inside the calendar, and some way before and beyond it. */
const instant = fc.date({ min: new Date('2024-06-01'), max: new Date('2031-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
const kind = fc.constantFrom(...dayKinds);
const days = fc.integer({ min: 0, max: 60 });

describe('whatever the day', () => {
  it('a term ends at nine in the morning of a day that counts, later than it began', () => {
    fc.assert(fc.property(instant, kind, days, (from, whose, length) => {
      const end = afterDays(calendar, whose, from, length);
      expect(end > from).toBe(true);
      expect(showInstant(end)).toMatch(/^(ma|di|wo|do|vr) .*, 09:00$/);
      expect(dayCounts(calendar, whose, dayOf(end))).toBe(true);
      expect(mayRemind(calendar, whose, end)).toBe(true);
    }), { numRuns: 300 });
  });
  it('exactly so many days count between its start and its end', () => {
    fc.assert(fc.property(instant, kind, days, (from, whose, length) => {
      const end = dayOf(afterDays(calendar, whose, from, length));
      let counted = 0;
      for (let day = plusDays(dayOf(from), 1); day < end; day = plusDays(day, 1)) if (dayCounts(calendar, whose, day)) counted += 1;
      expect(counted).toBe(length);
    }), { numRuns: 300 });
  });
  it('a longer term, a later start, or days of a school never end it earlier', () => {
    fc.assert(fc.property(instant, instant, kind, days, days, (one, other, whose, a, b) => {
      const [first, last] = one < other ? [one, other] : [other, one];
      const [few, many] = a < b ? [a, b] : [b, a];
      expect(afterDays(calendar, whose, first, few) <= afterDays(calendar, whose, last, many)).toBe(true);
      expect(afterDays(calendar, 'work', one, a) <= afterDays(calendar, 'school', one, a)).toBe(true);
    }), { numRuns: 300 });
  });
  it('the morning before the morning after a day that counts is its own', () => {
    fc.assert(fc.property(instant, kind, (from, whose) => {
      const after = dayOf(morningAfter(calendar, whose, dayOf(from)));
      const before = dayOf(morningBefore(calendar, whose, after));
      expect(before <= dayOf(from)).toBe(true);
      if (dayCounts(calendar, whose, dayOf(from))) expect(before).toBe(dayOf(from));
    }), { numRuns: 300 });
  });
  it('a reminder that waits comes at the first hour it may, and one that may come does not wait', () => {
    fc.assert(fc.property(instant, kind, (now, whose) => {
      const at = nextReminderMoment(calendar, whose, now);
      expect(mayRemind(calendar, whose, at)).toBe(true);
      expect(at === now).toBe(mayRemind(calendar, whose, now));
      expect(at >= now).toBe(true);
      expect(nextReminderMoment(calendar, whose, at)).toBe(at);
      // No day that counts is passed over.
      for (let day = plusDays(dayOf(now), 1); day < dayOf(at); day = plusDays(day, 1)) expect(dayCounts(calendar, whose, day)).toBe(false);
    }), { numRuns: 300 });
  });
});
