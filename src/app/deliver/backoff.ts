import { plusTime } from '../../case/time.js';
import type { Parts } from '../parts.js';
import type { Instant, SendResult } from '../ports.js';
import type { OutboxRow, Settlement } from '../store-port.js';

/** A card that fails so often, in one to two hours, is given up and shown to its owner. A timer is never given up. */
const MOST_ATTEMPTS = 20;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 600_000;

type Retry = Pick<Extract<SendResult, { kind: 'retry' }>, 'reason'> & Partial<Extract<SendResult, { kind: 'retry' }>>;

/**
 * Milliseconds until the next attempt: twice as long each time, from 2 seconds to 10 minutes, less up to a half so that what
 * failed together does not come back together.
 * @param attempts how many there were, 1 for the first
 * @param random 0 up to 1
 */
export function backoffMs(attempts: number, random: number): number {
  const longest = Math.min(FIRST_WAIT_MS * 2 ** (Math.max(attempts, 1) - 1), LONGEST_WAIT_MS);
  return Math.round(longest * (1 - random / 2));
}

/** Milliseconds to wait after a 429 or another failure: what the other side asks for, and a little more or less than others. */
export function waitMs(parts: Pick<Parts, 'ids'>, row: OutboxRow, afterMs: number | undefined): number {
  const random = parts.ids.random();
  if (afterMs === undefined) return backoffMs(row.attempts, random);
  // Never at once: a Retry-After of 0 would keep this very delivery going round.
  return Math.round(Math.max(afterMs, FIRST_WAIT_MS) + random * FIRST_WAIT_MS);
}

/** To be tried again later; a card after its last attempt is given up. */
export function later(parts: Pick<Parts, 'ids' | 'log'>, row: OutboxRow, now: Instant, { afterMs, limited, reason }: Retry): Settlement {
  // Teams said when it may come: nothing is wrong with the card.
  const uncounted = limited === true && afterMs !== undefined;
  if (row.kind === 'card' && row.attempts >= MOST_ATTEMPTS && !uncounted) {
    parts.log('warn', 'not-delivered', { row: row.id, card: row.card, reason });
    return { kind: 'dead', reason, at: now };
  }
  return { kind: 'retry', at: plusTime(now, waitMs(parts, row, afterMs)), reason, ...(uncounted ? { uncounted } : {}) };
}
