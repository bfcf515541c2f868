import type { Vocabulary } from './vocabulary.js';

/** Where an alternative stands: the first word, and the first word after it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A group of alternatives, by its number. */
export type GroupId = number;

/** Places where some alternative of a group stands, in the order of the text. */
export type Occurrences = (group: GroupId) => readonly Span[];

/** Groups of alternatives, each different one once. An alternative is one or more words, each of which may end in `*`. */
export class Groups {
  readonly #ids = new Map<string, GroupId>();
  readonly #members = new Map<string, GroupId[]>();

  /** The number of the group with these alternatives. */
  add(alternatives: readonly string[]): GroupId {
    const key = alternatives.join('|');
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(key, id);
    for (const alternative of new Set(alternatives)) pushTo(this.#members, alternative, id);
    return id;
  }

  /** Every alternative, with the groups that hold it. */
  get members(): ReadonlyMap<string, readonly GroupId[]> {
    return this.#members;
  }
}

/** Adds to the list under a key. */
export function pushTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Words typed apart ("zelf moord") are read as one, when together they are a word of at least this many letters. */
const SHORTEST_JOINED = 8;

const NOWHERE: readonly Span[] = [];

/** Finds alternatives in texts. A text of n words costs a number of steps in the order of n; `onStep` is called for each. */
export function occurrencesFinder({ members }: Groups, vocabulary: Vocabulary, onStep: () => void): (words: readonly string[]) => Occurrences {
  const byFirst = new Map<string, { readonly groups: readonly GroupId[]; readonly rest: readonly string[] }[]>();
  for (const [alternative, groups] of members) {
    const [first = '', ...rest] = alternative.split(' ');
    pushTo(byFirst, first, { groups, rest });
  }
  return (words) => {
    const read = readerOf(vocabulary);
    const steps = words.map((word, at) => read(word, words[at + 1]));
    /** The end of `rest` from its word `index` when it stands from `at` on. */
    const endOf = (rest: readonly string[], index: number, at: number): number | undefined => {
      onStep();
      if (index === rest.length) return at;
      for (const reading of steps[at] ?? []) {
        const end = reading.word === rest[index] ? endOf(rest, index + 1, at + reading.width) : undefined;
        if (end !== undefined) return end;
      }
      return undefined;
    };
    const found = new Map<GroupId, Span[]>();
    steps.forEach((here, start) => {
      for (const { word, width } of here) for (const { groups, rest } of byFirst.get(word) ?? []) {
        const end = endOf(rest, 0, start + width);
        if (end !== undefined) for (const group of groups) pushTo(found, group, { start, end });
      }
    });
    return (group) => found.get(group) ?? NOWHERE;
  };
}

interface Reading {
  readonly word: string;
  /** How many typed words it takes. */
  readonly width: number;
}

/** What a typed word, alone or with the next, can stand for. Made for one text: a word that comes again is looked up once. */
function readerOf(vocabulary: Vocabulary): (word: string, next: string | undefined) => readonly Reading[] {
  const known = new Map<string, readonly Reading[]>();
  const alone = (word: string): readonly Reading[] => {
    const exact = vocabulary.exact(word);
    return (exact.length > 0 ? exact : vocabulary.meant(word)).map((each) => ({ word: each, width: 1 }));
  };
  return (word, next) => {
    const single = known.get(word) ?? alone(word);
    known.set(word, single);
    if (next === undefined || word.length + next.length < SHORTEST_JOINED) return single;
    const joined = vocabulary.exact(word + next).filter((each) => !each.startsWith('*') && each.length > word.length + 1);
    return joined.length === 0 ? single : [...single, ...joined.map((each) => ({ word: each, width: 2 }))];
  };
}
