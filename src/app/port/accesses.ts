import type { Instant } from '../ports.js';

/** Somebody opened something of a case, on a day. */
export interface Access {
  readonly personId: string;
  /** YYYY-MM-DD in the Netherlands. */
  readonly day: string;
  /** What was opened: the card and its view, or a page. An id, no text. */
  readonly what: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly times: number;
}

/** One opening, as it happens. */
export interface Opening {
  readonly stream: string;
  readonly personId: string;
  readonly day: string;
  readonly what: string;
  readonly at: Instant;
}

/** Who opened which case (NEN 7513 in spirit). */
export interface AccessStore {
  /** Counts them in one go, one line for each stream, person, day and thing. A stream that is not there (any more) is left alone. */
  saveOpenings(openings: readonly Opening[]): Promise<void>;
  /** Who opened this case, the latest first. */
  accesses(stream: string): Promise<readonly Access[]>;
}
