import { request } from 'undici';
import { z } from 'zod';
import type { SendResult } from '../app/ports.js';
import type { TokenSource } from './credentials.js';
import { isLoopbackHost, parseHttpUrl } from './loopback.js';

/** One call to the Bot Connector. With `activityId` it replaces that activity, without it a new one is posted. */
export interface ConnectorCall {
  readonly serviceUrl: string;
  readonly conversationId: string;
  readonly activityId?: string;
  readonly activity: object;
}

/** Never rejects: what can go wrong on the way is a `SendResult`. */
export type Connector = (call: ConnectorCall) => Promise<SendResult>;

export interface ConnectorOptions {
  readonly token: TokenSource;
  /** Send to this machine only, without a token; else to https only, with one. */
  readonly localMode: boolean;
  /** Milliseconds that one call may take, answer included. */
  readonly timeLimitMs?: number;
}

/** "Later" that is further away than this is not believed: a card must not be parked for years. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/**
 * A light client of the Bot Connector's REST interface: JSON over a kept connection. The SDK's own client builds a
 * pipeline for every turn, which cost more than the rest of the turn together; its retries are the outbox's.
 */
export function createConnector({ token, localMode, timeLimitMs = 10_000 }: ConnectorOptions): Connector {
  return async ({ serviceUrl, conversationId, activityId, activity }) => {
    const base = allowed(serviceUrl, localMode);
    if (base === undefined) return { kind: 'permanent', reason: 'serviceUrl not allowed' };
    const path = `v3/conversations/${encodeURIComponent(conversationId)}/activities`;
    const url = `${base}${path}${activityId === undefined ? '' : `/${encodeURIComponent(activityId)}`}`;
    const patience = AbortSignal.timeout(timeLimitMs);
    let out = false;
    try {
      const bearer = await within(patience, token());
      out = true;
      const response = await request(url, {
        method: activityId === undefined ? 'POST' : 'PUT',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        },
        body: JSON.stringify(activity),
        signal: patience,
      });
      // The status says what became of it; an answer that breaks off after that does not take it back.
      const body = await response.body.text().catch(() => '');
      return outcome(response.statusCode, response.headers, body, activityId !== undefined);
    } catch (error) {
      const reason = failure(error);
      return { kind: 'retry', afterMs: undefined, reason, ...(out && !NEVER_OUT.test(reason) ? { uncertain: true } : {}) };
    }
  };
}

/** What goes wrong before anything of the request is on its way: no address, no connection, no trust. */
const NEVER_OUT = /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|\w*_CERT\w*|UNABLE_TO_\w+)$/;

/** Logging in counts towards the time limit too. */
async function within<T>(patience: AbortSignal, work: Promise<T>): Promise<T> {
  const given = new Promise<never>((_resolve, reject) => {
    patience.addEventListener('abort', () => { reject(patience.reason instanceof Error ? patience.reason : new Error('too late')); }, { once: true });
  });
  return Promise.race([work, given]);
}

/** The service's address with one slash at its end, or undefined when it may not be called. */
function allowed(serviceUrl: string, localMode: boolean): string | undefined {
  const url = parseHttpUrl(serviceUrl);
  if (url === undefined) return undefined;
  const fine = localMode ? isLoopbackHost(url.hostname) : url.protocol === 'https:';
  return fine ? `${url.origin}${url.pathname.replace(/\/+$/, '')}/` : undefined;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

function outcome(status: number, headers: Headers, body: string, update: boolean): SendResult {
  if (status >= 200 && status < 300) return { kind: 'sent', activityId: idIn(body) };
  const code = codeIn(body);
  const reason = `status ${String(status)}${code}`;
  if (status === 429) return { kind: 'retry', afterMs: retryAfterMs(headers), reason, limited: true };
  // 412 is Teams' way to say that the conversation is being changed just now. 401: the login is being changed, or is set wrongly.
  if (status === 412 || status === 401 || status === 503) return { kind: 'retry', afterMs: retryAfterMs(headers), reason };
  // Somebody on the way gave up, or fell over with it in hand.
  if (status === 408 || status >= 500) return { kind: 'retry', afterMs: retryAfterMs(headers), reason, uncertain: true };
  const messageGone = update && status === 404 && !/conversation/i.test(code);
  const ourFault = status === 400 || status === 413;
  return { kind: 'permanent', reason, ...(messageGone ? { messageGone } : {}), ...(ourFault ? { ourFault } : {}) };
}

const idSchema = z.object({ id: z.string() });
const errorSchema = z.object({ error: z.object({ code: z.string().regex(/^\w{1,60}$/) }) });

function idIn(body: string): string {
  const parsed = idSchema.safeParse(json(body));
  return parsed.success ? parsed.data.id : '';
}

/** The connector's own word for it (`BotNotInConversationRoster`); its message may quote content and is left out. */
function codeIn(body: string): string {
  const parsed = errorSchema.safeParse(json(body));
  return parsed.success ? ` ${parsed.data.error.code}` : '';
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * `Retry-After` in milliseconds: seconds, or a date, which is read against the answer's own `Date` because the two
 * clocks may differ. Undefined when absent, unreadable, or a date without a `Date` to read it against.
 */
export function retryAfterMs(headers: Headers): number | undefined {
  const value = one(headers['retry-after'])?.trim();
  if (value === undefined || value === '') return undefined;
  const wait = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.parse(one(headers['date']) ?? '');
  return Number.isNaN(wait) ? undefined : Math.round(Math.min(Math.max(wait, 0), LONGEST_WAIT_MS));
}

function one(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}

/** A name, never a message: those may hold addresses or content. */
function failure(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
