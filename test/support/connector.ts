import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { goesIn } from './logs.js';

/** An activity as it goes over the wire; tests look into it freely. */
export interface WireActivity {
  readonly [key: string]: unknown;
  readonly id?: string;
  readonly type?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly replyToId?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: Record<string, unknown> }[];
}

/** One call that the bot made. */
export interface ConnectorCallSeen {
  readonly kind: 'post' | 'update' | 'delete' | 'create';
  readonly conversationId: string;
  /** Given by the connector for a post, by the bot for an update or a delete. */
  readonly activityId: string;
  readonly activity: WireActivity;
  readonly headers: IncomingMessage['headers'];
}

export interface FakeConnector {
  readonly url: string;
  /** Every accepted call, in order of arrival. */
  readonly posts: readonly ConnectorCallSeen[];
  /** What stands in a conversation now: updates applied, deletions gone. */
  activities(conversationId: string): readonly WireActivity[];
  /** The first call, past or to come, that fits. Rejects after `deadlineMs`. */
  waitFor(fits: (call: ConnectorCallSeen) => boolean, deadlineMs?: number): Promise<ConnectorCallSeen>;
  /** The next call is answered with this instead; may be called again for the one after it. Status 0 never answers. */
  failNext(status: number, headers?: Readonly<Record<string, string>>, body?: string): void;
  close(): Promise<void>;
}

interface Failure { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
interface Waiting { readonly fits: (call: ConnectorCallSeen) => boolean; readonly found: (call: ConnectorCallSeen) => void }

/** A Bot Connector on this machine that gives out activity ids and remembers what was sent. */
export async function startConnector(): Promise<FakeConnector> {
  const posts: ConnectorCallSeen[] = [];
  const standing = new Map<string, Map<string, WireActivity>>();
  const failures: Failure[] = [];
  let waiting: Waiting[] = [];
  let last = 0;

  function record(call: ConnectorCallSeen): void {
    posts.push(call);
    const here = standing.get(call.conversationId) ?? new Map<string, WireActivity>();
    standing.set(call.conversationId, here);
    if (call.kind === 'post' || call.kind === 'update') here.set(call.activityId, { ...call.activity, id: call.activityId });
    if (call.kind === 'delete') here.delete(call.activityId);
    waiting = waiting.filter(({ fits, found }) => {
      if (!fits(call)) return true;
      found(call);
      return false;
    });
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const activity = await readJson(req);
    const failure = failures.shift();
    if (failure !== undefined) {
      if (failure.status !== 0) res.writeHead(failure.status, failure.headers).end(failure.body);
      return;
    }
    // Teams' own service stands under a path ("/emea/"), so anything may come before.
    const [, path] = (req.url ?? '').split('/v3/conversations');
    if (path === undefined) {
      res.writeHead(404).end();
      return;
    }
    const [, conversation, , activityId] = path.split('/').map(decodeURIComponent);
    last += 1;
    const kind = conversation === undefined ? 'create' : req.method === 'PUT' ? 'update' : req.method === 'DELETE' ? 'delete' : 'post';
    const conversationId = conversation ?? `created-${String(last)}`;
    const given = kind === 'update' || kind === 'delete' ? activityId : undefined;
    const call = { kind, conversationId, activityId: given ?? `activity-${String(last)}`, activity, headers: req.headers } as const;
    res.writeHead(kind === 'post' || kind === 'create' ? 201 : 200, { 'content-type': 'application/json' });
    res.end(JSON.stringify({ id: kind === 'create' ? conversationId : call.activityId }));
    record(call);
  }

  const server = createServer((req, res) => {
    answer(req, res).catch(() => { res.destroy(); });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });

  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    posts,
    activities: (conversationId) => [...(standing.get(conversationId)?.values() ?? [])],
    waitFor: (fits, deadlineMs = 5000) => new Promise((resolve, reject) => {
      const past = posts.find(fits);
      if (past !== undefined) {
        resolve(past);
        return;
      }
      const deadline = setTimeout(() => { reject(new Error(`nothing that fits was sent within ${String(deadlineMs)} ms`)); }, deadlineMs);
      waiting.push({ fits, found: (call) => { clearTimeout(deadline); resolve(call); } });
    }),
    failNext: (status, headers = {}, body = '') => { failures.push({ status, headers, body }); },
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
}

async function readJson(req: IncomingMessage): Promise<WireActivity> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return (text === '' ? {} : JSON.parse(text)) as WireActivity;
}

export interface PersonOptions {
  /** Where the bot listens, and where it shall answer. */
  readonly botUrl: string;
  readonly connector: Pick<FakeConnector, 'url' | 'activities'>;
  readonly aadObjectId: string;
  readonly name: string;
  /** The personal chat; made from the person's id when left out. */
  readonly conversationId?: string;
  readonly tenantId?: string;
}

/** A button of a card: what an Action.Execute holds. */
export interface ClickedAction { readonly verb: string; readonly data?: unknown }
export interface Channel { readonly id: string; readonly name?: string; /** The first message of the thread. */ readonly thread?: string }

