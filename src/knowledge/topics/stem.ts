import stemmers from 'snowball-stemmers';

const dutch = stemmers.newStemmer('dutch');
/** What stems differently though it is the same word in our field. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(Object.entries({ lpa: 'leerplicht', scholen: 'school', kinderen: 'kind', gesprekken: 'gesprek' }));

/** The stem of a Dutch word in lower case without accents; a word of up to three letters is its own stem. */
export function stem(word: string): string {
  return IRREGULAR.get(word) ?? (word.length <= 3 ? word : dutch.stem(word));
}
