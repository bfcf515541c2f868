import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { breakStore, leftOver } from './breakage.js';
import type { Options, Tally } from './frame.js';
import { randomOf } from './random.js';
import { playRound } from './round.js';

/** One process on SQLite, killed `kills` times in this round. */
export function killRound(options: Options, number: number, kills: number): Promise<Tally> {
  const name = `kill ${String(number)}`;
  const data = join(options.scratch, `kill-${String(number)}`);
  mkdirSync(data);
  const { breakage } = options;
  return playRound({
    name, options, kills, random: randomOf(options.seed, name), seats: [{ data, env: {} }],
    leftOver: (nowIso) => leftOver(data, nowIso),
    ...(breakage === undefined ? {} : { sabotage: (ledger) => breakStore(data, breakage, ledger) }),
  });
}
