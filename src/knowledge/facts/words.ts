/** A word, a number or a mark, in lower case and without accents. */
export interface Word {
  readonly text: string;
  /** A number in digits or in letters; halves are kept ("anderhalf" is 1.5). */
  readonly number?: number;
}

const PIECE = /\d+(?:[.,]5\b)?|\p{L}+(?:'\p{L}+)*|[()+,.;:!?/"–-]|\n/gu;

const NUMBERS: ReadonlyMap<string, number> = new Map([
  'nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf', 'dertien', 'veertien', 'vijftien', 'zestien',
  'zeventien', 'achttien', 'negentien', 'twintig',
].map((word, index) => [word, index]));
const OTHER_NUMBERS: ReadonlyMap<string, number> = new Map([['anderhalf', 1.5], ['anderhalve', 1.5], ['half', 0.5], ['halve', 0.5], ['dertig', 30], ['veertig', 40], ['vijftig', 50], ['zestig', 60]]);
/** "13jr", "4wkn", "15j", "16uur": digits with the unit against them. */
const GLUED = /(\d)(?=\p{L})/gu;
/** "Zestienjarige", "achttienplus". */
const GLUED_WORD = /(?<!\p{L})((?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|(?:der|veer|vijf|zes|zeven|acht|negen)tien))(?=jarige?(?!\p{L})|plus(?:ser)?(?!\p{L}))/gu;

/** Cuts a text into words. Linear in its length. */
export function wordsOf(text: string): readonly Word[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[’‘ʼ`]/g, "'").replaceAll(GLUED, '$1 ').replaceAll(GLUED_WORD, '$1 ');
  return (plain.match(PIECE) ?? []).map(word);
}

function word(text: string): Word {
  if (/^\d/.test(text)) return { text, number: Number(text.replace(',', '.')) };
  const number = NUMBERS.get(text) ?? OTHER_NUMBERS.get(text);
  return number === undefined ? { text } : { text, number };
}

/**
 * What somebody else says or what a rule says is no fact: the part between quotation marks goes. An apostrophe inside a
 * word is no mark.
 */
export function withoutQuotes(text: string): string {
  return text.replaceAll(/"[^"\n]{1,200}"|“[^”\n]{1,200}”|„[^”“\n]{1,200}[”“]|«[^»\n]{1,200}»|(?<![\p{L}\p{N}])['‘][^'’\n]{3,200}['’](?![\p{L}\p{N}])/gu, ' ');
}
