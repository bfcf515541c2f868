import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LEFT_OVER } from './breakage.js';
import type { Options, Tally } from './frame.js';
import { byChance, comesBack, inShort, struck, type Fate } from './killer.js';
import { openDatabase, type Database } from './postgres.js';
import { randomOf, type Random } from './random.js';
import { playRound } from './round.js';
import type { World } from './world.js';

const PROCESSES = 3;

/** Three processes on one PostgreSQL: one dies, all die, or the database goes away underneath. */
export async function killPostgresRound(options: Options, number: number, kills: number): Promise<Tally> {
  const name = `kill-postgres ${String(number)}`;
  const folder = join(options.scratch, `kill-postgres-${String(number)}`);
  const random = randomOf(options.seed, name);
  mkdirSync(folder);
  const database = await openDatabase(folder, `torture${String(number)}`);
  const ROUTEWIJZER_KEY = createHash('sha256').update(`${String(options.seed)} ${name}`).digest('base64');
  const seats = Array.from({ length: PROCESSES }, (_, seat) => {
    const data = join(folder, `process-${String(seat)}`);
    mkdirSync(data);
    return { data, env: { DATABASE_URL: database.url, ROUTEWIJZER_KEY } };
  });
  /** At least one of each kind in every round; the rest by chance. In short only those, and one death of one before all die. */
  const planned: Disaster[] = options.quick ? [...random.shuffled<Disaster>(['one', 'database']), 'all'] : ['database', 'all'];
  const others = options.quick ? ['one'] as const : ['database', 'all', 'one', 'one', 'one', 'one'] as const;
  const fate = options.quick ? inShort(random) : byChance(random);
  const disaster = async (world: World, most: number): Promise<number> => {
    const what = (options.quick || random.chance(0.5) ? planned.shift() : undefined) ?? random.pick(others);
    if (what === 'database') return restarted(world, database, random);
    return what === 'all' && world.seats.length <= most ? allDie(world, random, fate, options.quick ? most : world.seats.length) : 0;
  };
  try {
    return await playRound({ name, options, kills, random, fate, seats, disaster, leftOver: (nowIso) => database.lines(LEFT_OVER, [nowIso]) });
  } finally {
    await database.close();
  }
}

type Disaster = 'database' | 'all' | 'one';

async function restarted(world: World, database: Database, random: Random): Promise<number> {
  const shaking = setInterval(() => { world.disturbed('the database was restarted'); }, 50);
  world.disturbed('the database was restarted');
  await database.restart(random).finally(() => { clearInterval(shaking); });
  world.disturbed('the database was restarted');
  return 1;
}

/** Every process at one moment; what is left of `most` deaths falls while they start. */
async function allDie(world: World, random: Random, fate: Fate, most: number): Promise<number> {
  let died = 0;
  await struck(world, random, random.pick(['sent', 'answered', 'taken-in', 'told']), () => { died = world.seats.filter((seat) => world.kill(seat)).length; });
  const left = Math.max(0, most - died);
  const share = (number: number): number => Math.floor((left + number) / world.seats.length);
  const again = await Promise.all(world.seats.map((seat, number) => comesBack(world, seat, fate, share(number))));
  return died + again.reduce((sum, one) => sum + one, 0);
}
