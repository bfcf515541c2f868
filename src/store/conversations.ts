import type { Conversation, Place } from '../app/ports.js';
import { forgetSentCardsIn } from './cards-sent.js';
import { reconsider, wake } from './outbox.js';
import { placeText } from './place.js';
import type { Tx } from './transactions.js';

/** Where to reach this place. */
export async function conversation(tx: Tx, place: Place): Promise<Conversation | undefined> {
  const row = await tx.selectFrom('conversations').selectAll().where('place', '=', placeText(place)).executeTakeFirst();
  return row && {
    serviceUrl: row.service_url, conversationId: row.conversation_id, channelId: row.channel_id,
    tenantId: row.tenant_id ?? undefined, botId: row.bot_id, userId: row.user_id ?? undefined,
  };
}

/** Saves where to reach this place, and makes what waited for it due. */
export async function saveConversation(tx: Tx, place: Place, to: Conversation): Promise<void> {
  const before = await conversation(tx, place);
  if (before === undefined || !same(before, to)) {
    const columns = {
      service_url: to.serviceUrl, conversation_id: to.conversationId, channel_id: to.channelId,
      tenant_id: to.tenantId ?? null, bot_id: to.botId, user_id: to.userId ?? null,
    };
    await tx.insertInto('conversations').values({ place: placeText(place), ...columns })
      .onConflict((oc) => oc.column('place').doUpdateSet(columns)).execute();
    if (before && before.conversationId !== to.conversationId) await forgetSentCardsIn(tx, place);
    await reconsider(tx, place);
  }
  await wake(tx, place);
}

function same(a: Conversation, b: Conversation): boolean {
  return a.serviceUrl === b.serviceUrl && a.conversationId === b.conversationId && a.channelId === b.channelId
    && a.tenantId === b.tenantId && a.botId === b.botId && a.userId === b.userId;
}
