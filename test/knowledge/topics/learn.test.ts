import { describe, expect, it } from 'vitest';
import { bm25fOf, scores } from '../../../src/knowledge/topics/bm25f.js';
import type { Corpus } from '../../../src/knowledge/topics/corpus.js';
import { fromFile, indexSchema, toFile } from '../../../src/knowledge/topics/index-file.js';
import { learn, readerOf } from '../../../src/knowledge/topics/learn.js';
import { chances, fit, scoresOf } from '../../../src/knowledge/topics/linear.js';
import { rankFrom } from '../../../src/knowledge/topics/rank.js';
import { secondOpinionFrom } from '../../../src/knowledge/topics/second-opinion.js';
import { wordsFrom } from '../../../src/knowledge/topics/words.js';

const words = wordsFrom({ name: 'woorden.yaml', text: 'abbreviations: {}\nmeanings: []' });
const subject = (slug: string, samples: readonly string[]): Corpus['subjects'][number] =>
  ({ slug, samples, names: [slug], statements: [`Dit gaat over ${slug}.`], fields: { title: slug, keywords: slug, samples: samples.join(' . '), body: `dit gaat over ${slug}` } });
const CORPUS: Corpus = {
  subjects: [
    subject('verlof', ['ouders willen op vakantie onder schooltijd', 'wie beslist over vrij voor een bruiloft', 'mag een leerling drie dagen vrij voor een feest', 'vakantie buiten de schoolvakantie']),
    subject('pesten', ['een meisje wordt uitgescholden in de pauze', 'klasgenoten sluiten hem buiten', 'wat doen we tegen treiteren', 'hij wordt elke dag uitgelachen']),
    subject('dyslexie', ['lezen gaat heel traag', 'de spelling blijft achter ondanks oefenen', 'wanneer vraag ik onderzoek naar lezen aan', 'hij leest woord voor woord']),
  ],
  outside: ['wat is het weer morgen', 'de printer is stuk', 'hoe laat is het', 'recept voor pannenkoeken'],
  dangers: [{ id: 'vermoeden', sentences: ['vader slaat hem elke avond', 'ze wordt thuis geslagen', 'hij heeft brandwonden van een sigaret'] }],
  commands: [{ id: 'stop', texts: ['stop', 'hou op met dit gesprek'] }],
  calm: ['hij is druk in de klas', 'ouders zijn gescheiden', 'ze is verdrietig'],
};
const learned = learn(CORPUS, words);
const reader = readerOf(learned.counts, words);

describe('what was learned', () => {
  const rank = rankFrom(learned, reader);
  it.each([['wie beslist over vakantie onder schooltijd', 'verlof'], ['ze wordt uitgelachen en buitengesloten', 'pesten'], ['lezen en spelling gaan traag', 'dyslexie']])('"%s" is about %s', (text, slug) => {
    expect(rank(text).candidates[0]?.slug).toBe(slug);
  });
  it('gives chances that add up to 1 with that of none', () => {
    const { candidates, none } = rank('vakantie');
    expect(candidates.reduce((sum, { chance }) => sum + chance, none)).toBeCloseTo(1, 9);
  });
  it('knows what is about none of the subjects', () => {
    expect(rank('is de printer weer stuk').none).toBeGreaterThan(rank('wie beslist over vrij voor een bruiloft').none);
  });
  it('hears danger that no phrase foresaw, and nothing in a word or two', () => {
    const opinion = secondOpinionFrom(learned, reader);
    expect(opinion('vader slaat haar thuis elke avond')).toBe('vermoeden');
    expect(opinion('ouders zijn verdrietig in de klas')).toBeUndefined();
    expect(opinion('geslagen')).toBeUndefined();
  });
  it('is the same each time, and in the file as before it', () => {
    const file = toFile('hash', 'code', learned);
    expect(toFile('hash', 'code', learn(CORPUS, words))).toEqual(file);
    const again = rankFrom(fromFile(indexSchema.parse(JSON.parse(JSON.stringify(file)))), reader);
    for (const text of ['vrij voor een feest', 'uitgescholden', 'lezen', 'het weer']) {
      expect(again(text).candidates[0]?.slug).toBe(rank(text).candidates[0]?.slug);
      expect(again(text).none).toBeCloseTo(rank(text).none, 1);
    }
  });
});

describe('the linear classifier', () => {
  it('finds the classes of examples that a line divides', () => {
    const examples = [0, 1, 2].flatMap((label) => Array.from({ length: 5 }, () => ({ vector: { ids: [label, 3], values: [0.9, 0.4] }, label, weight: 1 })));
    const model = fit(examples, 4, 3);
    for (const { vector, label } of examples) expect([...scoresOf(model, vector)].indexOf(Math.max(...scoresOf(model, vector)))).toBe(label);
  });
  it('makes chances of any scores', () => { expect([...chances(Float64Array.from([1000, 1000, -1000]))]).toEqual([0.5, 0.5, 0]); });
});

describe('BM25F', () => {
  const index = bm25fOf([
    { title: ['zat'], keywords: [], samples: [], body: ['school', 'overleg'] }, { title: ['mdo'], keywords: [], samples: [], body: ['school', 'overleg', 'zat'] },
  ]);
  it('counts a word in the title for more than in the text, and a rare word for more than a common one', () => {
    const [inTitle = 0, inBody = 0] = scores(index, new Map([['zat', 1]]));
    expect(inTitle).toBeGreaterThan(inBody);
    const [rare = 0] = scores(index, new Map([['mdo', 1]])).slice(1);
    expect(rare).toBeGreaterThan(scores(index, new Map([['school', 1]]))[1] ?? 0);
  });
  it('finds nothing for a word that it does not hold', () => { expect([...scores(index, new Map([['fiets', 1]]))]).toEqual([0, 0]); });
});
