import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSource } from '../../src/files.js';
import { dangerFrom } from '../../src/knowledge/safety/danger.js';
import { safetyRules } from '../../src/knowledge/safety/rules.js';
import { mistakes } from '../../src/knowledge/safety/typo.js';
import { wordsReader } from '../../src/knowledge/safety/words.js';
import { CALM, DANGER } from '../support/danger-texts.js';

const file = readSource('knowledge/veiligheid.yaml');
const danger = dangerFrom(file);
const texts = z.array(z.string().min(1));
const sentences = z.strictObject({
  danger: z.strictObject({ suicidaliteit: texts, acuut: texts, collega: texts, vermoeden: texts }),
  calm: texts,
}).parse(parse(readSource('knowledge/veiligheid-zinnen.yaml').text));
const alarming = Object.values(sentences.danger).flat();

describe('the sentences of knowledge/veiligheid-zinnen.yaml', () => {
  it('are many, and all different', () => {
    expect(alarming.length).toBeGreaterThanOrEqual(350);
    expect(sentences.calm.length).toBeGreaterThanOrEqual(400);
    expect(new Set([...alarming, ...sentences.calm]).size).toBe(alarming.length + sentences.calm.length);
  });
  it('with danger are found, all but three in a hundred', () => {
    const missed = alarming.filter((text) => !danger(text));
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(alarming.length * 0.03);
  });
  it('without danger are left alone, all but one in a hundred', () => {
    const alarms = sentences.calm.filter((text) => danger(text));
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(sentences.calm.length * 0.01);
  });
  it('get the value under which they stand, nine times out of ten', () => {
    const right = Object.entries(sentences.danger).flatMap(([value, list]) => list.map((text) => danger(text) === value));
    expect(right.filter(Boolean).length).toBeGreaterThanOrEqual(right.length * 0.9);
  });
});

describe('danger', () => {
  it.each(DANGER)('%s: %s', (value, text) => {
    expect(danger(text)).toBe(value);
  });
  it.each([
    'Mag ik met de GGD delen dat hij thuis geslagen wordt? MDO?', 'wat nu? ze wil dood', 'ZE IS SUÏCIDAAL!!!', '...blauwe-plekken...', '123.456.782 wil niet meer leven',
    'wat is er met hem, vader slaat hem', 'ik vermoed mishandeling, moet ik de meldcode volgen', 'ik heb de meldcode gelezen maar hij heeft blauwe plekken',
    'ze zegt dat ze niet wordt geslagen maar ze zit onder de blauwe plekken', 'hij wil niet meer leven', 'zelf moord', 'z3lfm00rd', 'hij wil dooood',
  ])('any of it: %s', (text) => {
    expect(danger(text)).toBeDefined();
  });
});

describe('no danger', () => {
  it.each(CALM)('%s', (text) => {
    expect(danger(text)).toBeUndefined();
  });
});

/** One letter dropped, doubled, or swapped with the next. */
const typo = (word: string, at: number, kind: 'dropped' | 'doubled' | 'swapped'): string => {
  const letter = word.charAt(at);
  if (kind === 'swapped') return word.slice(0, at) + word.charAt(at + 1) + letter + word.slice(at + 2);
  return word.slice(0, at) + (kind === 'dropped' ? '' : letter + letter) + word.slice(at + 1);
};

