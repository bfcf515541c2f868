import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { APP_ID, claimsAt, ISSUER, OTHER_APP, OTHER_TENANT, signed, type Claims, type Framework } from './issuer.js';

/** One way to get in without being the Bot Framework: the `Authorization` headers, and what is other in the activity. */
export interface Way {
  readonly name: string;
  readonly authorization: readonly string[];
  readonly activity?: Claims;
}

const part = (value: unknown): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const bearer = (name: string, token: string, activity?: Claims): Way => ({ name, authorization: [`Bearer ${token}`], ...(activity ? { activity } : {}) });

/** Every way in the rules of the token, and those that libraries were caught by. `now` in seconds. */
export async function waysToForge(framework: Framework, now: number): Promise<readonly Way[]> {
  const { listed, own } = framework;
  const good = await signed(listed, claimsAt(now));
  const [head = '', payload = '', signature = ''] = good.split('.');
  const claimed = async (name: string, changes: Claims): Promise<Way> => bearer(name, await signed(listed, claimsAt(now, changes)));
  const headed = async (name: string, header: Claims): Promise<Way> => bearer(name, await signed(own, claimsAt(now), { kid: 'onbekend', ...header }));
  const withBody = (claims: Claims | string): string => [head, part(claims), signature].join('.');
  const none = (alg: string): Way => bearer(`alg ${alg}`, `${part({ alg, typ: 'JWT', kid: listed.kid })}.${payload}.`);
  const pem = createPublicKey({ key: listed.jwk as JsonWebKey, format: 'jwk' }).export({ format: 'pem', type: 'spki' });
  const hmac = (secret: string | Buffer): string => {
    const text = `${part({ alg: 'HS256', typ: 'JWT', kid: listed.kid })}.${payload}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  return [
    { name: 'no header', authorization: [] }, { name: 'an empty header', authorization: [''] }, { name: 'Basic', authorization: ['Basic dXNlcjpwYXNz'] },
    { name: 'a good token without a scheme', authorization: [good] }, { name: 'a good token under Basic', authorization: [`Basic ${good}`] },
    { name: 'a bare scheme', authorization: ['Bearer '] }, bearer('garbage', 'x'), bearer('two dots', '..'), bearer('four parts', `${good}.x`), bearer('two parts', `${head}.${payload}`),
    bearer('something behind it', `${good} x`), { name: 'the header twice', authorization: [`Bearer ${good}`, `Bearer ${good}`] },
    none('none'), none('None'), none('NONE'), none(''), bearer('alg none with a signature', `${part({ alg: 'none', kid: listed.kid })}.${payload}.${signature}`),
    bearer('HS256 with the public key as its secret', hmac(pem.toString())), bearer('HS256 with the modulus as its secret', hmac(String(listed.jwk.n))), bearer('HS256 with an empty secret', hmac(Buffer.alloc(1))),
    bearer('an own key under the listed id', await signed({ ...own, kid: listed.kid }, claimsAt(now))), bearer('an own key under an own id', await signed(own, claimsAt(now))),
    await headed('jku to an own list', { jku: framework.metadata.replace('openid', 'own-keys') }), await headed('x5u to an own certificate', { x5u: framework.metadata.replace('openid', 'own-keys') }),
    await headed('an own key in the header', { jwk: own.jwk, kid: listed.kid }), await headed('a certificate in the header', { x5c: ['MIIB'], kid: listed.kid }),
    await headed('kid as a path', { kid: '../../../dev/null' }), await headed('kid as SQL', { kid: '\' or 1=1 --' }), await headed('kid of another type', { kid: 7 as unknown as string }),
    await headed('kid __proto__', { kid: '__proto__' }), await headed('kid toString', { kid: 'toString' }),
    bearer('without kid', await new SignJWT({ ...claimsAt(now) }).setProtectedHeader({ alg: 'RS256' }).sign(own.privateKey)),
    bearer('crit in the header', `${part({ alg: 'RS256', kid: listed.kid, crit: ['x'], x: 1 })}.${payload}.${signature}`), bearer('b64 in the header', `${part({ alg: 'RS256', kid: listed.kid, b64: false, crit: ['b64'] })}.${payload}.${signature}`),
    await claimed('expired an hour ago', { exp: now - 3600 }), await claimed('expired six minutes ago', { exp: now - 360 }), await claimed('no expiry', { exp: undefined }), await claimed('an expiry that is no number', { exp: 'nooit' }),
    await claimed('not yet valid', { nbf: now + 900 }), await claimed('another issuer', { iss: 'https://api.botframework.com.example' }), await claimed('the issuer with a slash', { iss: `${ISSUER}/` }), await claimed('no issuer', { iss: undefined }),
    await claimed('the emulator', { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', appid: APP_ID, ver: '1.0' }),
    await claimed('another bot (skill)', { iss: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0`, azp: OTHER_APP, ver: '2.0' }),
    await claimed('another audience', { aud: OTHER_APP }), await claimed('no audience', { aud: undefined }), await claimed('a list of audiences without us', { aud: [OTHER_APP] }), await claimed('a list of audiences with us in it', { aud: [OTHER_APP, APP_ID] }),
    await claimed('the audience in capitals', { aud: APP_ID.toUpperCase() }), await claimed('the audience with more behind it', { aud: `${APP_ID}x` }), await claimed('the framework as audience', { aud: ISSUER }),
    await claimed('no service address', { serviceurl: undefined }), await claimed('another service address', { serviceurl: 'https://kwaad.example/' }), await claimed('the service address of another type', { serviceurl: [1] }),
    bearer('a good token, an activity with another service address', good, { serviceUrl: 'https://kwaad.example/' }), bearer('a good token, an activity without service address', good, { serviceUrl: null }),
    bearer('a key for another channel', await signed(framework.elsewhere, claimsAt(now))), bearer('a good token, an activity of another channel', good, { channelId: 'webchat' }), bearer('a good token, an activity without channel', good, { channelId: null }),
    bearer('a good token, another tenant', good, { conversation: { conversationType: 'personal', id: 'a:forged', tenantId: OTHER_TENANT }, channelData: { tenant: { id: OTHER_TENANT } } }),
    bearer('a good token, two tenants', good, { channelData: { tenant: { id: OTHER_TENANT } } }), bearer('a good token, no tenant', good, { conversation: { conversationType: 'personal', id: 'a:forged' }, channelData: {} }),
    bearer('another payload under the same signature', withBody(claimsAt(now, { admin: true }))), bearer('claims twice', withBody(JSON.stringify(claimsAt(now)).replace('{', `{"aud":"${OTHER_APP}","exp":${String(now + 99_999)},`))),
    bearer('a payload that is no JSON', withBody('x')), bearer('an empty payload', `${head}..${signature}`), bearer('a payload that is a list', withBody([] as unknown as Claims)), bearer('__proto__ in the payload', withBody('{"__proto__":{"aud":"x"}}')),
    bearer('no signature', `${head}.${payload}.`), bearer('half a signature', `${head}.${payload}.${signature.slice(0, 100)}`), bearer('a signature with more behind it', `${head}.${payload}.${signature}AAAA`),
    bearer('a signature of zeros', `${head}.${payload}.${Buffer.alloc(256).toString('base64url')}`), bearer('the signature of another token', `${head}.${payload}.${(await signed(listed, claimsAt(now, { jti: '2' }))).split('.')[2] ?? ''}`),
    bearer('a token of 60 kB', `${good}${'A'.repeat(60_000)}`), bearer('JWE in five parts', `${head}.a.b.c.d`),
  ];
}
