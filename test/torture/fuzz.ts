import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startBot } from './bot-process.js';
import { emptyTally, pause, type Options, type Tally } from './frame.js';
import { generate, type Input, type World } from './fuzz/generate.js';
import { cardsIn, livePool } from './fuzz/live.js';
import { memoryGrew, residentBytes } from './fuzz/memory.js';
import { oddRequest, rawOddity } from './fuzz/oddities.js';
import { chatOf, SEATS } from './fuzz/seats.js';
import { readStore } from './fuzz/store-read.js';
import { tellStories } from './fuzz/story.js';
import { talkOver } from './fuzz/talk.js';
import { judgeStore, stillSound, watchOver } from './fuzz/watch.js';
import { startListener, wireTo } from './fuzz/wire.js';
import { randomOf, type Random } from './random.js';

const FULL = 100_000;
const QUICK = 4_000;
/** A quick run sends as many as it can in this time, and on a slow machine so many at least. */
const QUICK_MS = 2_500;
const QUICK_LEAST = 300;
/** How many people act at the same moment. */
const LANES = 8;
/** A process that leaks runs into this long before a machine would notice. */
const HEAP_MB = 384;
/** Every so many inputs one is no activity at all. */
const ODD_HTTP = 0.06;
const SAMPLE_EVERY = 250;
const REMEMBERED = 600;

/**
 * Sends everything that should not come in to a real process, and judges: no crash, no 5xx, no slow answer, flat memory, no
 * event that its actor was not allowed, nothing of a case told to others.
 */
export async function fuzz(options: Options): Promise<Tally> {
  const tally = emptyTally();
  const folder = join(options.scratch, 'fuzz');
  mkdirSync(folder, { recursive: true });
  const pool = livePool();
  const byChat = new Map(SEATS.map((seat) => [chatOf(seat), seat]));
  const listener = await startListener((conversation, on, card) => {
    const seat = byChat.get(conversation);
    if (seat) pool.add(seat, card, { on });
  });
  const bot = await startBot(folder, { env: { NODE_OPTIONS: `--max-old-space-size=${String(HEAP_MB)}` } });
  const wire = wireTo(bot.url, LANES * 2);
  try {
    const today = Date.now();
    const stories = await tellStories(talkOver(wire, listener.url, pool), listener.url, randomOf(options.seed, 'fuzz stories'), today);
    const store = join(folder, 'routewijzer.sqlite');
    const before = readStore(store);
    const sent: Input[] = [];
    const world: World = { serviceUrl: listener.url, pool, today, kept: stories.kept, codes: stories.codes, sent };
    const watch = watchOver(tally, stories);
    const memory: number[] = [];
    const goal = options.quick ? QUICK : FULL;
    const ends = options.quick ? performance.now() + QUICK_MS : Number.POSITIVE_INFINITY;

    const lane = async (random: Random): Promise<void> => {
      while (tally.inputs < goal && (performance.now() < ends || tally.inputs < QUICK_LEAST) && bot.alive() && !options.interrupted.aborted) {
        tally.inputs += 1;
        if (tally.inputs % SAMPLE_EVERY === 0) memory.push(...[residentBytes(bot.pid)].filter((bytes) => bytes !== undefined));
        if (tally.inputs % 10_000 === 0) options.progress(`fuzz: ${String(tally.inputs)} inputs, ${String(Math.round((memory.at(-1) ?? 0) / 1048576))} MB`);
        const seat = random.pick(SEATS);
        const input = generate(world, seat, random);
        if (random.chance(ODD_HTTP)) {
          const odd = random.chance(0.15) ? await rawOddity(bot.url, random) : await oddRequest(wire, random, input.body);
          if (odd.status >= 500 && odd.status !== 505) watch.forbid(`an odd HTTP request was answered ${String(odd.status)}`);
          continue;
        }
        const answered = await wire.send('POST', '/api/messages', { 'content-type': 'application/json' }, input.body);
        watch.judge(input, answered, bot);
        if (answered.status === 200) tally.acknowledged += 1;
        for (const { card, inDialog } of cardsIn(answered.body)) pool.add(input.seat, card, { inDialog });
        if (!input.tooLarge) sent.push(input);
        if (sent.length > REMEMBERED) sent.splice(0, REMEMBERED / 3);
      }
    };
    await Promise.all(Array.from({ length: LANES }, (_, index) => lane(randomOf(options.seed, `fuzz ${String(index)}`))));

    await stillSound(bot, talkOver(wire, listener.url, pool), watch);
    const grew = memoryGrew(memory);
    if (grew !== undefined) watch.forbid(grew);
    // After the last answer a delivery may still write.
    await pause(300);
    if (bot.alive()) judgeStore(readStore(store), before, stories, watch);
    options.progress(`fuzz: ${String(tally.inputs)} inputs, ${String(tally.acknowledged)} answered 200, ${String(tally.forbidden.length)} forbidden`);
  } finally {
    await wire.close();
    await bot.stop();
    await listener.close();
  }
  return tally;
}
