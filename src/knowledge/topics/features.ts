import type { Reading } from './reading.js';

/** Names of what a text has, with how strongly. */
export type Features = ReadonlyMap<string, number>;

/** What is meant counts less than what is said. */
const MEANT = 0.7;
const PAIR = 0.8;

/** Stems, pairs of stems that follow each other, and what is meant besides. */
export function wordFeatures({ stems, meant }: Reading): Features {
  const features = new Map<string, number>();
  const add = (name: string, weight: number) => features.set(name, Math.max(features.get(name) ?? 0, weight));
  stems.forEach((one, at) => {
    add(one, 1);
    const next = stems[at + 1];
    if (next !== undefined) add(`${one} ${next}`, PAIR);
  });
  for (const one of meant) add(one, MEANT);
  return features;
}

/** Shorter runs and longer ones find no more, and make learning slower. */
const RUN = 4;

/** Runs of four letters within words, their beginnings and ends marked: they survive typos and inflection. */
function letterFeatures({ words }: Reading): Features {
  const features = new Map<string, number>();
  for (const word of words) {
    const padded = `<${word}>`;
    for (let at = 0; at === 0 || at + RUN <= padded.length; at += 1) {
      const run = padded.slice(at, at + RUN);
      features.set(run, (features.get(run) ?? 0) + 1);
    }
  }
  return new Map([...features].map(([run, count]) => [run, 1 + Math.log(count)]));
}

/** How much a word counts beside the letters that it is made of. */
const WORDS = 1.2;

/** In every text: what a text is about when nothing in it tells. */
const ANYTHING = ['*', 0.5] as const;

/** Words ("wverzuim") and letters ("lverz") together, neither outweighing the other by its number. */
export function allFeatures(reading: Reading): Features {
  const parts = [['w', wordFeatures(reading), WORDS], ['l', letterFeatures(reading), 1]] as const;
  return new Map([ANYTHING, ...parts.flatMap(([mark, features, weight]) => {
    const length = Math.hypot(...features.values()) || 1;
    return [...features].map(([name, strength]) => [mark + name, (weight * strength) / length] as const);
  })]);
}

/** In how many texts a feature must occur to count: pairs of words are seldom, runs of letters are many. */
export function leastOf(feature: string): number {
  if (feature.startsWith('l')) return 3;
  return feature.includes(' ') ? 2 : 1;
}
