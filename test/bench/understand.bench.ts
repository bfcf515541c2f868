import { readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { openUnderstanding } from '../../src/content.js';
import { normal } from '../../src/knowledge/normal.js';
import { realRoute } from '../support/route.js';

/** What understanding a text costs, beside the cheapest thing that can be done with it. */
const route = realRoute();
const understand = openUnderstanding(route);
const questions = readFileSync(new URL('../knowledge/sets/afstellen.tsv', import.meta.url), 'utf8').split('\n').slice(1).map((line) => line.split('\t')[0] ?? '').filter((text) => text !== '');
const long = questions.join(' ').slice(0, 4000);

describe('a message', () => {
  let at = 0;
  const next = () => questions[(at += 1) % questions.length] ?? '';
  bench('made lower case and bare (the least)', () => { normal(next()); });
  bench('understood', () => { understand(next()); });
  bench('of 4,000 letters understood', () => { understand(long); });
});
describe('starting', () => {
  bench('opening the index and all lists', () => { openUnderstanding(route); }, { iterations: 5, warmupIterations: 1 });
});
