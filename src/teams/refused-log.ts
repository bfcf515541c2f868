import type { Clock } from '../app/ports.js';

/** Of one reason at most one line in so long, so that whoever knocks all day fills no disk. */
const ONCE_IN_MS = 60_000;

/**
 * Wraps `write` so that each reason is written once a minute at most, with how often it was seen since the last line.
 * The line that is left out is not lost: its count comes with the next.
 */
export function refusedLog(clock: Clock, write: (facts: { readonly reason: string; readonly times: number; readonly cause?: string }) => void): (reason: string, cause?: string) => void {
  const seen = new Map<string, { at: number; since: number }>();
  return (reason, cause) => {
    const now = Date.parse(clock.now());
    const known = seen.get(reason);
    if (known && now >= known.at && now - known.at < ONCE_IN_MS) {
      known.since += 1;
      return;
    }
    seen.set(reason, { at: now, since: 0 });
    write({ reason, times: (known?.since ?? 0) + 1, ...(cause === undefined ? {} : { cause }) });
  };
}
