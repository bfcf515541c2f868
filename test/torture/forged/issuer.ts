import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type KeyLike } from 'jose';

export const APP_ID = '5f0e1d2c-3b4a-4c5d-8e9f-a0b1c2d3e4f5';
export const OTHER_APP = 'e5d4c3b2-a1f0-4e9d-8c5b-4a3f2e1d0c9b';
export const TENANT = 'd0c1b2a3-f4e5-4d6c-9b7a-8f9e0d1c2b3a';
export const OTHER_TENANT = 'a9b8c7d6-e5f4-4a3b-8c2d-1e0f9a8b7c6d';
export const SERVICE_URL = 'https://smba.voorbeeld.example/nl/';
export const ISSUER = 'https://api.botframework.com';

export interface KeyPair { readonly kid: string; readonly privateKey: KeyLike; readonly jwk: JWK }

/** The Bot Framework as far as tokens go: an OpenID address with its keys, on this machine. */
export interface Framework {
  /** For `BotOpenIdMetadata`. */
  readonly metadata: string;
  /** On the list, and good for Teams. */
  readonly listed: KeyPair;
  /** On the list, and good for another channel alone. */
  readonly elsewhere: KeyPair;
  /** On no list: the attacker's own. */
  readonly own: KeyPair;
  close(): Promise<void>;
}

async function newKey(kid: string): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: 'RS256' } };
}

export async function startFramework(): Promise<Framework> {
  const [listed, elsewhere, own] = await Promise.all([newKey('sleutel-teams'), newKey('sleutel-elders'), newKey('sleutel-eigen')]);
  let address = '';
  const server = createServer((req, res) => {
    const body = req.url === '/keys'
      ? { keys: [{ ...listed.jwk, endorsements: ['msteams'] }, { ...elsewhere.jwk, endorsements: ['webchat'] }] }
      // The attacker's own list, at an address that only a token names.
      : req.url === '/own-keys' ? { keys: [{ ...own.jwk, endorsements: ['msteams'] }] }
        : { issuer: ISSUER, jwks_uri: `${address}/keys`, id_token_signing_alg_values_supported: ['RS256'] };
    res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    metadata: `${address}/openid`, listed, elsewhere, own,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
}

export type Claims = Readonly<Record<string, unknown>>;

/** What the Bot Framework claims for this bot; `changes` with undefined take a claim out. `now` in seconds. */
export function claimsAt(now: number, changes: Claims = {}): Claims {
  const all = { iss: ISSUER, aud: APP_ID, nbf: now - 60, exp: now + 3600, serviceurl: SERVICE_URL, ...changes };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

export function signed({ kid, privateKey }: KeyPair, claims: Claims, header: Claims = {}): Promise<string> {
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header }).sign(privateKey);
}
