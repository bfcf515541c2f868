import type { Conversation, Instant, Place } from '../ports.js';

export interface SentCard {
  readonly activityId: string;
  /** Which view of the card stands there (a card may open its own form). */
  readonly view: string;
  /** The stream's version that it shows. */
  readonly version: number;
  /** What stands on top of it (JSON of the presenters), so that the update that follows a click does not wipe it off. */
  readonly banner?: string;
}

/** Which card stands where, and where places are reached. */
export interface CardStore {
  sentCard(stream: string, card: string, place: Place): Promise<SentCard | undefined>;
  /**
   * Remembers what stands there now. With `how`, what stood there as another message becomes an old card: `old:<card>:<activity>`
   * is asked to be brought up to date. What only the answer to a click put there (`byClick`) is asked for as an update too.
   */
  saveSentCard(stream: string, card: string, place: Place, sent: SentCard, how?: { readonly now: Instant; readonly byClick: boolean }): Promise<void>;
  /**
   * Remembers what a delivery put there, if what stood there when it began (undefined: nothing) still does; false when a click
   * or a fresh message came in between: nothing is written then.
   */
  recordSent(stream: string, card: string, place: Place, stood: SentCard | undefined, sent: SentCard): Promise<boolean>;
  /** That card needs no bringing up to date any more. */
  forgetSentCard(stream: string, card: string, place: Place): Promise<void>;
  /** Saves where to reach this place, and makes what waited for it due. */
  saveConversation(place: Place, conversation: Conversation): Promise<void>;
  conversation(place: Place): Promise<Conversation | undefined>;
}
