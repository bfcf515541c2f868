import type { Instant, Place } from '../app/ports.js';
import type { SentCard } from '../app/store-port.js';
import { enqueue } from './outbox.js';
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
export async function saveSentCard(
  tx: Tx, stream: string, card: string, place: Place, sent: SentCard, how?: { readonly now: Instant; readonly byClick: boolean },
): Promise<void> {
  const before = how && await sentCard(tx, stream, card, place);
  const shown = { activity_id: sent.activityId, view: sent.view, version: sent.version, banner: sent.banner ?? null };
  await onlyHere(tx, stream, card, place, sent.activityId);
  await tx.insertInto('sent_cards').values({ stream, card, place: placeText(place), ...shown })
    .onConflict((oc) => oc.columns(['stream', 'card', 'place']).doUpdateSet(shown)).execute();
  if (how === undefined) return;
  if (how.byClick && sent.activityId !== '') await enqueue(tx, stream, { kind: 'card', card, place, mode: 'update', dueAt: how.now });
  if (before !== undefined && before.activityId !== sent.activityId) await becomesOld(tx, { stream, card, place, activityId: before.activityId, now: how.now });
}

/** See `CardStore.recordSent`. The condition is part of the statement: between a look and a write somebody could come. */
export async function recordSent(tx: Tx, stream: string, card: string, place: Place, stood: SentCard | undefined, sent: SentCard): Promise<boolean> {
  const shown = { activity_id: sent.activityId, view: sent.view, version: sent.version, banner: sent.banner ?? null };
  const recorded = stood === undefined
    ? (await tx.insertInto('sent_cards').values({ stream, card, place: placeText(place), ...shown })
      .onConflict((oc) => oc.columns(['stream', 'card', 'place']).doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n
    : (await tx.updateTable('sent_cards').set(shown).where('stream', '=', stream).where('card', '=', card).where('place', '=', placeText(place))
      .where('activity_id', '=', stood.activityId).where('view', '=', stood.view).where('version', '=', stood.version)
      .where('banner', stood.banner === undefined ? 'is' : '=', stood.banner ?? null).executeTakeFirst()).numUpdatedRows;
  if (recorded === 0n) return false;
  await onlyHere(tx, stream, card, place, sent.activityId);
  return true;
}

/** One message shows one card: no other is written over it later. */
async function onlyHere(tx: Tx, stream: string, card: string, place: Place, activityId: string): Promise<void> {
  if (activityId === '') return;
  await tx.deleteFrom('sent_cards').where('activity_id', '=', activityId).where('place', '=', placeText(place))
    .where((eb) => eb.not(eb.and([eb('stream', '=', stream), eb('card', '=', card)]))).execute();
}

/** Most messages of one stream in one place that wait to be marked as old: a chat is no archive. */
const MOST_OLD = 3;

/**
 * Another message has taken the place of this one: it shall say so. Of a visit the questions that went before may stand, and
 * lists belong to no stream.
 */
export async function becomesOld(
  tx: Tx, { stream, card, place, activityId, now }: { stream: string; card: string; place: Place; activityId: string; now: Instant },
): Promise<void> {
  if (activityId === '' || card === 'visit' || card === 'list') return;
  const waiting = await tx.selectFrom('sent_cards').select('card').where('stream', '=', stream).where('place', '=', placeText(place)).where('card', 'like', 'old:%').execute();
  if (waiting.length >= MOST_OLD) return;
  const old = `old:${card}:${activityId}`;
  await tx.insertInto('sent_cards').values({ stream, card: old, place: placeText(place), activity_id: activityId, view: 'old', version: 0, banner: null })
    .onConflict((oc) => oc.columns(['stream', 'card', 'place']).doNothing()).execute();
  await enqueue(tx, stream, { kind: 'card', card: old, place, mode: 'update', dueAt: now });
}

/** What stands there is history from now on: the next one is a new message. */
export async function forgetSentCard(tx: Tx, stream: string, card: string, place: Place): Promise<void> {
  await tx.deleteFrom('sent_cards').where('stream', '=', stream).where('card', '=', card).where('place', '=', placeText(place)).execute();
}

/** This place is reached elsewhere now: what stood in the old conversation can not be changed from here. */
export async function forgetSentCardsIn(tx: Tx, place: Place): Promise<void> {
  await tx.deleteFrom('sent_cards').where('place', '=', placeText(place)).execute();
}
