import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/cards/plain.js';
import { createRenderer } from '../../src/cards/render.js';
import type { CardData, CardKind } from '../../src/cards/data.js';
import { files, kinds, nodesOf, renderer, sampleOf, stringsOf } from './cards.js';

/** What people type, paste, and try. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom('${', '}', '${title}', '$', '{', '{{DATE(2026-01-01T00:00:00Z)}}', '[klik](https://kwaad.example)', '![x](y)', '[a]: b',
    '**', '_', '`', '~~', '<b>', '<https://kwaad.example>', '&lt;', '\\', '"', '\n', '\n- ', '\n1. ', '# ', '> ', '|', '👩‍👧', '\u202E', '\uE000',
    '{"type":"Action.OpenUrl"}', 'gewoon', ' '), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ minLength: 3000, maxLength: 6000 }),
);

/** A failure is told at once: shrinking thousands of characters, a card each time, would take hours. */
const ONCE = { endOnFailure: true };

/** Everything that was not typed by people: the texts that a schema limits to certain words, ids and presets of inputs. */
const KEPT = ['tone', 'style', 'verb', 'data', 'date', 'today', 'time', 'outcomeId', 'parents', 'jeugdige', 'told', 'name', 'kind', 'id', 'url'];

/** The sample with every text in it replaced by the next of `texts`. */
function filled(value: unknown, next: () => string): unknown {
  if (typeof value === 'string') return next();
  if (Array.isArray(value)) return value.map((item) => filled(item, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, KEPT.includes(key) ? inner : filled(inner, next)]));
}

/** The elements and actions of a card by type, which text must not change. Empty texts may make some disappear. */
const shape = (card: unknown) => nodesOf(card).flatMap((node) => ('type' in node ? [`${String(node['type'])} ${String(node['verb'] ?? '')}`] : []));

describe.each(kinds)('what people typed, on the %s card', (kind: CardKind) => {
  it('comes out as text: no link, no markup, no placeholder, no other element', () => {
    const expected = shape(renderer.render(kind, filled(sampleOf(kind), () => 'tekst') as CardData<CardKind>));
    fc.assert(fc.property(fc.array(nasty, { minLength: 5, maxLength: 5 }), (texts) => {
      let at = 0;
      // A letter in front, because a schema refuses an empty title and an empty text hides its heading.
      const data = filled(sampleOf(kind), () => `x${texts[at++ % texts.length] ?? ''}`) as CardData<CardKind>;
      const card = renderer.render(kind, data);
      expect(shape(card)).toEqual(expected);
      for (const node of nodesOf(card)) {
        for (const field of ['text', 'title']) if (typeof node[field] === 'string') expectPlain(node[field]);
      }
    }), { numRuns: 25, ...ONCE });
  });
});

/** Nothing in it that a Markdown reader would take for more than text. */
function expectPlain(text: string): void {
  expect(text).not.toMatch(/\]\(|\]\[|\$\{|\{\{|[*`~]|<[a-z/!?]|&#?\w+;/i);
  expect(text).not.toMatch(/^(?: {4}|[-+#>]|\d+[.)])/m);
}

describe('plain', () => {
  it('leaves ordinary Dutch as it is', () => {
    const text = 'Bel 112. Groep 8 (12 jaar), i.p.v. 10–15 % “nu”: IB’er & ouder_1 @ school, jan_de_vries@school.example — zie www.school.example. € 5,- 👩‍👧';
    expect(plain(text)).toBe(text);
  });

  it('keeps lines apart, and lists and headings flat', () => {
    expect(plain('een\r\n- twee\n\n\n\n# drie')).toBe('een\n\u2060- twee\n\n\u2060# drie');
  });

  it('makes text that is plain no plainer', () => {
    fc.assert(fc.property(nasty, (text) => { expect(plain(plain(text))).toBe(plain(text)); }), { numRuns: 300, ...ONCE });
  });

  it.each(['\\', '_', '[a](', '${', '<b', '&lt;', ' ', '\n', '\n- ', '👩‍👧'])('is as plain where it is cut off in the middle of %j', (end) => {
    for (let before = 1980; before < 2000; before += 1) {
      const shown = plain('a'.repeat(before) + end.repeat(20));
      expect(plain(shown)).toBe(shown);
      expect(shown.length).toBeLessThanOrEqual(2000);
    }
  });

  it('keeps words and digits, whatever stands between them', () => {
    fc.assert(fc.property(nasty.filter((text) => text.length < 1000), (text) => {
      const words = (value: string) => value.match(/[a-z0-9]+/gi) ?? [];
      expect(words(plain(text)).join('')).toBe(words(text).join(''));
    }), ONCE);
  });

  it('shortens what no card can hold', () => {
    expect(plain('a'.repeat(10_000))).toMatch(/^a{1990}…$/);
  });
});

describe('what somebody typed into an input', () => {
  it('comes back into it unchanged, also when it looks like a placeholder', () => {
    fc.assert(fc.property(nasty.filter((text) => text !== '' && !text.includes('\uE000')), (purpose) => {
      const card = renderer.render('mdo-form', { ...sampleOf('mdo-form'), purpose });
      expect(nodesOf(card).find(({ id }) => id === 'purpose')).toMatchObject({ value: purpose });
    }), ONCE);
  });

  it('leaves the data of buttons as they were', () => {
    const data = { v: 1, verb: 'answer', ref: 'abc', seen: 3, fact: 'stand', value: '${title} **x**' };
    const card = renderer.render('question', { ...sampleOf('question'), options: [{ title: 'Ja', verb: 'answer', data }] });
    expect(nodesOf(card).find(({ verb }) => verb === 'answer')).toMatchObject({ data });
  });
});

describe('the renderer', () => {
  const without = (kind: string) => files.filter(({ name }) => name !== `cards/${kind}.json`);

  it('names the file that is at fault', () => {
    expect(() => createRenderer(without('term'))).toThrow('cards/term.json');
    expect(() => createRenderer([...files, { name: 'cards/other.json', text: '{}' }])).toThrow('cards/other.json');
    expect(() => createRenderer([...without('term'), { name: 'cards/term.json', text: '{' }])).toThrow('cards/term.json');
    expect(() => createRenderer([...without('term'), { name: 'cards/term.json', text: '{"text":"${count(}"}' }])).toThrow('cards/term.json');
  });

  it('does not let a placeholder through', () => {
    const broken = createRenderer([...without('notice'), { name: 'cards/notice.json', text: '{"type":"AdaptiveCard","body":[{"text":"Dag ${nmae}"}]}' }]);
    expect(() => broken.render('notice', sampleOf('notice'))).toThrow(/cards\/notice\.json.*nmae/);
  });

  it('refuses data that the schema does not know', () => {
    expect(() => renderer.render('notice', { ...sampleOf('notice'), name: 'x' } as CardData<'notice'>)).toThrow('name');
  });

  it('shares nothing with the data, so that one card cannot change another', () => {
    const data = sampleOf('question');
    const card = renderer.render('question', data);
    for (const node of nodesOf(card)) if (typeof node['data'] === 'object' && node['data'] !== null) Object.assign(node['data'], { seen: 99 });
    expect(renderer.render('question', data)).toEqual(renderer.render('question', sampleOf('question')));
    expect(stringsOf(data)).toEqual(stringsOf(sampleOf('question')));
  });
});
