import type { Instant, Place } from '../ports.js';

/**
 * "Bring this card up to date", without payload, so that pending rows coalesce
 * (unique by stream, card and place); or a timer that carries a command back through `decide`.
 */
export type OutboxInput =
  | {
      readonly kind: 'card';
      readonly card: string;
      readonly place: Place;
      /** `update` changes a card that stands there and never posts a new one. */
      readonly mode: 'post' | 'update';
      /** What stands there is history: a new message, which people notice, takes its place. */
      readonly fresh?: boolean;
      readonly dueAt: Instant;
    }
  | {
      readonly kind: 'timer';
      readonly timer: string;
      /** With stream and timer the row's identity: writing it again moves `dueAt`. */
      readonly key: string;
      readonly dueAt: Instant;
    };

export type OutboxRow = OutboxInput & {
  readonly id: number;
  readonly stream: string;
  readonly attempts: number;
  /** Raised each time the same card is asked for again; `settle` with an older one leaves the row pending. */
  readonly wanted: number;
  /** True when an earlier holder's lease ended without a word: it died, or took too long, and may have sent the card. */
  readonly abandoned: boolean;
  /** Until then nobody else is handed this row; it also tells this holder from the next. */
  readonly leaseUntil: Instant;
};

export type Settlement =
  | { readonly kind: 'done' }
  /** `uncounted`: the other side only asked to wait, so this was no attempt. */
  | { readonly kind: 'retry'; readonly at: Instant; readonly reason: string; readonly uncounted?: boolean }
  /** No conversation with this person or channel yet: waits until one is saved. */
  | { readonly kind: 'waiting' }
  /** Given up at this moment: a person decides. The owner's card of the case is asked to be brought up to date. */
  | { readonly kind: 'dead'; readonly reason: string; readonly at: Instant };

/** Which of what is due may be handed out. */
export interface ClaimWish {
  /** Places that the asker is sending to already: the cards there come one after another. */
  readonly notFor?: readonly Place[];
  readonly timersOnly?: boolean;
}

/** A card of a stream that did not arrive; `told`: the owner lets them know without Routewijzer. */
export interface Undelivered {
  readonly place: Place;
  readonly card: string;
  readonly state: 'waiting' | 'dead' | 'told';
}

/** A card that could not be delivered, or a timer that could not be carried out, for who looks after Routewijzer. */
export interface DeadLetter {
  readonly id: number;
  readonly stream: string;
  /** The code of the case, when it is one. */
  readonly code: string | null;
  readonly kind: 'card' | 'timer';
  /** The card's or the timer's kind. */
  readonly name: string;
  /** The card's place or the timer's key, as text. */
  readonly target: string;
  readonly attempts: number;
  readonly reason: string;
  /** When it was given up. */
  readonly dueAt: Instant;
}

/** What operators want to know of what must still happen. */
export interface OutboxHealth {
  readonly pending: number;
  /** Of those, how many are due. */
  readonly due: number;
  /** When the earliest of those became due; null when nothing is due. */
  readonly oldestDue: Instant | null;
  readonly waiting: number;
  readonly dead: number;
  /** Posts that may have arrived twice, counted since the first start: a death or a time-out fell between sending and writing it down. */
  readonly possibleRepeats: number;
}

/** What must still happen: cards to bring up to date, and timers. */
export interface OutboxStore {
  /**
   * Leases up to `limit` rows that are due at `now` until `now + leaseMs`; an expired lease is due again, and so is one so far
   * ahead that the clock must have been set back since.
   */
  claimDue(now: Instant, limit: number, leaseMs: number, wish?: ClaimWish): Promise<readonly OutboxRow[]>;
  settle(row: Pick<OutboxRow, 'id' | 'wanted'>, result: Settlement): Promise<void>;
  /** Cards that could not be delivered, for the owner's card. */
  undelivered(stream: string): Promise<readonly Undelivered[]>;
  outboxCounts(): Promise<{ readonly pending: number; readonly waiting: number; readonly dead: number }>;

  /** Nothing is claimed for this place (or for any, `'everywhere'`) before this moment; an earlier pause is only made longer. Timers go on. */
  pause(place: Place | 'everywhere', until: Instant): Promise<void>;
  /** How many places are paused at this moment, everywhere not counted. */
  pauses(now: Instant): Promise<number>;
  /** Removes the pauses that ended before this moment. */
  forgetPauses(before: Instant): Promise<void>;
  /** Gives back leased rows that nobody began to deliver, so that another process can take them at once. A lease that went to another stands. */
  release(rows: readonly Pick<OutboxRow, 'id' | 'leaseUntil'>[]): Promise<void>;
  /** What was given up, oldest first; of this stream only when one is named. */
  deadLetters(stream?: string): Promise<readonly DeadLetter[]>;
  /** Makes a dead letter due at this moment, with its attempts counted anew. False when there is no such dead letter. */
  retryDead(id: number, dueAt: Instant): Promise<boolean>;
  /** Removes a dead letter for good. False when there is no such dead letter. */
  dropDead(id: number): Promise<boolean>;
  /** What was given up for this place in this stream is told by the owner, without Routewijzer. Returns how many cards that were. */
  tellOutside(stream: string, place: Place): Promise<number>;
  outboxHealth(now: Instant): Promise<OutboxHealth>;
  /** Counts a post that may have arrived twice. */
  countPossibleRepeat(): Promise<void>;
}
