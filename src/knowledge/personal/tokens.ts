import { folded, type Names } from './names.js';

/** One word of a text, as far as a name can be read from it. */
export interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
  /** A single letter: with a point or as a capital it can stand for a name. */
  readonly letter: boolean;
  readonly dotted: boolean;
  /** An abbreviation of two or three capitals in a text that is not in capitals. */
  readonly acronym: boolean;
  /** What stands between the word before and this one. */
  readonly gap: Gap;
}
export type Gap = 'start' | 'space' | 'comma' | 'colon' | 'open' | 'close' | 'stop' | 'digit' | 'other';

const WORD = /\p{L}+(?:['’ʼ‘`-]\p{L}+)*/gu;
const LONG_INITIAL = /^(?:Th|Ch|Ph|Tj|Sj|IJ|Chr|Joh|Fr)$/;
const ABBREVIATION = /^(?:lln|ll|fam|geb|gr|nl|bijv|mevr|mw|dhr|hr|dr|drs|mr|ing|prof)$/;

/** The words of a text. Linear in its length. */
export function tokensOf(text: string, names: Names): readonly Token[] {
  const shouted = isShouted(text);
  const tokens: Token[] = [];
  let before: { readonly end: number; readonly abbreviated: boolean } | undefined;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const end = index + word.length;
    const dotted = text[end] === '.';
    const capital = !shouted && /^\p{Lu}/u.test(word);
    const key = withoutPossession(folded(word), names);
    const letter = word.length === 1 || (dotted && LONG_INITIAL.test(word));
    tokens.push({
      key, start: index, end, capital, letter, dotted: dotted && !/\p{L}/u.test(text[end + 1] ?? ''),
      acronym: !shouted && word.length > 1 && word.length <= 3 && /^\p{Lu}+$/u.test(word) && !letter,
      gap: before === undefined ? 'start' : gapOf(text.slice(before.end, index), before.abbreviated),
    });
    before = { end, abbreviated: dotted && (letter || ABBREVIATION.test(key)) };
  }
  return tokens;
}

function gapOf(between: string, afterAbbreviation: boolean): Gap {
  const rest = afterAbbreviation ? between.replace(/^\./, '') : between;
  // "Sem in 't Veld": the apostrophe belongs to the word after it.
  if (/^[^\S\n]{0,3}$|^ ['’‘]$/.test(rest)) return 'space';
  if (/\d/.test(rest)) return 'digit';
  if (/[.!?;\n•]/.test(rest)) return 'stop';
  if (rest.includes(':')) return 'colon';
  if (rest.includes('(')) return 'open';
  if (rest.includes(')')) return 'close';
  return /[,/&–-]/.test(rest) ? 'comma' : 'other';
}

/** "Daan's", "Lucas'" and "Daans" are about the same child as "Daan". */
function withoutPossession(key: string, names: Names): string {
  const known = (name: string) => names.first.has(name) || names.firstOrWord.has(name) || names.last.has(name);
  const bare = key.replace(/'s?$/, '');
  if (bare !== key || known(key)) return known(bare) ? bare : key;
  return key.length > 4 && key.endsWith('s') && names.first.has(key.slice(0, -1)) ? key.slice(0, -1) : key;
}

/** In a text in capitals a capital says nothing. */
function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 8 && (text.match(/\p{Lu}/gu)?.length ?? 0) > letters * 0.75;
}
