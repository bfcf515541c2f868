import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsBsn } from '../../src/knowledge/personal-data.js';

/** Eight digits that pass with a zero before them; never written as a whole here. */
const LEADING_ZERO = `0${'10000008'}`;

describe('a text holds a BSN', () => {
  it.each([
    '123456782', 'Het gaat om 123456782.', 'bsn:123456782', '(123456782)', 'BSN123456782', 'nr.123456782', 'bsn...123456782',
    '123 456 782', '1234 56 782', '123.456.782', '1234.56.782', '123-456-782', '123  456  782', '123\u00a0456\u00a0782', '12 34 56 782', '123 - 456 - 782',
    'groep 8 123456782', '10000008', `bsn ${LEADING_ZERO}`, `bsn ${LEADING_ZERO} 9 jaar`, 'zoon 123456783, dochter 123456782',
    'geboren 01-02-2015, bsn 123456782', 'bel 06-12345678 over 123456782',
  ])('%j', (text) => {
    expect(holdsBsn(text)).toBe(true);
  });
  it('with every number that passes the elfproef, however it is grouped', () => {
    const digits = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((first) => {
      const eight = String(first);
      const check = [...eight].reduce((sum, digit, index) => sum + Number(digit) * (9 - index), 0) % 11;
      return check === 10 ? '123456782' : `${eight}${String(check)}`;
    });
    fc.assert(fc.property(digits, fc.constantFrom('', ' ', '.', '-'), (nine, between) => {
      expect(holdsBsn(`over ${[nine.slice(0, 3), nine.slice(3, 6), nine.slice(6)].join(between)} gesproken`)).toBe(true);
    }));
  });
});

describe('a text holds none', () => {
  it.each([
    ['nothing', ''], ['no digits', 'Ik maak me zorgen over een jongen uit groep 5'], ['nine zeroes', '000000000'], ['eight zeroes', '00000000'],
    ['a number that fails the elfproef', '123456789'], ['a leerlingnummer that fails it', 'leerlingnummer 20260117'], ['seven digits', '1234567'],
    ['a mobile number', '0612345678'], ['a mobile number that would pass', '06-12345611'], ['one with a space', '06 12345611'], ['one in pairs', '06 12 34 56 11'],
    ['an international one', '+31612345609'], ['one with spaces', '+31 6 12345609'], ['one with 0031', `0031 6${'12345609'}`], ['a number of a school', '0598-612345'], ['Veilig Thuis', '0800-2000'],
    ['an IBAN', 'NL91ABNA0417164300'], ['an IBAN with spaces', 'NL91 ABNA 0417 1643 00'], ['a number of ten digits', '1234567820'], ['part of a longer one', '0123456782'],
    ['a day', '20-11-2026'], ['a day with dots', '20.11.2026'], ['a day with slashes', '20/11/2026'], ['a day and an hour', '20-11-2026 9 uur'], ['another day', 'MDO op 7-11-2026 14 uur'], ['a day the other way round', '2026-11-20'],
    ['two days', '20-11-2026 en 07-11-2026'], ['a school year', 'schooljaar 2024-2025'], ['another', '2035 - 2036'], ['groups and ages', 'groep 3 4 5 6 7 8, leeftijd 9 tot 12'],
  ])('%s: %s', (_, text) => {
    expect(holdsBsn(text)).toBe(false);
  });
});
