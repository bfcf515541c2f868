import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Bot } from '../teams/bot.js';
import { isLoopbackUrl } from '../teams/loopback.js';
import { sendError, sendJson } from './answer.js';
import { readJsonObject, type RefusedBody } from './body.js';

/** Begins to time the answer to an activity of this type; what comes back is told its status. */
export type Measure = (type: string) => (status: number) => void;

export type Route = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** POST /api/messages: one activity from Teams, or from the local client. Of who may not in, not even the activity is read. */
export function messagesRoute(bot: Pick<Bot, 'admit' | 'process'>, local: boolean, measure: Measure = () => () => undefined): Route {
  return async (req, res) => {
    const admitted = await bot.admit(req.headersDistinct['authorization'] ?? []);
    if (!admitted.ok) return finish(res, { status: admitted.status, body: { error: admitted.status === 503 ? 'unavailable' : 'unauthorized' } });
    const body = await readJsonObject(req);
    if (body.kind === 'refused') return refuse(req, res, body);
    const { type, serviceUrl } = body.value;
    if (typeof type !== 'string' || type === '') return sendError(res, 400, 'activity has no type');
    if (serviceUrl === undefined) return sendError(res, 400, 'activity has no serviceUrl');
    if (local && !(typeof serviceUrl === 'string' && isLoopbackUrl(serviceUrl))) {
      return sendError(res, 403, 'in local mode serviceUrl must be on this machine');
    }
    let answer: { status: number; body?: unknown } = { status: 200 };
    const measured = measure(type);
    await bot.process({ body: body.value, caller: admitted.caller }, {
      status: (code) => { answer = { ...answer, status: code }; },
      send: (content) => { answer = { ...answer, body: content }; },
      end: () => {
        measured(answer.status);
        finish(res, answer);
      },
    });
  };
}

function finish(res: ServerResponse, { status, body }: { status: number; body?: unknown }): void {
  if (status === 401) res.setHeader('WWW-Authenticate', 'Bearer');
  if (status === 503) res.setHeader('Retry-After', '30');
  if (body !== undefined) sendJson(res, status, body);
  else res.writeHead(status, { 'Content-Length': 0 }).end();
}

/** GET /healthz. */
export function healthRoute(health: () => object | Promise<object>): Route {
  return async (_req, res) => { sendJson(res, 200, await health()); };
}

/** GET /metrics: for Prometheus. */
export function metricsRoute(page: () => Promise<{ readonly type: string; readonly text: string }>): Route {
  return async (req, res) => {
    const { type, text } = await page();
    if (res.headersSent || res.destroyed) return;
    res.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(text) });
    res.end(req.method === 'HEAD' ? undefined : text);
  };
}

const clockSchema = z.object({ now: z.iso.datetime({ offset: true }) });

/** POST /local/clock: moves time, and answers when what became due has been delivered. */
export function clockRoute(clock: { set(now: string): Promise<object> }): Route {
  return async (req, res) => {
    const body = await readJsonObject(req);
    if (body.kind === 'refused') return refuse(req, res, body);
    const parsed = clockSchema.safeParse(body.value);
    if (!parsed.success) return sendError(res, 400, 'now must be an ISO 8601 instant, for example 2026-11-22T08:00:00Z');
    sendJson(res, 200, await clock.set(new Date(parsed.data.now).toISOString()));
  };
}

function refuse(req: IncomingMessage, res: ServerResponse, { status, error }: RefusedBody): void {
  // Where reading was given up, what still comes is not read and the connection cannot serve another request.
  if (status === 413 && !req.complete) res.setHeader('Connection', 'close');
  sendError(res, status, error);
}
