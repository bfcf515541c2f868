import { z } from 'zod';
import type { Learned, View } from './learn.js';

/**
 * The index as a file: what `npm run build` learned, under the hash of the texts it was learned from. Weights are kept in
 * two bytes each: in one, small ones that together decide are lost (two questions in a hundred).
 */
const posting = z.strictObject({ at: z.array(z.number()), by: z.array(z.number()) });
const viewSchema = z.strictObject({
  names: z.array(z.string()), rarity: z.array(z.number()),
  classes: z.number().int(), scale: z.number(), weights: z.string(),
});
export const indexSchema = z.strictObject({
  hash: z.string(), madeBy: z.string(), slugs: z.array(z.string()), counts: z.record(z.string(), z.number()),
  bm25f: z.record(z.string(), posting), topics: viewSchema, danger: viewSchema, dangers: z.array(z.string()), commands: viewSchema, commandIds: z.array(z.string()),
});
export type IndexFile = z.infer<typeof indexSchema>;

const short = (values: readonly number[]) => values.map((value) => Math.round(value * 1000) / 1000);

/** @param hash of the texts it was learned from @param madeBy of the code that learned it */
export function toFile(hash: string, madeBy: string, { slugs, counts, bm25f, topics, danger, dangers, commands, commandIds }: Learned): IndexFile {
  return {
    hash, madeBy, slugs: [...slugs], counts: Object.fromEntries(counts),
    bm25f: Object.fromEntries([...bm25f.postings].map(([stem, { documents, strengths }]) => [stem, { at: [...documents], by: short(strengths) }])),
    topics: viewToFile(topics), danger: viewToFile(danger), dangers: [...dangers], commands: viewToFile(commands), commandIds: [...commandIds],
  };
}

function viewToFile({ space, linear }: View): IndexFile['topics'] {
  let highest = 1e-6;
  for (const weight of linear.weights) highest = Math.max(highest, Math.abs(weight));
  const scale = highest / 32_767;
  const bytes = Int16Array.from(linear.weights, (weight) => Math.round(weight / scale));
  return { names: [...space.names], rarity: short(space.rarity), classes: linear.classes, scale, weights: Buffer.from(bytes.buffer).toString('base64') };
}

export function fromFile({ slugs, counts, bm25f, topics, danger, dangers, commands, commandIds }: IndexFile): Learned {
  return {
    slugs, counts: new Map(Object.entries(counts)),
    bm25f: { size: slugs.length, postings: new Map(Object.entries(bm25f).map(([stem, { at, by }]) => [stem, { documents: at, strengths: by }])) },
    topics: viewFromFile(topics), danger: viewFromFile(danger), dangers, commands: viewFromFile(commands), commandIds,
  };
}

function viewFromFile({ names, rarity, classes, scale, weights }: IndexFile['topics']): View {
  // A copy begins at a whole number of two bytes.
  const bytes = new Uint8Array(Buffer.from(weights, 'base64'));
  return {
    space: { names, rarity },
    linear: { classes, scale, weights: new Int16Array(bytes.buffer) },
  };
}
