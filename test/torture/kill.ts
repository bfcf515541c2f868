import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { breakStore, leftOver } from './breakage.js';
import { byChance, inShort } from './killer.js';
import type { Options, Tally } from './frame.js';
import { randomOf } from './random.js';
import { playRound } from './round.js';

/** One process on SQLite, killed `kills` times in this round. */
export function killRound(options: Options, number: number, kills: number): Promise<Tally> {
  const name = `kill ${String(number)}`;
  const data = join(options.scratch, `kill-${String(number)}`);
  mkdirSync(data);
  const { breakage } = options;
  const random = randomOf(options.seed, name);
  return playRound({
    name, options, kills, random, fate: options.quick ? inShort(random) : byChance(random), seats: [{ data, env: {} }],
    leftOver: (nowIso) => leftOver(data, nowIso),
    ...(breakage === undefined ? {} : { sabotage: (ledger) => breakStore(data, breakage, ledger) }),
  });
}
