import { normal } from '../normal.js';
import type { Compounds } from './compounds.js';
import type { Spelling } from './spelling.js';
import { stem } from './stem.js';
import type { Words } from './words.js';

/** A text as the index sees it. */
export interface Reading {
  /** The words as meant: abbreviations written out, spelling mended; at the end words that were written apart, in one. */
  readonly words: readonly string[];
  /** Their stems, in order. */
  readonly stems: readonly string[];
  /** Stems that the text does not hold but means: parts of compounds, and what a phrase stands for. */
  readonly meant: readonly string[];
}

export interface Reader {
  readonly words: Words;
  readonly known: (word: string) => boolean;
  readonly spelling: Spelling;
  readonly compounds: Compounds;
}

/** No Dutch word is longer; what is, would cost much and say nothing. */
const LONGEST_WORD = 40;
/** Shorter than this, two words that happen to stand beside each other make a word too easily. */
const SHORTEST_JOINED = 8;

/** Reads a text with what is known of the words of our field. */
export function read(reader: Reader, text: string): Reading {
  const written = normal(text).split(' ').filter((word) => word !== '').map((word) => word.slice(0, LONGEST_WORD)).flatMap((word) => reader.words.abbreviations.get(word) ?? [word]);
  const words = [...written.map((word) => meantBy(reader, word)), ...joinedOf(reader, written)];
  const meant = [...words.flatMap((word) => reader.compounds(word)), ...reader.words.meanings(words.join(' '))];
  return { words, stems: words.map(stem), meant: meant.map(stem) };
}

/** A word that we know or can take apart is taken as it is; any other as the nearest that we know. */
function meantBy(reader: Reader, word: string): string {
  return reader.known(word) || reader.compounds(word).length > 0 ? word : reader.spelling(word) ?? word;
}

/** "boven schools" and "samenwerkings verbant" are one word each. */
function joinedOf(reader: Reader, written: readonly string[]): readonly string[] {
  return written.flatMap((word, at) => {
    const joined = word + (written[at + 1] ?? '');
    if (at + 1 >= written.length || joined.length < SHORTEST_JOINED) return [];
    if (reader.known(joined)) return [joined];
    const near = reader.known(word) && reader.known(written[at + 1] ?? '') ? undefined : reader.spelling(joined);
    return near === undefined ? [] : [near];
  });
}
