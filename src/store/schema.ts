import type { ColumnType, Generated } from 'kysely';

/**
 * The tables, as Kysely sees them. Instants are text (ISO 8601, UTC, milliseconds) and sort as text;
 * booleans are 0 or 1 and JSON is text, so that the same queries run on SQLite and on PostgreSQL.
 */
export interface Tables {
  /** The read-model row of a stream; `version` is that of its last event. */
  streams: {
    stream: string;
    version: number;
    kind: 'visit' | 'case';
    owner: string;
    region: string;
    status: 'open' | 'closed';
    code: string | null;
    step: string | null;
    age_band: string | null;
    stalled: number;
    opened_at: string;
    updated_at: string;
    /** JSON list of personIds, in the order given; `stream_people` is its index. */
    people: string;
  };
  stream_people: { person: string; stream: string };
  events: { stream: string; version: number; type: string; data: string; at: string; actor: string | null };
  /** Ids of the commands that were committed, over all streams. */
  commands: { id: string; stream: string; at: string };
  /** `sealed`: 1, or 0 for one of a version that did not seal; those are sealed when the store is opened. */
  texts: { id: string; stream: string; body: string; sealed: number };
  outbox: {
    id: Generated<number>;
    kind: 'card' | 'timer';
    stream: string;
    /** The card's or the timer's kind. */
    name: string;
    /** The card's place or the timer's key; with kind, stream and name the row's identity. */
    target: string;
    /** Null for a timer. */
    mode: 'post' | 'update' | null;
    /** `told`: it was given up, and the owner lets them know without Routewijzer. */
    state: 'pending' | 'waiting' | 'dead' | 'told';
    due_at: string;
    /** Set while somebody is delivering it. */
    lease_until: string | null;
    attempts: number;
    wanted: number;
    /** Why the last attempt failed, for operators. */
    reason: string | null;
  };
  sent_cards: { stream: string; card: string; place: string; activity_id: string; view: string; version: number; banner: string | null };
  conversations: {
    place: string;
    service_url: string;
    conversation_id: string;
    channel_id: string;
    tenant_id: string | null;
    bot_id: string;
    user_id: string | null;
  };
  people: {
    id: string;
    /** `aadObjectId` in lower case: people are found by this. */
    aad_key: ColumnType<string, string, never>;
    aad_object_id: string;
    tenant_id: string | null;
    name: string;
    email: string;
    role: string;
    organisation: string;
    organisation_type: 'school' | 'gemeente' | 'ggd' | 'swv' | 'onbekend';
    region: string;
    registered: number;
  };
  routes: { hash: string; source: string };
  /** What remains of cases that were forgotten: nothing here leads back to one. */
  statistics: { region: string; opened: string; ended: string; step: string; age_band: string; stalled: number; ending: string; weeks_open: number };
  print_links: { hash: string; stream: string; document: string; person: string; expires_at: string };
  /** What the keepers of the content should hear: never who said it, and of the moment only the day. */
  remarks: { id: Generated<number>; day: string; kind: 'unanswered' | 'wrong' | 'right' | 'feedback'; article: string; body: string };
  /** Where sending must wait until a moment, because the other side said so; target '' is everywhere. */
  pauses: { target: string; until: string };
  /** Typed messages, by a hash of their ids: `begun` is being answered until a moment, `answered` is remembered until it. */
  turns: { id: string; state: 'begun' | 'answered'; until: string };
  counters: { name: string; count: number };
  /** The data key of a stream, wrapped by the key of the environment with this fingerprint. */
  stream_keys: { stream: string; wrapped: string; wrapped_by: string };
  /** Who opened which case: one line for each person, day and thing. */
  accesses: { stream: string; person: string; day: string; what: string; first_at: string; last_at: string; times: number };
  /** People who have nothing left here, and the day (YYYY-MM-DD) since which that is seen. */
  leaving: { person: string; since: string };
}
