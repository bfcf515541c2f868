import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Handler, Input } from '../../src/app/input.js';
import { createHttpServer, type HttpServer } from '../../src/http/server.js';
import { createBot, type BotOptions } from '../../src/teams/bot.js';
import { APP_ID, forgeries, knock, startIssuer, type About, type Claims, type TokenIssuer } from '../support/tokens.js';

const TENANT = '5d0c1c3e-2b77-4c0a-8f5a-1e9d7c6b5a40';
const SERVICE = 'https://smba.example/emea/';
const NOON = '2026-11-23T12:00:00.000Z';
const HOUR = 3_600_000;

let issuer: TokenIssuer;
let server: HttpServer;
let url: string;
let seen: Input[];
let errors: unknown[];
let refused: { readonly reason: string; readonly times: number; readonly cause?: string }[];
let now: string;

const handler: Handler = { handle: (input) => { seen.push(input); return Promise.resolve({ kind: 'text', text: 'Dag!' }); } };
const about = (): About => ({ serviceUrl: SERVICE, now: Math.floor(Date.parse(now) / 1000) });
const activity = (changes: Claims = {}): Claims => ({
  type: 'message', text: 'wat nu?', id: 'm1', channelId: 'msteams', serviceUrl: SERVICE, deliveryMode: 'expectReplies', from: { id: '29:anna', aadObjectId: 'aad-anna' },
  recipient: { id: '28:bot' }, conversation: { id: 'a:1', conversationType: 'personal', tenantId: TENANT }, ...changes,
});
const later = (ms: number) => { now = new Date(Date.parse(now) + ms).toISOString(); };
const good = (changes: Claims = {}, key: 'teams' | 'free' | 'unlisted' = 'teams') => knock(url, [`Bearer ${issuer.token(about(), changes, key)}`], activity());

async function open(changes: Partial<BotOptions> = {}): Promise<void> {
  await server?.close();
  const bot = createBot({
    appId: APP_ID, password: 'a-secret', tenantId: TENANT, appType: 'SingleTenant', handler, localMode: false, clock: { now: () => now }, tenants: [TENANT],
    openIdMetadata: issuer.metadata, onError: (error) => { errors.push(error); }, onRefused: (facts) => { refused.push(facts); }, ...changes,
  });
  server = createHttpServer({ bot, health: () => ({}), local: false });
  ({ url } = await server.listen(0, '127.0.0.1'));
}

beforeAll(async () => { issuer = await startIssuer(); });
afterAll(() => issuer.close());
beforeEach(async () => {
  now = NOON;
  seen = [];
  errors = [];
  refused = [];
  await open();
});
afterEach(async () => {
  issuer.answerWith(undefined);
  await server.close();
});

describe('a token of the Bot Framework', () => {
  it('gets its activity in', async () => {
    const { status, body } = await good();
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ activities: [{ text: 'Dag!' }] });
    expect(seen).toMatchObject([{ kind: 'text', text: 'wat nu?', speaker: { aadObjectId: 'aad-anna', tenantId: TENANT } }]);
    expect(refused).toEqual([]);
  });

  it('is good with a key that is bound to no channel, and whatever the case of the scheme', async () => {
    expect((await good({}, 'free')).status).toBe(200);
    expect((await knock(url, [`bearer ${issuer.token(about())}`], activity())).status).toBe(200);
  });

  it('may differ five minutes from our clock, and no more', async () => {
    const { now: at } = about();
    expect((await good({ exp: at - 290 })).status).toBe(200);
    expect((await good({ nbf: at + 290 })).status).toBe(200);
    expect((await good({ exp: at - 310 })).status).toBe(401);
    expect((await good({ nbf: at + 310 })).status).toBe(401);
  });

  it('needs no beginning', async () => {
    expect((await good({ nbf: undefined, iat: undefined })).status).toBe(200);
  });
});

