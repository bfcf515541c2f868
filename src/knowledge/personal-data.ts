/** Digits that may be separated by spaces, dots or hyphens, and are not part of a longer number. */
const CANDIDATE = /(?<![\d.])\d(?:[ .-]?\d){7,8}(?![\d])/g;

/** Weights of the elfproef for a BSN: nine digits, the last one counted negatively (F-B04). */
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/**
 * True when the text holds a number that can be a BSN: nine digits, or eight with a leading zero understood, that pass
 * the elfproef; also when written with spaces or dots. 000000000 is none (F-B05).
 */
export function holdsBsn(text: string): boolean {
  return [...text.matchAll(CANDIDATE)].some(([found]) => passesElfproef(found.replaceAll(/\D/g, '')));
}

function passesElfproef(digits: string): boolean {
  const nine = digits.padStart(9, '0');
  if (/^0+$/.test(nine)) return false;
  const sum = WEIGHTS.reduce<number>((total, weight, index) => total + weight * Number(nine.charAt(index)), 0);
  return sum % 11 === 0;
}
