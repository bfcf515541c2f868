import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Breakage } from './frame.js';

export const USAGE = `npm run -s torture -- [--quick] [--kills N] [--seed N] [--only part,part] [--break drop-event|skip-outbox|drop-text] [--json]
parts: kill, kill-postgres, hostile, fuzz, forged, disk`;

export const PARTS = ['kill', 'kill-postgres', 'hostile', 'fuzz', 'forged', 'disk'] as const;
export type Part = (typeof PARTS)[number];
const BREAKAGES: readonly Breakage[] = ['drop-event', 'skip-outbox', 'drop-text'];

const QUICK_KILLS = 20;
const FULL_KILLS = 500;

export interface Wanted {
  readonly quick: boolean;
  readonly json: boolean;
  readonly seed: number;
  readonly kills: number;
  readonly parts: readonly Part[];
  readonly breakage: Breakage | undefined;
}

/** Reads the command line; undefined for what is no right use of it. */
export function readArguments(given: readonly string[]): Wanted | undefined {
  try {
    const { values } = parseArgs({
      args: [...given], strict: true,
      options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, seed: { type: 'string' }, kills: { type: 'string' }, only: { type: 'string' }, break: { type: 'string' } },
    });
    const quick = values.quick ?? false;
    const seed = values.seed === undefined ? randomInt(1, 2 ** 31) : Number(values.seed);
    const kills = values.kills === undefined ? (quick ? QUICK_KILLS : FULL_KILLS) : Number(values.kills);
    const parts = values.only === undefined ? PARTS : PARTS.filter((part) => values.only?.split(',').includes(part));
    const breakage = BREAKAGES.find((one) => one === values.break);
    const known = values.only === undefined || values.only.split(',').every((part) => (PARTS as readonly string[]).includes(part));
    if (!Number.isSafeInteger(seed) || seed < 0 || !Number.isSafeInteger(kills) || kills < 1 || !known || (values.break !== undefined && breakage === undefined)) return undefined;
    return { quick, json: values.json ?? false, seed, kills, parts, breakage };
  } catch {
    return undefined;
  }
}
