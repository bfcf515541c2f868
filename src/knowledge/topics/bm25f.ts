/** Fields of an article, and how much a word in each counts. */
export const FIELDS = { title: 4, keywords: 3, samples: 1.5, body: 1 } as const;
export type Field = keyof typeof FIELDS;
/** How far a longer field counts less. */
const LENGTH = { title: 0.3, keywords: 0.4, samples: 0.5, body: 0.7 } as const;
/** From how many times on a word hardly counts more. */
const ENOUGH = 1.4;

/** For each stem: in which documents, and how strongly (fields together). */
export interface Bm25f {
  readonly size: number;
  readonly postings: ReadonlyMap<string, { readonly documents: readonly number[]; readonly strengths: readonly number[] }>;
}

/** @param documents for each document the stems of each of its fields */
export function bm25fOf(documents: readonly Readonly<Record<Field, readonly string[]>>[]): Bm25f {
  const fields = Object.keys(FIELDS) as Field[];
  const mean = new Map(fields.map((field) => [field, documents.reduce((sum, document) => sum + document[field].length, 0) / documents.length || 1]));
  const postings = new Map<string, { documents: number[]; strengths: number[] }>();
  documents.forEach((document, at) => {
    const strengths = new Map<string, number>();
    for (const field of fields) {
      const shorter = 1 - LENGTH[field] + LENGTH[field] * (document[field].length / (mean.get(field) ?? 1));
      for (const stem of document[field]) strengths.set(stem, (strengths.get(stem) ?? 0) + FIELDS[field] / shorter);
    }
    for (const [stem, strength] of strengths) {
      const posting = postings.get(stem) ?? { documents: [], strengths: [] };
      posting.documents.push(at);
      posting.strengths.push(strength);
      postings.set(stem, posting);
    }
  });
  return { size: documents.length, postings };
}

/** The score of every document (BM25F of Robertson and Zaragoza), for stems with how much each counts. */
export function scores({ size, postings }: Bm25f, asked: ReadonlyMap<string, number>): Float64Array {
  const result = new Float64Array(size);
  for (const [stem, counts] of asked) {
    const posting = postings.get(stem);
    if (!posting) continue;
    const held = posting.documents.length;
    const rarity = Math.log(1 + (size - held + 0.5) / (held + 0.5));
    posting.documents.forEach((document, at) => {
      const strength = posting.strengths[at] ?? 0;
      result[document] = (result[document] ?? 0) + counts * rarity * (strength / (ENOUGH + strength));
    });
  }
  return result;
}
