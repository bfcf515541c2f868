import { NO_BSN } from './personal/numbers.js';

/** Weights of the elfproef for a BSN: nine digits, the last one counted negatively (F-B04). */
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/** What may stand between the digits of one number: at most three of these. */
const BETWEEN = /^[\s.,|/_·\u00ad\u200b\u2010-\u2015-]{1,3}$/;

/** After one of these words a number of eight or nine digits is one, even with a slip of the finger in it. */
const NAMED = /(?:bsn|burger\s?service\s?-?nummers?|sofi\s?-?(?:nummers?|nr)?|onderwijs\s?-?(?:nummers?|nr)|pgn|persoonsgebonden nummers?)(?:\s?-?(?:nummer|nr))?[\s:;.,=#"'(\u2010-\u2015-]{0,4}(?:(?:is|van (?:hem|haar|het kind|de leerling))(?: is)?[\s:]{1,3})?$/i;
const LONGEST_NAMED = 60;

/** Where a number stands that can be a BSN. */
export interface BsnPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * True when the text holds a number that can be a BSN: nine digits, or eight with a leading zero understood, that pass
 * the elfproef; also when written with spaces, dots or hyphens, and without the elfproef behind "bsn" or
 * "onderwijsnummer" (F-B03). 000000000 is none (F-B05), and neither is a day, a school year, a telephone number or
 * an account number.
 */
export function holdsBsn(text: string): boolean {
  return bsnPlaces(text).length > 0;
}

/** Where the text holds a number that can be a BSN, in order and without overlap. */
export function bsnPlaces(text: string): readonly BsnPlace[] {
  const found: BsnPlace[] = [];
  let end = 0;
  const groups = groupsOf(masked(text));
  for (const [first, { start }] of groups.entries()) {
    if (start < end) continue;
    const last = windowFrom(groups, first, text);
    if (last === undefined) continue;
    found.push({ start, end: last });
    end = last;
  }
  return found;
}

interface Group extends BsnPlace {
  readonly digits: string;
  /** True when it may belong to one number with the group before it. */
  readonly joined: boolean;
}

/** The text with everything that is no BSN made unreadable, and with every digit an ordinary one; of the same length. */
function masked(text: string): string {
  const plain = text.replaceAll(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return NO_BSN.reduce((rest, pattern) => rest.replaceAll(pattern, (found) => '#'.repeat(found.length)), plain);
}

function groupsOf(text: string): readonly Group[] {
  const groups: Group[] = [];
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
    const before = groups.at(-1);
    const between = before === undefined || index - before.end > 3 ? '' : text.slice(before.end, index);
    groups.push({ digits, start: index, end: index + digits.length, joined: BETWEEN.test(between) });
  }
  return groups;
}

/** The end of the BSN that begins with this group. Whole groups only: part of a longer number is none. */
function windowFrom(groups: readonly Group[], first: number, text: string): number | undefined {
  let digits = '';
  let end: number | undefined;
  for (let at = first; at < groups.length && digits.length < 9; at += 1) {
    const group = groups[at];
    if (group === undefined || (at > first && !group.joined)) break;
    digits += group.digits;
    if ((digits.length === 8 || digits.length === 9) && counts(digits, groups[first], text)) end = group.end;
  }
  return end;
}

function counts(digits: string, first: Group | undefined, text: string): boolean {
  if (/^0+$/.test(digits) || first === undefined) return false;
  return passesElfproef(digits.padStart(9, '0')) || NAMED.test(text.slice(Math.max(0, first.start - LONGEST_NAMED), first.start));
}

function passesElfproef(nine: string): boolean {
  return WEIGHTS.reduce<number>((total, weight, index) => total + weight * Number(nine.charAt(index)), 0) % 11 === 0;
}
