import { distance } from 'fastest-levenshtein';
import { once } from '../../route/once.js';
import { sound } from './sound.js';

/** A word that is in the vocabulary for one that is not; undefined when none is near enough. */
export type Spelling = (word: string) => string | undefined;

/** Shorter words have too many neighbours to guess; of three letters only two may have changed places: "zta" for "zat". */
const SHORTEST = 4;
/** From this length on two letters may be wrong. */
const LONG = 8;

/**
 * Corrects against our own vocabulary, by how words sound: the same sound first, then one letter away (two in a long word;
 * two letters that changed places count as one), the most frequent first.
 * @param counts how often each word occurs in our own texts
 */
export function spellingFrom(counts: ReadonlyMap<string, number>): Spelling {
  // The most frequent first, and for equal counts in the order of the alphabet: the same texts give the same corrections.
  const words = [...counts].filter(([word]) => word.length >= SHORTEST).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
  const short = [...counts.keys()].filter((word) => word.length === SHORTEST - 1);
  // The first word that we do not know waits for it, not the start of the process.
  const looked = once(() => lookUpOf(words));
  return (word) => {
    if (counts.has(word) || /\d/.test(word)) return undefined;
    if (word.length < SHORTEST) return word.length === SHORTEST - 1 ? short.find((one) => swapped(word, one)) : undefined;
    const { bySound, near } = looked();
    const heard = sound(word);
    const same = bySound.get(heard);
    if (same !== undefined) return same;
    const candidates = [...new Set([...keysOf(word, heard)].flatMap((key) => near.get(key) ?? []))];
    return closest(word, candidates.filter((one) => one[0] === word[0])) ?? closest(word, candidates);
  };
}

/** @param words the most frequent first */
function lookUpOf(words: readonly string[]): { readonly bySound: ReadonlyMap<string, string>; readonly near: ReadonlyMap<string, readonly string[]> } {
  const bySound = new Map<string, string>();
  const near = new Map<string, string[]>();
  for (const word of words) {
    const heard = sound(word);
    if (!bySound.has(heard)) bySound.set(heard, word);
    for (const key of keysOf(word, heard)) {
      const list = near.get(key);
      if (list) list.push(word);
      else near.set(key, [word]);
    }
  }
  return { bySound, near };
}

function closest(word: string, candidates: readonly string[]): string | undefined {
  const heard = sound(word);
  let best: string | undefined;
  let least = (word.length >= LONG ? 2 : 1) + 1;
  for (const candidate of candidates) {
    const away = swapped(word, candidate) ? 1 : Math.min(distance(word, candidate), distance(heard, sound(candidate)));
    if (away < least) [best, least] = [candidate, away];
  }
  return best;
}

/** A letter wrong can change two in the sound, and the other way round: a word is found by either. */
const keysOf = (word: string, heard: string) => new Set([...shortened(word), ...shortened(heard)]);

/** The word itself and with any one letter left out: two words that are one step apart share one of these. */
function shortened(word: string): readonly string[] {
  const once = [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));
  return [word, ...once];
}

function swapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return at >= 0 && one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
