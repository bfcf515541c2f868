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
    try {
      const bearer = await token();
      const response = await request(url, {
        method: activityId === undefined ? 'POST' : 'PUT',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        },
        body: JSON.stringify(activity),
        signal: AbortSignal.timeout(timeLimitMs),
      });
      return outcome(response.statusCode, response.headers, await response.body.text());
    } catch (error) {
      return { kind: 'retry', afterMs: undefined, reason: failure(error) };
    }
  };
}

/** The service's address with one slash at its end, or undefined when it may not be called. */
function allowed(serviceUrl: string, localMode: boolean): string | undefined {
  const url = parseHttpUrl(serviceUrl);
  if (url === undefined) return undefined;
  const fine = localMode ? isLoopbackHost(url.hostname) : url.protocol === 'https:';
  return fine ? `${url.origin}${url.pathname.replace(/\/+$/, '')}/` : undefined;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

function outcome(status: number, headers: Headers, body: string): SendResult {
  if (status >= 200 && status < 300) return { kind: 'sent', activityId: idIn(body) };
  const reason = `status ${String(status)}${codeIn(body)}`;
  // 412 is Teams' way to say that the conversation is being changed just now.
  const passing = status === 429 || status === 412 || status === 408 || status >= 500;
  return passing ? { kind: 'retry', afterMs: retryAfterMs(headers), reason } : { kind: 'permanent', reason };
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
