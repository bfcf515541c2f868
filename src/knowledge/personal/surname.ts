import type { Names } from './names.js';
import type { Token } from './tokens.js';

/** Where a surname ends (the index after its last word), and how sure it is one without a first name before it. */
export interface Surname {
  readonly next: number;
  readonly known: boolean;
}

const MOST_BETWEEN = 3;

/** True for a word with a capital that can be part of a name that is in no list. */
export function canBeName(token: Token, names: Names): boolean {
  return token.capital && !token.letter && !token.acronym && !names.noNames.has(token.key) && !names.work.has(token.key)
    && !names.titles.has(token.key) && !names.child.has(token.key) && !names.parent.has(token.key) && !names.beforeSchool.has(token.key) && !names.institution.test(token.key);
}

/**
 * Reads a surname that begins at `at`, right behind a first name, initials or a title: with what stands before it
 * ("van der"), known or with a capital, or one letter ("Daan V.").
 */
export function surnameAt(tokens: readonly Token[], at: number, names: Names): Surname | undefined {
  let next = at;
  while (next - at < MOST_BETWEEN && follows(tokens, next) && names.between.has(tokens[next]?.key ?? '')) next += 1;
  // "Ten" and "Bos" can be the surname itself: then one word less stands before it.
  for (let core = next; core >= at; core -= 1) {
    const last = tokens[core];
    if (last === undefined || !follows(tokens, core)) continue;
    const before = tokens.slice(at, core).map(({ key }) => key);
    if (isSurname(last, before, names)) return { next: doubled(tokens, core + 1, names), known: names.last.has(last.key) };
  }
  return undefined;
}

function isSurname(last: Token, before: readonly string[], names: Names): boolean {
  if (names.between.has(last.key) && !last.capital) return false;
  if (last.letter) return (last.capital || last.dotted) && last.key !== 'u';
  if (last.key.split('-').some((part) => names.last.has(part)) || names.often.has(last.key)) return true;
  if (last.capital && names.lastOrWord.has(last.key)) return true;
  if (canBeName(last, names)) return true;
  const article = before.at(-1);
  if (article === undefined) return false;
  if (names.surelyBetween.has(article)) return last.key.length > 2;
  if (article === 'de' && names.afterDe.has(last.key)) return true;
  return before[0] === 'van' && names.afterVan.has(last.key);
}

/** "Jansen-de Vries" and "Jansen Bakker" are one surname. */
function doubled(tokens: readonly Token[], next: number, names: Names): number {
  const more = tokens[next];
  return more !== undefined && follows(tokens, next) && names.last.has(more.key) ? next + 1 : next;
}

/** True when nothing but a space stands before this word: it belongs to the word before. */
export function follows(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.gap === 'space';
}
