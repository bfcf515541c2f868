import type { Tx } from './transactions.js';

/** Keeps a compiled route under its hash. What stands under a hash never changes. */
export async function saveRoute(tx: Tx, hash: string, source: string): Promise<void> {
  await tx.insertInto('routes').values({ hash, source }).onConflict((oc) => oc.column('hash').doNothing()).execute();
}

/** The compiled route with this hash. */
export async function savedRoute(tx: Tx, hash: string): Promise<string | undefined> {
  const row = await tx.selectFrom('routes').select('source').where('hash', '=', hash).executeTakeFirst();
  return row?.source;
}
