import type { Random } from '../random.js';
import { sendRaw, type Answered, type Wire } from './wire.js';

const PATHS = [
  '/', '/api/messages', '/api/messages/', '//api/messages', '/api/messages?x=1', '/api/messages%00', '/api/%6dessages', '/API/MESSAGES', '/api/messages/../../etc/passwd', '/..%2f..%2fetc%2fpasswd', '/%', '/%E0%A4%A',
  '/%ff%fe', '/healthz', '/readyz', '/metrics', '/healthz?__proto__=1', '/local/clock', '/print/', '/print/x', '/print/%00', '/print/../print/x', `/print/${'a'.repeat(43)}`, `/print/${'a'.repeat(5000)}.md`, '/desk/', '/desk/../../package.json',
  '/favicon.ico', '/__proto__', '/constructor', '/toString', `/${'x'.repeat(8000)}`, `/?${'a=b&'.repeat(1500)}`, '/api/messages#x', '/\\..\\..', '/%2e%2e/%2e%2e/',
] as const;
const METHODS = ['GET', 'PUT', 'HEAD', 'DELETE', 'PATCH', 'OPTIONS', 'POST'] as const;
const TYPES = ['', 'text/plain', 'application/xml', 'application/json; charset=utf-16', 'APPLICATION/JSON', 'application/json;;;', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', 'x'.repeat(500)] as const;

/** A request that no client of Teams makes: another method, path or content type, or JSON in another guise. */
export function oddRequest(wire: Wire, random: Random, body: string): Promise<Answered> {
  const how = random.next();
  if (how < 0.5) {
    const method = random.pick(METHODS);
    const path = random.pick(PATHS);
    const bare = method === 'GET' || method === 'HEAD' || random.chance(0.5);
    return wire.send(method, path, { 'content-type': 'application/json' }, bare ? undefined : body);
  }
  if (how < 0.75) {
    const type = random.pick(TYPES);
    return wire.send('POST', '/api/messages', type === '' ? {} : { 'content-type': type }, body);
  }
  if (how < 0.85) return wire.send('POST', '/api/messages', { 'content-type': 'application/json', 'content-encoding': random.pick(['gzip', 'br', 'identity', 'deflate, gzip', 'x']) }, body);
  if (how < 0.95) return wire.send('POST', '/local/clock', { 'content-type': 'application/json' }, random.pick(CLOCKS));
  return wire.send('POST', '/api/messages', { 'content-type': 'application/json', [random.pick(['origin', 'x-forwarded-for', 'authorization', 'cookie', 'accept', 'te', 'referer'])]: random.pick(['http://kwaad.example', 'null', 'Bearer x', 'x'.repeat(4000), '127.0.0.1']) }, body);
}

/** None of them moves the clock: time stands apart from this part. */
const CLOCKS = ['{}', '{"now":null}', '{"now":"x"}', '{"now":"2035-02-30T00:00:00Z"}', '{"now":1}', '{"now":["2035-01-01T00:00:00Z"]}', '[]', '', '{"now":"2035-01-01"}', '{"__proto__":{"now":"2035-01-01T00:00:00Z"}}'] as const;

const RAW = [
  'GET / HTTP/1.1\r\n\r\n', 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{}', 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n',
  'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n{}', 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n',
  'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n', 'TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 'GET http://kwaad.example/ HTTP/1.1\r\nHost: kwaad.example\r\n\r\n', 'GET * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 'GET /healthz HTTP/1.1\r\nHost: \r\n\r\n', 'GET /healthz HTTP/1.1\r\nHost: [::1\r\n\r\n', 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:99999\r\n\r\n', 'GET /healthz HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'y'.repeat(70_000)}\r\n\r\n`, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}', 'GET /healthz HTTP/1.1\nHost: 127.0.0.1\n\n', 'POST /api/messages HTTP/1.1\r\nHost: kwaad.example\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
] as const;

/** Bytes that are hardly HTTP. */
export function rawOddity(url: string, random: Random): Promise<Answered> {
  return sendRaw(url, random.pick(RAW), 400);
}
