import type { ConsentStatus, Who } from '../values.js';

export interface LedgerEntry {
  readonly sender: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly who: Who;
  readonly status: ConsentStatus;
  readonly how: string;
  /** The day on which it was said. */
  readonly on: string;
  /** The last day on which it counts, or null. */
  readonly until: string | null;
  readonly by: string;
  /** The number of its event in the case, from 1: what was on a card that somebody saw is older. */
  readonly entry: number;
}

/** Noted danger: who may see it, and nothing that it opens besides Veilig Thuis (N-07). */
export interface Danger {
  readonly id: string;
  readonly reason: string;
  readonly noteId: string;
  readonly parentsNotYet: boolean;
  readonly by: string;
  readonly at: string;
  /** People besides `by` who need to know. */
  readonly knows: readonly string[];
}

export interface Registration {
  readonly register: string;
  readonly result: string;
  /** Parents (from 16 the jongere) were told (TOE-08). */
  readonly informed: boolean;
  readonly by: string;
  readonly at: string;
}
