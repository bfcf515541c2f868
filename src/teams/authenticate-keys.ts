import { importJWK, type KeyLike } from 'jose';
import { request } from 'undici';
import { z } from 'zod';
import type { Clock } from '../app/ports.js';
import { isLoopbackHost, parseHttpUrl } from './loopback.js';

/** Where the Bot Framework says with which keys it signs. */
export const BOT_FRAMEWORK_METADATA = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** A public key, and the channels for which it may sign; none given: for every channel. */
export interface SigningKey {
  readonly key: KeyLike;
  readonly endorsements: readonly string[];
}

export type FoundKey =
  | { readonly kind: 'found'; readonly key: SigningKey }
  | { readonly kind: 'unknown' }
  /** The address of the keys did not answer, so that nothing can be judged. `cause` is a name, for operators. */
  | { readonly kind: 'unreachable'; readonly cause: string };

/** Microsoft asks for a refresh once a day at least. */
const FRESH_MS = 24 * 3_600_000;
/** While the address does not answer, the keys of yesterday serve for one more day: a fault there must not silence the bot. */
const USABLE_MS = 2 * FRESH_MS;
/** A key nobody knows may be a new one; whoever invents key ids does not make us ask more often than this. */
const AGAIN_MS = 5 * 60_000;
/** After a failure. */
const RETRY_MS = 10_000;
const TIME_LIMIT_MS = 10_000;
const LARGEST_ANSWER = 1024 * 1024;

const metadataSchema = z.object({ jwks_uri: z.string() });
const keySetSchema = z.object({ keys: z.array(z.unknown()).max(1000) });
const keySchema = z.object({
  kty: z.literal('RSA'), kid: z.string().min(1).max(200), n: z.string().max(3000), e: z.string().max(20),
  use: z.literal('sig').optional(), alg: z.literal('RS256').optional(), endorsements: z.array(z.string()).default([]),
});

/** True for an address whose answer can be trusted: https, or this machine itself (in tests). */
export function isKeyAddress(text: string): boolean {
  const url = parseHttpUrl(text);
  return url !== undefined && (url.protocol === 'https:' || isLoopbackHost(url.hostname));
}

/**
 * The keys behind an OpenID metadata address, fetched when they are first needed and kept for a day.
 * Returns a function that looks one up by its id (`kid`); it never rejects.
 */
export function signingKeys(metadataUrl: string, clock: Clock): (kid: string) => Promise<FoundKey> {
  let known: { readonly keys: ReadonlyMap<string, SigningKey>; readonly at: number } | undefined;
  let tried: number | undefined;
  let fault: string | undefined;
  let fetching: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    const at = Date.parse(clock.now());
    tried = at;
    try {
      known = { keys: await fetchKeys(metadataUrl), at };
      fault = undefined;
    } catch (error) {
      fault = nameOf(error);
    }
  }

  return async (kid) => {
    const now = Date.parse(clock.now());
    const longAgo = (at: number, limit: number): boolean => olderThan(now, at, limit);
    const wanted = known === undefined || longAgo(known.at, FRESH_MS) || !known.keys.has(kid);
    const mayTry = tried === undefined || longAgo(tried, fault === undefined ? AGAIN_MS : RETRY_MS);
    if (wanted && (mayTry || fetching)) await (fetching ??= refresh().finally(() => { fetching = undefined; }));
    // Time went on while they were fetched: against the time before that, new keys would lie in the future.
    if (known === undefined || olderThan(Date.parse(clock.now()), known.at, USABLE_MS)) return { kind: 'unreachable', cause: fault ?? 'not fetched' };
    const key = known.keys.get(kid);
    if (key) return { kind: 'found', key };
    return fault === undefined ? { kind: 'unknown' } : { kind: 'unreachable', cause: fault };
  };
}

/** A clock that was set back tells nothing about age: that counts as old, too. */
const olderThan = (now: number, at: number, limit: number): boolean => now < at || now - at >= limit;

async function fetchKeys(metadataUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri: address } = metadataSchema.parse(await getJson(metadataUrl));
  // Only where the metadata itself is on this machine may the keys be.
  const fine = isKeyAddress(address) && (address.startsWith('https:') || !metadataUrl.startsWith('https:'));
  if (!fine) throw new KeysFault('jwks_uri not https');
  const keys = new Map<string, SigningKey>();
  for (const each of keySetSchema.parse(await getJson(address)).keys) {
    const parsed = keySchema.safeParse(each);
    if (!parsed.success) continue;
    const { kid, n, e, endorsements } = parsed.data;
    const key = await importJWK({ kty: 'RSA', n, e }, 'RS256');
    if (!(key instanceof Uint8Array)) keys.set(kid, { key, endorsements });
  }
  if (keys.size === 0) throw new KeysFault('no keys');
  return keys;
}

class KeysFault extends Error {
  override readonly name = 'KeysFault';
}

async function getJson(address: string): Promise<unknown> {
  if (!isKeyAddress(address)) throw new KeysFault('address not https');
  const { statusCode, body } = await request(address, { method: 'GET', headers: { accept: 'application/json' }, signal: AbortSignal.timeout(TIME_LIMIT_MS) });
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    const bytes = Buffer.from(part as Uint8Array);
    size += bytes.length;
    if (size > LARGEST_ANSWER) throw new KeysFault('answer too large');
    parts.push(bytes);
  }
  if (statusCode !== 200) throw new KeysFault(`status ${String(statusCode)}`);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** A name, never a message of somebody else's making. */
function nameOf(error: unknown): string {
  if (error instanceof KeysFault) return error.message;
  if (!(error instanceof Error)) return 'failed';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
