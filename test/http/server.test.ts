import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpServer, type HttpServer, type HttpServerOptions } from '../../src/http/server.js';

type Answer = Awaited<ReturnType<typeof request>>;

let server: HttpServer;
let url: string;
let bodies: unknown[];
let times: string[];
/** What the bot waits for before it answers. */
let hold: Promise<void>;

const options = (): HttpServerOptions => ({
  bot: {
    admit: () => Promise.resolve({ ok: true, caller: { kind: 'local' } }),
    process: async ({ body }, res) => {
      bodies.push(body);
      await hold;
      res.status(200);
      res.send({ fine: true });
      res.end();
    },
  },
  health: () => ({ status: 'ok' }),
  clock: { set: (now) => { times.push(now); return Promise.resolve({ now }); } },
  desk: (_req, res, address) => {
    if (address.pathname !== '/desk') return Promise.resolve(false);
    res.end('desk');
    return Promise.resolve(true);
  },
  local: true,
});

async function start(change: Partial<HttpServerOptions> = {}): Promise<void> {
  await server?.close();
  server = createHttpServer({ ...options(), ...change });
  ({ url } = await server.listen(0, '127.0.0.1'));
}

beforeEach(async () => {
  bodies = [];
  times = [];
  hold = Promise.resolve();
  await start();
});
afterEach(() => server.close());

