import { pause } from './frame.js';
import type { Random } from './random.js';
import { HOUR_MS, type Moment, type Seat, type World } from './world.js';

/** Where in a life a death fell; what is left when nothing of it happened in time is 'any'. */
export type Point = Moment | 'any' | 'clock' | 'start';
const POINTS: readonly Point[] = ['sent', 'sent', 'answered', 'taken-in', 'told', 'any', 'clock', 'start'];
/** Where nobody clicks, and only time goes on: in the middle of what the clock set going. */
const POINTS_OF_TIME: readonly Point[] = ['taken-in', 'taken-in', 'told', 'any', 'start'];
/** Longest to wait for the moment that was chosen. */
const WAIT_MS = 700;

/** How the deaths of a round are chosen. */
export interface Fate {
  /** The next point at which somebody dies. */
  point(peopleAtWork: boolean): Point;
  /** So many times at most a process dies once more while it starts. */
  readonly startDeaths: number;
  /** A process that dies while another lives stays away. */
  readonly staysAway: boolean;
  /** Where in its start, from 0 (the first line) to 1 (ready), a process that starts dies. */
  inStart(): number;
}

/** By chance, in as many ways as there are. */
export const byChance = (random: Random): Fate => ({ point: (peopleAtWork) => random.pick(peopleAtWork ? POINTS : POINTS_OF_TIME), startDeaths: 1, staysAway: false, inStart: () => random.next() });

/** Few deaths, that cost little: each sort of moment once, and the rest while a process starts. */
export function inShort(random: Random): Fate {
  const atWork = random.shuffled<Point>(['sent', random.pick(['answered', 'taken-in', 'told']), 'clock', 'start']);
  const ofTime: Point[] = ['taken-in'];
  return { point: (peopleAtWork) => (peopleAtWork ? atWork : ofTime).shift() ?? 'start', startDeaths: 6, staysAway: true, inStart: () => random.next() ** 3 };
}

/** Kills one process at a point of its fate, and starts it again; returns how many deaths it made, `most` at most. */
export async function killOnce(world: World, random: Random, fate: Fate, most: number): Promise<number> {
  const point = fate.point(world.peopleAtWork);
  const alive = world.seats.filter(({ bot }) => bot?.alive() === true);
  const seat = random.pick(alive.length > 0 ? alive : world.seats);
  await (world.peopleAtWork ? someWay(world, random) : pause(random.between(0, 40)));
  if (point === 'clock') {
    const hopping = world.hop(random.between(1, 9) * HOUR_MS);
    await pause(random.between(0, 40));
    world.kill(seat);
    await hopping;
  } else if (point === 'any' || point === 'start') world.kill(seat);
  else await struck(world, random, point, () => { world.kill(seat); });
  if (fate.staysAway && alive.length > 1) return 1;
  return 1 + await comesBack(world, seat, fate, point === 'start' ? Math.min(fate.startDeaths, most - 1) : 0);
}

/** Does `deed` at the next such moment, or when it does not come. */
export function struck(world: World, random: Random, point: Moment, deed: () => void): Promise<void> {
  return new Promise((resolve) => {
    const delay = random.between(0, 12);
    const end = (): void => {
      clearTimeout(late);
      world.strike = () => undefined;
      deed();
      resolve();
    };
    const late = setTimeout(end, WAIT_MS);
    world.strike = (moment) => {
      if (moment !== point) return;
      world.strike = () => undefined;
      // The first two at once, while it counts; a request needs a moment to get anywhere.
      if (moment === 'sent') setTimeout(end, delay);
      else end();
    };
  });
}

/** Starts a process until it runs; up to `deaths` times it is killed while it starts. Returns how many times it was. */
export async function comesBack(world: World, seat: Seat, fate: Fate, deaths: number): Promise<number> {
  let died = 0;
  while (died < deaths) {
    // What comes late in a start opens the database.
    if (await world.revive(seat, 20 + Math.round(fate.inStart() * world.startMs()))) return died;
    died += 1;
  }
  await world.revive(seat);
  return died;
}

/** People first get a little way, another length of it each time; sometimes none at all. */
async function someWay(world: World, random: Random): Promise<void> {
  const enough = world.answered + (random.chance(0.15) ? 0 : random.between(1, 8));
  const until = performance.now() + WAIT_MS * 4;
  while (world.answered < enough && performance.now() < until) await pause(10);
}
