import { once } from '../../route/once.js';
import { mistakes, shortened, tolerance } from './typo.js';

/** The words of the rules, and which of them a typed word stands for. */
export interface Vocabulary {
  /** The word exactly, or one of which it is the beginning (`mishandel*`) or the end (`*juf`). */
  readonly exact: (typed: string) => readonly string[];
  /** The words that were meant, when the typed word is none of them but close by. */
  readonly meant: (typed: string) => readonly string[];
}

/** Shorter words are too close to too many others. */
const SHORTEST_TYPED = 5;
/** No word that people type is longer; what is, is cut. */
const LONGEST_TYPED = 24;
/** A beginning (`ouder*`) fits many words already: only longer ones may hold a mistake, and fewer. */
const SHORTEST_BEGINNING = 7;

/**
 * Builds the look-up once, for the first text, so that a text costs a few look-ups a word whatever the number of rules: every word is
 * stored under all its forms with a letter or two left out, and a typed word is looked up in the same way.
 * `words` end in `*` where the beginning is enough, and start with it where the end is; `ordinary` words never stand for another.
 */
export function vocabularyOf(words: readonly string[], ordinary: ReadonlySet<string>): Vocabulary {
  const whole = new Set(words.filter((word) => !word.includes('*')));
  const ends = [...new Set(words.filter((word) => word.startsWith('*')))];
  const beginnings = new Set(words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)));
  // The work of a tenth of a second, and a start need not wait for it: nobody has typed anything yet.
  const nearWhole = once(() => nearby(whole, tolerance));
  const nearBeginning = once(() => nearby(beginnings, toleranceOfBeginning));
  const longest = Math.max(0, ...Array.from(beginnings, (word) => word.length)) + 1;

  const exact = (typed: string): string[] => {
    const found = whole.has(typed) ? [typed] : [];
    for (let end = Math.min(typed.length, longest); end > 0; end -= 1) if (beginnings.has(typed.slice(0, end))) found.push(`${typed.slice(0, end)}*`);
    for (const end of ends) if (typed.endsWith(end.slice(1))) found.push(end);
    return found;
  };
  const meant = (typed: string): string[] => {
    if (typed.length < SHORTEST_TYPED || ordinary.has(typed)) return [];
    const word = typed.slice(0, LONGEST_TYPED);
    const found = new Set(close(word, nearWhole(), tolerance));
    for (let end = SHORTEST_TYPED; end <= Math.min(word.length, longest); end += 1) for (const beginning of close(word.slice(0, end), nearBeginning(), toleranceOfBeginning)) found.add(`${beginning}*`);
    return [...found];
  };
  return { exact, meant };
}

type Nearby = ReadonlyMap<string, readonly string[]>;
type Tolerance = (letters: number) => number;

const toleranceOfBeginning: Tolerance = (letters) => (letters < SHORTEST_BEGINNING ? 0 : tolerance(letters - 1));

function nearby(words: ReadonlySet<string>, allowed: Tolerance): Nearby {
  const index = new Map<string, string[]>();
  for (const word of words) {
    const times = allowed(word.length);
    if (times > 0) for (const form of shortened(word, times)) {
      const under = index.get(form);
      if (under) under.push(word);
      else index.set(form, [word]);
    }
  }
  return index;
}

function close(typed: string, index: Nearby, allowed: Tolerance): string[] {
  const found = new Set<string>();
  for (const form of shortened(typed, allowed(typed.length + 1))) for (const word of index.get(form) ?? []) found.add(word);
  return found.size === 0 ? [] : [...found].filter((word) => {
    const count = mistakes(typed, word);
    // Two mistakes and another first letter is another word.
    return count <= allowed(word.length) && (count < 2 || typed[0] === word[0]);
  });
}
