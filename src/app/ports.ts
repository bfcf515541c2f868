/**
 * What the use cases need from outside. `store/` and `teams/` implement these and never see each other.
 * All instants are ISO 8601 strings in UTC with milliseconds ("2026-11-22T08:00:00.000Z"): they sort as text.
 */

export type Instant = string;

export interface Clock {
  now(): Instant;
}

/** Randomness, handed in from `main`. */
export interface Ids {
  /** An id for a stream, a text or an invitation: at least 120 random bits, URL-safe. */
  next(): string;
  /** A short case code that people can say aloud, for example "7K3F2". No 0/O/1/I. */
  code(): string;
  /** A number from 0 up to 1, so that what failed together does not come back together. */
  random(): number;
}

/** A line of the register of people. */
export interface PersonInput {
  readonly aadObjectId: string;
  readonly name: string;
  readonly email: string;
  /** A role id of the route. */
  readonly role: string;
  readonly organisation: string;
  readonly organisationType: OrganisationType;
  readonly region: string;
}

/** A person as we know them. `id` is ours; events name it. */
export interface Person extends PersonInput {
  readonly id: string;
  /** False when somebody who is not in the register wrote to the bot, or was taken out of it. */
  readonly registered: boolean;
}
export type OrganisationType = 'school' | 'gemeente' | 'ggd' | 'swv' | 'onbekend';

/** What an import of the register does; `columns` are those of people.csv, and `registered` for who comes back. */
export interface RegisterChanges {
  readonly added: readonly PersonInput[];
  readonly changed: readonly { readonly before: Person; readonly after: PersonInput; readonly columns: readonly string[] }[];
  readonly deactivated: readonly Person[];
}

/** Where a card is shown: one person's personal chat, or the stagnatiepunt channel of a region. */
export type Place =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'stagnatiepunt'; readonly region: string };

/** What is needed to send to a conversation again; opaque to the app, written by `teams/`. */
export interface Conversation {
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly tenantId: string | undefined;
  readonly botId: string;
  readonly userId: string | undefined;
}

export type SendResult =
  | { readonly kind: 'sent'; readonly activityId: string }
  /**
   * 429, 5xx, time-out: try again, after `afterMs` when the other side said so. `limited`: it was 429, so nothing is wrong with
   * the card. `uncertain`: the request went out and no word came back, so it may have arrived.
   */
  | { readonly kind: 'retry'; readonly afterMs: number | undefined; readonly reason: string; readonly limited?: true; readonly uncertain?: true }
  /**
   * 403, 404: the bot was removed or blocked. `messageGone`: the message that was to be changed is not there any more.
   * `ourFault`: what we sent can not be taken by anybody (too large, malformed).
   */
  | { readonly kind: 'permanent'; readonly reason: string; readonly messageGone?: true; readonly ourFault?: true };

/** A card as it leaves the house: Adaptive Card JSON, and the line for the notification ("summary"). */
export interface Rendered {
  readonly card: Record<string, unknown>;
  readonly summary: string;
}

/** Sending into Teams outside a turn. */
export interface Outgoing {
  post(to: Conversation, message: Rendered): Promise<SendResult>;
  update(to: Conversation, activityId: string, message: Rendered): Promise<SendResult>;
}
