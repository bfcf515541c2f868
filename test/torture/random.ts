/** Choices that follow from a seed: the same seed tortures in the same way. */
export interface Random {
  /** From 0 up to and without 1. */
  next(): number;
  /** A whole number from `low` up to and with `high`. */
  between(low: number, high: number): number;
  chance(of: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** The same ones in another order. */
  shuffled<T>(of: readonly T[]): T[];
}

/** A generator for one part (mulberry32, seeded with an FNV-1a hash of the name), so that parts do not disturb one another. */
export function randomOf(seed: number, name: string): Random {
  let state = (seed ^ 0x811c9dc5) >>> 0;
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (of) => next() < of,
    pick: (from) => {
      const picked = from[Math.floor(next() * from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    shuffled: (of) => of.map((one) => ({ one, at: next() })).sort((one, other) => one.at - other.at).map(({ one }) => one),
  };
}
