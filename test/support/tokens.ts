import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, request, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The Bot Framework as far as tokens go: its own keys, and the address where they are listed. On this machine, for tests. */
export interface TokenIssuer {
  /** For `BotOpenIdMetadata`. */
  readonly metadata: string;
  readonly appId: string;
  /** How often the list of keys was asked for. */
  readonly asked: () => number;
  /** A key that is on the list, or is not (`unlisted`). */
  readonly keys: Readonly<Record<KeyName, Key>>;
  /** A token as the Bot Framework would give; `changes` are claims, and undefined takes one out. */
  token(about: About, changes?: Claims, key?: KeyName, header?: Claims): string;
  /** From now on its address answers with this instead; undefined: as it should. */
  answerWith(status: number | undefined, body?: string): void;
  /** Puts the key of this name on the list. */
  list(key: KeyName): void;
  close(): Promise<void>;
}

export interface About {
  readonly serviceUrl: string;
  /** Seconds since 1970 at which the token is given. */
  readonly now: number;
}
export type Claims = Readonly<Record<string, unknown>>;
/** `teams`: endorsed for Teams; `free`: for every channel; `webchat`: for another; `unlisted`: nobody's. */
export type KeyName = 'teams' | 'free' | 'webchat' | 'unlisted';
interface Key { readonly kid: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject }

