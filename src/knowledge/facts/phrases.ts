import { normal } from '../normal.js';
import type { Phrase } from './file.js';

/** A text cut into sentences, each normalised and with a space around it. */
export interface Sentences {
  readonly each: readonly string[];
  readonly whole: string;
}

export function sentencesOf(text: string): Sentences {
  const each = text.split(/[.!?;\n]+/).map((sentence) => ` ${normal(sentence)} `).filter((sentence) => sentence.trim() !== '');
  return { each, whole: ` ${normal(text)} ` };
}

/** True when the phrase is said, and not denied. */
export function says(sentences: Sentences, phrase: Phrase, denials: ReadonlySet<string>): boolean {
  const { groups, unless, notAfter, whole, denied } = phrase;
  const places = whole ? [sentences.whole] : sentences.each;
  return places.some((sentence) => {
    const [core, ...others] = groups;
    if (core === undefined || !core.some((alternative) => occurs(sentence, alternative, denied ? undefined : denials, notAfter))) return false;
    return others.every((group) => group.some((alternative) => sentence.includes(alternative))) && !unless.some((alternative) => sentence.includes(alternative));
  });
}

/** True when it occurs somewhere without a denial around it, and not right after one of the words that change it. */
function occurs(sentence: string, alternative: string, denials: ReadonlySet<string> | undefined, notAfter: ReadonlySet<string>): boolean {
  for (let at = sentence.indexOf(alternative); at >= 0; at = sentence.indexOf(alternative, at + 1)) {
    const before = wordsBefore(sentence, at);
    // The rest of a word that was begun is passed over: then comes the next word.
    const rest = sentence.slice(at + alternative.length, at + alternative.length + LOOK_AHEAD);
    const [next] = (alternative.endsWith(' ') ? rest : rest.replace(/^\S*\s/, '')).split(' ', 1);
    const free = denials === undefined || (!before.slice(-2).some((word) => denials.has(word)) && next !== 'niet');
    if (free && !before.some((word) => notAfter.has(word))) return true;
  }
  return false;
}

const LOOK_BACK = 50;
const LOOK_AHEAD = 30;

/** The three words before this place. */
function wordsBefore(sentence: string, at: number): readonly string[] {
  return sentence.slice(Math.max(0, at - LOOK_BACK), at).trim().split(' ').slice(-3);
}
