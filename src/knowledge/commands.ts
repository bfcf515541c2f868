import { distance } from 'fastest-levenshtein';
import { normal } from './normal.js';

/** The words of a command, exactly or nearly: "mijn cassusen", "kun je mij mijn casussen even laten zien". */
export type Commands<Id extends string> = (said: string) => Id | undefined;

/** A longer text is a question, no command. */
const MOST_WORDS = 9;

/**
 * @param commands the texts of each command
 * @param fillers words that politeness adds and that change nothing: "graag", "even", "kun je"
 * @returns a function that takes a normalised text: a command when it is one of the texts, or when its words without the
 *   fillers are, a letter wrong here and there, those of one text
 */
export function commandsFrom<Id extends string>(commands: readonly { readonly id: Id; readonly texts: readonly string[] }[], fillers: readonly string[]): Commands<Id> {
  const drop = new Set(fillers);
  const content = (said: string) => said.split(' ').filter((word) => !drop.has(word));
  const exact = new Map(commands.flatMap(({ id, texts }) => texts.map((text) => [normal(text), id] as const)));
  // One word that is left of more says too little: "naar het stagnatiepunt" is no "stagnatiepunt".
  const all = [...exact].map(([text, id]) => ({ id, words: content(text), whole: text.replaceAll(' ', '') }))
    .filter(({ words, whole }) => words.length > 1 || words[0] === whole);
  return (said) => {
    if (exact.has(said)) return exact.get(said);
    const spoken = said.split(' ');
    if (spoken.length > MOST_WORDS) return undefined;
    const words = content(said);
    const joined = words.join('');
    return (all.find((command) => sameWords(command.words, words, (one, other) => one === other))
      ?? all.find((command) => command.whole.length > 6 && command.whole === joined)
      ?? all.find((command) => sameWords(command.words, words, alike)))?.id;
  };
}

/** The same words in any order. */
function sameWords(command: readonly string[], said: readonly string[], same: (one: string, other: string) => boolean): boolean {
  if (command.length !== said.length) return false;
  const left = [...said];
  return command.every((word) => {
    const at = left.findIndex((each) => same(word, each));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** One letter wrong in a word of five or more, two in one of nine or more; two letters that changed places from four letters on. */
function alike(word: string, said: string): boolean {
  if (word === said) return true;
  if (word.length < 4 || word[0] !== said[0]) return false;
  const within = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
  return distance(word, said) <= within || swapped(word, said);
}

function swapped(word: string, said: string): boolean {
  const at = [...word].findIndex((letter, index) => letter !== said[index]);
  return word.length === said.length && at >= 0 && word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2) === said;
}
