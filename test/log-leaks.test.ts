import { describe, expect, it } from 'vitest';
import { bodyGoesIn, goesIn, leaksIn, refuseLeaks } from './support/logs.js';

const line = (facts: object) => `${JSON.stringify({ level: 50, time: 1, ...facts })}\n`;

describe('the search for what went in', () => {
  goesIn({ from: { name: 'Wietske Hofstra', aadObjectId: 'AAD-Proef-1' }, value: { action: { verb: 'answer', data: { fact: 'aanleiding', discussed: 'De oma haalt Pietje op dinsdag' } } } });
  bodyGoesIn(JSON.stringify({ text: 'mijn kenmerk is zonnebloem-42', on: '2026-11-23' }));

  it.each([
    ['a name', { error: 'Error', message: 'geen rol voor Wietske Hofstra' }], ['half a name, in capitals', { error: 'HOFSTRA' }], ['an account', { who: 'aad-proef-1' }],
    ['a whole text', { text: 'De oma haalt Pietje op dinsdag' }], ['a word of a text', { text: 'dinsdag' }], ['a kenmerk', { reason: 'zonnebloem-42' }],
  ])('finds %s', (_what, facts) => {
    expect(leaksIn(line(facts))).not.toEqual([]);
    expect(() => { refuseLeaks({ stdout: '', stderr: line(facts) }); }).toThrow('wrote what people put in');
    expect(() => { refuseLeaks({ stdout: line(facts), stderr: '' }); }).toThrow();
  });
  it('does not repeat what it found', () => {
    expect(leaksIn(line({ error: 'Wietske Hofstra' })).join()).not.toContain('Hofstra');
  });
  it('lets through what is ours, and days', () => {
    expect(leaksIn(line({ msg: 'not-delivered', fact: 'aanleiding', until: '2026-11-23T08:00:00.000Z', row: 3 }))).toEqual([]);
  });
});
