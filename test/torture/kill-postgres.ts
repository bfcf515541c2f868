import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LEFT_OVER } from './breakage.js';
import type { Options, Tally } from './frame.js';
import { openDatabase } from './postgres.js';
import { randomOf } from './random.js';
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
  /** At least one of each kind in every round; the rest by chance. */
  const planned: ('database' | 'all')[] = ['database', 'all'];
  const disaster = async (world: World): Promise<number> => {
    const what = random.chance(0.5) ? planned.shift() : random.pick(['database', 'all', 'one', 'one', 'one', 'one'] as const);
    if (what === 'database') {
      const shaking = setInterval(() => { world.disturbed('the database was restarted'); }, 50);
      world.disturbed('the database was restarted');
      await database.restart(random).finally(() => { clearInterval(shaking); });
      world.disturbed('the database was restarted');
      return 1;
    }
    if (what === 'all') {
      const died = world.seats.filter((seat) => world.kill(seat)).length;
      await Promise.all(world.seats.map((seat) => world.revive(seat)));
      return died;
    }
    return 0;
  };
  try {
    return await playRound({ name, options, kills, random, seats, disaster, leftOver: (nowIso) => database.lines(LEFT_OVER, [nowIso]) });
  } finally {
    await database.close();
  }
}
