import type { Parts } from '../parts.js';
import type { Instant, Outgoing, SendResult } from '../ports.js';
import type { OutboxRow, Settlement } from '../store-port.js';
import { later, waitMs } from './backoff.js';
import { deliverCard } from './card.js';
import { fire } from './timer.js';

export interface Attempt {
  readonly settlement: Settlement;
  /** Milliseconds that nothing is to be sent to this conversation, because the other side said so (429). */
  readonly pauseMs: number | undefined;
}

/** One attempt at one row. Never throws: what goes wrong is tried again later. */
export async function attempt(parts: Parts, row: OutboxRow, moment: () => Instant): Promise<Attempt> {
  let pauseMs: number | undefined;
  const outgoing = observed(parts.outgoing, (result) => {
    if (result.kind === 'retry' && result.limited) pauseMs = Math.max(pauseMs ?? 0, waitMs(parts, row, result.afterMs));
  });
  try {
    const watched: Parts = { ...parts, outgoing };
    const settlement = row.kind === 'timer' ? await fire(watched, row) : await deliverCard(watched, row, moment);
    return { settlement, pauseMs };
  } catch (error) {
    parts.log('error', 'delivery-failed', { row: row.id, attempts: row.attempts, reason: error instanceof Error ? error.name : 'unknown' });
    return { settlement: later(parts, row, moment(), { reason: 'internal error' }), pauseMs };
  }
}

/** The same way out, with somebody who hears what comes back, whoever sends by it. */
function observed({ post, update }: Outgoing, heard: (result: SendResult) => void): Outgoing {
  const tell = (result: SendResult) => { heard(result); return result; };
  return {
    post: async (to, message) => tell(await post(to, message)),
    update: async (to, activityId, message) => tell(await update(to, activityId, message)),
  };
}