export interface TestPerson {
  readonly conversationId: string;
  /** Types in personal chat; resolves with what the bot answered in that turn. */
  say(text: string): Promise<readonly WireActivity[]>;
  /** The same, in a channel. */
  sayIn(channel: Channel, text: string): Promise<readonly WireActivity[]>;
  /** Types with `expectReplies`: the answers come back in the HTTP body. */
  ask(text: string): Promise<readonly WireActivity[]>;
  /** Presses a button; resolves with the body of the invoke response. */
  click(action: ClickedAction, inputs?: Readonly<Record<string, string>>, at?: ClickOptions): Promise<InvokeBody>;
  /** Opens a dialog with a button of a card (`task/fetch`), or sends a form in one (`task/submit`); undefined closes it. */
  task(step: 'fetch' | 'submit', action: Pick<ClickedAction, 'data'>, inputs?: Readonly<Record<string, string>>): Promise<TaskBody | undefined>;
  /** Installs the bot in personal chat. */
  install(): Promise<readonly WireActivity[]>;
  /** Adds the bot to the team of a channel. */
  installIn(channel: Channel): Promise<readonly WireActivity[]>;
  /** Sends any activity as this person, for what has no method of its own. */
  send(activity: Readonly<Record<string, unknown>>): Promise<Response>;
}
export interface ClickOptions {
  readonly cardActivityId?: string;
  readonly channel?: Channel;
  /** Teams' own refresh instead of a press. */
  readonly automatic?: boolean;
}
export interface InvokeBody { readonly statusCode: number; readonly type: string; readonly value: unknown }

/** What a dialog holds from now on, or its last word. */
export type TaskBody =
  | { readonly type: 'continue'; readonly value: { readonly title: string; readonly height: string; readonly width: string; readonly card: { readonly contentType: string; readonly content: Record<string, unknown> } } }
  | { readonly type: 'message'; readonly value: string };

export const BOT_ID = '28:routewijzer';
let lastActivity = 0;

/** Somebody in Teams, as the bot sees them: a small client of `POST /api/messages`. */
export function person(options: PersonOptions): TestPerson {
  const { botUrl, connector, aadObjectId, name, tenantId = 'tenant-1' } = options;
  const conversationId = options.conversationId ?? `a:${aadObjectId}`;

  const send = (activity: Readonly<Record<string, unknown>>): Promise<Response> => {
    goesIn([name, aadObjectId, tenantId, conversationId, activity]);
    return post(activity);
  };
  const post = (activity: Readonly<Record<string, unknown>>): Promise<Response> => fetch(`${botUrl}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      channelId: 'msteams',
      serviceUrl: connector.url,
      from: { id: `29:${aadObjectId}`, name, aadObjectId },
      recipient: { id: BOT_ID, name: 'Routewijzer' },
      conversation: { conversationType: 'personal', id: conversationId, tenantId },
      ...activity,
    }),
  });

  /** The bot answers before the request ends, so the answers stand there; `replyToId` tells whose they are. */
  async function turn(activity: Readonly<Record<string, unknown>>, conversation: string): Promise<readonly WireActivity[]> {
    lastActivity += 1;
    const id = `from-${aadObjectId}-${String(lastActivity)}`;
    const response = await send({ id, ...activity });
    if (!response.ok) throw new Error(`the bot answered ${String(response.status)}: ${await response.text()}`);
    await response.arrayBuffer();
    return connector.activities(conversation).filter(({ replyToId }) => replyToId === id);
  }

  const inChannel = (channel: Channel) => ({
    conversation: { conversationType: 'channel', isGroup: true, tenantId, id: threadOf(channel) },
    channelData: { tenant: { id: tenantId }, team: { id: 'team-1' }, channel: { id: channel.id, ...(channel.name === undefined ? {} : { name: channel.name }) } },
  });
  const mention = { type: 'mention', text: '<at>Routewijzer</at>', mentioned: { id: BOT_ID, name: 'Routewijzer' } };
  const added = { type: 'conversationUpdate', membersAdded: [{ id: BOT_ID }] };

  return {
    conversationId,
    send,
    say: (text) => turn({ type: 'message', text }, conversationId),
    sayIn: (channel, text) => turn(
      { type: 'message', text: `<at>Routewijzer</at> ${text}`, entities: [mention], ...inChannel(channel) }, threadOf(channel),
    ),
    ask: async (text) => {
      const response = await send({ type: 'message', text, deliveryMode: 'expectReplies' });
      return ((await response.json()) as { activities: readonly WireActivity[] }).activities;
    },
    click: async (action, inputs = {}, { cardActivityId, channel, automatic = false } = {}) => {
      const data = typeof action.data === 'object' && action.data !== null ? { ...action.data, ...inputs } : action.data;
      const response = await send({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: action.verb, data }, trigger: automatic ? 'automatic' : 'manual' },
        ...(cardActivityId === undefined ? {} : { replyToId: cardActivityId }),
        ...(channel === undefined ? {} : inChannel(channel)),
      });
      return (await response.json()) as InvokeBody;
    },
    task: async (step, { data }, inputs = {}) => {
      const merged = typeof data === 'object' && data !== null ? { ...data, ...inputs } : data;
      const response = await send({ type: 'invoke', name: `task/${step}`, value: { data: merged, context: { theme: 'default' } } });
      const body = await response.text();
      if (!response.ok) throw new Error(`the dialog was answered ${String(response.status)}: ${body}`);
      return body === '' ? undefined : (JSON.parse(body) as { task: TaskBody }).task;
    },
    install: () => turn({ ...added, membersAdded: [{ id: BOT_ID }, { id: `29:${aadObjectId}`, aadObjectId }] }, conversationId),
    installIn: (channel) => turn({ ...added, ...inChannel(channel) }, threadOf(channel)),
  };
}

function threadOf({ id, thread }: Channel): string {
  return thread === undefined ? id : `${id};messageid=${thread}`;
}
