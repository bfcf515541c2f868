import type { Instant, Place } from '../app/ports.js';
import { placeText } from './place.js';
import type { Tx } from './transactions.js';

/** Under this target sending is paused for every place. */
export const EVERYWHERE = '';

/** See `OutboxStore.pause`: an earlier pause is only made longer. */
export async function pause(tx: Tx, place: Place | 'everywhere', until: Instant): Promise<void> {
  const target = place === 'everywhere' ? EVERYWHERE : placeText(place);
  await tx.insertInto('pauses').values({ target, until })
    .onConflict((oc) => oc.column('target').doUpdateSet({ until }).where('pauses.until', '<', until)).execute();
}

/** How many places wait at this moment. */
export async function pauses(tx: Tx, now: Instant): Promise<number> {
  const row = await tx.selectFrom('pauses').select((eb) => eb.fn.countAll().as('count'))
    .where('until', '>', now).where('target', '!=', EVERYWHERE).executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** See `OutboxStore.forgetPauses`. */
export async function forgetPauses(tx: Tx, before: Instant): Promise<void> {
  await tx.deleteFrom('pauses').where('until', '<', before).execute();
}
