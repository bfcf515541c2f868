import { z } from 'zod';
import type { Route } from '../../route/model.js';
import { dataOf, type DataFile } from '../data-file.js';

/** `knowledge/feiten-uit-tekst.yaml`: which words say which fact. How to write one stands there. */
const group = z.array(z.string().min(1)).min(1);
const how = {
  zinnen: z.array(z.array(group).min(1)).min(1),
  'niet-bij': z.array(z.string().min(1)).default([]),
  'niet-na': z.array(z.string().min(1)).default([]),
  tekst: z.boolean().default(false),
  ontkend: z.boolean().default(false),
};
const facts = z.record(z.string(), z.string());
const fileSchema = z.strictObject({
  woorden: z.record(z.string(), group).default({}),
  ontkenning: group,
  uitleg: group,
  geval: group,
  situaties: z.array(z.strictObject({ feiten: facts, ...how })),
  feiten: z.array(z.strictObject({ feit: z.string(), waarde: z.string(), 'wint-van': z.array(z.string()).default([]), ...how })),
  samen: z.array(z.strictObject({ feit: z.string(), van: z.array(z.string()).min(2), wordt: z.string() })).default([]),
  volgt: z.array(z.strictObject({ uit: z.string(), aanleiding: z.string() })).default([]),
});

/** The fact that says what a text is about. */
export const OCCASION = 'aanleiding';

export interface Phrase {
  readonly groups: readonly (readonly string[])[];
  readonly unless: readonly string[];
  readonly notAfter: ReadonlySet<string>;
  /** All groups anywhere in the text, not in one sentence. */
  readonly whole: boolean;
  /** The denial is part of the phrase itself. */
  readonly denied: boolean;
}
export interface Situation {
  readonly facts: Readonly<Record<string, string>>;
  readonly phrases: readonly Phrase[];
}
export interface Sign {
  readonly fact: string;
  readonly value: string;
  readonly beats: readonly string[];
  readonly phrases: readonly Phrase[];
}
export interface Signs {
  readonly denials: ReadonlySet<string>;
  /** How a question about a word begins, and what shows that it is about a child after all. */
  readonly explains: readonly string[];
  readonly cases: readonly string[];
  /** In order: the first that is said counts. */
  readonly situations: readonly Situation[];
  /** Each by itself: two values of one fact give none, unless they are one together. */
  readonly signs: readonly Sign[];
  readonly together: readonly { readonly fact: string; readonly values: readonly string[]; readonly value: string }[];
  /** The aanleiding that goes with a fact, when the text names none. */
  readonly implied: readonly { readonly fact: string; readonly occasion: string }[];
}

/** Reads the file. Throws, naming the file, when it breaks the schema or names a fact or value that the route does not know. */
export function signsFrom(route: Route, file: DataFile): Signs {
  const parsed = fileSchema.safeParse(dataOf(file));
  if (!parsed.success) throw new Error(`${file.name}: ${z.prettifyError(parsed.error)}`);
  const { woorden, ontkenning, uitleg, geval, situaties, feiten, samen, volgt } = parsed.data;
  const known = (fact: string, value: string) => {
    if (route.facts.get(fact)?.values.some(({ id }) => id === value) !== true) throw new Error(`${file.name}: the route does not know ${fact}: ${value}`);
  };
  const phrasesOf = (entry: (typeof feiten)[number] | (typeof situaties)[number]): readonly Phrase[] => entry.zinnen.map((groups) => ({
    groups: groups.map((each) => filled(each, woorden, file.name)), unless: filled(entry['niet-bij'], woorden, file.name), notAfter: new Set(entry['niet-na']),
    whole: entry.tekst, denied: entry.ontkend,
  }));
  for (const { feiten: said } of situaties) Object.entries(said).forEach(([fact, value]) => { known(fact, value); });
  for (const { feit, waarde, 'wint-van': beaten } of feiten) [waarde, ...beaten].forEach((value) => { known(feit, value); });
  for (const { feit, van, wordt } of samen) [...van, wordt].forEach((value) => { known(feit, value); });
  for (const { aanleiding } of volgt) known(OCCASION, aanleiding);
  return {
    denials: new Set(ontkenning), explains: filled(uitleg, {}, file.name), cases: filled(geval, {}, file.name),
    situations: situaties.map((entry) => ({ facts: entry.feiten, phrases: phrasesOf(entry) })),
    signs: feiten.map((entry) => ({ fact: entry.feit, value: entry.waarde, beats: entry['wint-van'], phrases: phrasesOf(entry) })),
    together: samen.map(({ feit, van, wordt }) => ({ fact: feit, values: van, value: wordt })),
    implied: volgt.map(({ uit, aanleiding }) => ({ fact: uit, occasion: aanleiding })),
  };
}

/** "$kind" stands for the list of that name. Each gets a space before it, because it counts from the beginning of a word. */
function filled(group: readonly string[], lists: Readonly<Record<string, readonly string[]>>, file: string): readonly string[] {
  return group.flatMap((word) => {
    if (!word.startsWith('$')) return [` ${word}`];
    const list = lists[word.slice(1)];
    if (list === undefined) throw new Error(`${file}: no list called ${word}`);
    return list.map((each) => ` ${each}`);
  });
}
