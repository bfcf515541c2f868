import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDesk, type Desk, type DeskPerson } from '../../src/desk/desk.js';

/** A stub of the bot on loopback: keeps what it got, answers with a sample card, and can speak for itself. */

export type Json = Record<string, unknown>;

export const PEOPLE: readonly DeskPerson[] = [
  { aadObjectId: 'aad-veldkamp', name: 'Marijke Veldkamp', role: 'leerkracht', roleLabel: 'Leerkracht', organisation: 'De Voorbeeldschool' },
  { aadObjectId: 'aad-roelofsma', name: 'Anneke Roelofsma', role: 'ib-er', roleLabel: "IB'er", organisation: 'De Voorbeeldschool' },
];

export function cardOf(...body: Json[]): Json {
  return { type: 'AdaptiveCard', version: '1.5', body };
}
export function cardMessage(card: Json, summary = 'kaart'): Json {
  return { type: 'message', summary, attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] };
}

export interface Running {
  readonly url: string;
  readonly desk: Desk;
  /** What the bot got, oldest first. */
  readonly received: Json[];
  /** What the bot does with an activity; returns status and body of its answer. */
  answer: (activity: Json) => Promise<{ status: number; body?: unknown }>;
  /** A call on the desk; `status` and parsed `body`. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }>;
  /** Calls the connector as the bot would. */
  connector(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }>;
  close(): Promise<void>;
}

async function readBody(req: IncomingMessage): Promise<Json> {
  const parts: Buffer[] = [];
  for await (const part of req as AsyncIterable<Buffer>) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') as Json;
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)));
}

/** Starts the stub bot and a desk in front of it, in one server, as the product does in local mode. */
export async function startDesk(
  options: { people?: readonly DeskPerson[]; file?: string; root?: string; port?: number; now?: string } = {},
): Promise<Running> {
  let now = options.now ?? '2026-11-23T08:00:00.000Z';
  const received: Json[] = [];
  const behind: { desk?: Desk } = {};
  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://desk.example');
    const reply = (status: number, body: unknown): void => void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
    if (url.pathname === '/api/messages') {
      const activity = await readBody(req);
      received.push(activity);
      const { status, body } = await running.answer(activity);
      return reply(status, body);
    }
    if (url.pathname === '/healthz') return reply(200, { status: 'ok', now });
    if (url.pathname === '/local/clock') {
      const wish = String((await readBody(req))['now']);
      if (wish < now) return reply(400, { error: 'past' });
      now = wish;
      return reply(200, { now });
    }
    if (!(await behind.desk?.handle(req, res, url))) reply(404, { error: 'none' });
  }
  const server = createServer((req, res) => void serve(req, res));
  const url = await listen(server, options.port ?? 0);
  const opened = await openDesk({
    people: options.people ?? PEOPLE, file: options.file ?? ':memory:', botUrl: url, publicUrl: url, now: () => now,
    root: options.root ?? new URL('../..', import.meta.url).pathname,
  });
  behind.desk = opened;
  async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }> {
    const response = await fetch(url + path, body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Json };
  }
  const running: Running = {
    url, desk: opened, received, call,
    answer: () => Promise.resolve({ status: 200 }),
    connector: (method, path, body) => call(method, `/desk/connector/v3/conversations${path}`, body),
    async close() {
      await opened.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return running;
}
