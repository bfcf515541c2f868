import { dayOf } from '../../case/time.js';
import type { Opened, Parts } from '../parts.js';
import type { Opening } from '../store-port.js';

/** Somebody looked at a case in which they have no open place, and got nothing of it. */
export const REFUSED = 'refused';

/**
 * Runs one turn with somebody who listens to what is shown of which case, and writes it down before the answer goes out.
 * Never makes a turn fail: an answer about a child that waits goes before the list of who looked.
 */
export async function withOpenings<T>(parts: Parts, turn: (listening: Parts) => Promise<T>): Promise<T> {
  const openings: Opening[] = [];
  const now = parts.clock.now();
  const opened: Opened = (stream, { id }, what) => {
    const known = openings.some((one) => one.stream === stream && one.personId === id && one.what === what);
    if (!known) openings.push({ stream, personId: id, what, day: dayOf(now), at: now });
  };
  try {
    return await turn({ ...parts, opened });
  } finally {
    await keep(parts, openings);
  }
}

/**
 * Teams asks for a card by itself while somebody has it on the screen. What it shows is looked at; what it does not show
 * was asked for by nobody.
 */
export function byItself(parts: Parts): Parts {
  return { ...parts, opened: (stream, viewer, what) => { if (what !== REFUSED) parts.opened?.(stream, viewer, what); } };
}

async function keep(parts: Parts, openings: readonly Opening[]): Promise<void> {
  if (openings.length === 0) return;
  try {
    await parts.store.saveOpenings(openings);
  } catch (error) {
    parts.log('error', 'access-not-kept', { error: error instanceof Error ? error.name : 'unknown' });
  }
}