describe('what people do to a sentence', () => {
  it('a slip of the keys in a longer word leaves nineteen in twenty standing', () => {
    let tried = 0;
    const lost: string[] = [];
    for (const text of alarming.filter((one) => danger(one))) {
      for (const [index, word] of [...text.matchAll(/\p{L}{6,}/gu)].entries()) {
        for (const [step, kind] of (['dropped', 'doubled', 'swapped'] as const).entries()) {
          const at = (index + step * 2 + text.length) % (word[0].length - 1);
          const changed = text.slice(0, word.index) + typo(word[0], at, kind) + text.slice(word.index + word[0].length);
          tried += 1;
          if (!danger(changed)) lost.push(changed);
        }
      }
    }
    expect(lost.length, lost.slice(0, 20).join('\n')).toBeLessThanOrEqual(tried * 0.05);
  });
  it('capitals, accents, punctuation and emoji change nothing', () => {
    const changes: readonly ((text: string) => string)[] = [
      (text) => text.toUpperCase(), (text) => text.replaceAll('e', 'é'), (text) => `${text}!!! 😢`, (text) => `  ...${text.replaceAll(' ', '  ')}?`, (text) => text.replaceAll(' ', ' 🙏 '), (text) => text.replaceAll(' ', ', '),
    ];
    fc.assert(fc.property(fc.constantFrom(...alarming, ...sentences.calm), fc.constantFrom(...changes), (text, change) => {
      expect(danger(change(text))).toBe(danger(text));
    }), { numRuns: 300 });
  });
  it('is found between other sentences', () => {
    const before = 'Goedemorgen, ik heb een vraag over een leerling uit mijn klas van dit jaar en weet niet goed hoe het verder moet met de aanpak.';
    const after = 'Graag hoor ik van jullie wat we als school het beste kunnen doen en wie wij daarvoor mogen uitnodigen op dinsdag of woensdag.';
    const found = alarming.filter((text) => danger(text));
    const kept = found.filter((text) => danger(`${before} ${text}. ${after}`));
    expect(kept.length).toBeGreaterThanOrEqual(found.length * 0.98);
  });
  it('whatever is typed gives an answer', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect([undefined, 'suicidaliteit', 'acuut', 'collega', 'vermoeden']).toContain(danger(text)); }));
  });
});

describe('the work', () => {
  it('grows with the length of the text, not faster', () => {
    let steps = 0;
    const counted = dangerFrom(file, () => { steps += 1; });
    const stepsFor = (text: string): number => {
      steps = 0;
      counted(text);
      return steps;
    };
    // Calm texts, so that every rule is tried; the words of the last one occur in a great many rules.
    for (const line of [...sentences.calm.slice(0, 40), 'andere kinderen ouders thuis en straf en toets en bal en gym '].filter((text) => !danger(`${text} `.repeat(4)))) {
      const thousand = `${line} `.repeat(Math.ceil(1000 / line.length));
      const perThousand = stepsFor(thousand);
      expect(stepsFor(thousand.repeat(10)), line).toBeLessThanOrEqual(perThousand * 20 + 2000);
    }
  });
  it('one long word is no trouble', () => {
    let steps = 0;
    dangerFrom(file, () => { steps += 1; })('a'.repeat(10_000) + 'mishandel'.repeat(1_000));
    expect(steps).toBeLessThan(1_000);
  });
});

describe('knowledge/veiligheid.yaml', () => {
  const { spelling, rules, contrast, ordinary } = safetyRules(file);
  it('is written as texts become when they are read: every phrase can be found', () => {
    const wordsOf = wordsReader(spelling);
    const all = [...contrast, ...rules.flatMap((rule) => [...rule.not, ...rule.phrases.flat(2)])];
    const never = [...new Set(all)].filter((one) => wordsOf(one.replaceAll('*', '')).join(' ') !== one.replaceAll('*', ''));
    expect(never).toEqual([]);
  });
  it('holds no words twice among the ordinary ones', () => {
    expect(new Set(ordinary).size).toBe(ordinary.length);
  });
  it('is named when it breaks its schema or names a list that is not there', () => {
    expect(() => dangerFrom({ name: 'x.yaml', text: 'rules: []' })).toThrow(/x\.yaml/);
    expect(() => dangerFrom({ name: 'x.yaml', text: 'spelling: {}\nordinary: []\ncontrast: [maar]\nlists: {}\nrules: [{ value: acuut, phrases: [[[$weg]]] }]' })).toThrow(/x\.yaml.*\$weg/);
  });
});

describe('mistakes', () => {
  it.each([['slaat', 'slaat', 0], ['slat', 'slaat', 1], ['slata', 'slaat', 1], ['sslaat', 'slaat', 1], ['mishandled', 'mishandeld', 1], ['zelfmort', 'zelfmoord', 2], ['', 'af', 2]])('%s and %s differ by %i', (one, other, count) => {
    expect(mistakes(one, other)).toBe(count);
    expect(mistakes(other, one)).toBe(count);
  });
});
