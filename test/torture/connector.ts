import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Card } from './card.js';

/** One call that the bot made, as the connector took it in: from then on the message stands in Teams. */
export interface Call {
  readonly kind: 'post' | 'update' | 'delete' | 'create';
  readonly conversationId: string;
  readonly activityId: string;
  /** The message that this one answers, for a reply to something typed. */
  readonly replyToId: string | undefined;
  readonly card: Card | undefined;
  readonly text: string | undefined;
  /** When it came, in milliseconds of `performance.now()`. */
  readonly at: number;
  /** The same on the clock of the story, in milliseconds since 1970. */
  readonly storyAt: number;
  /** Was it answered the way the bot expects? Otherwise the bot can not know that it arrived. */
  answered: boolean;
  /** What the harness did to it instead of answering as the bot expects. */
  fate?: string;
}

/** How the connector behaves at one call, after or instead of taking it in. */
export interface Manners {
  /** Does the message arrive all the same? */
  readonly takesIn: boolean;
  answers(req: IncomingMessage, res: ServerResponse, ordinary: () => void): void;
}

export interface Connector {
  readonly url: string;
  readonly calls: readonly Call[];
  /** Asked at every call; undefined: it is taken in and answered. May be set anew at any time. */
  manners: (call: Call) => Manners | undefined;
  /** Told of every call that was taken in, before it is answered. */
  heard: (call: Call) => void;
  /** Told when a call was answered the way the bot expects. */
  told: (call: Call) => void;
  /** What stands in a conversation now, oldest first: updates applied, deletions gone. */
  standing(conversationId: string): readonly { readonly id: string; readonly card: Card | undefined; readonly text: string | undefined; readonly replyToId: string | undefined }[];
  close(): Promise<void>;
}

/** A Bot Connector on this machine that gives out activity ids and remembers what was sent. `storyNow` is the clock of the story. */
export async function startConnector(storyNow: () => number = () => Date.now()): Promise<Connector> {
  const calls: Call[] = [];
  const standing = new Map<string, Map<string, Call>>();
  let last = 0;

  const takeIn = (call: Call): void => {
    calls.push(call);
    const here = standing.get(call.conversationId) ?? new Map<string, Call>();
    standing.set(call.conversationId, here);
    if (call.kind === 'delete') here.delete(call.activityId);
    if (call.kind === 'post') here.set(call.activityId, call);
    if (call.kind === 'update') here.set(call.activityId, { ...call, replyToId: here.get(call.activityId)?.replyToId ?? call.replyToId });
  };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const activity = await readJson(req);
    const [, path] = (req.url ?? '').split('/v3/conversations');
    if (path === undefined) {
      res.writeHead(404).end();
      return;
    }
    const [, conversation, , activityId] = path.split('/').map(decodeURIComponent);
    last += 1;
    const kind = conversation === undefined ? 'create' : req.method === 'PUT' ? 'update' : req.method === 'DELETE' ? 'delete' : 'post';
    const attachments = activity['attachments'] as readonly { readonly content: Card }[] | undefined;
    const call: Call = {
      kind, conversationId: conversation ?? `created-${String(last)}`,
      activityId: (kind === 'update' || kind === 'delete' ? activityId : undefined) ?? `activity-${String(last)}`,
      replyToId: typeof activity['replyToId'] === 'string' ? activity['replyToId'] : kind === 'post' ? activityId : undefined,
      card: attachments?.[0]?.content, text: typeof activity['text'] === 'string' ? activity['text'] : undefined,
      at: performance.now(), storyAt: storyNow(), answered: false,
    };
    const ordinary = (): void => {
      call.answered = true;
      res.writeHead(kind === 'post' || kind === 'create' ? 201 : 200, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ id: kind === 'create' ? call.conversationId : call.activityId }));
      setImmediate(() => { connector.told(call); });
    };
    const manners = connector.manners(call);
    if (manners?.takesIn !== false) {
      takeIn(call);
      connector.heard(call);
    }
    if (manners === undefined) ordinary();
    else manners.answers(req, res, ordinary);
  }

  const server: Server = createServer({ keepAliveTimeout: 60_000 }, (req, res) => {
    answer(req, res).catch(() => { res.destroy(); });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });

  const connector: Connector = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    calls,
    manners: () => undefined,
    heard: () => undefined,
    told: () => undefined,
    standing: (conversationId) => [...(standing.get(conversationId)?.entries() ?? [])].map(([id, { card, text, replyToId }]) => ({ id, card, text, replyToId })),
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
  return connector;
}

async function readJson(req: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return (text === '' ? {} : JSON.parse(text)) as Readonly<Record<string, unknown>>;
}
