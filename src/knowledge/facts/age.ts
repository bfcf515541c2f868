import type { Word } from './words.js';

/** Who the age is of. */
const CHILD = new Set(['kind', 'kindje', 'jongen', 'jongetje', 'meisje', 'meid', 'meiske', 'leerling', 'leerlinge', 'mentorleerling', 'lln', 'll', 'jongere', 'zoon', 'zoontje', 'dochter', 'dochtertje', 'kleuter', 'peuter', 'puber', 'tiener', 'knul', 'scholier', 'student', 'studente', 'pupil', 'jochie', 'ventje', 'dame', 'client', 'jeugdige', 'minderjarige', 'knaap', 'gozer', 'iemand']);
const PERSON = new Set(['hij', 'ze', 'zij', 'die', 'deze', ...CHILD]);
/** Between "is" and the number: "is al", "is net". */
const SOFT = new Set(['al', 'net', 'pas', 'nu', 'inmiddels', 'ondertussen', 'nog', 'maar', 'ook', 'ongeveer', 'pas', 'sinds', 'kort', 'gisteren', 'vandaag', 'onlangs']);
/** Before the number: then it is a border, a part of a name, or something else than an age. */
const BORDER = new Set(['vanaf', 'tot', 'onder', 'boven', 'dan', 'minimaal', 'maximaal', 'minstens', 'tussen', 'bijna', 'over', 'sinds', 'al', 'na', 'binnen', 'elke', 'per', 'om', 'nog', 'afgelopen', 'laatste', 'komende', 'eerste', 'vorige', 'geen', 'niet', 'groep', 'gr', 'klas', 'leerjaar', 'stap', 'fase', 'niveau', 'week', 'artikel', 'art', 'cluster', 'wordt', 'werd', 'worden', 'toen', 'boven', 'onder', 'm']);
const CONDITION = new Set(['als', 'wanneer', 'zodra', 'indien', 'tot', 'totdat', 'voordat', 'mits', 'tenzij', 'of', 'stel', 'vanaf']);
const YEAR = new Set(['jaar', 'jr', 'jarig', 'jarige', 'jarig', 'j', 'jaartjes']);
/** After a bare number: it counts something else. */
const OTHER_UNIT = /^(?:week|weken|wk|wkn|wke|dag|dagen|uur|uren|u|maand|maanden|mnd|keer|x|maal|min|minuten|procent|kinderen|leerlingen|lessen|lesuren|havo|vwo|vmbo|mavo|tl|gt|kader|basis|bb|kb|gl|gymnasium|atheneum|mbo|hbo|e|de|ste|punten|toetsen|scholen|ouders|broers|zussen|tot|a|of|t|-|\/|meter|kilo|kg|cm|km)$/;
const OLDEST = 27;

/**
 * The age in years that the text gives, from "13 jaar", "(15)", "is 8", "een meisje van 12", "16+". A groep or klas
 * never gives it (N-14), and neither does a border in a rule ("vanaf 16"). Two ages give none.
 */
export function ageIn(words: readonly Word[]): number | undefined {
  const ages = new Set<number>();
  for (const [at, { number }] of words.entries()) {
    if (number === undefined || !Number.isInteger(number) || number > OLDEST) continue;
    if (isAge(words, at)) ages.add(number);
  }
  const [age] = ages;
  return ages.size === 1 ? age : undefined;
}

function isAge(words: readonly Word[], at: number): boolean {
  const before = text(words, at - 1);
  const after = text(words, at + 1);
  // "18-/18+", "+18".
  if (before === '/' || before === '+' || (after === '-' && text(words, at + 2) === '/')) return false;
  if (BORDER.has(before) || range(words, at) || conditional(words, at)) return false;
  if (plus(words, at)) return [12, 16, 18].includes(words[at]?.number ?? 0) && !['vanaf', 'regel'].includes(before);
  const year = yearsAfter(words, at);
  if (year > 0) return ofYears(words, at, year);
  if (OTHER_UNIT.test(after) || words[at]?.text === 'een') return false;
  return inBrackets(words, at) || ofChild(words, at) || isNumber(words, at) || aged(words, at);
}

function text(words: readonly Word[], at: number): string {
  return words[at]?.text ?? '';
}

/** How many words say that these are years: "13 jaar", "13-jarige", "(15 jr)". */
function yearsAfter(words: readonly Word[], at: number): number {
  if (YEAR.has(text(words, at + 1))) return 1;
  return text(words, at + 1) === '-' && YEAR.has(text(words, at + 2)) ? 2 : 0;
}

/** "13 jaar" says an age when it is said of a child, or stands by itself: "een plan van 2 jaar" is none. */
function ofYears(words: readonly Word[], at: number, year: number): boolean {
  const unit = text(words, at + year);
  const next = text(words, at + year + 1);
  if (['geleden', 'lang', 'later', 'en', 'of', 'bewaren', 'oudere', 'na', 'terug', 'duurt', 'mee', 'verlenging', 'ervaring', 'onderwijs', 'tl', 'havo', 'vwo', 'vmbo', 'mbo'].includes(next)) return next === 'en' && !['ouder', 'hoger', 'jonger'].includes(text(words, at + year + 2)) && said(words, at);
  if (unit.startsWith('jarig')) return text(words, at - 1) !== 'op' && (unit === 'jarige' || CHILD.has(next));
  if (next === 'oud') return !adult(words, at);
  return said(words, at) || isNumber(words, at);
}

