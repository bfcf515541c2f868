import { scores } from './bm25f.js';
import { allFeatures, wordFeatures } from './features.js';
import type { Learned } from './learn.js';
import { read, type Reader } from './reading.js';
import { chances, scoresOf } from './linear.js';
import { vectoriser } from './vectors.js';

/** How far the subject is the one that the text is about; the chances of all, with that of none of them, add up to 1. */
export interface Candidate {
  readonly slug: string;
  readonly chance: number;
}

export interface Ranking {
  /** The likeliest first. */
  readonly candidates: readonly Candidate[];
  /** The chance that the text is about none of our subjects. */
  readonly none: number;
}

export type Rank = (text: string) => Ranking;

/** What each of the judges says of a class. */
const SIGNALS = ['bm25f', 'learned'] as const;
type Signal = (typeof SIGNALS)[number];

/** Fitted on the tuning set, for the likelihood of the right subject. */
const WEIGHTS: Readonly<Record<Signal | 'none', number>> = { bm25f: 4.7, learned: 15.6, none: 5 };

/** The signals for every class, and last for "none". */
type Judge = (text: string) => Readonly<Record<Signal, Float64Array>>;

function judgeFrom(learned: Learned, reader: Reader): Judge {
  const vectorise = vectoriser(learned.topics.space);
  return (text) => {
    const reading = read(reader, text);
    const found = scores(learned.bm25f, wordFeatures(reading));
    const best = found.reduce((most, score) => Math.max(most, score), 1e-9);
    // Nothing can be found for "none": what was learned judges it, and its own constant.
    return { bm25f: Float64Array.from([...found.map((score) => score / best), 0]), learned: scoresOf(learned.topics.linear, vectorise(allFeatures(reading))) };
  };
}

/** Weighs what the judges say. */
function weigh(signals: Readonly<Record<Signal, Float64Array>>): Float64Array {
  const last = signals.bm25f.length - 1;
  return chances(signals.bm25f.map((_, each) =>
    SIGNALS.reduce((sum, signal) => sum + WEIGHTS[signal] * (signals[signal][each] ?? 0), each === last ? WEIGHTS.none : 0)));
}

export function rankFrom(learned: Learned, reader: Reader): Rank {
  const judge = judgeFrom(learned, reader);
  return (text) => {
    const result = weigh(judge(text));
    const candidates = learned.slugs.map((slug, at) => ({ slug, chance: result[at] ?? 0 })).sort((one, other) => other.chance - one.chance);
    return { candidates, none: result[learned.slugs.length] ?? 0 };
  };
}
