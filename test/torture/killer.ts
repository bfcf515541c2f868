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

/** Kills one process at a chosen point, and starts it again; returns how many deaths it made. */
export async function killOnce(world: World, seat: Seat, random: Random, most: number): Promise<{ point: Point; kills: number }> {
  const point = random.pick(world.peopleAtWork ? POINTS : POINTS_OF_TIME);
  await (world.peopleAtWork ? someWay(world, random) : pause(random.between(0, 40)));
  if (point === 'clock') {
    const hopping = world.hop(random.between(1, 9) * HOUR_MS);
    await pause(random.between(0, 40));
    world.kill(seat);
    await hopping;
  } else if (point !== 'any' && point !== 'start') {
    await new Promise<void>((resolve) => {
      const delay = random.between(0, 12);
      const end = (): void => {
        clearTimeout(late);
        world.strike = () => undefined;
        world.kill(seat);
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
  } else world.kill(seat);
  if (point === 'start' && most > 1) {
    await world.revive(seat, random.between(50, 1500)).catch(() => undefined);
    const died = seat.bot?.alive() !== true;
    if (died) {
      seat.bot = undefined;
      await world.revive(seat);
    }
    return { point, kills: died ? 2 : 1 };
  }
  await world.revive(seat);
  return { point, kills: 1 };
}

/** People first get a little way, another length of it each time; sometimes none at all. */
async function someWay(world: World, random: Random): Promise<void> {
  const enough = world.answered + (random.chance(0.15) ? 0 : random.between(1, 8));
  const until = performance.now() + WAIT_MS * 4;
  while (world.answered < enough && performance.now() < until) await pause(10);
}
