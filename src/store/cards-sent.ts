import type { Place, SentCard } from '../app/ports.js';
import { placeText } from './place.js';
import type { Tx } from './transactions.js';

/** The card of this kind that stands in this place, if one was sent. */
export async function sentCard(tx: Tx, stream: string, card: string, place: Place): Promise<SentCard | undefined> {
  const row = await tx.selectFrom('sent_cards').select(['activity_id', 'view', 'version', 'banner'])
    .where('stream', '=', stream).where('card', '=', card).where('place', '=', placeText(place)).executeTakeFirst();
  return row && { activityId: row.activity_id, view: row.view, version: row.version, ...(row.banner === null ? {} : { banner: row.banner }) };
}

/**
 * Remembers what stands there now, in place of what stood there before. A click may have put the card of one stream
 * where the card of another stood: that one is no longer shown, and must not be written over it later.
 */
export async function saveSentCard(tx: Tx, stream: string, card: string, place: Place, sent: SentCard): Promise<void> {
  const shown = { activity_id: sent.activityId, view: sent.view, version: sent.version, banner: sent.banner ?? null };
  if (sent.activityId !== '') {
    await tx.deleteFrom('sent_cards').where('activity_id', '=', sent.activityId).where('place', '=', placeText(place))
      .where((eb) => eb.not(eb.and([eb('stream', '=', stream), eb('card', '=', card)]))).execute();
  }
  await tx.insertInto('sent_cards').values({ stream, card, place: placeText(place), ...shown })
    .onConflict((oc) => oc.columns(['stream', 'card', 'place']).doUpdateSet(shown)).execute();
}

/** What stands there is history from now on: the next one is a new message. */
export async function forgetSentCard(tx: Tx, stream: string, card: string, place: Place): Promise<void> {
  await tx.deleteFrom('sent_cards').where('stream', '=', stream).where('card', '=', card).where('place', '=', placeText(place)).execute();
}

/** This place is reached elsewhere now: what stood in the old conversation can not be changed from here. */
export async function forgetSentCardsIn(tx: Tx, place: Place): Promise<void> {
  await tx.deleteFrom('sent_cards').where('place', '=', placeText(place)).execute();
}
