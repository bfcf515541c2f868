import { sql, type Selectable, type SelectQueryBuilder } from 'kysely';
import type { Instant, Place } from '../app/ports.js';
import type { ClaimWish, OutboxInput, OutboxRow, Settlement, Undelivered } from '../app/store-port.js';
import { EVERYWHERE } from './pauses.js';
import { parsePlace, placeText } from './place.js';
import type { Tables } from './schema.js';
import type { Tx } from './transactions.js';

type Picked = SelectQueryBuilder<Tables, 'outbox', Selectable<Tables['outbox']>>;
/** How rows are kept from other claimers while they are picked: PostgreSQL skips locked ones, SQLite has one writer. */
export type PickArm = (pick: Picked) => Picked;

/**
 * Asks for a card or sets a timer. What is there already is asked for once more (`wanted`) and becomes pending:
 * a card at the earlier moment (but not before the one that the other side asked for, Retry-After) and posted if either
 * asked so, a timer at the new moment. A row that had come to a
 * stop, and a timer that moves, begins counting attempts anew. A lease stands: whoever holds it settles an older `wanted`.
 */
export async function enqueue(tx: Tx, stream: string, input: OutboxInput): Promise<void> {
  const row = input.kind === 'card'
    ? { name: input.card, target: placeText(input.place), mode: input.mode }
    : { name: input.timer, target: input.key, mode: null };
  await tx.insertInto('outbox').values({
    kind: input.kind, stream, ...row, state: 'pending', due_at: input.dueAt, lease_until: null,
    attempts: 0, wanted: 1, reason: null,
  }).onConflict((oc) => oc.columns(['stream', 'kind', 'name', 'target']).doUpdateSet((eb) => ({
    wanted: eb('outbox.wanted', '+', 1),
    state: 'pending',
    due_at: sql<string>`case when outbox.kind = 'card' and outbox.state = 'pending' and (outbox.reason is not null or outbox.due_at < excluded.due_at) then outbox.due_at else excluded.due_at end`,
    mode: sql<'post' | 'update' | null>`case when outbox.mode = 'post' then outbox.mode else excluded.mode end`,
    attempts: sql<number>`case when outbox.kind = 'card' and outbox.state = 'pending' then outbox.attempts else 0 end`,
    reason: sql<string | null>`case when outbox.kind = 'card' and outbox.state = 'pending' then outbox.reason else null end`,
  }))).execute();
}

/** A lease that ends later than this after the longest that we ask for was taken under a clock that has been set back since. */
const FAR_AHEAD_MS = 15 * 60_000;

