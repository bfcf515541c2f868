import type { Card, CardButton } from './card.js';

/** What Teams sends: the activities of the demo people, as the bot sees them. */

/** Demo people of the package, by the end of their id; their names are in the demo register. */
export const PEOPLE = {
  leerkracht: ['a1', 'Marijke Veldkamp'], collega: ['a2', 'Younes Terpstra'], ib: ['a3', 'Anneke Roelofsma'], directie: ['a4', 'Harm Oosterwolde'],
  koo: ['b1', 'Soraya Wiersema'], casemanager: ['b2', 'Jelte Brandsma'], leerplicht: ['b3', 'Fenna Dijkhuis'], jgz: ['c1', 'Ilse Noordhof'],
  regievoerder: ['d1', 'Rutger Hamstra'], stagnatiepunt: ['b4', 'Thirza Meijering'], manager: ['b5', 'Bert Kloosterman'],
} as const;
export type Who = keyof typeof PEOPLE;
export const aadOf = (who: Who): string => `7c1d5a10-3b52-4e0e-9a01-0000000000${PEOPLE[who][0]}`;
export const nameOf = (who: Who): string => PEOPLE[who][1];
export const userIdOf = (who: Who): string => `29:${aadOf(who)}`;
export const chatOf = (who: Who): string => `a:${aadOf(who)}`;

const TENANT = 'tenant-1';
const BOT_ID = '28:routewijzer';
export const CHANNEL = '19:stagnatiepunt@thread.tacv2';

export type Activity = Readonly<Record<string, unknown>>;

/** What every activity of this person holds. */
function from(who: Who, serviceUrl: string): Activity {
  return {
    channelId: 'msteams', serviceUrl, from: { id: userIdOf(who), name: nameOf(who), aadObjectId: aadOf(who) },
    recipient: { id: BOT_ID, name: 'Routewijzer' }, conversation: { conversationType: 'personal', id: chatOf(who), tenantId: TENANT },
  };
}

const inChannel: Activity = {
  conversation: { conversationType: 'channel', isGroup: true, tenantId: TENANT, id: CHANNEL },
  channelData: { tenant: { id: TENANT }, team: { id: 'team-1' }, channel: { id: CHANNEL, name: 'Stagnatiepunt' } },
};

/** Something typed in personal chat; `id` tells one message from the next. */
export const message = (who: Who, serviceUrl: string, id: string, text: string): Activity => ({ ...from(who, serviceUrl), type: 'message', id, text });

export const installed = (who: Who, serviceUrl: string, id: string): Activity => ({
  ...from(who, serviceUrl), type: 'conversationUpdate', id, membersAdded: [{ id: BOT_ID }, { id: userIdOf(who), aadObjectId: aadOf(who) }],
});

/** The bot was added to the team of the stagnatiepunt's channel. */
export const installedInChannel = (who: Who, serviceUrl: string, id: string): Activity => ({
  ...from(who, serviceUrl), ...inChannel, type: 'conversationUpdate', id, membersAdded: [{ id: BOT_ID }],
});

export interface At {
  /** The message that holds the clicked card. */
  readonly on?: string | undefined;
  readonly channel?: boolean;
  /** Teams' own refresh instead of a press. */
  readonly automatic?: boolean;
}

export function click(who: Who, serviceUrl: string, button: Pick<CardButton, 'verb' | 'data'>, typed: Readonly<Record<string, string>>, { on, channel = false, automatic = false }: At = {}): Activity {
  return {
    ...from(who, serviceUrl), ...(channel ? inChannel : {}), type: 'invoke', name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: button.verb, data: { ...button.data, ...typed } }, trigger: automatic ? 'automatic' : 'manual' },
    ...(on === undefined ? {} : { replyToId: on }),
  };
}

/** Opens a dialog with a button of a card (`task/fetch`), or sends the form in one (`task/submit`). */
export function task(who: Who, serviceUrl: string, step: 'fetch' | 'submit', button: Pick<CardButton, 'data'>, typed: Readonly<Record<string, string>>): Activity {
  return { ...from(who, serviceUrl), type: 'invoke', name: `task/${step}`, value: { data: { ...button.data, ...typed }, context: { theme: 'default' } } };
}

/** What the body of an answer to an invoke holds. */
export type Answer =
  | { readonly kind: 'card'; readonly card: Card; readonly dialog: boolean }
  /** A sentence, as an answer to a click or as the last word of a dialog. */
  | { readonly kind: 'words'; readonly text: string; readonly dialog: boolean }
  | { readonly kind: 'empty' }
  | { readonly kind: 'error'; readonly status: number };

const CARD = 'application/vnd.microsoft.card.adaptive';
const MESSAGE = 'application/vnd.microsoft.activity.message';

/** Reads the body of an answer to a click or to a dialog. */
export function readAnswer(status: number, body: string): Answer {
  if (status < 200 || status > 299) return { kind: 'error', status };
  if (body.trim() === '') return { kind: 'empty' };
  const parsed = JSON.parse(body) as { type?: string; statusCode?: number; value?: unknown; task?: { type: string; value: unknown } };
  if (parsed.task?.type === 'continue') return { kind: 'card', card: (parsed.task.value as { card: { content: Card } }).card.content, dialog: true };
  if (parsed.task?.type === 'message') return { kind: 'words', text: String(parsed.task.value), dialog: true };
  if (parsed.type === CARD) return { kind: 'card', card: parsed.value as Card, dialog: false };
  if (parsed.type === MESSAGE) return { kind: 'words', text: String(parsed.value), dialog: false };
  return { kind: 'error', status: parsed.statusCode ?? status };
}

/** Words with which the bot says that something did not work: they promise nothing. */
export const saysSorry = (text: string): boolean => /ging iets mis|lukt (nu )?(even )?niet|niets vastgelegd|is niet vastgelegd|probeer het/i.test(text);
