import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from '../../src/app/print/open.js';
import { createHttpServer, type HttpServer } from '../../src/http/server.js';

let server: HttpServer;
let url: string;
let asked: string[];
const page = (status: Page['status']): Page => ({ status, html: '<p>één</p>', markdown: '# één', file: 'casus-K0001-plan' });

beforeEach(async () => {
  asked = [];
  server = createHttpServer({
    bot: { admit: () => Promise.resolve({ ok: true, caller: { kind: 'local' } }), process: () => Promise.resolve() }, health: () => ({}), local: true,
    print: (token) => {
      asked.push(token);
      return Promise.resolve(page(token === 'goed' ? 200 : token === 'dicht' ? 403 : token === 'oud' ? 410 : 404));
    },
  });
  ({ url } = await server.listen(0, '127.0.0.1'));
});
afterEach(() => server.close());

const get = async (path: string, options: Parameters<typeof request>[1] = {}) => {
  const { statusCode, headers, body } = await request(`${url}${path}`, options);
  return { status: statusCode, headers, text: await body.text() };
};

describe('GET /print/<token>', () => {
  it('answers with the page, for this browser alone and for no search engine', async () => {
    const { status, headers, text } = await get('/print/goed');
    expect([status, text]).toEqual([200, '<p>één</p>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'x-robots-tag': 'noindex, nofollow',
    });
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
  });
  it('with .md gives the same as text, under a name without names', async () => {
    const { headers, text } = await get('/print/goed.md');
    expect(text).toBe('# één');
    expect(headers).toMatchObject({ 'content-type': 'text/markdown; charset=utf-8', 'content-disposition': 'inline; filename="casus-K0001-plan.md"', 'cache-control': 'no-store' });
    expect(asked).toEqual(['goed']);
  });
  it.each([['dicht', 403], ['oud', 410], ['weg', 404], ['', 404], ['a/b', 404], ['%00', 404]])('of %j answers %d, with the same care', async (token, expected) => {
    const { status, headers } = await get(`/print/${token}`);
    expect(status).toBe(expected);
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(headers['content-disposition']).toBeUndefined();
  });
  it('takes nothing in', async () => {
    expect((await get('/print/goed', { method: 'POST' })).status).toBe(405);
    expect(asked).toEqual([]);
  });
  it('answers a HEAD without the page', async () => {
    expect(await get('/print/goed', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });
  it('in local mode is for this machine alone', async () => {
    expect((await get('/print/goed', { headers: { host: 'kwaad.example' } })).status).toBe(403);
    expect(asked).toEqual([]);
  });
});
