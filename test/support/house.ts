import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliverDue } from '../../src/app/deliver.js';
import { createHandler } from '../../src/app/handle.js';
import type { Reply, Scene, Speaker } from '../../src/app/input.js';
import type { Parts } from '../../src/app/parts.js';
import type { Conversation, Person, PersonInput, Rendered, SendResult } from '../../src/app/ports.js';
import type { Store } from '../../src/app/store-port.js';
import { createRenderer } from '../../src/cards/render.js';
import { openArticles, openUnderstanding } from '../../src/content.js';
import { readCardFiles } from '../../src/files.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { realRoute } from './route.js';
import { testVault } from './vault.js';

export const route = realRoute();
const { render } = createRenderer(readCardFiles());
const articles = openArticles(route);
const understand = openUnderstanding(route);

/** A Monday morning in winter. */
export const MONDAY = '2026-11-23T08:00:00.000Z';

const REGISTER = {
  juf: { name: 'Wietske Hofstra', role: 'leerkracht', organisation: 'De Proefschool', organisationType: 'school' },
  ib: { name: 'Auke Nijholt', role: 'ib-er', organisation: 'De Proefschool', organisationType: 'school' },
  elders: { name: 'Grietje Sikkema', role: 'ib-er', organisation: 'De Andere School', organisationType: 'school' },
  koo: { name: 'Samira Postma', role: 'koo', organisation: 'Gemeente Proefstad', organisationType: 'gemeente' },
  jgz: { name: 'Tjitske Wobbes', role: 'jeugdverpleegkundige', organisation: 'GGD Proefstad', organisationType: 'ggd' },
  cmj: { name: 'Roelof Kamstra', role: 'casemanager', organisation: 'Gemeente Proefstad', organisationType: 'gemeente' },
  punt: { name: 'Hilda Zijlstra', role: 'stagnatiepunt', organisation: 'Gemeente Proefstad', organisationType: 'gemeente' },
  punt2: { name: 'Menno Brouwer', role: 'stagnatiepunt', organisation: 'Gemeente Proefstad', organisationType: 'gemeente' },
  regie: { name: 'Baukje Veenhuis', role: 'regievoerder', organisation: 'Bestuur Proefstad', organisationType: 'swv' },
  baas: { name: 'Sjoerd Lanting', role: 'manager', organisation: 'Gemeente Proefstad', organisationType: 'gemeente' },
  beheer: { name: 'Doeke Wiersma', role: 'beheerder', organisation: 'Gemeente Proefstad', organisationType: 'gemeente' },
} as const;
export type Who = keyof typeof REGISTER;
export const everybody = Object.keys(REGISTER) as readonly Who[];

export const register: readonly PersonInput[] = everybody.map((who) => ({
  ...REGISTER[who], aadObjectId: `aad-${who}`, email: `${who}@proef.example`, region: route.region.region,
}));

/** Nothing that leaves the circle of a case may hold any of these. */
export const namesAndOrganisations: readonly string[] = everybody.flatMap((who) => [REGISTER[who].name, REGISTER[who].organisation, `${who}@proef.example`]);

/** One card that was sent outside a turn. */
export interface Sent {
  readonly kind: 'post' | 'update';
  readonly conversationId: string;
  readonly activityId: string;
  readonly message: Rendered;
}

export interface CardButton { readonly title: string; readonly verb: string; readonly data: Readonly<Record<string, unknown>> }

