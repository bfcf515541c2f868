import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Clock, Ids } from './app/ports.js';
import type { Composed } from './compose.js';
import { readConfig, type Config } from './config.js';
import { packageRoot, readSource } from './files.js';
import type { DeskHandler } from './http/server.js';
import { roleLabel } from './route/roles.js';
import { StartRefused } from './start-refused.js';

/** How often is looked whether something became due. What a person does wakes the delivery at once. */
const LOOK_EVERY_MS = 1_000;
/** SIGTERM ends the process within this time. */
const END_WITHIN_MS = 8_000;

/** Standard output holds one line, when ready; everything else goes to standard error. */
const log = pino({ level: 'info', base: null }, pino.destination(2));

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
};

async function start(config: Config): Promise<void> {
  const clock = createClock();
  // Loaded here, because the SDKs take seconds: a refused configuration answers at once.
  const { compose } = await import('./compose.js');
  const { createHttpServer } = await import('./http/server.js');
  // In local mode the port may only be known when it listens.
  let address = config.url;
  const house = await compose(config, clock, ids, log, () => address);
  const { version } = JSON.parse(readSource('package.json').text) as { version: string };
  let desk: { handle: DeskHandler; announce(): Promise<void>; close(): Promise<void> } | undefined;
  const server = createHttpServer({
    bot: house.bot,
    local: config.local,
    health: () => ({ status: 'ok', version, route: house.route.hash, region: house.route.region.region, store: 'sqlite', now: clock.now() }),
    print: (token) => house.print(token),
    onError: (error) => { log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'request-failed'); },
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

  const stop = async (): Promise<void> => {
    clearInterval(looking);
    await server.close(END_WITHIN_MS - 3_000);
    await house.pulse.stop();
    await desk?.close();
    await house.store.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      // A delivery that hangs must not keep the process alive: its row is leased and comes back.
      setTimeout(() => process.exit(0), END_WITHIN_MS).unref();
      stop().then(() => process.exit(0), () => process.exit(1));
    });
  }
  process.stdout.write(`Routewijzer is ready on ${url}${config.desk ? ` - open ${url}/desk/ in a browser` : ''}\n`);
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
if (!read.ok) {
  for (const fault of read.faults) process.stderr.write(`configuration: ${fault}\n`);
  process.exit(2);
}
start(read.config).catch((error: unknown) => {
  if (error instanceof StartRefused) for (const fault of error.faults) process.stderr.write(`${fault}\n`);
  else log.fatal({ reason: error instanceof Error ? error.message : String(error) }, 'start-failed');
  process.exit(1);
});
