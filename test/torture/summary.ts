import { summed } from './duplicates.js';
import type { Tally } from './frame.js';

/** The one line that a machine reads, always the last of standard output. */
export function lastLine(tally: Tally, seed: number): string {
  return JSON.stringify({
    kills: tally.kills, faults: tally.faults, inputs: tally.inputs, acknowledged: tally.acknowledged, losses: tally.losses.length,
    duplicates: tally.duplicates.reduce((sum, { count }) => sum + count, 0), forbidden: tally.forbidden.length, seed,
  });
}

/** The same for people. */
export function forPeople(tally: Tally, seed: number, seconds: number): string {
  const doubled = summed(tally.duplicates);
  return [
    `${String(tally.kills)} kills, ${String(tally.faults)} faults, ${String(tally.inputs)} inputs in ${String(Math.round(seconds))} s (seed ${String(seed)}).`,
    `${String(tally.acknowledged)} answers were acknowledged; ${String(tally.losses.length)} of what they promised was lost.`,
    ...tally.losses.map((line) => `  lost: ${line}`),
    `Posted twice: ${String(doubled.reduce((sum, { count }) => sum + count, 0))}. A new message can only repeat where the bot can not know that it arrived.`,
    ...doubled.map(({ count, where, why }) => `  ${String(count)} x ${where}: ${why}`),
    `Forbidden: ${String(tally.forbidden.length)}.`,
    ...tally.forbidden.map((line) => `  forbidden: ${line}`),
  ].join('\n');
}
