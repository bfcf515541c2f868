import { randomBytes, randomInt } from 'node:crypto';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Clock, Ids } from './app/ports.js';
import type { Composed } from './compose.js';
import { readConfig, type Config, type ContentConfig } from './config.js';
import { packageRoot, readSource } from './files.js';
import type { DeskHandler } from './http/server.js';
import { createLog, errorFacts, startFault } from './log.js';
import { roleLabel } from './route/roles.js';
import { startSentence } from './start-faults.js';
import { StartRefused } from './start-refused.js';

/** How often is looked whether something became due. What a person does wakes the delivery at once. */
const LOOK_EVERY_MS = 1_000;
/** What the first typed text needs is made ready when the first clicks have been answered. */
const WARM_AFTER_MS = 3_000;
/** SIGTERM ends the process within this time; who runs it waits ten seconds. */
const END_WITHIN_MS = 8_000;
/** Turns that are being answered get this long of it. */
const TURNS_END_WITHIN_MS = 5_000;

/** Standard output holds one line, when ready; everything else goes to standard error. */
const log = createLog(pino.destination(2));

/** The machine's time, which local mode may move. */
function createClock(): Clock & { move(to: string): void } {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    move: (to) => { ahead = Date.parse(to) - Date.now(); },
  };
}

/** Letters and digits that people can read aloud without confusing them. */
const CODE_CHARACTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const ids: Ids = {
  next: () => randomBytes(16).toString('base64url'),
  code: () => Array.from({ length: 5 }, () => CODE_CHARACTERS.charAt(randomInt(CODE_CHARACTERS.length))).join(''),
  random: () => randomInt(2 ** 32) / 2 ** 32,
};

/** Before a lost connection to the database is tried again. */
const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

async function start(config: Config): Promise<void> {
  const clock = createClock();
  // Loaded here, because the SDKs take seconds: a refused configuration answers at once.
  const { compose } = await import('./compose.js');
  const { createHttpServer } = await import('./http/server.js');
  // In local mode the port may only be known when it listens.
  let address = config.url;
  const house = await compose(config, clock, ids, log, () => address, wait, () => performance.now());
  const { version } = JSON.parse(readSource('package.json').text) as { version: string };
  let desk: { handle: DeskHandler; announce(): Promise<void>; close(): Promise<void> } | undefined;
  const server = createHttpServer({
    bot: house.bot,
    local: config.local,
    health: () => ({ status: 'ok', version, route: house.route.hash, region: house.route.region.region, store: config.databaseUrl === undefined ? 'sqlite' : 'postgres', now: clock.now() }),
    ready: { store: () => house.store.pauses(clock.now()), deliverySilentMs: () => house.pulse.silentMs() },
    ...(config.metrics ? { metrics: async () => house.metrics.page(await house.figures().catch(() => undefined)) } : {}),
    measure: (type) => house.metrics.request(type),
    print: (token) => house.print(token),
    onError: (error) => { log('error', 'request-failed', errorFacts(error)); },
    ...(config.local ? { clock: { set: (now: string) => moveClock(clock, house, now) } } : {}),
    ...(config.desk ? { desk: async (req, res, url) => (await desk?.handle(req, res, url)) ?? false } : {}),
  });
  const { url } = await server.listen(config.port, config.host);
  if (config.local) address ??= url;
  if (config.desk) {
    desk = await openLocalDesk(config, house, url, clock);
    await desk.announce();
  }
  const looking = setInterval(() => { house.pulse.wake(); }, LOOK_EVERY_MS);
  house.pulse.wake();

  endOnSignal(async () => {
    clearInterval(looking);
    // Beside each other: what is being answered and what is being sent both come to their end, and nothing new begins.
    await Promise.all([server.close(TURNS_END_WITHIN_MS), house.pulse.stop()]);
    await desk?.close();
    await house.store.close();
  });
  process.stdout.write(`Routewijzer is ready on ${url}${config.desk ? ` - open ${url}/desk/ in a browser` : ''}\n`);
  // Nobody waits for it now; who types first would.
  setTimeout(() => { house.warm(); }, WARM_AFTER_MS).unref();
}

/** The first signal ends in order, with 0; a second one ends at once. */
function endOnSignal(stop: () => Promise<void>): void {
  let ending = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(128 + constants.signals[signal]);
      ending = true;
      // A send that hangs must not keep the process alive: its row is leased and comes back.
      setTimeout(() => process.exit(0), END_WITHIN_MS).unref();
      stop().then(() => process.exit(0), (error: unknown) => {
        log('error', 'stop-failed', errorFacts(error));
        process.exit(1);
      });
    });
  }
}

async function moveClock(clock: ReturnType<typeof createClock>, house: Composed, now: string): Promise<{ now: string }> {
  clock.move(now);
  await house.pulse.drain();
  return { now: clock.now() };
}

/** The desk is loaded in local mode only. */
async function openLocalDesk(config: Config, house: Composed, url: string, clock: Clock) {
  const { openDesk } = await import('./desk/desk.js');
  const people = house.people.map((person) => ({ ...person, roleLabel: roleLabel(house.route, person.role) }));
  return openDesk({ people, file: join(config.data, 'desk.sqlite'), botUrl: url, publicUrl: url, now: () => clock.now(), root: packageRoot });
}

const read = readConfig(process.env);
for (const warning of read.warnings) process.stderr.write(`configuration: ${warning}\n`);
if (read.ok) start(read.config).catch((error: unknown) => { refuse(error, read.config); });
else refuseAll(read.faults, read.content).catch((error: unknown) => { refuse(error); });

/** With everything that is wrong with the files as well, so that nobody mends one thing to hear of the next. */
async function refuseAll(faults: readonly string[], content: ContentConfig): Promise<void> {
  const { openContent } = await import('./start-content.js');
  for (const fault of faults) process.stderr.write(`configuration: ${fault}\n`);
  try {
    openContent(content);
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    for (const fault of error.faults) process.stderr.write(`${fault}\n`);
  }
  process.exit(2);
}

function refuse(error: unknown, config?: Config): void {
  const sentence = config && startSentence(error, config);
  if (error instanceof StartRefused) for (const fault of error.faults) process.stderr.write(`${fault}\n`);
  else if (sentence !== undefined) process.stderr.write(`${sentence}\n`);
  else log('fatal', 'start-failed', { reason: startFault(error) });
  process.exit(1);
}
