import { plusTime } from '../../case/time.js';
import type { Parts } from '../parts.js';
import { placeIn } from '../place.js';
import type { Instant, Place } from '../ports.js';
import type { Run } from '../pulse.js';
import type { ClaimWish, OutboxRow } from '../store-port.js';
import { attempt } from './attempt.js';
import { createBell, createGate } from './gate.js';

/** As many conversations are sent to at once. */
const MOST_SENDING = 8;
/** As many timers are judged at once; they send nothing, so that conversations that hang do not hold them up. */
const MOST_TIMERS = 8;
const MOST_TIMERS_HELD = 40;
/** The connector's time limit, and what it takes to draw a card before and to write down the result after. */
const ONE_SEND_MS = 10_000 + 5_000;

/** What must come one after another: the cards of one place, the timers of one stream. */
interface Lane {
  /** Undefined for timers of a stream. */
  readonly place: Place | undefined;
  readonly rows: OutboxRow[];
}

export interface Lanes {
  /** What may be claimed now; undefined when there is enough in hand. */
  wish(): ClaimWish | undefined;
  take(rows: readonly OutboxRow[]): void;
  idle(): boolean;
  /** Resolves when, from this call on, something came to its end. */
  moved(): Promise<void>;
  handled(): number;
  /** Resolves when all lanes have come to their end; what was not begun is given back. */
  end(): Promise<void>;
}

/**
 * Lanes for claimed rows: places beside each other, the rows of one place one after another, so that an older update never
 * comes after a newer one. No send begins when its lease could end before the connector's time limit is over: that row is
 * given back. Nor does one begin while sending is paused, or when the run is stopping.
 */
export function createLanes(parts: Parts, moment: () => Instant, run: Run): Lanes {
  const lanes = new Map<string, Lane>();
  const working = new Set<Promise<void>>();
  const sending = createGate(MOST_SENDING);
  const judging = createGate(MOST_TIMERS);
  const bell = createBell();
  let handled = 0;
  let ending = false;
  let pausedUntil: Instant = '';

  async function work(key: string, lane: Lane): Promise<void> {
    const gate = lane.place ? sending : judging;
    await gate.enter();
    try {
      for (let row = lane.rows.shift(); row; row = lane.rows.shift()) await one(row, lane);
    } finally {
      gate.leave();
      lanes.delete(key);
      bell.ring();
    }
  }

  async function one(row: OutboxRow, lane: Lane): Promise<void> {
    try {
      const held = moment() < pausedUntil && row.kind === 'card';
      if (ending || run.stopping() || held || plusTime(moment(), ONE_SEND_MS) > row.leaseUntil) {
        await parts.store.release([row]);
        return;
      }
      const { settlement, pauseMs } = await attempt(parts, row, moment);
      if (pauseMs !== undefined && lane.place) await pause(lane.place, plusTime(moment(), pauseMs));
      await parts.store.settle(row, settlement);
      handled += 1;
      if (pauseMs !== undefined) await parts.store.release(lane.rows.splice(0));
    } catch (error) {
      // Its lease ends by itself, and it is tried again.
      parts.log('error', 'not-settled', { row: row.id, reason: error instanceof Error ? error.name : 'unknown' });
    }
  }

  /** When several conversations must wait at once, it is the bot that is too fast: all wait. */
  async function pause(place: Place, until: Instant): Promise<void> {
    await parts.store.pause(place, until);
    if ((await parts.store.pauses(moment())) < PAUSES_THAT_STOP_ALL) return;
    await parts.store.pause('everywhere', until);
    if (until > pausedUntil) pausedUntil = until;
    parts.log('warn', 'sending-paused', { until });
  }

  return {
    wish() {
      const places = [...lanes.values()].flatMap(({ place }) => place ?? []);
      if (!sending.full()) return { notFor: places };
      const timers = [...lanes.values()].reduce((sum, lane) => sum + (lane.place ? 0 : lane.rows.length + 1), 0);
      return timers < MOST_TIMERS_HELD ? { timersOnly: true } : undefined;
    },
    take(rows) {
      for (const row of rows) {
        // A timer whose key is a place sends to it.
        const place = row.kind === 'card' ? row.place : placeIn(row.key);
        const key = place ? JSON.stringify(place) : `stream ${row.stream}`;
        const there = lanes.get(key);
        if (there) {
          there.rows.push(row);
          continue;
        }
        const lane: Lane = { place, rows: [row] };
        lanes.set(key, lane);
        const promise: Promise<void> = work(key, lane).finally(() => working.delete(promise));
        working.add(promise);
      }
    },
    idle: () => lanes.size === 0,
    moved: () => bell.next(),
    handled: () => handled,
    async end() {
      ending = true;
      await Promise.all(working);
    },
  };
}

const PAUSES_THAT_STOP_ALL = 3;
