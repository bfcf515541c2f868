import { z } from 'zod';
import { dataOf, type DataFile } from '../data-file.js';
import { normal } from '../normal.js';

const fileSchema = z.strictObject({
  /** Whole words that stand for others: "lln" for "leerling". */
  abbreviations: z.record(z.string(), z.string()),
  /** Ways of saying a thing, which add its name: "trekt de kar" adds "regie". A way of saying counts from the start of a word. */
  meanings: z.array(z.strictObject({ means: z.string(), said: z.array(z.string()).min(1) })),
});

/** What people write for what we call otherwise, from `knowledge/woorden.yaml`. */
export interface Words {
  readonly abbreviations: ReadonlyMap<string, readonly string[]>;
  /** What a text means besides what it says, as words. `said` is normalised and its abbreviations are written out. */
  meanings(said: string): readonly string[];
}

/** Throws on a file that breaks the schema (named in the message): the index is not built, the process does not start. */
export function wordsFrom(file: DataFile): Words {
  const parsed = fileSchema.safeParse(dataOf(file));
  if (!parsed.success) throw new Error(`${file.name}: ${z.prettifyError(parsed.error)}`);
  const meanings = parsed.data.meanings.map(({ means, said }) => ({ means: normal(means).split(' '), said: said.map((each) => ` ${normal(each)}`) }));
  return {
    abbreviations: new Map(Object.entries(parsed.data.abbreviations).map(([short, long]) => [normal(short), normal(long).split(' ')])),
    meanings: (said) => {
      const padded = ` ${said} `;
      return meanings.flatMap((meaning) => (meaning.said.some((way) => padded.includes(way)) ? meaning.means : []));
    },
  };
}
