/** Digits that may be separated by spaces, dots or hyphens, and are not part of a longer number. */
const CANDIDATE = /(?<!\d)\d(?:[\s.–-]{0,3}\d){7,8}(?!\d)/g;

/** One in eleven days, school years and telephone numbers passes the elfproef by chance: they are taken out first. */
const DAY = /(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)\d{2}|(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)/g;
const YEARS = /(?<!\d)(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2}(?!\d)/g;
const TELEPHONE = /(?<!\d)(?:(?:\+|00)31[\s-]?(?:\(0\)[\s-]?)?\d(?:[\s-]?\d){8}|0\d{9}|0(?=\d{1,3}[\s-])(?:[\s-]?\d){9})(?!\d)/g;
/** An account number: its groups of digits belong together. */
const IBAN = /\b[A-Za-z]{2}\d{2}\s?[A-Za-z]{4}(?:\s?\d){10}\b/g;

/** Weights of the elfproef for a BSN: nine digits, the last one counted negatively (F-B04). */
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/**
 * True when the text holds a number that can be a BSN: nine digits, or eight with a leading zero understood, that pass
 * the elfproef; also when written with spaces, dots or hyphens. 000000000 is none (F-B05), and neither is a day,
 * a school year, a telephone number or an account number.
 */
export function holdsBsn(text: string): boolean {
  const rest = text.replaceAll(IBAN, ' # ').replaceAll(DAY, ' # ').replaceAll(YEARS, ' # ').replaceAll(TELEPHONE, ' # ');
  return [...rest.matchAll(CANDIDATE)].some(([found]) => passesElfproef(found.replaceAll(/\D/g, '')));
}

function passesElfproef(digits: string): boolean {
  const nine = digits.padStart(9, '0');
  if (/^0+$/.test(nine)) return false;
  const sum = WEIGHTS.reduce<number>((total, weight, index) => total + weight * Number(nine.charAt(index)), 0);
  return sum % 11 === 0;
}
