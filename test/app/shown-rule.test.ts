import { describe, expect, it } from 'vitest';
import { shownRule } from '../../src/app/present/words.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const rules = [...route.rules.values()];
const shown = rules.map((rule) => ({ rule, source: shownRule(rule).source.toLowerCase() }));

describe('a rule behind "waarom?"', () => {
  it('of this route names its source alone', () => {
    const rule = route.rules.get('TOE-01');
    expect(rule && shownRule(rule).source).toBe(rule?.source);
    expect(rule?.source).toContain('Midden-Groningen');
  });

  it.each([
    ['national says that it is not of the route', (each: typeof rules[number]) => each.national, 'landelijke regel, niet uit de ondersteuningsroute'],
    ['of another region says so', (each: typeof rules[number]) => each.status === 'U', 'andere regio'],
    ['of 2014 in Groningen says so', (each: typeof rules[number]) => each.status === 'G', 'groninger achtergrond'],
    ['that is outdated says so', (each: typeof rules[number]) => each.status === 'O', 'verouderd'],
    ['to be checked says so, with the day on which it was looked up', (each: typeof rules[number]) => each.verify, 'controleer'],
  ])('that is %s', (_, meant, label) => {
    const those = shown.filter(({ rule }) => meant(rule));
    expect(those.length).toBeGreaterThan(3);
    expect(those.filter(({ source }) => !source.includes(label)).map(({ rule }) => rule.id)).toEqual([]);
  });

  it('to be checked names the day', () => {
    for (const { rule, source } of shown) if (rule.verify) expect(source, rule.id).toMatch(/opgezocht op .*20\d\d/);
  });
});