const activity = { type: 'message', serviceUrl: 'http://127.0.0.1:9/' };
const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> => request(`${url}${path}`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const say = (body: unknown, headers: Record<string, string> = {}): Promise<Answer> => post('/api/messages', body, headers);
async function statusOf(answer: Promise<Answer>): Promise<number> {
  const { statusCode, body } = await answer;
  await body.dump();
  return statusCode;
}

describe('POST /api/messages', () => {
  it('hands the activity over and answers what the bot says', async () => {
    const { statusCode, body } = await say(activity, { 'content-type': 'Application/JSON; charset=utf-8' });
    expect([statusCode, await body.json()]).toEqual([200, { fine: true }]);
    expect(bodies).toEqual([activity]);
  });

  it.each([
    ['malformed JSON', '{"type":', 400],
    ['nothing', '', 400],
    ['a list', [activity], 400],
    ['null', 'null', 400],
    ['a text', '"hoi"', 400],
    ['no type', { serviceUrl: activity.serviceUrl }, 400],
    ['a type that is none', { ...activity, type: 5 }, 400],
    ['no serviceUrl', { type: 'message' }, 400],
    ['too deep a nesting', { ...activity, value: deep(60) }, 400],
    ['a nesting that breaks stacks', `{"type":"message","value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400],
    ['too much', { ...activity, text: 'x'.repeat(256 * 1024) }, 413],
    ['far too much', { ...activity, text: 'x'.repeat(3 * 1024 * 1024) }, 413],
    ['a serviceUrl elsewhere', { ...activity, serviceUrl: 'https://smba.example/' }, 403],
    ['a serviceUrl that only looks local', { ...activity, serviceUrl: 'http://127.0.0.1@smba.example/' }, 403],
    ['a serviceUrl that is none', { ...activity, serviceUrl: 7 }, 403],
  ])('refuses %s', async (_what, body, status) => {
    const answer = await say(body);
    expect(answer.statusCode).toBe(status);
    expect(await answer.body.json()).toEqual({ error: expect.any(String) as string });
    expect(bodies).toEqual([]);
  });

  it('takes nesting that cards really have', async () => {
    expect(await statusOf(say({ ...activity, value: deep(40) }))).toBe(200);
  });

  it.each(['http://127.1.2.3:4', 'http://localhost:4/x', 'http://[::1]:4'])('takes the serviceUrl %s', async (serviceUrl) => {
    expect(await statusOf(say({ ...activity, serviceUrl }))).toBe(200);
  });

  it.each(['text/plain', 'application/jsonp', 'multipart/form-data'])('refuses the content type %s', async (type) => {
    expect(await statusOf(say(activity, { 'content-type': type }))).toBe(415);
  });

  it('refuses an encoding that it does not know', async () => {
    expect(await statusOf(say(activity, { 'content-encoding': 'gzip' }))).toBe(415);
  });

  it('takes keys out that could reach a prototype, and NUL out of texts', async () => {
    const poison = '{"type":"message","serviceUrl":"http://127.0.0.1:9/","__proto__":{"bad":1},"value":{"a":[{"constructor":{"prototype":{"bad":1}},"t":"a\\u0000b"}]}}';
    expect(await statusOf(say(poison))).toBe(200);
    expect(bodies).toEqual([{ ...activity, value: { a: [{ t: 'ab' }] } }]);
    expect(({} as Record<string, unknown>)['bad']).toBeUndefined();
  });

  it.each([[401, 'unauthorized'], [503, 'unavailable']] as const)('turns away with %i whom the bot does not admit, without reading what they brought', async (status, error) => {
    await start({ bot: { ...options().bot, admit: () => Promise.resolve({ ok: false, status, reason: 'no-token' }) } });
    const { statusCode, body } = await say('{ this is no JSON');
    expect(statusCode).toBe(status);
    expect(await body.json()).toEqual({ error });
    expect(bodies).toEqual([]);
  });

  it('reports a bot that breaks its word, and answers 500', async () => {
    const errors: unknown[] = [];
    await start({ bot: { ...options().bot, process: () => Promise.reject(new Error('broken')) }, onError: (error) => { errors.push(error); } });
    expect(await statusOf(say(activity))).toBe(500);
    expect(errors).toHaveLength(1);
  });
});

describe('the other paths', () => {
  it('GET /healthz answers JSON', async () => {
    const { statusCode, headers, body } = await request(`${url}/healthz?x=1`);
    expect([statusCode, headers['content-type'], await body.json()]).toEqual([200, 'application/json; charset=utf-8', { status: 'ok' }]);
  });

  it('HEAD /healthz answers without a body', async () => {
    const { statusCode, body } = await request(`${url}/healthz`, { method: 'HEAD' });
    expect([statusCode, await body.text()]).toEqual([200, '']);
  });

  it.each([['GET', '/api/messages', 'POST'], ['DELETE', '/healthz', 'GET, HEAD'], ['GET', '/local/clock', 'POST']] as const)(
    '%s %s is not allowed', async (method, path, allow) => {
      const { statusCode, headers, body } = await request(`${url}${path}`, { method });
      await body.dump();
      expect([statusCode, headers.allow]).toEqual([405, allow]);
    });

  it.each(['/', '/api/messages/', '/..%2fhealthz', '//healthz', '/constructor'])('%s is not found', async (path) => {
    const { statusCode, body } = await request({ origin: url, path, method: 'GET' } as unknown as string);
    expect([statusCode, await body.json()]).toEqual([404, { error: 'not found' }]);
  });

  it('the desk is asked before that', async () => {
    const { body } = await request(`${url}/desk`);
    expect(await body.text()).toBe('desk');
  });

  it.each(['/healthz', '/nowhere', '/api/messages'])('%s answers with security headers', async (path) => {
    const { headers, body } = await request(`${url}${path}`);
    await body.dump();
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
  });
});

describe('the clock of local mode', () => {
  it.each([
    ['2026-11-22T08:00:00Z', '2026-11-22T08:00:00.000Z'],
    ['2026-11-22T09:00:00.5+01:00', '2026-11-22T08:00:00.500Z'],
  ])('%s is set', async (now, instant) => {
    const { statusCode, body } = await post('/local/clock', { now });
    expect([statusCode, await body.json()]).toEqual([200, { now: instant }]);
    expect(times).toEqual([instant]);
  });

  it.each([{}, { now: 'morgen' }, { now: 5 }, { now: '2026-02-30T00:00:00Z' }, { now: '2026-11-22T08:00:00' }, '{'])('%j is nonsense', async (body) => {
    expect(await statusOf(post('/local/clock', body))).toBe(400);
    expect(times).toEqual([]);
  });

  it('answers when what became due has been delivered', async () => {
    let deliver: (value: object) => void = () => undefined;
    let answered = false;
    const set = () => new Promise<object>((resolve) => { deliver = resolve; });
    await start({ clock: { set } });
    const answer = post('/local/clock', { now: '2026-11-22T08:00:00Z' }).then((response) => { answered = true; return response; });
    await statusOf(request(`${url}/healthz`));
    expect(answered).toBe(false);
    deliver({ delivered: 2 });
    expect(await (await answer).body.json()).toEqual({ delivered: 2 });
  });
});

describe('local mode', () => {
  it.each([
    ['a name that was pointed at this machine', { host: 'evil.example' }],
    ['a name that starts like this machine', { host: '127.0.0.1.evil.example:80' }],
    ['a host with a path', { host: '127.0.0.1/x' }],
    ['a page elsewhere', { origin: 'https://evil.example' }],
    ['a page on another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { origin: 'null' }],
  ])('answers 403 on every route to %s', async (_what, headers) => {
    for (const path of ['/healthz', '/nowhere', '/desk']) expect(await statusOf(request(`${url}${path}`, { headers }))).toBe(403);
    expect(await statusOf(say(activity, headers as unknown as Record<string, string>))).toBe(403);
    expect(await statusOf(post('/local/clock', { now: '2026-11-22T08:00:00Z' }, headers as unknown as Record<string, string>))).toBe(403);
    expect([bodies, times]).toEqual([[], []]);
  });

  it('answers its own page', async () => {
    const port = new URL(url).port;
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]) {
      expect(await statusOf(request(`${url}/healthz`, { headers: { host, origin: `http://${host}` } }))).toBe(200);
    }
  });
});

describe('outside local mode', () => {
  it('knows neither clock nor desk, and asks nothing of Host and serviceUrl', async () => {
    await start({ local: false });
    expect(await statusOf(post('/local/clock', { now: '2026-11-22T08:00:00Z' }))).toBe(404);
    expect(await statusOf(request(`${url}/desk`))).toBe(404);
    expect(await statusOf(say({ ...activity, serviceUrl: 'https://smba.example/' }, { host: 'bot.example' }))).toBe(200);
  });
});

describe('closing', () => {
  it('finishes the turns that run', async () => {
    let release: () => void = () => undefined;
    let entered: () => void = () => undefined;
    hold = new Promise((resolve) => { release = resolve; });
    const inside = new Promise<void>((resolve) => { entered = resolve; });
    const { bot } = options();
    await start({ bot: { ...bot, process: (req, res) => { entered(); return bot.process(req, res); } } });
    const turn = say(activity);
    await inside;
    const closed = server.close();
    release();
    expect(await statusOf(turn)).toBe(200);
    await closed;
    await expect(request(`${url}/healthz`)).rejects.toThrow();
  });

  it('does not wait for a page that listens for news', async () => {
    await start({ desk: (_req, res) => { res.writeHead(200).write('news'); return new Promise(() => undefined); } });
    const { body } = await request(`${url}/events`);
    const cut = body.text().catch(() => 'cut');
    await server.close();
    expect(await cut).toBe('cut');
  });

  it('gives up on a turn that never ends', async () => {
    hold = new Promise(() => undefined);
    let entered: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => { entered = resolve; });
    const { bot } = options();
    await start({ bot: { ...bot, process: (req, res) => { entered(); return bot.process(req, res); } } });
    const turn = say(activity).catch(() => 'cut');
    await inside;
    await server.close(20);
    expect(await turn).toBe('cut');
  });

  it('fails to listen where somebody else does', async () => {
    const second = createHttpServer(options());
    await expect(second.listen(Number(new URL(url).port), '127.0.0.1')).rejects.toThrow('EADDRINUSE');
  });
});

function deep(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}
