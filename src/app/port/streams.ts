import type { Statistic } from '../../summary/statistics.js';
import type { Instant } from '../ports.js';
import type { OutboxInput } from './outbox.js';

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

/** `repeated`: this command was committed before. `conflict`: the stream has moved on; load and decide again. */
export type AppendResult = 'appended' | 'repeated' | 'conflict';

/** Streams of events, and what is read of them. */
export interface StreamStore {
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
}
