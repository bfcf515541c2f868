import type { FactData } from './schema.js';

/** What was made of an answer from outside: a value of the fact, or why it is none, in Dutch. */
export type Read = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: string };

/**
 * Reads an answer as it comes from outside: the id of a value, or for a fact that is a number a whole number
 * (`13` or `"13"`), which falls in one of its bands.
 */
export function readValue(fact: FactData, answer: unknown): Read {
  if (typeof answer === 'string' && fact.values.some((value) => value.id === answer)) return { ok: true, value: answer };
  const allowed = fact.values.map((value) => value.id).join(', ');
  if (fact.number === undefined) return { ok: false, reason: `'${shownAnswer(answer)}' is geen antwoord op "${fact.label}". Kies uit: ${allowed}.` };
  const { unit, min, max } = fact.number;
  const count = typeof answer === 'number' ? answer : typeof answer === 'string' && /^\s*\d{1,6}\s*$/.test(answer) ? Number(answer) : Number.NaN;
  if (!Number.isInteger(count) || count < min || count > max) {
    return { ok: false, reason: `'${shownAnswer(answer)}' is geen heel getal van ${min} tot en met ${max} (${unit}). Geef een getal, of kies uit: ${allowed}.` };
  }
  const band = [...fact.values].reverse().find((value) => value.from !== undefined && value.from <= count);
  return band === undefined ? { ok: false, reason: `'${count}' valt in geen groep van "${fact.label}".` } : { ok: true, value: band.id };
}

/** Short, and never longer than anyone needs to recognise what they gave. */
function shownAnswer(answer: unknown): string {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer) ?? String(answer);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
