import type { Statistic } from '../summary/statistics.js';
import type { Conversation, Instant, Person, PersonInput, Place, RegisterChanges } from './ports.js';

/** What the use cases need of the store. `store/` implements it; everything in it is ids, values and instants. */

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
  /** personIds who take part (the owner included), are invited, are asked to take over, or claimed it. */
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
  /** Texts of this stream that go, for example of an entry that was struck out. */
  readonly forgetTexts?: readonly string[];
  readonly outbox: readonly OutboxInput[];
}

/** What is still written when a stream is forgotten, in the same transaction; nothing when it was forgotten before. */
export interface Remains {
  /** A line to count. */
  readonly statistic?: Statistic;
  /**
   * Messages that show the stream are brought to "verwijderd", and these people get a message. `as`: the name under which
   * that stands until it is done, `<code>` and all; unique, and told by nothing else.
   */
  readonly gone?: { readonly as: string; readonly dueAt: Instant; readonly tell: readonly string[] };
}

/** Where somebody left a trace. */
export interface Traces {
  /** Streams of the own visits. */
  readonly visits: readonly string[];
  readonly cases: readonly StoredRow[];
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

/** A page to print, which whoever has its link may open until it expires. The link itself is kept nowhere, only its hash. */
export interface PrintLink {
  readonly hash: string;
  readonly stream: string;
  /** Which document of the case. */
  readonly document: string;
  /** Whose page it is: what this person may see when it is opened. */
  readonly personId: string;
  readonly expiresAt: Instant;
}

/** What the keepers of the content should hear: never who said it, and of the moment only the day. */
export interface Remark {
  /** YYYY-MM-DD in the Netherlands. */
  readonly day: string;
  /** A question without an answer, an answer that was judged, or feedback. */
  readonly kind: 'unanswered' | 'wrong' | 'right' | 'feedback';
  /** Which article was judged; '' for none. */
  readonly article: string;
  /** The question or the feedback, without what identifies somebody. */
  readonly text: string;
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
  /** Cases in which this person had a part that were closed at or after this instant, the last one first. */
  closedOf(personId: string, since: Instant): Promise<readonly StoredRow[]>;
  /** All open cases of a region. */
  openCases(region: string): Promise<readonly StoredRow[]>;
  caseByCode(code: string): Promise<StoredRow | undefined>;
  /** Removes a stream with everything that hangs on it. */
  forget(stream: string, remains?: Remains): Promise<void>;
  /** What remained of the forgotten cases of a region. */
  statistics(region: string): Promise<readonly Statistic[]>;

  /** Leases up to `limit` rows that are due at `now` until `now + leaseMs`; an expired lease is due again. */
  claimDue(now: Instant, limit: number, leaseMs: number): Promise<readonly OutboxRow[]>;
  settle(row: Pick<OutboxRow, 'id' | 'wanted'>, result: Settlement): Promise<void>;
  /** Cards that could not be delivered, for the owner's card. */
  undelivered(stream: string): Promise<readonly { readonly place: Place; readonly card: string; readonly state: 'waiting' | 'dead' }[]>;
  outboxCounts(): Promise<{ readonly pending: number; readonly waiting: number; readonly dead: number }>;

  sentCard(stream: string, card: string, place: Place): Promise<SentCard | undefined>;
  /**
   * Remembers what stands there now. With `how`, what stood there as another message becomes an old card: `old:<card>:<activity>`
   * is asked to be brought up to date. What only the answer to a click put there (`byClick`) is asked for as an update too.
   */
  saveSentCard(stream: string, card: string, place: Place, sent: SentCard, how?: { readonly now: Instant; readonly byClick: boolean }): Promise<void>;
  /** That card needs no bringing up to date any more. */
  forgetSentCard(stream: string, card: string, place: Place): Promise<void>;
  /** Saves where to reach this place, and makes what waited for it due. */
  saveConversation(place: Place, conversation: Conversation): Promise<void>;
  conversation(place: Place): Promise<Conversation | undefined>;

  /** What `importPeople` would change. */
  compareRegister(people: readonly PersonInput[]): Promise<RegisterChanges>;
  /** Replaces the register: updates, adds, and marks who is no longer in it as not registered. Keeps ids. */
  importPeople(people: readonly PersonInput[]): Promise<{ readonly added: number; readonly updated: number; readonly deactivated: number }>;
  /** The person with this `aadObjectId`; a stranger is added as not registered, with role `onbekend`. */
  meet(aadObjectId: string, name: string, tenantId: string | undefined): Promise<Person>;
  person(id: string): Promise<Person | undefined>;
  peopleOfRegion(region: string): Promise<readonly Person[]>;
  /** The visits of this person, and every case in which they take part or did something, closed ones too. */
  traces(personId: string): Promise<Traces>;
  /** Forgets where this person is reached and which cards stand there. The next message makes the link anew. */
  forgetConversation(personId: string): Promise<void>;
  /** Forgets who this is: the person, the link to the chat, and what waited to be delivered there. */
  forgetPerson(personId: string): Promise<void>;

  /** Keeps a link to a page of a stream that exists. */
  saveLink(link: PrintLink): Promise<void>;
  link(hash: string): Promise<PrintLink | undefined>;
  /** Removes the links that expired before this moment. */
  forgetLinks(before: Instant): Promise<void>;

  /** Keeps a remark, the same one once a day, and sets the timer `forget-remarks` (stream `remarks`, key: its day) at `goesAt`. */
  saveRemark(remark: Remark, goesAt: Instant): Promise<void>;
  /** All remarks, the newest first. */
  remarks(): Promise<readonly Remark[]>;
  /** Removes the remarks of the days before this one (YYYY-MM-DD). */
  forgetRemarks(before: string): Promise<void>;

  /** Keeps a compiled route under its hash, so that an edited file never moves a live case. */
  saveRoute(hash: string, source: string): Promise<void>;
  savedRoute(hash: string): Promise<string | undefined>;

  close(): Promise<void>;
}