describe('nobody gets in', () => {
  it.each(forgeries.map((forgery) => [forgery.name, forgery] as const))('with %s', async (_name, forgery) => {
    const { status, headers, body } = await knock(url, forgery.headers(issuer, about()), activity(forgery.activity));
    expect({ status, body }).toEqual({ status: 401, body: '{"error":"unauthorized"}' });
    expect(headers['www-authenticate']).toBe('Bearer');
    expect(seen).toEqual([]);
    expect(errors).toEqual([]);
    expect(refused).toHaveLength(1);
  });

  it('and the reason that operators see fits the forgery', async () => {
    const reasons = new Map<string, string>();
    for (const forgery of forgeries) {
      await open();
      refused = [];
      await knock(url, forgery.headers(issuer, about()), activity(forgery.activity));
      reasons.set(forgery.name, refused[0]?.reason ?? 'none');
    }
    expect(Object.fromEntries(reasons)).toMatchObject({
      'no header': 'no-token', Basic: 'scheme', garbage: 'malformed', 'the header twice': 'several-tokens', 'a very long token': 'too-long', 'alg none': 'algorithm',
      'HS256 with the public key as its secret': 'algorithm', 'a wrong key under a listed key id': 'signature', 'an unknown key id': 'unknown-key', 'no key id': 'no-key-id',
      'an unknown critical header': 'critical-header', expired: 'expired', 'not yet valid': 'not-yet-valid', 'no expiry': 'no-expiry', 'another issuer': 'issuer',
      'the token of another app': 'audience', 'a list of audiences with us': 'audience', 'no service address': 'no-service-url', 'another service address': 'other-service-url',
      'an activity with another service address': 'other-service-url', 'the key of another channel': 'other-channel', 'an activity of another channel': 'other-channel',
      'a payload that was changed afterwards': 'signature', 'a token of the emulator': 'issuer', 'a token of another bot (skill)': 'issuer', 'a token of this bot itself': 'audience',
    });
  });

  it('and of whoever has no token not even the activity is read', async () => {
    const response = await fetch(`${url}/api/messages`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{' });
    expect(response.status).toBe(401);
  });

  it('from Web Chat, where anybody can say who they are, with a key that is good for every channel', async () => {
    const { status } = await knock(url, [`Bearer ${issuer.token(about(), {}, 'free')}`], activity({ channelId: 'webchat' }));
    expect(status).toBe(403);
    expect(seen).toEqual([]);
    expect(refused).toMatchObject([{ reason: 'not-teams' }]);
  });

  it('as local, because outside local mode nobody is', async () => {
    const bot = createBot({
      appId: APP_ID, password: 'a-secret', tenantId: TENANT, appType: 'SingleTenant', handler, localMode: false, clock: { now: () => now }, onError: () => undefined,
    });
    let status = 0;
    await bot.process({ body: activity(), caller: { kind: 'local' } }, { status: (code) => { status = code; }, send: () => undefined, end: () => undefined });
    expect(status).toBe(401);
    expect(seen).toEqual([]);
  });
});

describe('the log of who was turned away', () => {
  it('has one line a minute for each reason, with how often', async () => {
    for (let count = 0; count < 5; count += 1) await knock(url, [], activity());
    await knock(url, ['Bearer garbage'], activity());
    expect(refused).toEqual([{ reason: 'no-token', times: 1 }, { reason: 'malformed', times: 1 }]);
    later(61_000);
    await knock(url, [], activity());
    expect(refused.at(-1)).toEqual({ reason: 'no-token', times: 5 });
  });
});

describe('the keys', () => {
  it('are fetched when first needed, once for all who wait, and kept for a day', async () => {
    const before = issuer.asked();
    await Promise.all([good(), good(), good()]);
    later(23 * HOUR);
    await good();
    expect(issuer.asked() - before).toBe(1);
    later(2 * HOUR);
    expect((await good()).status).toBe(200);
    expect(issuer.asked() - before).toBe(2);
  });

  it('are asked for again for a key nobody knows, at most once in five minutes', async () => {
    const before = issuer.asked();
    await good();
    for (let count = 0; count < 5; count += 1) expect((await good({}, 'unlisted')).status).toBe(401);
    expect(issuer.asked() - before).toBe(1);
    issuer.list('unlisted');
    later(5 * 60_000);
    expect((await good({}, 'unlisted')).status).toBe(200);
    expect(issuer.asked() - before).toBe(2);
  });

  it.each([
    ['a fault', 500, '', 'status 500'], ['no JSON', 200, '<html>', 'SyntaxError'], ['another shape', 200, '{"keys":[]}', 'ZodError'],
    ['keys elsewhere without https', 200, '{"jwks_uri":"http://keys.example/"}', 'jwks_uri not https'],
  ])('that can not be had (%s) let nobody in, and the operator sees why', async (_what, status, body, cause) => {
    issuer.answerWith(status, body);
    const answer = await good();
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('30');
    expect(refused).toEqual([{ reason: 'keys-unreachable', times: 1, cause }]);
    expect(seen).toEqual([]);
  });

  it('are tried again soon after a failure, and not at every knock', async () => {
    issuer.answerWith(500);
    await good();
    issuer.answerWith(undefined);
    expect((await good()).status).toBe(503);
    later(10_000);
    expect((await good()).status).toBe(200);
  });

  it('of yesterday serve one more day while the address does not answer', async () => {
    await good();
    issuer.answerWith(500);
    later(30 * HOUR);
    expect((await good()).status).toBe(200);
    later(19 * HOUR);
    expect((await good()).status).toBe(503);
  });

  it('are fetched anew when the clock was set back', async () => {
    await good();
    const before = issuer.asked();
    later(-48 * HOUR);
    expect((await good()).status).toBe(200);
    expect(issuer.asked() - before).toBe(1);
  });

  it('serve the one who waited for them, also when the clock went on meanwhile', async () => {
    await open({ clock: { now: () => { later(1); return now; } } });
    expect((await good()).status).toBe(200);
    expect(refused).toEqual([]);
  });

  it('come over https or from this machine', async () => {
    await expect(open({ openIdMetadata: 'http://login.example/metadata' })).rejects.toThrow('https');
  });
});
