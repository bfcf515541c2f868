import { leaversBefore } from '../../case/record/keeping.js';
import { dayOf, plusTime } from '../../case/time.js';
import type { Instant } from '../ports.js';
import type { Parts } from '../parts.js';
import type { Store } from '../store-port.js';

const EVERY_MS = 3_600_000;
/** An expired link to a page is kept this long, so that who opens it late reads that it has expired. */
const LINKS_KEPT_MS = 24 * 3_600_000;
const last = new WeakMap<Store, Instant>();

/**
 * Once in an hour: forgets which messages were answered and where sending was paused when that is over, links to pages that
 * expired, and people who left. Nothing waits for it: what fails is told to the operators, and tried in the next hour.
 */
export async function tidy({ store, log }: Pick<Parts, 'store' | 'log'>, now: Instant): Promise<void> {
  const before = last.get(store);
  if (before !== undefined && before <= now && now < plusTime(before, EVERY_MS)) return;
  last.set(store, now);
  const day = dayOf(now);
  const pieces = [
    () => store.forgetTurns(now), () => store.forgetPauses(now), () => store.forgetLinks(plusTime(now, -LINKS_KEPT_MS)), () => store.forgetLeavers(day, leaversBefore(day)),
  ];
  for (const piece of pieces) {
    try {
      await piece();
    } catch (error) {
      log('error', 'tidying-failed', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }
}
