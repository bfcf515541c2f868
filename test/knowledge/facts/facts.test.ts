import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/files.js';
import { factsFrom } from '../../../src/knowledge/facts/facts.js';
import { realRoute } from '../../support/route.js';
import { NOTHING } from './nothing.js';
import { SAID } from './said.js';

const route = realRoute();
const file = readSource('knowledge/feiten-uit-tekst.yaml');
const facts = factsFrom(route, file);

describe('a text says', () => {
  it.each(SAID)('%s', (text, expected) => {
    expect(facts(text)).toEqual(expected);
  });
  it('the same in capitals, with accents and with more marks', () => {
    for (const [text, expected] of SAID) {
      expect(facts(text.toUpperCase())).toEqual(expected);
      expect(facts(`  ${text}  `)).toEqual(expected);
    }
  });
});

describe('a text says nothing for sure', () => {
  it.each(NOTHING)('%s', (text) => {
    expect(facts(text)).toEqual({});
  });
});

describe('the lists of sentences', () => {
  it('are long enough, and half of them have nothing to find', () => {
    expect(SAID.length).toBeGreaterThanOrEqual(100);
    expect(NOTHING.length).toBeGreaterThanOrEqual(100);
  });
  it('name facts and values of the route only', () => {
    for (const [, said] of SAID) for (const [fact, value] of Object.entries(said)) expect(route.facts.get(fact)?.values.map(({ id }) => id)).toContain(value);
  });
});

describe('an age', () => {
  const children = ['een jongen', 'een meisje', 'mijn leerling', 'het kind', 'een jongere'];
  it('is never read from a groep, a klas or a leerjaar (N-14)', () => {
    fc.assert(fc.property(
      fc.integer({ min: 0, max: 27 }), fc.constantFrom('groep', 'gr', 'gr.', 'klas', 'leerjaar', 'Groep', 'stap', 'niveau', 'week', 'artikel'), fc.constantFrom(...children), fc.constantFrom(' uit ', ' in ', ' van ', ' ', ', ', ' ('), fc.constantFrom('', ')', '.', ' komt te laat', '?', ' is ziek', ', en nu'),
      (number, kind, child, between, after) => {
        expect(facts(`${child}${between}${kind} ${String(number)}${after}`)).not.toHaveProperty('leeftijd');
      },
    ), { numRuns: 600 });
  });
  it('falls in the band of the route, however it is said', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 27 }), fc.constantFrom(...children), (age, child) => {
      const band = age < 12 ? 'onder-12' : age < 16 ? '12-15' : age < 18 ? '16-17' : '18-plus';
      for (const text of [`${child} van ${String(age)} spijbelt`, `${child} (${String(age)}) spijbelt`, `${child} van ${String(age)} jaar`, `${child}, ${String(age)} jaar, is stil`, `${child} is ${String(age)}`, `leeftijd ${String(age)}`]) {
        expect([text, facts(text)['leeftijd']]).toEqual([text, band]);
      }
    }));
  });
  it('is never read from a border in a rule', () => {
    fc.assert(fc.property(fc.integer({ min: 4, max: 23 }), fc.constantFrom('vanaf', 'tot', 'onder de', 'boven de', 'jonger dan', 'ouder dan'), (age, border) => {
      expect(facts(`geldt dit ${border} ${String(age)} jaar`)).not.toHaveProperty('leeftijd');
      expect(facts(`geldt dit ${border} ${String(age)}`)).not.toHaveProperty('leeftijd');
    }));
  });
  it('of two children is none', () => {
    expect(facts('een jongen van 13 en een meisje van 15')).not.toHaveProperty('leeftijd');
  });
});

describe('facts that can not both be true', () => {
  it('are both left out', () => {
    expect(facts('meisje van 11 op het mbo')).toEqual({});
  });
});

describe('whatever the text', () => {
  it('only facts and values of the route come out', () => {
    const piece = fc.oneof(fc.constantFrom(...SAID.map(([text]) => text)), fc.constantFrom('niet', 'geen', '12', 'van', 'is', 'jaar', 'week', '(', ')', '"', ',', 'uur', 'ziek', 'een', '16+'), fc.string({ maxLength: 15 }));
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      for (const [fact, value] of Object.entries(facts(pieces.join(' ')))) expect(route.facts.get(fact)?.values.some(({ id }) => id === value)).toBe(true);
    }), { numRuns: 300 });
  });
  it('it takes no unreasonable time', () => {
    for (const one of ['a', '1', ' ', 'a ', '1 ', '12 jaar ', '"', '\'a', '(', 'niet ', 'hij is 12 ', 'ziek ', '. ', 'ë', 'week ', '4 weken ziek ', 'twaalf', '“', ',', 'toestemming ']) {
      expect(typeof facts(one.repeat(10_000))).toBe('object');
    }
  });
});

describe('the file', () => {
  it('may be left out: then numbers only are read', () => {
    expect(factsFrom(route)('meisje van 12, al 5 weken ziek')).toEqual({ leeftijd: '12-15', verzuimweken: '4-12' });
  });
  it('is refused when it names what the route does not know, or has another form', () => {
    expect(() => factsFrom(route, { name: 'feiten.yaml', text: file.text.replace('waarde: ziek,', 'waarde: ziekjes,') })).toThrow(/feiten\.yaml.*ziekjes/);
    expect(() => factsFrom(route, { name: 'feiten.yaml', text: 'feiten: 3' })).toThrow('feiten.yaml');
    expect(() => factsFrom(route, { name: 'feiten.yaml', text: file.text.replace('[$kind]', '[$kinderen]') })).toThrow('$kinderen');
  });
});
