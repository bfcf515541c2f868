import { normal } from '../normal.js';
import type { SafetyRules } from './rules.js';

/** Digits and signs that stand for letters, in a word that has letters too. */
const LETTERS: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's' };

/** A text as words: without capitals, accents, punctuation and emoji, abbreviations written out, stretched letters shortened. */
export type WordsOf = (text: string) => readonly string[];

/** Builds the reader of texts from the spellings of the file. Spellings may be of more than one word ("z n"). */
export function wordsReader(spelling: SafetyRules['spelling']): WordsOf {
  const written = new Map(Object.entries(spelling).flatMap(([word, forms]) => forms.map((form) => [form, word] as const)));
  const forms = [...written.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`(?<= )(?:${forms.join('|')})(?= )`, 'g');
  return (text) => {
    const plain = ` ${normal(text)} `.replaceAll(/(\p{L})\1{2,}/gu, '$1$1').replaceAll(/(?<=\p{L})[01345]|[01345](?=\p{L}{3})/gu, (digit) => LETTERS[digit] ?? digit);
    return plain.replaceAll(pattern, (form) => written.get(form) ?? form).trim().split(' ');
  };
}
