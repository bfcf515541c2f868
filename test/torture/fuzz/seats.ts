import { aadOf, nameOf, PEOPLE, type Activity, type Who } from '../teams.js';

/** Somebody in Teams: the demo people, and somebody whom the register does not know. */
export interface Seat {
  readonly who: Who | 'vreemde';
  readonly aadObjectId: string;
  readonly name: string;
}

export const STRANGER: Seat = { who: 'vreemde', aadObjectId: '7c1d5a10-3b52-4e0e-9a01-fuzzvreemde', name: 'Vreemde Bezoeker' };
export const SEATS: readonly Seat[] = [...(Object.keys(PEOPLE) as Who[]).map((who) => ({ who, aadObjectId: aadOf(who), name: nameOf(who) })), STRANGER];
export const seatOf = (who: Who): Seat => ({ who, aadObjectId: aadOf(who), name: nameOf(who) });

export const chatOf = ({ aadObjectId }: Seat): string => `a:${aadObjectId}`;
const TENANT = 'tenant-1';
const BOT = { id: '28:routewijzer', name: 'Routewijzer' };
const CHANNEL = '19:stagnatiepunt@thread.tacv2';

/** What every activity of this person in personal chat holds. */
export function fromSeat({ aadObjectId, name, ...seat }: Seat, serviceUrl: string): Activity {
  return {
    channelId: 'msteams', serviceUrl, from: { id: `29:${aadObjectId}`, name, aadObjectId }, recipient: BOT,
    conversation: { conversationType: 'personal', id: chatOf({ ...seat, aadObjectId, name }), tenantId: TENANT },
  };
}

/** The same, as said in the channel of the stagnatiepunt. */
export function fromChannel(seat: Seat, serviceUrl: string): Activity {
  return {
    ...fromSeat(seat, serviceUrl), conversation: { conversationType: 'channel', isGroup: true, tenantId: TENANT, id: CHANNEL },
    channelData: { tenant: { id: TENANT }, team: { id: 'team-1' }, channel: { id: CHANNEL, name: 'Stagnatiepunt' } },
  };
}

export const arrives = (seat: Seat, serviceUrl: string): Activity => ({
  ...fromSeat(seat, serviceUrl), type: 'conversationUpdate', membersAdded: [{ id: BOT.id }, { id: `29:${seat.aadObjectId}`, aadObjectId: seat.aadObjectId }],
});

export const channelArrives = (seat: Seat, serviceUrl: string): Activity => ({ ...fromChannel(seat, serviceUrl), type: 'conversationUpdate', membersAdded: [{ id: BOT.id }] });

/** Typed, answered in the body of the HTTP answer. */
export const asks = (seat: Seat, serviceUrl: string, text: string): Activity => ({ ...fromSeat(seat, serviceUrl), type: 'message', text, deliveryMode: 'expectReplies' });

export type Data = Readonly<Record<string, unknown>>;

export const clicks = (seat: Seat, serviceUrl: string, verb: string, data: unknown, on?: string): Activity => ({
  ...fromSeat(seat, serviceUrl), type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  ...(on === undefined ? {} : { replyToId: on }),
});

export const dialogs = (seat: Seat, serviceUrl: string, step: 'fetch' | 'submit', data: unknown): Activity => ({
  ...fromSeat(seat, serviceUrl), type: 'invoke', name: `task/${step}`, value: { data, context: { theme: 'default' } },
});
