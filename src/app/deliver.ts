import { createLanes } from './deliver/lanes.js';
import { tidy } from './deliver/tidy.js';
import type { Parts } from './parts.js';
import type { Instant } from './ports.js';
import type { Run } from './pulse.js';

const BATCH = 20;
/** How long a claimed row is ours. A send begins only while the lease covers it; see `createLanes`. */
const LEASE_MS = 60_000;

/** A delivery that nobody stops or wakes. */
const ALONE: Run = { stopping: () => false, woken: () => new Promise(() => undefined) };

/**
 * Delivers what is due at `now`, and what becomes due while it is at work: brings cards up to date and carries timers back
 * through `decide`, until nothing is due. Returns how many rows were handled. A row that fails is tried again later; one
 * conversation that hangs never holds up another. When the run is stopping it finishes what is being sent and gives the rest back.
 */
export async function deliverDue(parts: Parts, now: Instant, run: Run = ALONE): Promise<number> {
  // Time goes on while others hang; a clock that is set back meanwhile does not make a lease longer.
  const moment = () => { const present = parts.clock.now(); return present > now ? present : now; };
  const lanes = createLanes(parts, moment, run);
  try {
    await tidy(parts, moment());
    for (;;) {
      const moved = lanes.moved();
      // Before claiming: what comes to its end meanwhile may leave something behind that is due.
      const idle = lanes.idle();
      const wish = run.stopping() ? undefined : lanes.wish();
      const rows = wish ? await parts.store.claimDue(moment(), BATCH, LEASE_MS, wish) : [];
      lanes.take(rows);
      if (rows.length > 0) continue;
      if (idle) return lanes.handled();
      await (run.stopping() ? moved : Promise.race([moved, run.woken()]));
    }
  } finally {
    // Also when claiming failed: what is on its way is written down first.
    await lanes.end();
  }
}
