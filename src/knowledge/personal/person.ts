import type { Names } from './names.js';
import { canBeName, follows, surnameAt, type Surname } from './surname.js';
import type { Token } from './tokens.js';

/** A name as it stands in the text: from the word `from` up to and without the word `next`. */
export interface Person {
  readonly from: number;
  readonly next: number;
  /** First and last name, or initials and last name. */
  readonly full: boolean;
  /** A last name alone. */
  readonly surnameOnly: boolean;
}

/** What stands before a name, as far as it says whose name it is. */
export type Before = 'title' | 'work' | 'child' | 'parent' | 'family' | 'nothing';

/** Reads the name that begins at `at`, if there is one. */
export function personAt(tokens: readonly Token[], at: number, before: Before, names: Names): Person | undefined {
  return lastNameFirst(tokens, at, names) ?? initialsAt(tokens, at, names) ?? firstNameAt(tokens, at, before, names) ?? unknownAt(tokens, at, before, names) ?? lastNameAt(tokens, at, before, names);
}

/** "Jansen, Daan": as in a list of pupils. */
function lastNameFirst(tokens: readonly Token[], at: number, names: Names): Person | undefined {
  const last = tokens[at];
  const first = tokens[at + 1];
  if (last === undefined || first?.gap !== 'comma' || !last.capital || !first.capital || firstName(first, names) === 'none' || firstName(last, names) !== 'none') return undefined;
  return names.last.has(last.key) || (names.lastOrWord.has(last.key) && !names.noNames.has(last.key)) ? { from: at, next: at + 2, full: true, surnameOnly: false } : undefined;
}

const MOST_INITIALS = 4;

function initialsAt(tokens: readonly Token[], at: number, names: Names): Person | undefined {
  let next = at;
  while (next - at < MOST_INITIALS && tokens[next]?.letter === true && (next === at || follows(tokens, next))) next += 1;
  const first = tokens[at];
  if (next === at || first === undefined || first.gap === 'digit') return undefined;
  const surname = surnameAt(tokens, next, names);
  const last = surname && tokens[surname.next - 1];
  if (!surname || !last || last.letter) return undefined;
  const listed = next - at === 1 && 'abcdef'.includes(first.key) && !midSentence(first);
  const sure = surname.known || surname.next - next > 1 || (first.capital && first.dotted && !listed);
  return sure && (first.capital || first.dotted || surname.known) && !names.noNames.has(last.key) ? { from: at, next: surname.next, full: true, surnameOnly: false } : undefined;
}

function firstNameAt(tokens: readonly Token[], at: number, before: Before, names: Names): Person | undefined {
  const strength = firstName(tokens[at], names);
  if (strength === 'none') return undefined;
  let next = at + 1;
  let surname = surnameAt(tokens, next, names);
  while (next - at < 3 && follows(tokens, next) && firstName(tokens[next], names) === 'sure' && !(surname && surname.next > next + 1)) {
    next += 1;
    surname = surnameAt(tokens, next, names);
  }
  // "Mohamed Ali": a second first name may be the last name.
  const full = surname !== undefined || (next > at + 1 && names.last.has(tokens[next - 1]?.key ?? ''));
  if (strength === 'perhaps' && !(surname ? withSurname(tokens, at, surname, names) : alone(tokens, at, before, names))) return undefined;
  return { from: at, next: surname?.next ?? next, full, surnameOnly: false };
}

/** A first name that is a word too, with a last name behind it: "roos de vries", not "elke visser" or "leerling wil bakker worden". */
function withSurname(tokens: readonly Token[], at: number, surname: Surname, names: Names): boolean {
  const token = tokens[at];
  if (token === undefined || names.noNames.has(token.key)) return false;
  if (names.rarelyFirst.has(token.key)) return midSentence(token);
  return surname.known || token.capital;
}

/** A first name that is a word too, on its own: with a capital in mid-sentence, or before a verb ("Roos is stil"). */
function alone(tokens: readonly Token[], at: number, before: Before, names: Names): boolean {
  const token = tokens[at];
  if (token === undefined || !token.capital || names.noNames.has(token.key)) return false;
  return midSentence(token) || before === 'child' || before === 'title' || (follows(tokens, at + 1) && !names.rarelyFirst.has(token.key) && names.afterName.has(tokens[at + 1]?.key ?? ''));
}

function midSentence({ capital, gap }: Token): boolean {
  return capital && (gap === 'space' || gap === 'comma' || gap === 'open' || gap === 'close');
}

function firstName(token: Token | undefined, names: Names): 'sure' | 'perhaps' | 'none' {
  if (token === undefined || token.acronym || token.letter) return 'none';
  const parts = token.key.split('-');
  if (parts.every((part) => names.first.has(part))) return 'sure';
  return parts.every((part) => names.first.has(part) || names.firstOrWord.has(part)) ? (parts.length > 1 ? 'sure' : 'perhaps') : 'none';
}

/** A first name that is in no list: after "leerling" or "juf", or before a last name that is. */
function unknownAt(tokens: readonly Token[], at: number, before: Before, names: Names): Person | undefined {
  const token = tokens[at];
  if (token === undefined || !canBeName(token, names) || names.between.has(token.key)) return undefined;
  const surname = surnameAt(tokens, at + 1, names);
  if (before === 'title' || before === 'child') return { from: at, next: surname?.next ?? at + 1, full: surname !== undefined && before === 'child', surnameOnly: false };
  const last = surname && tokens[surname.next - 1];
  return surname?.known === true && last?.capital === true && !names.last.has(token.key) ? { from: at, next: surname.next, full: true, surnameOnly: false } : undefined;
}

/** A last name alone: after a title, after "familie", or one that is no other word, in mid-sentence. */
function lastNameAt(tokens: readonly Token[], at: number, before: Before, names: Names): Person | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const name = token.gap === 'space' ? surnameAt(tokens, at, names) : undefined;
  if (before === 'title' || before === 'family') return name && !tokens[name.next - 1]?.letter ? { from: at, next: name.next, full: false, surnameOnly: true } : undefined;
  const alone = names.last.has(token.key) && midSentence(token);
  const withBefore = token.capital && names.between.has(token.key) && name?.known === true;
  return alone || withBefore ? { from: at, next: name?.next ?? at + 1, full: false, surnameOnly: true } : undefined;
}
