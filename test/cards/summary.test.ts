import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../src/cards/summary.js';
import { kinds, sampleOf } from './cards.js';

/** What a notification may hold, besides words of our own. */
const ALLOWED = ['code', 'step', 'role', 'duration'];

/** The sample with every other text made recognisable. */
function marked(value: unknown, mark: string): unknown {
  if (typeof value === 'string') return `${mark} ${value}`;
  if (Array.isArray(value)) return value.map((item) => marked(item, mark));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, ALLOWED.includes(key) ? inner : marked(inner, mark)]));
}

describe('the line of a notification', () => {
  it.each(kinds)('names no person and repeats nothing that was typed (%s)', (kind) => {
    const summary = summaryOf(kind, sampleOf(kind));
    expect(summary).toMatch(/^(?:Casus 7K3F2|Routewijzer)/);
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => {
      expect(summaryOf(kind, marked(sampleOf(kind), text) as ReturnType<typeof sampleOf<typeof kind>>)).toBe(summary);
    }), { numRuns: 20 });
  });

  it('gives code, step, role and duration to the stagnatiepunt', () => {
    const { code, step, role, duration } = sampleOf('stagnation');
    expect(summaryOf('stagnation', sampleOf('stagnation'))).toBe(`Casus ${code} vraagt aandacht: ${step} · ${role} · ${duration}`);
  });

  it('lets nothing through that does not look like a code', () => {
    expect(summaryOf('invitation', { ...sampleOf('invitation'), code: 'Sanne de V.' })).toBe('Casus: uitnodiging voor een MDO');
  });
});
