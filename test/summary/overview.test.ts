import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeOf, type Shown } from '../../src/summary/counts.js';
import { overviewOf, type OpenCase, type Overview } from '../../src/summary/overview.js';

const STEPS = ['signaal', 'triage', 'plan'];
const AGES = ['onder-12', '12-15', '16-17', '18-plus'];

const many = (count: number, one: OpenCase): OpenCase[] => Array.from({ length: count }, () => one);
const number = (value: number): Shown => ({ kind: 'number', value });

describe('the manager’s overview', () => {
  test('shows zeros as zeros when nothing is open', () => {
    const overview = overviewOf([], STEPS, AGES);
    expect(overview.total).toEqual(number(0));
    expect(overview.stalled).toEqual(number(0));
    expect([...overview.bySteps, ...overview.byAges].every((line) => line.count.kind === 'number')).toBe(true);
  });

  test('shows large numbers as they are', () => {
    const overview = overviewOf([
      ...many(12, { step: 'signaal', ageBand: 'onder-12', stalled: false }),
      ...many(6, { step: 'triage', ageBand: '12-15', stalled: true }),
    ], STEPS, AGES);
    expect(overview.total).toEqual(number(18));
    expect(overview.stalled).toEqual(number(6));
    expect(overview.bySteps[0]?.count).toEqual(number(12));
  });

  test.each([1, 2, 3, 4])('never shows %i', (count) => {
    const overview = overviewOf(many(count, { step: 'plan', ageBand: '12-15', stalled: true }), STEPS, AGES);
    expect(shownValues(overview)).not.toContain(count);
    expect(overview.total.kind).not.toBe('number');
  });

  test('withholds a neighbour when it would give one small number away', () => {
    const overview = overviewOf([
      ...many(7, { step: 'signaal', ageBand: 'onder-12', stalled: false }),
      ...many(2, { step: 'triage', ageBand: 'onder-12', stalled: false }),
    ], STEPS, AGES);
    // Nine minus seven would give the two away.
    expect(overview.bySteps.map((line) => line.count.kind)).toEqual(['hidden', 'small', 'number']);
    expect(overview.total).toEqual(number(9));
  });

  test('no small number can be worked out, whatever is open', () => {
    const cell = fc.record({
      step: fc.constantFrom(...STEPS), ageBand: fc.constantFrom(...AGES), stalled: fc.boolean(), times: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(fc.property(fc.array(cell, { maxLength: 6 }), (cells) => {
      const cases = cells.flatMap(({ times, ...one }) => many(times, one));
      const overview = overviewOf(cases, STEPS, AGES);
      expectNothingLeaks(overview);
    }), { numRuns: 150 });
  });
});

function shownValues(overview: Overview): number[] {
  const all = [overview.total, overview.stalled, ...overview.bySteps.map((line) => line.count), ...overview.byAges.map((line) => line.count)];
  return all.flatMap((one) => (one.kind === 'number' ? [one.value] : []));
}

/** More cases than the property makes. */
const MOST = 60;

/**
 * An attacker who knows the rules: tries every total that agrees with what is shown, and with it every filling of both
 * tables, and looks whether a withheld count has fewer than two possible values, or a small one fewer than four.
 */
function expectNothingLeaks(overview: Overview): void {
  const tables = [overview.bySteps.map((line) => line.count), overview.byAges.map((line) => line.count)];
  const fits = Array.from({ length: MOST + 1 }, (_, total) => total)
    .filter((total) => allows(overview.total, total) && rangeOf(overview.stalled).low <= total)
    .map((total) => tables.map((table) => fillings(table, total)))
    .filter((filled) => filled.every((table) => table !== undefined));
  tables.forEach((table, at) => {
    table.forEach((shown, index) => {
      if (shown.kind === 'number') return;
      const possible = new Set(fits.flatMap((filled) => [...filled[at]?.[index] ?? []]));
      expect(possible.size).toBeGreaterThan(1);
      if (shown.kind === 'small') expect([...possible].sort()).toEqual([1, 2, 3, 4]);
    });
  });
  if (overview.total.kind !== 'number') expect(fits.length).toBeGreaterThan(1);
}

function allows(shown: Shown, value: number): boolean {
  return rangeOf(shown).low <= value && value <= rangeOf(shown).high;
}

/** For each place in the table the values that it can have when the table adds up to `total`; undefined when it can not. */
function fillings(table: readonly Shown[], total: number): Set<number>[] | undefined {
  const reach = (cells: readonly Shown[]) => cells.reduce<Set<number>>((sums, cell) => {
    const next = new Set<number>();
    for (const base of sums) for (let value = rangeOf(cell).low; value <= Math.min(rangeOf(cell).high, total - base); value += 1) next.add(base + value);
    return next;
  }, new Set([0]));
  const found = table.map((shown, index) =>
    new Set([...reach(table.filter((_, other) => other !== index))].map((rest) => total - rest).filter((value) => allows(shown, value))));
  return found.every((values) => values.size > 0) ? found : undefined;
}