export interface House {
  readonly parts: Parts;
  readonly store: Store;
  /** Where its database lies. */
  readonly folder: string;
  /** Moves time; nothing is delivered by it. */
  at(now: string): void;
  person(who: Who): Promise<Person>;
  /** Opens a personal chat, so that cards can be sent there. */
  arrive(...who: readonly Who[]): Promise<void>;
  /** Links the stagnatiepunt channel. */
  linkChannel(): Promise<void>;
  say(who: Who, text: string, activityId?: string): Promise<Reply>;
  sayInChannel(who: Who, text: string): Promise<Reply>;
  /** Presses a button with what was typed in; `data` may be forged. */
  press(who: Who, data: unknown, typed?: Readonly<Record<string, string>>, at?: { readonly channel?: boolean; readonly cardActivityId?: string; readonly automatic?: boolean; readonly dialog?: 'none' | 'open' | 'submit' }): Promise<Reply>;
  /** Opens a case by the form and returns its stream and code. */
  openCase(who: Who, options?: { readonly step?: string; readonly age?: string }): Promise<{ readonly ref: string; readonly code: string }>;
  /** A button as this case's card would hold it now. */
  on(ref: string, verb: string, fields?: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>>;
  /** Delivers everything that is due. */
  deliver(): Promise<number>;
  readonly sent: Sent[];
  /** The answers of Teams to the next calls; afterwards everything is accepted. */
  readonly answers: SendResult[];
  /** How Teams answers in a conversation from now on, as long as it gives something; it may take its time. */
  answering(conversationId: string, answer: (kind: 'post' | 'update') => SendResult | Promise<SendResult> | undefined): void;
  readonly logged: { readonly level: string; readonly event: string; readonly facts: Readonly<Record<string, string | number>> }[];
  close(): Promise<void>;
}

export function chatId(who: Who): string {
  return `chat-${who}`;
}
export const CHANNEL = 'channel-1';

function conversation(conversationId: string): Conversation {
  return { serviceUrl: 'https://teams.example/', conversationId, channelId: 'msteams', tenantId: 'tenant-1', botId: '28:bot', userId: undefined };
}

/** The whole app on a store in a temporary folder, with a clock that stands still and ids that count. */
export async function openHouse(replace: { readonly store?: (store: Store) => Store } = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'routewijzer-house-'));
  const opened = await openSqlite(join(folder, 'house.sqlite'), testVault);
  const store = replace.store?.(opened) ?? opened;
  await store.importPeople(register);
  let now = MONDAY;
  let count = 0;
  let activities = 0;
  const sent: Sent[] = [];
  const answers: SendResult[] = [];
  const logged: House['logged'] = [];
  const places = new Map<string, (kind: 'post' | 'update') => SendResult | Promise<SendResult> | undefined>();
  const send = async (kind: 'post' | 'update', to: Conversation, message: Rendered, known?: string): Promise<SendResult> => {
    const answer = places.has(to.conversationId) ? await places.get(to.conversationId)?.(kind) : answers.shift();
    if (answer && answer.kind !== 'sent') return answer;
    activities += 1;
    const activityId = known ?? `activity-${String(activities)}`;
    sent.push({ kind, conversationId: to.conversationId, activityId, message });
    return { kind: 'sent', activityId };
  };
  const next = () => { count += 1; return count; };
  const parts: Parts = {
    store, route, render, articles, understand,
    clock: { now: () => now },
    ids: { next: () => `id${String(next())}`, code: () => `K${String(next()).padStart(4, '0')}`, random: () => 0 },
    routeOf: () => Promise.resolve(route),
    outgoing: { post: (to, message) => send('post', to, message), update: (to, id, message) => send('update', to, message, id) },
    wake: () => undefined, trustsChannelNames: true, publicUrl: () => 'https://routewijzer.example',
    log: (level, event, facts) => { logged.push({ level, event, facts }); },
  };
  const handler = createHandler(parts);
  const speaker = (who: Who): Speaker => ({ aadObjectId: `aad-${who}`, name: REGISTER[who].name, tenantId: 'tenant-1' });
  const chat = (who: Who): Scene => ({ kind: 'personal', conversation: conversation(chatId(who)) });
  const channel: Scene = { kind: 'channel', conversation: conversation(CHANNEL), channelName: 'Stagnatiepunt' };
  const press: House['press'] = (who, data, typed = {}, { channel: inChannel = false, cardActivityId, automatic = false, dialog = 'none' } = {}) => handler.handle({
    kind: 'click', data: typeof data === 'object' && data !== null ? { ...data, ...typed } : data, verb: '', speaker: speaker(who),
    scene: inChannel ? channel : chat(who), cardActivityId, automatic, dialog,
  });
  const on: House['on'] = async (ref, verb, fields = {}) => ({ v: 1, verb, ref, seen: (await store.row(ref))?.version ?? 0, ...fields });

  return {
    parts, store, folder, sent, answers, logged, press, on,
    answering: (conversationId, answer) => { places.set(conversationId, answer); },
    at: (moment) => { now = moment; },
    person: (who) => store.meet(`aad-${who}`, REGISTER[who].name, 'tenant-1'),
    arrive: async (...who) => { for (const one of who) await handler.handle({ kind: 'arrived', scene: chat(one), speaker: speaker(one) }); },
    linkChannel: async () => { await handler.handle({ kind: 'arrived', scene: channel, speaker: undefined }); },
    say: (who, text, activityId) => handler.handle({ kind: 'text', text, speaker: speaker(who), scene: chat(who), activityId }),
    sayInChannel: (who, text) => handler.handle({ kind: 'text', text, speaker: speaker(who), scene: channel, activityId: undefined }),
    openCase: async (who, { step = 'signaal', age = 'onder-12' } = {}) => {
      const id = `n-${String(next())}`;
      await press(who, { v: 1, verb: 'open-case', ref: id, seen: 0, step, age, then: '' });
      const ref = `c-${id.slice(2)}`;
      const row = await store.row(ref);
      if (!row?.code) throw new Error('no case was opened');
      return { ref, code: row.code };
    },
    deliver: () => deliverDue(parts, now),
    close: async () => {
      await opened.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Every button on a card, wherever it stands. */
export function buttonsOf(card: unknown): readonly CardButton[] {
  if (Array.isArray(card)) return card.flatMap(buttonsOf);
  if (typeof card !== 'object' || card === null) return [];
  // What Teams asks for by itself is no button.
  const inside = Object.entries(card).flatMap(([key, part]) => (key === 'refresh' ? [] : buttonsOf(part)));
  const it = card as { type?: unknown; title?: unknown; verb?: unknown; data?: unknown };
  // A button that opens a dialog, or stands in one, has its verb in its data only.
  if (it.type !== 'Action.Execute' && it.type !== 'Action.Submit') return inside;
  const data = it.data as Record<string, unknown>;
  return [{ title: String(it.title), verb: String(it.verb ?? data['verb']), data }, ...inside];
}

/** The card of a reply, as text; the text itself for a plain one. */
export function shownIn(reply: Reply): string {
  if (reply.kind === 'card') return JSON.stringify(reply.message.card);
  return reply.kind === 'text' ? reply.text : '';
}

/** The kind of card that a reply shows: `card:<kind>` is the id of its first element. */
export function kindOf(reply: Reply): string {
  if (reply.kind !== 'card') return reply.kind;
  return /"id":"card:([a-z-]+)"/.exec(JSON.stringify(reply.message.card))?.[1] ?? 'none';
}

/** The button of a reply's card with this verb, and these fields if given. */
export function buttonIn(reply: Reply, verb: string, fields: Readonly<Record<string, string>> = {}): CardButton {
  const all = reply.kind === 'card' ? buttonsOf(reply.message.card) : [];
  const found = all.find((one) => one.verb === verb && Object.entries(fields).every(([key, value]) => one.data[key] === value));
  if (!found) throw new Error(`no button ${verb} ${JSON.stringify(fields)} among ${all.map((one) => one.verb).join(', ')}`);
  return found;
}