/** See `OutboxStore.claimDue`: the earliest rows first. A card for a place where sending is paused waits. */
export async function claimDue(
  tx: Tx, pickArm: PickArm, now: Instant, limit: number, leaseMs: number, { notFor = [], timersOnly = false }: ClaimWish = {},
): Promise<readonly OutboxRow[]> {
  const leaseUntil = plus(now, leaseMs);
  const due = tx.selectFrom('outbox').selectAll('outbox')
    .where('state', '=', 'pending').where('due_at', '<=', now)
    .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now), eb('lease_until', '>', plus(leaseUntil, FAR_AHEAD_MS))]));
  const allowed = timersOnly ? due.where('kind', '=', 'timer') : due.where((eb) => eb.or([
    eb('kind', '=', 'timer'),
    eb.and([
      ...(notFor.length === 0 ? [] : [eb('target', 'not in', notFor.map(placeText))]),
      eb.not(eb.exists(eb.selectFrom('pauses').select('pauses.target').where('until', '>', now)
        .where((e) => e.or([e('pauses.target', '=', e.ref('outbox.target')), e('pauses.target', '=', EVERYWHERE)])))),
    ]),
  ]));
  const rows = await pickArm(allowed.orderBy('due_at').orderBy('outbox.id').limit(limit)).execute();
  if (rows.length === 0) return [];
  await tx.updateTable('outbox').set((eb) => ({ lease_until: leaseUntil, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', rows.map((row) => row.id)).execute();
  return rows.map((row) => toOutboxRow({ ...row, attempts: row.attempts + 1 }, leaseUntil, row.lease_until !== null));
}

function plus(now: Instant, ms: number): Instant {
  return new Date(Date.parse(now) + ms).toISOString();
}

/** See `OutboxStore.release`. */
export async function release(tx: Tx, rows: readonly Pick<OutboxRow, 'id' | 'leaseUntil'>[]): Promise<void> {
  for (const { id, leaseUntil } of rows) {
    await tx.updateTable('outbox').set((eb) => ({ lease_until: null, attempts: eb('attempts', '-', 1) }))
      .where('id', '=', id).where('lease_until', '=', leaseUntil).where('state', '=', 'pending').where('attempts', '>', 0).execute();
    // Asked for anew meanwhile, which began counting at nothing: there is only the lease to give back.
    await tx.updateTable('outbox').set({ lease_until: null }).where('id', '=', id).where('lease_until', '=', leaseUntil).execute();
  }
}

/**
 * See `Store.settle`. When the row was asked for again meanwhile (or where it goes became known), the result is
 * of an older wish: the row only loses its lease and is due at the moment that it has by now.
 */
export async function settle(tx: Tx, row: Pick<OutboxRow, 'id' | 'wanted'>, result: Settlement): Promise<void> {
  const settled = result.kind === 'done'
    ? (await tx.deleteFrom('outbox').where('id', '=', row.id).where('wanted', '=', row.wanted).executeTakeFirst()).numDeletedRows
    : (await tx.updateTable('outbox').set(afterwards(result)).where('id', '=', row.id)
      .where('wanted', '=', row.wanted).executeTakeFirst()).numUpdatedRows;
  if (settled === 0n) {
    await tx.updateTable('outbox').set({ lease_until: null }).where('id', '=', row.id).where('wanted', '>', row.wanted).execute();
  } else if (result.kind === 'dead') {
    await tellOwner(tx, row.id, result.at);
  } else if (result.kind === 'retry' && result.uncounted === true) {
    await tx.updateTable('outbox').set((eb) => ({ attempts: eb('attempts', '-', 1) })).where('id', '=', row.id).where('attempts', '>', 0).execute();
  }
}

function afterwards(result: Exclude<Settlement, { kind: 'done' }>) {
  switch (result.kind) {
    case 'retry': return { state: 'pending' as const, lease_until: null, due_at: result.at, reason: result.reason };
    case 'waiting': return { state: 'waiting' as const, lease_until: null, reason: null };
    case 'dead': return { state: 'dead' as const, lease_until: null, due_at: result.at, reason: result.reason };
  }
}

/** The card of the case that stands in the owner's chat shows what did not arrive; one that came to a stop itself stays stopped. */
async function tellOwner(tx: Tx, id: number, at: Instant): Promise<void> {
  const given = await tx.selectFrom('outbox').innerJoin('streams', 'streams.stream', 'outbox.stream')
    .select(['outbox.stream', 'streams.owner']).where('outbox.id', '=', id).where('streams.kind', '=', 'case').executeTakeFirst();
  if (given === undefined) return;
  const place: Place = { kind: 'person', personId: given.owner };
  const own = { stream: given.stream, target: placeText(place) };
  const stands = await tx.selectFrom('sent_cards').select('card')
    .where('stream', '=', own.stream).where('card', '=', OWN_CARD).where('place', '=', own.target).where('activity_id', '!=', '').executeTakeFirst();
  const there = await tx.selectFrom('outbox').select('state')
    .where('stream', '=', own.stream).where('kind', '=', 'card').where('name', '=', OWN_CARD).where('target', '=', own.target).executeTakeFirst();
  if (stands === undefined || (there !== undefined && there.state !== 'pending')) return;
  await enqueue(tx, own.stream, { kind: 'card', card: OWN_CARD, place, mode: 'update', dueAt: at });
}

/** What the case's own card is called. */
const OWN_CARD = 'case';

/** Makes due what waited for this place. */
export async function wake(tx: Tx, place: Place): Promise<void> {
  await tx.updateTable('outbox').set({ state: 'pending', attempts: 0 })
    .where('target', '=', placeText(place)).where('kind', '=', 'card').where('state', '=', 'waiting').execute();
}

/**
 * Says to those who are delivering to this place that it can be reached (elsewhere) by now: without this, a delivery
 * that had just found no conversation would settle as `waiting` and wait for ever.
 */
export async function reconsider(tx: Tx, place: Place): Promise<void> {
  await tx.updateTable('outbox').set((eb) => ({ wanted: eb('wanted', '+', 1) }))
    .where('target', '=', placeText(place)).where('kind', '=', 'card').where('state', '=', 'pending')
    .where('lease_until', 'is not', null).execute();
}

/** Cards of a stream that wait for a conversation or could not be delivered. */
export async function undelivered(tx: Tx, stream: string): Promise<readonly Undelivered[]> {
  const rows = await tx.selectFrom('outbox').select(['target', 'name', 'state'])
    .where('stream', '=', stream).where('kind', '=', 'card').where('state', '!=', 'pending').orderBy('id').execute();
  return rows.flatMap(({ target, name, state }) => (state === 'pending' ? [] : [{ place: parsePlace(target), card: name, state }]));
}

/** How many rows stand in each state, cards and timers together. */
export async function outboxCounts(tx: Tx): Promise<{ pending: number; waiting: number; dead: number }> {
  const rows = await tx.selectFrom('outbox').select((eb) => ['state', eb.fn.countAll().as('count')]).groupBy('state').execute();
  const counts = { pending: 0, waiting: 0, dead: 0 };
  for (const { state, count } of rows) if (state !== 'told') counts[state] = Number(count);
  return counts;
}

function toOutboxRow(row: Selectable<Tables['outbox']>, leaseUntil: Instant, abandoned: boolean): OutboxRow {
  const common = { id: row.id, stream: row.stream, attempts: row.attempts, wanted: row.wanted, dueAt: row.due_at, abandoned, leaseUntil };
  return row.kind === 'card'
    ? { ...common, kind: 'card', card: row.name, place: parsePlace(row.target), mode: row.mode ?? 'update' }
    : { ...common, kind: 'timer', timer: row.name, key: row.target };
}
