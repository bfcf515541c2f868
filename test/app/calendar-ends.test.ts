import { afterEach, describe, expect, it, vi } from 'vitest';
import { overviewCard } from '../../src/app/present/lists.js';
import { termText } from '../../src/app/present/words.js';
import { check } from '../../src/cli/check.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
afterEach(() => { vi.restoreAllMocks(); });

describe('a calendar that ends within half a year', () => {
  const lines = (now: string) => overviewCard(route, [], now).explain.filter((line) => line.includes('schoolkalender'));
  it('is said on the overview, and not before', () => {
    expect(lines('2029-03-01T08:00:00.000Z')).toEqual([]);
    expect(lines('2029-03-05T08:00:00.000Z')).toEqual(['De schoolkalender loopt tot zo 2 september 2029. Daarna tellen vakanties en feestdagen gewoon mee. Vraag de beheerder om de nieuwe data.']);
    expect(lines('2030-03-05T08:00:00.000Z')).toHaveLength(1);
  });
  it('is a warning of the check on standard error, and no fault', () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const warned = () => told.mock.calls.some(([text]) => String(text).includes('warning: dialogs/kalender.yaml ends on 2029-09-02'));
    expect(check([], 'midden-groningen', '2026-11-23')).toBe(0);
    expect(warned()).toBe(false);
    expect(check([], 'midden-groningen', '2029-05-01')).toBe(0);
    expect(warned()).toBe(true);
  });
});

describe('a term in words', () => {
  const term = { workingDays: 10, setBy: 'de werkgroep', setOn: '2026-01-31', proposal: false };
  it('says in whose days it counts', () => {
    expect(termText(term, 'school')).toBe('Binnen 10 schooldagen. Lokaal afgesproken door de werkgroep op 31-01-2026.');
    expect(termText({ ...term, workingDays: 1 }, 'work')).toBe('Binnen 1 werkdag. Lokaal afgesproken door de werkgroep op 31-01-2026.');
  });
});
