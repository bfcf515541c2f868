import type { Route } from '../../route/model.js';
import { readValue } from '../../route/numbers.js';
import type { DataFile } from '../data-file.js';
import { hoursIn, leaveDaysIn, weeksIn, type Stretch } from './absence.js';
import { ageIn } from './age.js';
import { OCCASION, signsFrom, type Signs } from './file.js';
import { says, sentencesOf, type Sentences } from './phrases.js';
import { wordsOf, withoutQuotes } from './words.js';

export type FactsOfText = (text: string) => Readonly<Record<string, string>>;
type Found = Map<string, string>;

/**
 * What a text already says, as facts of the route with their values. What is denied, quoted, or asked about a rule is
 * no fact; where the text says two things it says none. A question too many is better than a wrong fact.
 *
 * @param file `knowledge/feiten-uit-tekst.yaml`; without it only numbers are read
 * @throws on a file that breaks the schema or names what the route does not know: the process does not start
 */
export function factsFrom(route: Route, file?: DataFile): FactsOfText {
  const signs = file && signsFrom(route, file);
  return (text) => {
    const plain = withoutQuotes(text);
    const sentences = sentencesOf(plain);
    const about = signs !== undefined && explains(sentences, signs);
    const found: Found = new Map();
    if (!about) readNumbers(route, plain, found);
    if (signs) readSigns(sentences, signs, about, found);
    for (const { facts } of route.contradictions) {
      const names = Object.keys(facts);
      if (names.every((name) => facts[name]?.includes(found.get(name) ?? '') === true)) names.forEach((name) => found.delete(name));
    }
    return Object.fromEntries(found);
  };
}

function readNumbers(route: Route, text: string, found: Found): void {
  const words = wordsOf(text);
  const age = ageIn(words);
  const stretches: readonly (readonly [string, Stretch | undefined])[] = [
    ['leeftijd', age === undefined ? undefined : { from: age, to: age }],
    ['verzuimuren', hoursIn(words)], ['verzuimweken', weeksIn(words)], ['verlofdagen', leaveDaysIn(words)],
  ];
  for (const [fact, stretch] of stretches) {
    const band = stretch && bandOf(route, fact, stretch);
    if (band !== undefined) found.set(fact, band);
  }
}

/** The band of a stretch, when it falls in one band as a whole. */
function bandOf(route: Route, id: string, { from, to }: Stretch): string | undefined {
  const fact = route.facts.get(id);
  if (fact === undefined) return undefined;
  const [low, high] = [readValue(fact, Math.floor(from)), readValue(fact, Math.floor(to))];
  return low.ok && high.ok && low.value === high.value ? low.value : undefined;
}

/** "Wat is een MDO?" is about the word, unless there is a child in it. */
function explains({ whole }: Sentences, { explains: begins, cases }: Signs): boolean {
  return begins.some((begin) => whole.startsWith(begin)) && !cases.some((word) => whole.includes(word));
}

function readSigns(sentences: Sentences, { situations, signs, together, implied, denials }: Signs, about: boolean, found: Found): void {
  const said = signs.filter(({ fact, phrases }) => (!about || fact === 'rol') && phrases.some((phrase) => says(sentences, phrase, denials)));
  for (const fact of new Set(said.map((sign) => sign.fact))) {
    const all = said.filter((sign) => sign.fact === fact);
    const left = all.filter(({ value }) => !all.some(({ beats }) => beats.includes(value)));
    const values = new Set(left.map((sign) => sign.value));
    const [value] = values.size === 1 ? values : together.filter((one) => one.fact === fact && one.values.length === values.size && one.values.every((each) => values.has(each))).map((one) => one.value);
    if (value !== undefined) found.set(fact, value);
  }
  const situation = about ? undefined : situations.find(({ phrases }) => phrases.some((phrase) => says(sentences, phrase, denials)));
  for (const [fact, value] of Object.entries(situation?.facts ?? {})) if (!found.has(fact)) found.set(fact, value);
  const occasion = implied.find(({ fact }) => found.has(fact))?.occasion;
  if (occasion !== undefined && !found.has(OCCASION)) found.set(OCCASION, occasion);
}
