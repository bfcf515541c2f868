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

export interface NewEvent {
  readonly type: string;
  /** JSON; no free text (that goes into `texts`). */
  readonly data: unknown;
}
export interface StoredEvent extends NewEvent {
  readonly stream: string;
  /** 1 for the first event of the stream. */
  readonly version: number;
  readonly at: Instant;
  /** personId, or null for the passing of time. */
  readonly actor: string | null;
}

/** The read-model row of a stream, written in the same transaction as its events. */
export interface StreamRow {
  readonly kind: 'visit' | 'case';
  readonly owner: string;
  readonly region: string;
  readonly status: 'open' | 'closed';
  readonly code: string | null;
  readonly step: string | null;
  readonly ageBand: string | null;
  readonly stalled: boolean;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  /** personIds who take part, the owner included. */
  readonly people: readonly string[];
}
export interface StoredRow extends StreamRow {
  readonly stream: string;
  readonly version: number;
}

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
};

export type Settlement =
  | { readonly kind: 'done' }
  | { readonly kind: 'retry'; readonly at: Instant; readonly reason: string }
  /** No conversation with this person or channel yet: waits until one is saved. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'dead'; readonly reason: string };

export interface Append {
  readonly stream: string;
  /** 0 for a new stream. */
  readonly expectedVersion: number;
  /** Unique over all streams: the same command again changes nothing. */
  readonly commandId: string;
  readonly at: Instant;
  readonly actor: string | null;
  readonly events: readonly NewEvent[];
  readonly row: StreamRow;
  readonly texts: readonly { readonly id: string; readonly body: string }[];
  readonly outbox: readonly OutboxInput[];
}

/** `repeated`: this command was committed before. `conflict`: the stream has moved on; load and decide again. */
export type AppendResult = 'appended' | 'repeated' | 'conflict';

export interface SentCard {
  readonly activityId: string;
  /** Which view of the card stands there (a card may open its own form). */
  readonly view: string;
  /** The stream's version that it shows. */
  readonly version: number;
  /** What stands on top of it (JSON of the presenters), so that the update that follows a click does not wipe it off. */
  readonly banner?: string;
}

export interface Store {
  load(stream: string): Promise<readonly StoredEvent[]>;
  append(input: Append): Promise<AppendResult>;
  /** Was a command with this id committed before? */
  wasDone(commandId: string): Promise<boolean>;
  /** The stored text, or undefined when it was deleted. */
  text(id: string): Promise<string | undefined>;
  row(stream: string): Promise<StoredRow | undefined>;
  /** Open streams of a kind in which this person takes part, last changed first. */
  rowsOf(personId: string, kind: 'visit' | 'case'): Promise<readonly StoredRow[]>;
  /** All open cases of a region. */
  openCases(region: string): Promise<readonly StoredRow[]>;
  caseByCode(code: string): Promise<StoredRow | undefined>;
  /** Removes a stream with everything that hangs on it. */
  forget(stream: string): Promise<void>;

  /** Leases up to `limit` rows that are due at `now` until `now + leaseMs`; an expired lease is due again. */
  claimDue(now: Instant, limit: number, leaseMs: number): Promise<readonly OutboxRow[]>;
  settle(row: Pick<OutboxRow, 'id' | 'wanted'>, result: Settlement): Promise<void>;
  /** Cards that could not be delivered, for the owner's card. */
  undelivered(stream: string): Promise<readonly { readonly place: Place; readonly card: string; readonly state: 'waiting' | 'dead' }[]>;
  outboxCounts(): Promise<{ readonly pending: number; readonly waiting: number; readonly dead: number }>;

  sentCard(stream: string, card: string, place: Place): Promise<SentCard | undefined>;
  saveSentCard(stream: string, card: string, place: Place, sent: SentCard): Promise<void>;
  /** Saves where to reach this place, and makes what waited for it due. */
  saveConversation(place: Place, conversation: Conversation): Promise<void>;
  conversation(place: Place): Promise<Conversation | undefined>;

  /** Replaces the register: updates, adds, and marks who is no longer in it as not registered. Keeps ids. */
  importPeople(people: readonly PersonInput[]): Promise<{ readonly added: number; readonly updated: number; readonly deactivated: number }>;
  /** The person with this `aadObjectId`; a stranger is added as not registered, with role `onbekend`. */
  meet(aadObjectId: string, name: string, tenantId: string | undefined): Promise<Person>;
  person(id: string): Promise<Person | undefined>;
  peopleOfRegion(region: string): Promise<readonly Person[]>;

  /** Keeps a compiled route under its hash, so that an edited file never moves a live case. */
  saveRoute(hash: string, source: string): Promise<void>;
  savedRoute(hash: string): Promise<string | undefined>;

  close(): Promise<void>;
}

export type SendResult =
  | { readonly kind: 'sent'; readonly activityId: string }
  /** 429, 5xx, time-out: try again, after `afterMs` when the other side said so. */
  | { readonly kind: 'retry'; readonly afterMs: number | undefined; readonly reason: string }
  /** 403, 404: the bot was removed or blocked. */
  | { readonly kind: 'permanent'; readonly reason: string };

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
