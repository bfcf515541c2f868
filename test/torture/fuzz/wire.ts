import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { Pool } from 'undici';
import type { Card } from '../card.js';

export interface Answered {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

/** Longer than the harness allows any answer to take, so that a slow one is seen as slow and not as none. */
const GIVE_UP_MS = 20_000;

/** Sends requests to one process over kept connections. Never rejects: no answer is status 0. */
export function wireTo(url: string, connections: number) {
  const pool = new Pool(url, { connections, headersTimeout: GIVE_UP_MS, bodyTimeout: GIVE_UP_MS, pipelining: 1 });
  return {
    async send(method: 'POST' | 'GET' | 'PUT' | 'HEAD' | 'DELETE' | 'PATCH' | 'OPTIONS', path: string, headers: Record<string, string>, body?: string | Buffer): Promise<Answered> {
      const began = performance.now();
      try {
        const response = await pool.request({ method, path, headers, ...(body === undefined ? {} : { body }) });
        const text = await response.body.text();
        return { status: response.statusCode, body: text, ms: performance.now() - began };
      } catch {
        return { status: 0, body: '', ms: performance.now() - began };
      }
    },
    close: (): Promise<void> => pool.destroy(),
  };
}
export type Wire = ReturnType<typeof wireTo>;

/** Bytes as they are, on a connection of their own; the answer's first line, or status 0. Waits for at most a moment: half a request gets no answer. */
export function sendRaw(url: string, bytes: string, waitMs: number): Promise<Answered> {
  const { hostname, port } = new URL(url);
  const began = performance.now();
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => { socket.write(bytes); });
    const done = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.\d (\d{3})/.exec(heard)?.[1] ?? 0), body: heard, ms: performance.now() - began });
    };
    const timer = setTimeout(done, waitMs);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      heard += text;
      if (heard.includes('\r\n\r\n')) done();
    });
    socket.on('error', done);
    socket.on('close', done);
  });
}

/** A connector that says yes to everything, remembers nothing, and tells which cards came where. */
export async function startListener(heard: (conversation: string, activityId: string, card: Card) => void): Promise<{ readonly url: string; close(): Promise<void> }> {
  let last = 0;
  const server = createServer({ keepAliveTimeout: 60_000 }, (req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => { chunks.push(chunk); });
    req.on('error', () => { res.destroy(); });
    req.on('end', () => {
      last += 1;
      const [, conversation, , given] = (req.url ?? '').split('/v3/conversations')[1]?.split('/').map(decodeURIComponent) ?? [];
      const id = req.method === 'PUT' ? given ?? '' : `activity-${String(last)}`;
      res.writeHead(req.method === 'PUT' ? 200 : 201, { 'content-type': 'application/json' }).end(JSON.stringify({ id }));
      try {
        const { attachments = [] } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { attachments?: readonly { readonly content?: Card }[] };
        const card = attachments[0]?.content;
        if (card && conversation !== undefined) heard(conversation, id, card);
      } catch {
        // A call without a card, such as a typing signal.
      }
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
}
