import { z } from 'zod';
import { dataOf, type DataFile } from '../data-file.js';

/** The lists of `knowledge/namen.yaml`: what they are for stands there. */
const words = z.string().min(1);
const fileSchema = z.strictObject({
  voornamen: z.record(z.string(), words),
  'voornamen-ook-woord': words,
  'voornamen-zelden': words,
  'na-een-naam': words,
  achternamen: z.record(z.string(), words),
  'achternamen-ook-woord': words,
  'achternamen-vaak': words,
  'achternamen-na-de': words,
  'achternamen-na-van': words,
  tussenvoegsels: words,
  'tussenvoegsels-zeker': words,
  aanspreekvormen: words,
  werk: words,
  'werk-meervoud': words,
  zelf: words,
  werkplekken: words,
  kindwoorden: words,
  oudwoorden: words,
  gezinswoorden: words,
  'voor-een-school': words,
  'einden-van-instellingen': words,
  'geen-personen': z.array(words),
  'geen-namen': words,
});

type Words = ReadonlySet<string>;

export interface Names {
  readonly first: Words;
  /** First names that are ordinary words too. */
  readonly firstOrWord: Words;
  /** Of those, the ones that are far more often a word: they need a capital in mid-sentence. */
  readonly rarelyFirst: Words;
  /** Verbs that follow a name at the beginning of a sentence. */
  readonly afterName: Words;
  readonly last: Words;
  readonly lastOrWord: Words;
  /** Of those, the ones that count without a capital: always, after "de", and after "van". */
  readonly often: Words;
  readonly afterDe: Words;
  readonly afterVan: Words;
  readonly between: Words;
  readonly surelyBetween: Words;
  readonly titles: Words;
  readonly work: Words;
  readonly manyAtWork: Words;
  readonly writer: Words;
  readonly workplaces: Words;
  readonly child: Words;
  readonly parent: Words;
  readonly family: Words;
  readonly beforeSchool: Words;
  readonly institution: RegExp;
  readonly noPersons: readonly (readonly string[])[];
  readonly noNames: Words;
}

/** Reads the lists. Throws on a file that breaks the schema (named in the message): the process does not start. */
export function namesFrom(file: DataFile): Names {
  const parsed = fileSchema.safeParse(dataOf(file));
  if (!parsed.success) throw new Error(`${file.name}: ${z.prettifyError(parsed.error)}`);
  const lists = parsed.data;
  const firstOrWord = setOf(lists['voornamen-ook-woord']);
  const first = setOf(Object.values(lists.voornamen).join(' '));
  return {
    first: new Set([...first].filter((name) => !firstOrWord.has(name))), firstOrWord,
    rarelyFirst: setOf(lists['voornamen-zelden']), afterName: setOf(lists['na-een-naam']),
    last: setOf(Object.values(lists.achternamen).join(' ')), lastOrWord: setOf(`${lists['achternamen-ook-woord']} ${lists['achternamen-vaak']}`),
    often: setOf(lists['achternamen-vaak']), afterDe: setOf(lists['achternamen-na-de']), afterVan: setOf(lists['achternamen-na-van']),
    between: setOf(lists.tussenvoegsels), surelyBetween: setOf(lists['tussenvoegsels-zeker']),
    titles: setOf(lists.aanspreekvormen), work: setOf(`${lists.werk} ${lists['werk-meervoud']}`), manyAtWork: setOf(lists['werk-meervoud']),
    writer: setOf(lists.zelf), workplaces: setOf(lists.werkplekken),
    child: setOf(lists.kindwoorden), parent: setOf(lists.oudwoorden), family: setOf(lists.gezinswoorden),
    beforeSchool: setOf(lists['voor-een-school']),
    institution: new RegExp(`(?:${[...setOf(lists['einden-van-instellingen'])].join('|')})$`),
    noPersons: lists['geen-personen'].map((phrase) => phrase.split(' ').map(folded)), noNames: setOf(lists['geen-namen']),
  };
}

/** Lower case, without accents; letters that do not fall apart by themselves are written plainly. */
export function folded(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i').replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll(/[’ʼ‘`]/g, "'");
}

function setOf(list: string): Words {
  return new Set(list.split(/\s+/).filter(Boolean).map(folded));
}
