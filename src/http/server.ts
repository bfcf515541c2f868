import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bot } from '../teams/bot.js';
import { sendError, setSecurityHeaders } from './answer.js';
import { fromThisMachine } from './local.js';
import type { Page } from '../app/print/open.js';
import { PRINT, printRoute } from './print.js';
import { readyRoute, type ReadyChecks } from './ready.js';
import { clockRoute, healthRoute, messagesRoute, metricsRoute, type Measure, type Route } from './routes.js';

/** Asked for every path that the server itself does not know; answers false when it does not know it either. */
export type DeskHandler = (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<boolean>;

export interface HttpServerOptions {
  readonly bot: Pick<Bot, 'admit' | 'process'>;
  readonly health: () => object | Promise<object>;
  /** What GET /readyz looks at, besides whether this server is closing; without it there is no such path. */
  readonly ready?: Omit<ReadyChecks, 'stopping'>;
  /** GET /metrics, for Prometheus; without it there is no such path. */
  readonly metrics?: () => Promise<{ readonly type: string; readonly text: string }>;
  readonly measure?: Measure;
  /** The page behind a link to print. */
  readonly print?: (token: string) => Promise<Page>;
  /** Local mode only: sets the clock to an instant, resolves when what became due has been delivered. */
  readonly clock?: { set(now: string): Promise<object> };
  /** Local mode only: the page and connector of the local client. */
  readonly desk?: DeskHandler;
  readonly local: boolean;
  /** Told of requests that failed through a fault of ours. */
  readonly onError?: (error: unknown) => void;
}

export interface HttpServer {
  /** Resolves when the server listens; port 0 takes any free one. Rejects when the port is taken. */
  listen(port: number, host: string): Promise<{ readonly port: number; readonly url: string }>;
  /** Takes no new requests, finishes running turns (for at most `graceMs`), then ends all connections. */
  close(graceMs?: number): Promise<void>;
}

type Routes = ReadonlyMap<string, { readonly methods: readonly string[]; readonly route: Route }>;

/** The HTTP side: activities, health, metrics, pages to print, and in local mode the clock and the local client. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  let closing = false;
  const routes = routesFor(options, () => closing);
  const running = new Set<Promise<void>>();

  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (req, res) => {
    setSecurityHeaders(res);
    if (closing) res.setHeader('Connection', 'close');
    const { turn, done } = dispatch(req, res, routes, options);
    const finished = done.catch((error: unknown) => { fail(req, res, error, options); }).finally(() => { running.delete(finished); });
    if (turn) running.add(finished);
  });

  return {
    listen: (port, host) => new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        const address = server.address() as AddressInfo;
        const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
        resolve({ port: address.port, url: `http://${name}:${String(address.port)}` });
      });
    }),
    close: async (graceMs = 8000) => {
      closing = true;
      const closed = new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
      const end = () => { server.closeAllConnections(); };
      AbortSignal.timeout(graceMs).addEventListener('abort', end, { once: true });
      void Promise.all(running).then(end);
      await closed;
    },
  };
}

function routesFor({ bot, health, ready, metrics, measure, print, clock, local }: HttpServerOptions, stopping: () => boolean): Routes {
  return new Map([
    ['/api/messages', { methods: ['POST'], route: messagesRoute(bot, local, measure) }],
    ['/healthz', { methods: ['GET', 'HEAD'], route: healthRoute(health) }],
    ...(ready ? [['/readyz', { methods: ['GET', 'HEAD'], route: readyRoute({ ...ready, stopping }) }] as const] : []),
    ...(metrics ? [['/metrics', { methods: ['GET', 'HEAD'], route: metricsRoute(metrics) }] as const] : []),
    ...(print ? [[PRINT, { methods: ['GET', 'HEAD'], route: printRoute(print) }] as const] : []),
    ...(local && clock ? [['/local/clock', { methods: ['POST'], route: clockRoute(clock) }] as const] : []),
  ]);
}

interface Dispatched {
  /** Waited for on closing. The local client's page is not: it keeps a connection open to hear news. */
  readonly turn: boolean;
  readonly done: Promise<void>;
}

function dispatch(req: IncomingMessage, res: ServerResponse, routes: Routes, { desk, local }: HttpServerOptions): Dispatched {
  const refused = (status: number, error: string): Dispatched => {
    sendError(res, status, error);
    return { turn: false, done: Promise.resolve() };
  };
  if (local && !fromThisMachine(req)) return refused(403, 'local mode answers this machine only');
  const address = `http://${local ? (req.headers.host ?? '') : 'localhost'}${req.url ?? ''}`;
  if (req.url?.startsWith('/') !== true || !URL.canParse(address)) return refused(400, 'not a path');
  const url = new URL(address);
  const known = routes.get(url.pathname.startsWith(PRINT) ? PRINT : url.pathname);
  if (known === undefined) {
    return local && desk ? { turn: false, done: askDesk(desk, req, res, url) } : refused(404, 'not found');
  }
  if (!known.methods.includes(req.method ?? '')) {
    res.setHeader('Allow', known.methods.join(', '));
    return refused(405, 'method not allowed');
  }
  return { turn: true, done: known.route(req, res).then(() => sent(res)) };
}

async function askDesk(desk: DeskHandler, req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> {
  if (!(await desk(req, res, url))) sendError(res, 404, 'not found');
}

/** Resolves when the answer has left, or can no longer. */
function sent(res: ServerResponse): Promise<void> {
  if (res.writableFinished || res.destroyed) return Promise.resolve();
  return new Promise((resolve) => { res.once('finish', resolve); res.once('close', resolve); });
}

function fail(req: IncomingMessage, res: ServerResponse, error: unknown, { onError }: HttpServerOptions): void {
  // The caller hung up: nobody is waiting, and nothing is wrong with us.
  if (req.destroyed && !req.complete) return;
  onError?.(error);
  if (res.headersSent) res.destroy();
  else sendError(res, 500, 'something went wrong');
}
