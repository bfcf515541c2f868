import type { Instant, Place } from '../app/ports.js';
import type { DeadLetter, OutboxHealth } from '../app/store-port.js';
import { outboxCounts } from './outbox.js';
import { placeText } from './place.js';
import type { Tx } from './transactions.js';

/** See `OutboxStore.deadLetters`. */
export async function deadLetters(tx: Tx, stream?: string): Promise<readonly DeadLetter[]> {
  const all = tx.selectFrom('outbox').leftJoin('streams', 'streams.stream', 'outbox.stream')
    .select(['outbox.id', 'outbox.stream', 'streams.code', 'outbox.kind', 'outbox.name', 'outbox.target', 'outbox.attempts', 'outbox.reason', 'outbox.due_at'])
    .where('outbox.state', '=', 'dead').orderBy('outbox.due_at').orderBy('outbox.id');
  const rows = await (stream === undefined ? all : all.where('outbox.stream', '=', stream)).execute();
  return rows.map(({ due_at, reason, ...row }) => ({ ...row, reason: reason ?? '', dueAt: due_at }));
}

/** See `OutboxStore.retryDead`. */
export async function retryDead(tx: Tx, id: number, dueAt: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('outbox').set((eb) => ({ state: 'pending', due_at: dueAt, lease_until: null, attempts: 0, reason: null, wanted: eb('wanted', '+', 1) }))
    .where('id', '=', id).where('state', '=', 'dead').executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** See `OutboxStore.dropDead`. */
export async function dropDead(tx: Tx, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('outbox').where('id', '=', id).where('state', '=', 'dead').executeTakeFirst();
  return numDeletedRows > 0n;
}

/** See `OutboxStore.tellOutside`. Asked for again, because something changed, such a card is delivered as any other. */
export async function tellOutside(tx: Tx, stream: string, place: Place): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('outbox').set({ state: 'told', reason: null })
    .where('stream', '=', stream).where('kind', '=', 'card').where('target', '=', placeText(place)).where('state', '=', 'dead').executeTakeFirst();
  return Number(numUpdatedRows);
}

/** See `OutboxStore.outboxHealth`. */
export async function outboxHealth(tx: Tx, now: Instant): Promise<OutboxHealth> {
  const counts = await outboxCounts(tx);
  const due = await tx.selectFrom('outbox').select((eb) => [eb.fn.countAll().as('count'), eb.fn.min('due_at').as('oldest')])
    .where('state', '=', 'pending').where('due_at', '<=', now).executeTakeFirst();
  const repeats = await tx.selectFrom('counters').select('count').where('name', '=', POSSIBLE_REPEATS).executeTakeFirst();
  return { ...counts, due: Number(due?.count ?? 0), oldestDue: due?.oldest ?? null, possibleRepeats: repeats?.count ?? 0 };
}

const POSSIBLE_REPEATS = 'possible-repeats';

/** See `OutboxStore.countPossibleRepeat`. */
export async function countPossibleRepeat(tx: Tx): Promise<void> {
  await tx.insertInto('counters').values({ name: POSSIBLE_REPEATS, count: 1 })
    .onConflict((oc) => oc.column('name').doUpdateSet((eb) => ({ count: eb('counters.count', '+', 1) }))).execute();
}
