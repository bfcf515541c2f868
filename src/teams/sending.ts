import type { Conversation, Outgoing, Rendered } from '../app/ports.js';
import type { Connector } from './connector.js';

/** A card as a message activity. `summary` is what the notification shows; without it Teams says "sent a card". */
export function cardMessage({ card, summary }: Rendered) {
  return {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}

/** Sending outside a turn: each call is one try, the outbox decides about the next. */
export function createOutgoing(connector: Connector): Outgoing {
  return {
    post: (to, message) => connector({
      serviceUrl: to.serviceUrl,
      conversationId: to.conversationId,
      activity: addressed(to, message),
    }),
    update: async (to, activityId, message) => {
      const result = await connector({
        serviceUrl: to.serviceUrl,
        conversationId: to.conversationId,
        activityId,
        activity: { ...addressed(to, message), id: activityId },
      });
      // Some connectors answer an update without its id.
      return result.kind === 'sent' && result.activityId === '' ? { kind: 'sent', activityId } : result;
    },
  };
}

function addressed(to: Conversation, message: Rendered): object {
  return {
    ...cardMessage(message),
    channelId: to.channelId,
    serviceUrl: to.serviceUrl,
    ...(to.botId === '' ? {} : { from: { id: to.botId } }),
    ...(to.userId === undefined ? {} : { recipient: { id: to.userId } }),
    conversation: { id: to.conversationId, ...(to.tenantId === undefined ? {} : { tenantId: to.tenantId }) },
  };
}
