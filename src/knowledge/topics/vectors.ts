import type { Features } from './features.js';

/** A text as numbers: which features, and how strongly; its length is 1, so that a product of two is their likeness. */
export interface Vector {
  readonly ids: readonly number[];
  readonly values: readonly number[];
}

/** The features that count, and how rare each is. */
export interface Space {
  readonly names: readonly string[];
  readonly rarity: readonly number[];
}

/** Keeps the features that occur in at least as many texts as `least` says of them, in the order of the alphabet. */
export function spaceOf(texts: readonly Features[], least: (name: string) => number): Space {
  const counts = new Map<string, number>();
  for (const features of texts) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const kept = [...counts].filter(([name, count]) => count >= least(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  return { names: kept.map(([name]) => name), rarity: kept.map(([, count]) => 1 + Math.log(texts.length / count)) };
}

export type Vectorise = (features: Features) => Vector;

export function vectoriser({ names, rarity }: Space): Vectorise {
  const at = new Map(names.map((name, index) => [name, index]));
  return (features) => {
    const ids: number[] = [];
    const values: number[] = [];
    let square = 0;
    for (const [name, strength] of features) {
      const id = at.get(name);
      if (id === undefined) continue;
      const value = strength * (rarity[id] ?? 0);
      ids.push(id);
      values.push(value);
      square += value * value;
    }
    const length = Math.sqrt(square) || 1;
    return { ids, values: values.map((value) => value / length) };
  };
}
