import { startBot, type BotProcess } from './bot-process.js';
import { startConnector, type Connector } from './connector.js';
import { pause } from './frame.js';

/** A Monday morning far ahead: a process that starts is at the machine's own time first, and nothing of the story may be due there. */
export const MONDAY = Date.parse('2035-01-08T09:00:00.000Z');
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Shorter than any lease: no process can take over what another is sending. */
const SAFE_JUMP_MS = 25_000;

/** The moments at which somebody may be killed. */
export type Moment =
  /** A request of a person is under way. */
  | 'sent'
  /** The answer to a request was just read. */
  | 'answered'
  /** The connector took in what the bot posted, and did not answer yet. */
  | 'taken-in'
  /** The connector has answered, and the bot has not written that down yet. */
  | 'told';

/** Where one process of the bot runs: its folder and environment stay, the process dies and comes back. */
export interface Seat {
  readonly data: string;
  readonly env: Readonly<Record<string, string>>;
  bot: BotProcess | undefined;
}

export interface World {
  readonly connector: Connector;
  readonly seats: readonly Seat[];
  /** The clock of the story, in milliseconds since 1970; never goes back. */
  now(): number;
  /** Moves the clock; every process that lives follows. Resolves when what became due was delivered, as far as they lived. */
  hop(ms: number): Promise<void>;
  /** The address of a process that runs; waits for one. */
  address(): Promise<string>;
  /** SIGKILL, at once; false when it was dead already. */
  kill(seat: Seat): boolean;
  /** How long the last start took that was not broken off. */
  startMs(): number;
  /** Starts it again, at the time of the story. `dieAfterMs`: it is killed after so long, unless it is ready by then. True when it lives. */
  revive(seat: Seat, dieAfterMs?: number): Promise<boolean>;
  /** Something happened under the bot's feet now: explains what is done twice shortly after what stood open. */
  disturbed(what: string): void;
  /** What happened between two moments of `performance.now()`. */
  disturbances(from: number, to: number): readonly string[];
  /** When the last of it happened, on the same clock. */
  lastDisturbed(): number;
  /** People click and type; otherwise only time goes on. */
  peopleAtWork: boolean;
  /** How many answers arrived, so that the one who kills lets people get a little way. */
  answered: number;
  /** How long people look at a card before they do the next thing. */
  think: () => Promise<void>;
  /** Told of every activity that is sent: Teams may deliver it once more, and late. */
  delivered: (url: string, activity: Readonly<Record<string, unknown>>) => void;
  /** Called at every moment; the one who kills sets it. */
  strike: (moment: Moment) => void;
  close(): Promise<readonly string[]>;
}

/** Starts all processes, at the same time of the story. */
export async function openWorld(folders: readonly Pick<Seat, 'data' | 'env'>[]): Promise<World> {
  let clock = { at: MONDAY, since: performance.now() };
  const now = (): number => clock.at + Math.ceil(performance.now() - clock.since);
  const connector = await startConnector(now);
  const seats: Seat[] = folders.map(({ data, env }) => ({ data, env, bot: undefined }));
  const happened: { at: number; what: string }[] = [];
  let turn = 0;
  let closed = false;
  let startMs = 2_000;

  async function revive(seat: Seat, dieAfterMs?: number): Promise<boolean> {
    const began = performance.now();
    let dying: NodeJS.Timeout | undefined;
    let died = false;
    const end = (pid: number): void => {
      died = true;
      killQuietly(pid);
    };
    const bot = await startBot(seat.data, {
      env: seat.env,
      ...(dieAfterMs === undefined ? {} : { started: (pid) => { dying = setTimeout(end, dieAfterMs, pid); } }),
    }).catch((error: unknown) => {
      if (died) return undefined;
      throw error;
    }).finally(() => { clearTimeout(dying); });
    // It may have been killed in the moment between being ready and saying so.
    if (died) await bot?.kill();
    if (died || bot === undefined) return false;
    startMs = performance.now() - began;
    await bot.clock(new Date(now()).toISOString()).catch(() => undefined);
    seat.bot = bot;
    // What could not be done while it was away may still be on its way now.
    world.disturbed('a process was started');
    return true;
  }

  const setAll = async (): Promise<void> => {
    const to = new Date(now()).toISOString();
    await Promise.all(seats.map(({ bot }) => bot?.clock(to).catch(() => undefined)));
  };
  /** One after another: a second jump while something is being sent would end its lease before its time. */
  let hopping: Promise<void> = Promise.resolve();
  async function hop(ms: number): Promise<void> {
    if (ms > SAFE_JUMP_MS) {
      // What is being sent now is written down first; what people set going just then may still be overtaken.
      await setAll();
      if (world.peopleAtWork) world.disturbed('the clock jumped on while it was sent');
    }
    clock = { at: now() + ms, since: performance.now() };
    await setAll();
  }

  const world: World = {
    connector, seats, now, revive, startMs: () => startMs,
    hop: (ms) => {
      const mine = hopping.then(() => hop(ms));
      hopping = mine;
      return mine;
    },
    address: async () => {
      for (;;) {
        if (closed) throw new Error('the story is over');
        const alive = seats.filter(({ bot }) => bot?.alive() === true);
        turn += 1;
        const url = alive[turn % Math.max(alive.length, 1)]?.bot?.url;
        if (url !== undefined) return url;
        await pause(20);
      }
    },
    kill: (seat) => {
      if (seat.bot?.alive() !== true) return false;
      world.disturbed('a process was killed');
      void seat.bot.kill();
      seat.bot = undefined;
      return true;
    },
    disturbed: (what) => { happened.push({ at: performance.now(), what }); },
    disturbances: (from, to) => happened.filter(({ at }) => at >= from && at <= to).map(({ what }) => what),
    lastDisturbed: () => happened.at(-1)?.at ?? 0,
    peopleAtWork: true,
    answered: 0,
    think: () => Promise.resolve(),
    delivered: () => undefined,
    strike: () => undefined,
    close: async () => {
      closed = true;
      const ends = await Promise.all(seats.map(async ({ bot }) => (bot?.alive() === true ? bot.stop() : 0)));
      await connector.close();
      return ends.filter((end) => end !== 0).map((end) => `a process did not end by itself on SIGTERM, but with ${String(end)}`);
    },
  };
  connector.heard = () => { world.strike('taken-in'); };
  connector.told = () => { world.strike('told'); };
  await Promise.all(seats.map((seat) => revive(seat)));
  return world;
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was gone already.
  }
}
