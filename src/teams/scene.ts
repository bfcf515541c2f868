import type { Scene, Speaker } from '../app/input.js';
import type { Conversation } from '../app/ports.js';
import type { Account, ReadActivity } from './activity.js';

/** Where it was said. Anything that is not surely a personal chat is a channel: there nobody's details are shown. */
export function sceneOf(activity: ReadActivity): Scene {
  const personal = isPersonal(activity);
  const conversation: Conversation = {
    serviceUrl: activity.serviceUrl,
    // A thread's id is that of its channel with its first message's behind it.
    conversationId: personal ? activity.conversation.id : (activity.conversation.id.split(';')[0] ?? activity.conversation.id),
    channelId: activity.channelId,
    tenantId: tenantOf(activity),
    botId: activity.recipient?.id ?? '',
    userId: personal ? activity.from?.id : undefined,
  };
  return personal
    ? { kind: 'personal', conversation }
    : { kind: 'channel', conversation, channelName: isChannel(activity) ? activity.channelData?.channel?.name : undefined };
}

/**
 * The person behind an account of the channel; undefined for an account that the organisation's directory does not know
 * (another bot, a guest without an account): nothing can be done in the name of nobody.
 */
export function speakerOf(account: Account, activity: ReadActivity): Speaker | undefined {
  if (account.aadObjectId === undefined) return undefined;
  return {
    aadObjectId: account.aadObjectId,
    name: (account.name ?? '').trim().slice(0, 200),
    tenantId: tenantOf(activity),
  };
}

function isPersonal({ conversation, channelData }: ReadActivity): boolean {
  const type = conversation.conversationType ?? '';
  return type === 'personal' || (type === '' && conversation.isGroup !== true && channelData?.team === undefined);
}

function isChannel({ conversation, channelData }: ReadActivity): boolean {
  return conversation.conversationType === 'channel' || channelData?.team !== undefined;
}

function tenantOf(activity: ReadActivity): string | undefined {
  return activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
}
