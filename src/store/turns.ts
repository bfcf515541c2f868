import type { Instant } from '../app/ports.js';
import type { TurnBegun } from '../app/store-port.js';
import type { Tx } from './transactions.js';

/** See `TurnStore.beginTurn`. */
export async function beginTurn(tx: Tx, id: string, now: Instant, until: Instant): Promise<TurnBegun> {
  const taken = await tx.insertInto('turns').values({ id, state: 'begun', until })
    .onConflict((oc) => oc.column('id').doUpdateSet({ state: 'begun', until }).where('turns.until', '<=', now))
    .returning('id').executeTakeFirst();
  if (taken !== undefined) return 'mine';
  const there = await tx.selectFrom('turns').select('state').where('id', '=', id).executeTakeFirst();
  return there?.state === 'answered' ? 'answered' : 'busy';
}

/** See `TurnStore.endTurn`. */
export async function endTurn(tx: Tx, id: string, until: Instant): Promise<void> {
  await tx.updateTable('turns').set({ state: 'answered', until }).where('id', '=', id).execute();
}

/** See `TurnStore.dropTurn`. */
export async function dropTurn(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('turns').where('id', '=', id).where('state', '=', 'begun').execute();
}

/** See `TurnStore.forgetTurns`. */
export async function forgetTurns(tx: Tx, before: Instant): Promise<void> {
  await tx.deleteFrom('turns').where('until', '<', before).execute();
}