export const ISSUER = 'https://api.botframework.com';
export const APP_ID = '3f8e1c52-7a44-4b0c-9d51-2c6a7b0e4d11';
const OTHER_APP = '9b2d7e60-15c3-4f7e-8a92-6d1f3c5e7a22';
const ENDORSEMENTS: Readonly<Partial<Record<KeyName, readonly string[]>>> = { teams: ['msteams'], webchat: ['webchat', 'directline'] };

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A compact token of any making. */
export function compact(header: Claims, payload: Claims, signature: (text: string) => Buffer): string {
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${signature(text).toString('base64url')}`;
}

const withKey = ({ privateKey }: Key) => (text: string): Buffer => sign('sha256', Buffer.from(text), privateKey);

function newKey(kid: string): Key {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

function claims({ serviceUrl, now }: About, changes: Claims = {}): Claims {
  const all = { iss: ISSUER, aud: APP_ID, nbf: now - 60, iat: now - 60, exp: now + 3600, serviceurl: serviceUrl, ...changes };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

export async function startIssuer(): Promise<TokenIssuer> {
  const keys = { teams: newKey('key-teams'), free: newKey('key-free'), webchat: newKey('key-webchat'), unlisted: newKey('key-unlisted') };
  const listed = new Set<KeyName>(['teams', 'free', 'webchat']);
  let asked = 0;
  let fixed: { readonly status: number; readonly body: string } | undefined;
  const keySet = () => [...listed].map((name) => ({
    ...keys[name].publicKey.export({ format: 'jwk' }), use: 'sig', kid: keys[name].kid, ...(ENDORSEMENTS[name] ? { endorsements: ENDORSEMENTS[name] } : {}),
  }));
  const server = createServer((req, res) => {
    const address = `http://${req.headers.host ?? ''}`;
    if (req.url === '/keys') asked += 1;
    const body = req.url === '/keys' ? { keys: keySet() } : { issuer: ISSUER, jwks_uri: `${address}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
    res.writeHead(fixed?.status ?? 200, { 'content-type': 'application/json' }).end(fixed?.body ?? JSON.stringify(body));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    metadata: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/metadata`,
    appId: APP_ID, keys,
    asked: () => asked,
    token: (about, changes, name = 'teams', header = {}) => compact({ alg: 'RS256', typ: 'JWT', kid: keys[name].kid, ...header }, claims(about, changes), withKey(keys[name])),
    answerWith: (status, body = '') => { fixed = status === undefined ? undefined : { status, body }; },
    list: (name) => { listed.add(name); },
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
}

/** One way to get in without being the Bot Framework: the `Authorization` headers, and what is changed in the activity. Each is answered with 401. */
export interface Forgery {
  readonly name: string;
  headers(issuer: TokenIssuer, about: About): readonly string[];
  readonly activity?: Claims;
}

const bearer = (token: string): readonly string[] => [`Bearer ${token}`];
const changed = (name: string, changes: Claims | ((about: About) => Claims)): Forgery =>
  ({ name, headers: (issuer, about) => bearer(issuer.token(about, typeof changes === 'function' ? changes(about) : changes)) });
const headed = (name: string, header: (issuer: TokenIssuer) => Claims): Forgery => ({ name, headers: (issuer, about) => bearer(issuer.token(about, {}, 'teams', header(issuer))) });
const fixed = (name: string, ...headers: readonly string[]): Forgery => ({ name, headers: () => headers });

/** Every way that the token rules name, and some that they do not. */
export const forgeries: readonly Forgery[] = [
  fixed('no header'), fixed('an empty header', ''), fixed('Basic', 'Basic dXNlcjpwYXNz'), fixed('garbage', 'Bearer garbage'), fixed('three dots and nothing', 'Bearer ..'),
  fixed('the scheme alone', 'Bearer'), fixed('parts that are no JSON', 'Bearer YWFh.YmJi.Y2Nj'),
  { name: 'the token without its scheme', headers: (issuer, about) => [issuer.token(about)] },
  { name: 'the token under another scheme', headers: (issuer, about) => [`Token ${issuer.token(about)}`] },
  { name: 'a word behind the token', headers: (issuer, about) => [`Bearer ${issuer.token(about)} more`] },
  { name: 'the header twice', headers: (issuer, about) => [`Bearer ${issuer.token(about)}`, `Bearer ${issuer.token(about)}`] },
  { name: 'a good header behind a bad one', headers: (issuer, about) => ['Bearer garbage', `Bearer ${issuer.token(about)}`] },
  { name: 'two tokens in one header', headers: (issuer, about) => [`Bearer ${issuer.token(about)}, Bearer ${issuer.token(about)}`] },
  { name: 'a very long token', headers: (issuer, about) => bearer(issuer.token(about, { pad: 'x'.repeat(7_000) })) },
  { name: 'alg none', headers: (_issuer, about) => bearer(compact({ alg: 'none', typ: 'JWT' }, claims(about), () => Buffer.alloc(0))) },
  { name: 'alg none with a key id and a signature', headers: (issuer, about) => bearer(compact({ alg: 'none', kid: issuer.keys.teams.kid }, claims(about), withKey(issuer.keys.teams))) },
  {
    name: 'HS256 with the public key as its secret',
    headers: ({ keys: { teams } }, about) => bearer(compact({ alg: 'HS256', typ: 'JWT', kid: teams.kid }, claims(about),
      (text) => createHmac('sha256', teams.publicKey.export({ format: 'pem', type: 'spki' })).update(text).digest())),
  },
  {
    name: 'PS256 with the right key',
    headers: ({ keys: { teams } }, about) => bearer(compact({ alg: 'PS256', typ: 'JWT', kid: teams.kid }, claims(about),
      (text) => sign('sha256', Buffer.from(text), { key: teams.privateKey, padding: 6, saltLength: 32 }))),
  },
  { name: 'a wrong key under a listed key id', headers: ({ keys }, about) => bearer(compact({ alg: 'RS256', kid: keys.teams.kid }, claims(about), withKey(keys.unlisted))) },
  { name: 'an unknown key id', headers: (issuer, about) => bearer(issuer.token(about, {}, 'unlisted')) },
  { name: 'no key id', headers: ({ keys }, about) => bearer(compact({ alg: 'RS256' }, claims(about), withKey(keys.teams))) },
  { name: 'a key in the header itself', headers: ({ keys }, about) => bearer(compact({ alg: 'RS256', kid: 'mine', jwk: keys.unlisted.publicKey.export({ format: 'jwk' }) }, claims(about), withKey(keys.unlisted))) },
  headed('an unknown critical header', () => ({ crit: ['strange'], strange: true })), headed('a payload that is not encoded', () => ({ crit: ['b64'], b64: false })),
  changed('expired', ({ now }) => ({ exp: now - 301 })), changed('not yet valid', ({ now }) => ({ nbf: now + 360 })), changed('no expiry', { exp: undefined }),
  changed('an expiry that is no number', { exp: 'never' }), changed('another issuer', { iss: 'https://api.botframework.com.example' }), changed('no issuer', { iss: undefined }),
  changed('the token of another app', { aud: OTHER_APP }), changed('no audience', { aud: undefined }), changed('the audience in capitals', { aud: APP_ID.toUpperCase() }),
  changed('a list of audiences without us', { aud: [OTHER_APP] }), changed('a list of audiences with us', { aud: [APP_ID, OTHER_APP] }),
  changed('no service address', { serviceurl: undefined }), changed('another service address', { serviceurl: 'https://elders.example/' }), changed('a service address that is no text', { serviceurl: [1] }),
  { name: 'an activity with another service address', headers: (issuer, about) => bearer(issuer.token(about)), activity: { serviceUrl: 'https://elders.example/' } },
  { name: 'the key of another channel', headers: (issuer, about) => bearer(issuer.token(about, {}, 'webchat')) },
  { name: 'an activity of another channel', headers: (issuer, about) => bearer(issuer.token(about)), activity: { channelId: 'webchat' } },
  { name: 'an activity without a channel', headers: (issuer, about) => bearer(issuer.token(about)), activity: { channelId: undefined } },
  {
    name: 'a payload that was changed afterwards',
    headers: (issuer, about) => {
      const [head, , signature] = issuer.token(about).split('.');
      return bearer([head, part(claims(about, { admin: true })), signature].join('.'));
    },
  },
  {
    name: 'the signature of another token',
    headers: (issuer, about) => [`Bearer ${[...issuer.token(about).split('.').slice(0, 2), issuer.token(about, { jti: '2' }).split('.')[2]].join('.')}`],
  },
  changed('a token of the emulator', { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: APP_ID, ver: '1.0' }),
  changed('a token of the newer emulator', { iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0', azp: APP_ID, ver: '2.0' }),
  changed('a token of another bot (skill)', { iss: 'https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/', appid: OTHER_APP, ver: '1.0' }),
  changed('a token of this bot itself', ({ serviceUrl }) => ({ iss: ISSUER, aud: ISSUER, appid: APP_ID, serviceurl: serviceUrl })),
];

export interface Answered { readonly status: number; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly body: string }

/** Posts an activity with these `Authorization` headers, each as a line of its own, which `fetch` can not. */
export function knock(url: string, authorization: readonly string[], activity: unknown): Promise<Answered> {
  const body = Buffer.from(JSON.stringify(activity));
  return new Promise((resolve, reject) => {
    const headers: OutgoingHttpHeaders = { 'content-type': 'application/json', 'content-length': body.length };
    const req = request(`${url}/api/messages`, { method: 'POST', agent: false, headers }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (more: string) => { text += more; });
      res.on('end', () => { resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text }); });
    });
    if (authorization.length > 0) req.setHeader('authorization', [...authorization]);
    req.on('error', reject);
    req.end(body);
  });
}
