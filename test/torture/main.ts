import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readArguments, USAGE, type Wanted } from './arguments.js';
import { killAllStarted, startQuickly } from './bot-process.js';
import { disk } from './disk.js';
import { forged } from './forged.js';
import { addTally, emptyTally, packageFolder, within, type Options, type Tally } from './frame.js';
import { fuzz } from './fuzz.js';
import { hostile } from './hostile.js';
import { killPostgresRound } from './kill-postgres.js';
import { killRound } from './kill.js';
import { forPeople, lastLine } from './summary.js';

/** A round of deaths: longer ones would fill the lists of cases that people look at. */
const KILLS_A_ROUND = 20;
/** Of ten deaths so many fall with three processes on PostgreSQL. */
const ON_POSTGRES = 0.4;
/** In a quick run one half: three that die together are cheap. */
const ON_POSTGRES_QUICK = 0.5;
/** So many run side by side: each waits now and then, for people who think and for a connector that does not answer. In a quick run the parts are short, and wait more. */
const LANES = 3;
const LANES_QUICK = 4;

const END_WITHIN_MS = 20_000;

/** No part takes this long on any machine. */
const STUCK_MS = 40 * 60_000;

type Job = readonly [name: string, run: () => Promise<Tally>];

const tally = emptyTally();
const began = performance.now();
const interruption = new AbortController();

/** How many deaths fall in each round. */
const rounds = (kills: number): number[] => {
  const count = Math.ceil(kills / KILLS_A_ROUND);
  return Array.from({ length: count }, (_, round) => Math.floor(kills / count) + (round < kills % count ? 1 : 0));
};

/** What is to be done, the longest first: then no lane is left with a long one at the end. */
function jobsOf({ parts, kills, quick }: Wanted, options: Options): Job[] {
  const onPostgres = !parts.includes('kill-postgres') ? 0 : parts.includes('kill') ? Math.floor(kills * (quick ? ON_POSTGRES_QUICK : ON_POSTGRES)) : kills;
  const sqlite = rounds(parts.includes('kill') ? kills - onPostgres : 0).map((some, round): Job => [`kill ${String(round + 1)}`, () => killRound(options, round + 1, some)]);
  const postgres = rounds(onPostgres).map((some, round): Job => [`kill-postgres ${String(round + 1)}`, () => killPostgresRound(options, round + 1, some)]);
  // One of each kind side by side.
  const deaths = Array.from({ length: Math.max(sqlite.length, postgres.length) }, (_, round) => [...postgres.slice(round, round + 1), ...sqlite.slice(round, round + 1)]).flat();
  const alone = { fuzz, forged, disk } as const;
  const one = (part: keyof typeof alone): Job[] => (parts.includes(part) ? [[part, () => alone[part](options)]] : []);
  const connector = parts.includes('hostile') ? Array.from({ length: quick ? 1 : 5 }, (_, round): Job => [`hostile ${String(round + 1)}`, () => hostile(options, round + 1)]) : [];
  return quick ? [...deaths, ...connector, ...one('disk'), ...one('fuzz'), ...one('forged')] : [...one('fuzz'), ...deaths, ...one('forged'), ...connector, ...one('disk')];
}

/** Runs what is to be done, a few at a time; one that breaks down is a loss and holds up no other. */
async function runAll(jobs: Job[], options: Options): Promise<void> {
  const lane = async (): Promise<void> => {
    for (let job = jobs.shift(); job !== undefined && !options.interrupted.aborted; job = jobs.shift()) {
      const [name, run] = job;
      try {
        const start = performance.now();
        addTally(tally, await within(STUCK_MS, run(), 'it is stuck'));
        options.progress(`${name} took ${String(Math.round((performance.now() - start) / 1000))} s`);
      } catch (error) {
        const broken = `${name} broke down: ${error instanceof Error ? error.message : String(error)}`;
        // Ctrl-C reaches the database too: what stops for want of it was not lost.
        if (options.interrupted.aborted) options.progress(broken);
        else tally.losses.push(broken);
      }
    }
  };
  await Promise.race([Promise.all(Array.from({ length: options.quick ? LANES_QUICK : LANES }, lane)), afterInterruption(options.interrupted)]);
}

/** Resolves some time after an interruption: what does not end by itself then is ended, and not counted. */
async function afterInterruption(interrupted: AbortSignal): Promise<void> {
  if (!interrupted.aborted) await once(interrupted, 'abort');
  await pause(END_WITHIN_MS, undefined, { ref: false });
}

async function main(wanted: Wanted): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'routewijzer-torture-'));
  // PostgreSQL runs as its own user, and must be able to pass through to its folder.
  chmodSync(scratch, 0o711);
  const options: Options = {
    quick: wanted.quick, seed: wanted.seed, kills: wanted.kills, scratch, interrupted: interruption.signal,
    progress: (line) => { process.stderr.write(`${line}\n`); },
    ...(wanted.breakage === undefined ? {} : { breakage: wanted.breakage }),
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      options.progress('interrupted: ending what runs');
      interruption.abort();
    });
  }
  if (wanted.quick) startQuickly(join(packageFolder, 'dist/torture/packages.kept'));
  try {
    await runAll(jobsOf(wanted, options), options);
  } finally {
    killAllStarted();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
  if (!wanted.json) process.stdout.write(`${forPeople(tally, wanted.seed, (performance.now() - began) / 1000)}\n`);
  else for (const line of [...tally.losses, ...tally.forbidden]) options.progress(line);
  process.stdout.write(`${lastLine(tally, wanted.seed)}\n`);
  if (tally.losses.length > 0 || tally.forbidden.length > 0) return 1;
  return interruption.signal.aborted ? 130 : 0;
}

const wanted = readArguments(process.argv.slice(2));
if (wanted === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const code = await main(wanted);
  // What still hangs, as a request to somebody who was killed, must not keep it alive.
  process.stdout.write('', () => { process.exit(code); });
}
