import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate, readQuestions, type Share } from '../../src/cli/ask-eval.js';
import { realUnderstanding } from '../support/understanding.js';

/**
 * Questions that were written by somebody who saw no article, before anything was tuned, and that are used for nothing else
 * (`afstellen.tsv` is the set that choices are made on). What must be reached stands here as a floor.
 */
const read = readQuestions(readFileSync(new URL('./sets/eind.tsv', import.meta.url), 'utf8'));
if (!read.ok) throw new Error(read.faults.join('\n'));
const result = evaluate(realUnderstanding(), read.questions);
const misses = result.misses.map(({ question, expected, got }) => `${question}: expected ${expected}, got ${got}`).join('\n');
const share = ({ share: of }: Share) => of ?? 0;

describe('on questions that nothing was tuned on', () => {
  it('the right subject comes first for 80 in 100, and among three for 92', () => {
    expect(share(result.top1), misses).toBeGreaterThanOrEqual(0.8);
    expect(share(result.top3), misses).toBeGreaterThanOrEqual(0.92);
  });
  it('an answer given at once is right for 95 in 100, and half of the questions get one', () => {
    expect(share(result.precision), misses).toBeGreaterThanOrEqual(0.95);
    expect(share(result.coverage)).toBeGreaterThanOrEqual(0.5);
  });
  it('what is about something else is turned away for 85 in 100, and of the rest at most 8', () => {
    expect(share(result.rejected), misses).toBeGreaterThanOrEqual(0.85);
    expect(share(result.wronglyRejected), misses).toBeLessThanOrEqual(0.08);
  });
  it('danger is always heard, with at most two false alarms in 100', () => {
    expect(result.misses.filter(({ expected }) => expected === 'safety')).toEqual([]);
    expect(share(result.falseAlarms), misses).toBeLessThanOrEqual(0.02);
  });
  it('commands are taken as such for 9 in 10', () => { expect(share(result.commands), misses).toBeGreaterThanOrEqual(0.9); });
});
