import { mkdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { leftOver } from './breakage.js';
import type { Manners } from './connector.js';
import { byChance } from './killer.js';
import type { Options, Tally } from './frame.js';
import { randomOf, type Random } from './random.js';
import { playRound } from './round.js';
import type { World } from './world.js';

/** Ways in which a connector can fail the bot. */
type Trick = 'limited' | 'limited-unsaid' | '500' | '502' | '412' | 'reset' | 'taken-in-then-reset' | 'taken-in-then-500' | 'half-an-answer' | 'too-late' | 'never';
const QUICK_TRICKS: readonly Trick[] = ['limited', 'limited-unsaid', '500', '502', '412', 'reset', 'taken-in-then-reset', 'taken-in-then-500', 'half-an-answer'];
/** The bot waits ten seconds for an answer: these take that long, so there are few of them. */
const SLOW_TRICKS: readonly Trick[] = ['too-late', 'never'];
const TOO_LATE_MS = 10_700;

/** So many of a hundred calls fail, and so many activities are delivered twice. */
const FAILS = 0.35;
const TWICE = 0.25;

/** People at work with a connector that fails in every way, and with Teams delivering the same activity twice and out of order. */
export function hostile(options: Options, number = 1): Promise<Tally> {
  const name = `hostile ${String(number)}`;
  const data = join(options.scratch, `hostile-${String(number)}`);
  mkdirSync(data);
  const random = randomOf(options.seed, name);
  return playRound({
    name, options, kills: 0, random, fate: byChance(random), seats: [{ data, env: {} }], least: options.quick ? 1 : 4,
    torment: (world) => torment(world, random, options.quick ? 1 : 3),
    leftOver: (nowIso) => leftOver(data, nowIso),
  });
}

function torment(world: World, random: Random, slow: number): { faults(): number; stop(): void } {
  let faults = 0;
  let slowLeft = slow;
  const later = new Set<NodeJS.Timeout>();
  world.connector.manners = (call) => {
    if (!random.chance(FAILS)) return undefined;
    const trick = slowLeft > 0 && random.chance(0.05) ? random.pick(SLOW_TRICKS) : random.pick(QUICK_TRICKS);
    if (SLOW_TRICKS.includes(trick)) slowLeft -= 1;
    faults += 1;
    call.fate = `the connector: ${trick}`;
    world.disturbed(call.fate);
    return mannersOf(trick, random, () => { world.disturbed(`the connector: ${trick}`); });
  };
  world.delivered = (url, activity) => {
    if (!random.chance(TWICE)) return;
    faults += 1;
    // At the same time, or when others have overtaken it.
    const timer = setTimeout(() => {
      later.delete(timer);
      void deliver(url, activity);
    }, random.pick([0, 0, 5, 60, 400, 1500]));
    later.add(timer);
  };
  return {
    faults: () => faults,
    stop: () => {
      world.connector.manners = () => undefined;
      world.delivered = () => undefined;
      for (const timer of later) clearTimeout(timer);
    },
  };
}

async function deliver(url: string, activity: object): Promise<void> {
  try {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(activity), signal: AbortSignal.timeout(20_000),
    });
    await response.arrayBuffer();
  } catch {
    // The first delivery is the one that is judged.
  }
}

function mannersOf(trick: Trick, random: Random, again: () => void): Manners {
  const status = (code: number, headers: Record<string, string> = {}) => (res: ServerResponse) => { res.writeHead(code, headers).end(); };
  const refuses = (answer: (res: ServerResponse) => void): Manners => ({ takesIn: false, answers: (_req, res) => { answer(res); } });
  const takesIn = (answer: (res: ServerResponse) => void): Manners => ({ takesIn: true, answers: (_req, res) => { answer(res); } });
  switch (trick) {
    case 'limited': return refuses(status(429, { 'retry-after': String(random.between(1, 25)) }));
    case 'limited-unsaid': return refuses(status(429));
    case '500': return refuses(status(500));
    case '502': return refuses(status(502));
    case '412': return refuses(status(412));
    case 'reset': return refuses((res) => { res.socket?.resetAndDestroy(); });
    case 'taken-in-then-reset': return takesIn((res) => { res.socket?.resetAndDestroy(); });
    case 'taken-in-then-500': return takesIn(status(500));
    case 'half-an-answer': return takesIn((res) => {
      res.writeHead(201, { 'content-type': 'application/json', 'content-length': '200' });
      res.write('{"id":"activ', () => { res.socket?.destroy(); });
    });
    case 'too-late': return { takesIn: true, answers: (_req, _res, ordinary) => { setTimeout(() => { again(); ordinary(); }, TOO_LATE_MS).unref(); } };
    case 'never': return takesIn(() => undefined);
  }
}
