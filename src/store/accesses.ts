import type { Access, Opening } from '../app/store-port.js';
import type { Tx } from './transactions.js';

/** See `AccessStore.saveOpenings`. `alone` keeps out whoever forgets or changes a stream meanwhile. */
export async function saveOpenings(tx: Tx, openings: readonly Opening[], alone: (stream: string) => Promise<void>): Promise<void> {
  // Always in the same order: two who open the same lists do not wait for each other in a ring.
  for (const stream of [...new Set(openings.map((one) => one.stream))].sort()) {
    await alone(stream);
    const there = await tx.selectFrom('streams').select('stream').where('stream', '=', stream).executeTakeFirst();
    if (there === undefined) continue;
    for (const opening of openings) if (opening.stream === stream) await count(tx, opening);
  }
}

async function count(tx: Tx, { stream, personId, day, what, at }: Opening): Promise<void> {
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
