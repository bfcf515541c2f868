import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundsFrom } from '../../../src/knowledge/topics/compounds.js';
import { read, type Reader } from '../../../src/knowledge/topics/reading.js';
import { sound } from '../../../src/knowledge/topics/sound.js';
import { spellingFrom } from '../../../src/knowledge/topics/spelling.js';
import { stem } from '../../../src/knowledge/topics/stem.js';
import { wordsFrom } from '../../../src/knowledge/topics/words.js';

const COUNTS = new Map(Object.entries({ verzuim: 9, melding: 6, toestemming: 8, ouders: 9, begeleiding: 4, bovenschools: 3, samenwerkingsverband: 3, leerling: 9, vervoer: 3, mdo: 7, nodigt: 2, uit: 5, verband: 1 }));
const words = wordsFrom({ name: 'woorden.yaml', text: 'abbreviations: { lln: leerling }\nmeanings: [{ means: regie, said: [trekt de kar] }]' });
const reader: Reader = {
  words, known: (word) => COUNTS.has(word), spelling: spellingFrom(COUNTS), compounds: compoundsFrom((word) => COUNTS.has(word), new Set(['mdo'])),
};

describe('a word as it sounds', () => {
  it.each([['begelijding', 'begeleiding'], ['nodigd', 'nodigt'], ['tocht', 'togt'], ['ouwders', 'ouwders'], ['schoolarts', 'sgoolarts'], ['fase', 'vaze']])('%s is %s', (one, other) => {
    expect(sound(one)).toBe(sound(other));
  });
});

describe('spelling', () => {
  it.each([['toesteming', 'toestemming'], ['verzium', 'verzuim'], ['oudres', 'ouders'], ['begelijding', 'begeleiding'], ['nodigd', 'nodigt'], ['samenwerkinsverbant', 'samenwerkingsverband']])('%s is meant as %s', (typed, meant) => {
    expect(reader.spelling(typed)).toBe(meant);
  });
  it.each(['mdo', 'voetbal', '2026', 'ja', 'ouders'])('leaves "%s" alone', (typed) => {
    expect(reader.spelling(typed)).toBeUndefined();
  });
  it('finds every word of eight letters or more in which one letter went wrong', () => {
    const long = [...COUNTS.keys()].filter((word) => word.length >= 8);
    fc.assert(fc.property(fc.constantFrom(...long), fc.nat(), fc.constantFrom(...'aeiourstn'), (word, place, letter) => {
      const at = 1 + (place % (word.length - 1));
      const typed = word.slice(0, at) + letter + word.slice(at + 1);
      expect(COUNTS.has(typed) ? typed : reader.spelling(typed)).toBe(typed === word ? word : word);
    }));
  });
});

describe('a compound', () => {
  it.each([['verzuimmelding', ['verzuim', 'melding']], ['leerlingenvervoer', ['leerling', 'vervoer']], ['mdotoestemming', ['mdo', 'toestemming']], ['verzuimsmelding', ['verzuim', 'melding']]])('%s is made of %s', (word, parts) => {
    expect(reader.compounds(word)).toEqual(parts);
  });
  it.each(['verzuim', 'uitje', 'kaasschaaf'])('%s is none', (word) => { expect(reader.compounds(word)).toEqual([]); });
});

describe('reading', () => {
  it('writes abbreviations out, mends spelling and takes compounds apart', () => {
    expect(read(reader, 'Lln: verzuimmeldin?').words).toEqual(['leerling', 'verzuimmeldin']);
    expect(read(reader, 'toesteming lln').words).toEqual(['toestemming', 'leerling']);
    expect(read(reader, 'verzuimmelding').meant).toEqual([stem('verzuim'), stem('melding')]);
  });
  it('puts together what was written apart, also with a letter wrong', () => {
    expect(read(reader, 'boven schools').words).toContain('bovenschools');
    expect(read(reader, 'samenwerkings verbant').words).toContain('samenwerkingsverband');
  });
  it('adds what a phrase stands for', () => { expect(read(reader, 'wie trekt de kar').meant).toContain(stem('regie')); });
  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(read(reader, text)).toHaveProperty('stems'); }));
  });
  it('names the file of words when that breaks its schema', () => { expect(() => wordsFrom({ name: 'w.yaml', text: 'abbreviations: [x]' })).toThrow(/w\.yaml/); });
});
