import { z } from 'zod';
import { id, text } from './schema.js';

/** The three vakantieregio's of the Rijksoverheid. */
export const vakantieregios = ['noord', 'midden', 'zuid'] as const;
export type Vakantieregio = (typeof vakantieregios)[number];

/** From the first to the last day, both included. */
const span = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
export type Span = z.infer<typeof span>;

const found = {
  /** Where it comes from, in Dutch. */
  source: text,
  /** When it was looked up. */
  asOf: z.iso.date(),
  /** To be checked before anyone relies on it. */
  verify: z.boolean().default(false),
};

/** The grammar of `dialogs/kalender.yaml`: school holidays by vakantieregio, and public holidays. */
export const calendarFileSchema = z.strictObject({
  vakanties: z.array(z.strictObject({
    id, label: text,
    /** verplicht: set by the minister, for every region · advies: schools may depart from it. */
    dates: z.enum(['verplicht', 'advies']),
    /** False: a holiday only where the region says so. */
    free: z.boolean(),
    ...found,
  })).min(1),
  schoolYears: z.array(z.strictObject({
    id: z.string().regex(/^\d{4}-\d{4}$/, "a school year is written as '2026-2027'"),
    ...found,
    /** Every vakantie once, in order. */
    days: z.array(z.strictObject({
      vakantie: id, noord: span, midden: span, zuid: span,
      /** Where it is another than that of the year. */
      source: text.optional(),
      verify: z.boolean().optional(),
    })).min(1),
  })).min(1),
  feestdagen: z.array(z.strictObject({
    id, label: text,
    /** False: no general day off; free only where the region says so. */
    free: z.boolean(),
    ...found,
    /** One in each calendar year. */
    days: z.array(z.iso.date()).min(1),
  })).min(1),
});
export type CalendarData = z.infer<typeof calendarFileSchema>;

const set = {
  setBy: text,
  setOn: z.iso.date(),
  /** True while the partners have not yet adopted it. */
  proposal: z.boolean().default(false),
};
/** Whose days: those of the schools alone, or everybody's. */
const whose = z.enum(['school', 'iedereen']);

/** What a region's overlay says about the calendar: its vakantieregio, and what the schools and partners here agreed. */
export const regionCalendarSchema = z.strictObject({
  vakantieregio: z.enum(vakantieregios),
  /** Somebody must still look up whether this vakantieregio holds for every school. */
  verify: z.boolean().default(false),
  /** Other days for a vakantie whose dates are advice. */
  changes: z.array(z.strictObject({ year: z.string(), vakantie: id, ...span.shape, ...set })).default([]),
  /** A vakantie or feestdag that is no general holiday, and is one here. */
  free: z.array(z.strictObject({ what: id, for: whose, ...set })).default([]),
  /** Days off besides all that. */
  freeDays: z.array(z.strictObject({ label: text, ...span.shape, for: whose, ...set })).default([]),
});
export type RegionCalendarData = z.infer<typeof regionCalendarSchema>;