/** The number follows a child, a comma, a bracket or nothing. */
function said(words: readonly Word[], at: number): boolean {
  const before = text(words, at - 1);
  if (before === 'van') return CHILD.has(text(words, at - 2)) || ownGroup(words, at - 2) || aged(words, at);
  return before === '(' || ((before === '' || before === ',' || before === '-') && !adult(words, at)) || CHILD.has(before) || (['m', 'v', 'j'].includes(text(words, at - 2)) && before === ',');
}

/** "Leerling (15)", "meisje (m, 7)". */
function inBrackets(words: readonly Word[], at: number): boolean {
  if (text(words, at + 1) !== ')') return false;
  if (text(words, at - 1) === ',' && ['m', 'v', 'j', 'jongen', 'meisje'].includes(text(words, at - 2))) return text(words, at - 3) === '(';
  return text(words, at - 1) === '(' && (PERSON.has(text(words, at - 2)) || ownGroup(words, at - 2));
}

/** "Jongen uit groep 5 (8)": the child stands before its group. */
function ownGroup(words: readonly Word[], at: number): boolean {
  return words[at]?.number !== undefined && ['groep', 'gr', 'klas'].includes(text(words, at - 1)) && words.slice(Math.max(0, at - 5), at).some((word) => CHILD.has(word.text));
}

/** An age that somebody writes right behind a child; a smaller or larger number counts something. */
const BARE = { from: 4, to: 20 };

/** "Een meisje van 12", "leerling van zestien", "jongen, 13,", "leerling 17 wil niet". */
function ofChild(words: readonly Word[], at: number): boolean {
  const before = text(words, at - 1);
  const number = words[at]?.number ?? 0;
  if (CHILD.has(before) && number >= BARE.from && number <= BARE.to) return true;
  if (before === 'van') return CHILD.has(text(words, at - 2));
  return before === ',' && CHILD.has(text(words, at - 2)) && ['', ',', '.'].includes(text(words, at + 1));
}

/** "Hij is 8", "ze is net 16 geworden", "omdat hij 16 is"; not "is ze 16?" and not "moeder is 24". */
function isNumber(words: readonly Word[], at: number): boolean {
  let start = at - 1;
  while (SOFT.has(text(words, start)) && at - start < 4) start -= 1;
  if (text(words, start) === 'is') return !adult(words, start) && (PERSON.has(text(words, start - 1)) || (['ook', 'toch', 'echter'].includes(text(words, start - 1)) && PERSON.has(text(words, start - 2))));
  const end = yearsAfter(words, at) + at + 1;
  return PERSON.has(text(words, start)) && text(words, end) === 'is' && text(words, start - 1) !== 'is' && text(words, start - 1) !== 'was';
}

/** "Leeftijd 13", "leeftijd: 13", "heeft de leeftijd van 15". */
function aged(words: readonly Word[], at: number): boolean {
  const before = text(words, at - 1);
  return before === 'leeftijd' || ([':', 'is', 'van'].includes(before) && text(words, at - 2) === 'leeftijd');
}

/** "16+", "18 plus", "zestienplus" is written as two words by the reader of words. */
function plus(words: readonly Word[], at: number): boolean {
  const after = text(words, at + 1);
  return after === '+' || after === 'plus' || after === 'plusser' || (after === '-' && text(words, at + 2) === 'plus');
}

/** "12 tot 16 jaar", "12-15", "12/13", "12 of 13", "16 en ouder", "tussen 12 en 16". */
function range(words: readonly Word[], at: number): boolean {
  const joined = (mark: string) => ['-', '–', '/', 'tot', 'of', 'a', 'en', 't', 'm'].includes(mark);
  const year = yearsAfter(words, at);
  const after = text(words, at + year + 1);
  if (joined(after) && (numbered(words, at + year + 2) || ['ouder', 'hoger', 'jonger', 'met', 'm'].includes(text(words, at + year + 2)) || (after === 't' && text(words, at + year + 2) === '/'))) return true;
  return joined(text(words, at - 1)) && numbered(words, at - 2) && !['groep', 'klas', 'gr'].includes(text(words, at - 3));
}

/** "Een" before another word is an article. */
function numbered(words: readonly Word[], at: number): boolean {
  return words[at]?.number !== undefined && text(words, at) !== 'een';
}

/** "Als hij 16 is", "zodra ze 18 wordt": not so yet. */
function conditional(words: readonly Word[], at: number): boolean {
  const clause = words.slice(Math.max(0, at - 4), at).map((word) => word.text);
  const start = Math.max(clause.lastIndexOf(','), clause.lastIndexOf('.'), clause.lastIndexOf('?'));
  const next = words.slice(at + 1, at + 4).map((word) => word.text);
  return clause.slice(start + 1).some((word) => CONDITION.has(word)) || next.includes('wordt') || next.includes('worden');
}

const ADULT = new Set(['moeder', 'vader', 'ouder', 'ouders', 'opa', 'oma', 'juf', 'meester', 'collega', 'oom', 'tante', 'stiefvader', 'stiefmoeder', 'broer', 'zus', 'broertje', 'zusje', 'vriend', 'vriendje', 'ik', 'ervaring', 'dossier']);

function adult(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 3), at).some((word) => ADULT.has(word.text));
}
