import { bsnPlaces } from '../personal-data.js';
import { DAY, IBAN, SHORT_DAY, TELEPHONE } from './numbers.js';
import type { DataFile } from '../data-file.js';
import { namesFrom, type Names } from './names.js';
import { peopleIn } from './people.js';
import { replaced, spansOf, type Span } from './span.js';

export interface Scrubbed {
  /** Without a name, a number or an address that leads to a person. */
  readonly text: string;
  /** What must not be stored, logged or repeated: the writer is asked to remove the message. */
  readonly refused: readonly ('bsn' | 'name')[];
}
export type Scrub = (text: string) => Scrubbed;

const GONE = '[weg]';
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const MONTH = '(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WRITTEN_DAY = `(?:\\d{1,2}(?:e|ste|de)?\\s)?${MONTH}\\.?(?:\\s\\d{4}|\\s?'\\d{2})?|(?:19|20)\\d{2}`;
const BORN = new RegExp(`(?<=(?<!\\p{L})(?:geb(?:oren|\\.)?|geboortedatum|geboortedag|gb\\.?d\\.?|het kind)\\s{0,2}[:(,=]?\\s{0,2}(?:op|is|in|:)?\\s{0,2})(?:${DAY.source}|${SHORT_DAY.source}|${WRITTEN_DAY})`, 'giu');
const PUPIL_NUMBER = /(?<=(?:leerling\s?-?nummer|leerlingnr|llnr|lln\.?\s?nr|stamnummer)[\s.:=#]{0,3}(?:is\s)?)\d{3,12}(?!\d)/gi;
const STREET = /(?<!\p{L})\p{L}{2,40}(?:straat|laan|plein|singel|kade|gracht|steeg|dreef)\s{1,2}\d{1,4}(?:\s?-?[a-z](?!\p{L}))?(?!\d)/giu;
const CAPITAL_STREET = /(?<!\p{L})\p{Lu}\p{L}{1,40}(?:weg|dijk|pad|hof|park|diep|ring|markt|brink|kamp|veld|haven|kanaal|wijk|horst|baan)\s{1,2}\d{1,4}(?:\s?-?[a-z](?!\p{L}))?(?!\d)/gu;
const POSTCODE = /(?<![\p{L}\d])(?!(?:19|20)\d{2}\s)[1-9]\d{3}\s?[A-Z]{2}(?:\s\d{1,4})?(?![\p{L}\d])/gu;
const OTHERS: readonly RegExp[] = [MAIL, IBAN, TELEPHONE, BORN, PUPIL_NUMBER, STREET, CAPITAL_STREET, POSTCODE];

/** What is taken out can bring two other things together: then once more, until nothing is found. */
const MOST_ROUNDS = 6;

/**
 * Compiles the lists of names once. The function takes out of a text what leads to a person: a BSN (F-B04), a name, a
 * birthday, an address. The full name of a child and a BSN are refused; a first name alone is read as "het kind"; who
 * works there becomes "een collega". Throws on a file that breaks the schema.
 */
export function scrubFrom(file: DataFile): Scrub {
  const names = namesFrom(file);
  return (text) => {
    const refused = new Set<'bsn' | 'name'>();
    let rest = text;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const next = once(rest, names, refused);
      if (next === rest) break;
      rest = next;
    }
    return { text: rest, refused: [...refused].sort() };
  };
}

function once(text: string, names: Names, refused: Set<'bsn' | 'name'>): string {
  const bsn: Span[] = bsnPlaces(text).map(({ start, end }) => ({ start, end, by: '[nummer]' }));
  if (bsn.length > 0) refused.add('bsn');
  const plain = OTHERS.reduce((rest, pattern) => replaced(rest, spansOf(rest, pattern, GONE)), replaced(text, bsn));
  const { spans, named } = peopleIn(plain, names);
  if (named) refused.add('name');
  return replaced(plain, spans);
}
