import type { RefusalId } from '../refusals.js';

/** How many years the next border can lie ahead, by age band. */
const MOST_YEARS: Readonly<Record<string, number>> = { 'onder-12': 12, '12-15': 4, '16-17': 2 };

/** A month as people write it ("3-2028", "03/2028") or as it is stored ("2028-03"): YYYY-MM, or undefined. */
export function monthOf(text: string): string | undefined {
  const written = /^(\d{1,2})\s?[-/. ]\s?(\d{4})$/.exec(text.trim());
  const stored = /^(\d{4})-(\d{2})$/.exec(text.trim());
  const [year, month] = written ? [written[2], written[1]] : [stored?.[1], stored?.[2]];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return undefined;
  return `${year}-${month.padStart(2, '0')}`;
}

/** "03-2028" */
export function writtenMonth(month: string): string {
  return month.split('-').reverse().join('-');
}

export type BorderMonth =
  | { readonly kind: 'month'; readonly month: string | null }
  | { readonly kind: 'refused'; readonly id: RefusalId; readonly details: readonly string[] };

/**
 * The month in which a child of this band passes the next border (N-14), checked on `day`: not in the past, and not
 * further than the band reaches. Empty is null: nobody said.
 */
export function borderMonthOf(text: string, ageBand: string, day: string): BorderMonth {
  if (text.trim() === '') return { kind: 'month', month: null };
  const month = monthOf(text);
  if (month === undefined) return { kind: 'refused', id: 'border-month', details: [] };
  const years = MOST_YEARS[ageBand];
  if (years === undefined) return { kind: 'refused', id: 'border-month-range', details: ['Er is geen volgende leeftijdsgrens. Laat de maand leeg.'] };
  const first = day.slice(0, 7);
  const last = `${String(Number(day.slice(0, 4)) + years)}${day.slice(4, 7)}`;
  if (month >= first && month <= last) return { kind: 'month', month };
  return { kind: 'refused', id: 'border-month-range', details: [`Kies een maand van ${writtenMonth(first)} tot en met ${writtenMonth(last)}, of laat hem leeg.`] };
}
