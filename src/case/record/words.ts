import { isNo, isYes } from '../consent/answers.js';
import type { LedgerEntry } from '../consent/state.js';
import type { HandedWord } from './events.js';

type Word = Omit<LedgerEntry, 'entry'>;

/**
 * What of the other case's ledger counts here: a no always wins, of two other words the newer. A no stops every side that
 * shares with that recipient, also when it was said in the other case. Only what changes something here is in the answer.
 */
export function joinedLedger(here: readonly Word[], there: readonly Word[]): readonly HandedWord[] {
  const keys = new Map([...here, ...there].map((word) => [keyOf(word), word]));
  return [...keys.values()].flatMap((place) => {
    const own = here.find((word) => keyOf(word) === keyOf(place));
    const joined = oneWord(place, here, there);
    return own && saysSame(own, joined) ? [] : [handed(joined)];
  });
}

function oneWord(place: Word, here: readonly Word[], there: readonly Word[]): Word {
  const own = here.find((word) => keyOf(word) === keyOf(place));
  const other = there.find((word) => keyOf(word) === keyOf(place));
  if (own && isNo(own.status)) return own;
  if (other && isNo(other.status)) return other;
  // Taken over before: each case had weighed it against its own noes.
  if (own && other && saysSame(own, other)) return own;
  // The no of one case against a word that only the other has, for another side.
  const elsewhere = [...(own ? there : []), ...(other ? here : [])].find((word) => isNo(word.status) && aboutSame(word, place));
  if (elsewhere) return { ...elsewhere, sender: place.sender };
  if (!own || !other) return own ?? other ?? place;
  if (own.on === other.on) return isYes(own.status) ? other : own;
  return own.on > other.on ? own : other;
}

function saysSame(one: Word, other: Word): boolean {
  return one.status === other.status && one.on === other.on && one.until === other.until && one.how === other.how;
}

function aboutSame(one: Word, other: Word): boolean {
  return one.recipient === other.recipient && one.purpose === other.purpose && one.who === other.who;
}

function keyOf({ sender, recipient, purpose, who }: Word): string {
  return `${sender} ${recipient} ${purpose} ${who}`;
}

function handed({ sender, recipient, purpose, who, status, how, on, until, by }: Word): HandedWord {
  return { sender, recipient, purpose, who, status, how: how === 'schriftelijk' ? 'schriftelijk' : 'mondeling', on, until, by };
}
