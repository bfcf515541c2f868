import type { Instant } from '../app/ports.js';
import type { Access } from '../app/store-port.js';
import type { Tx } from './transactions.js';

/** See `AccessStore.saveAccess`. */
export async function saveAccess(
  tx: Tx, stream: string, { personId, day, what, at }: { readonly personId: string; readonly day: string; readonly what: string; readonly at: Instant },
): Promise<void> {
  const there = await tx.selectFrom('streams').select('stream').where('stream', '=', stream).executeTakeFirst();
  if (there === undefined) return;
  await tx.insertInto('accesses').values({ stream, person: personId, day, what, first_at: at, last_at: at, times: 1 })
    .onConflict((oc) => oc.columns(['stream', 'person', 'day', 'what'])
      .doUpdateSet((eb) => ({ last_at: at, times: eb('accesses.times', '+', 1) }))).execute();
}

/** See `AccessStore.accesses`. */
export async function accesses(tx: Tx, stream: string): Promise<readonly Access[]> {
  const rows = await tx.selectFrom('accesses').selectAll().where('stream', '=', stream)
    .orderBy('last_at', 'desc').orderBy('person').orderBy('what').execute();
  return rows.map((row) => ({ personId: row.person, day: row.day, what: row.what, firstAt: row.first_at, lastAt: row.last_at, times: row.times }));
}
