import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import type { Clock } from '../app/ports.js';
import { signingKeys, type SigningKey } from './authenticate-keys.js';

/** Why a request does not get in: a name for operators, never told to the caller. */
export type NotAdmitted =
  | 'no-token' | 'several-tokens' | 'scheme' | 'too-long' | 'malformed' | 'algorithm' | 'critical-header' | 'no-key-id' | 'unknown-key' | 'keys-unreachable'
  | 'signature' | 'issuer' | 'audience' | 'expired' | 'no-expiry' | 'not-yet-valid' | 'no-service-url'
  | 'other-service-url' | 'other-channel' | 'not-teams' | 'no-tenant' | 'two-tenants' | 'tenant-not-listed';

/** Who calls, as its token says; handed on to the activity that comes with it. `local`: local mode, where nobody is asked. */
export type Caller =
  | { readonly kind: 'local' }
  | { readonly kind: 'bot-framework'; readonly serviceUrl: string; readonly endorsements: readonly string[] };

export type Admission =
  | { readonly ok: true; readonly caller: Caller }
  | { readonly ok: false; readonly status: 401 | 403 | 503; readonly reason: NotAdmitted; readonly cause?: string };

const ISSUER = 'https://api.botframework.com';
/** What two clocks may differ, in seconds: the Bot Framework's own rule. */
const SKEW_S = 5 * 60;
/** The Bot Framework's tokens are about a thousand characters. */
const LONGEST = 8 * 1024;
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i;

const no = (reason: NotAdmitted): Admission => ({ ok: false, status: 401, reason });

/**
 * Judges the `Authorization` headers of a request by the rules of the Bot Framework's connector tokens, and nothing but
 * those: no tokens of the emulator and none of other bots (skills). Never rejects.
 * Source: "Authenticate requests from the Bot Connector service to your bot", Bot Framework REST reference.
 */
export function createAuthenticator(appId: string, metadataUrl: string, clock: Clock): (authorization: readonly string[]) => Promise<Admission> {
  const keyOf = signingKeys(metadataUrl, clock);
  return async (authorization) => {
    const read = tokenIn(authorization);
    if (!read.ok) return read.refused;
    const { token, kid } = read;
    const found = await keyOf(kid);
    if (found.kind === 'unreachable') return { ok: false, status: 503, reason: 'keys-unreachable', cause: found.cause };
    return found.kind === 'unknown' ? no('unknown-key') : verified(token, found.key, appId, clock);
  };
}

type ReadToken = { readonly ok: true; readonly token: string; readonly kid: string } | { readonly ok: false; readonly refused: Admission };

/** What can be refused without a key is: that costs nothing. */
function tokenIn(authorization: readonly string[]): ReadToken {
  const refused = (reason: NotAdmitted): ReadToken => ({ ok: false, refused: no(reason) });
  const [header, ...more] = authorization;
  if (header === undefined || header.trim() === '') return refused('no-token');
  if (more.length > 0) return refused('several-tokens');
  if (header.length > LONGEST) return refused('too-long');
  if (!/^Bearer /i.test(header)) return refused('scheme');
  const token = BEARER.exec(header)?.[1];
  if (token === undefined) return refused('malformed');
  let head: ReturnType<typeof decodeProtectedHeader>;
  try {
    head = decodeProtectedHeader(token);
  } catch {
    return refused('malformed');
  }
  if (head.alg !== 'RS256') return refused('algorithm');
  if (typeof head.kid !== 'string' || head.kid === '') return refused('no-key-id');
  return { ok: true, token, kid: head.kid };
}

async function verified(token: string, { key, endorsements }: SigningKey, appId: string, clock: Clock): Promise<Admission> {
  let payload: JWTPayload;
  try {
    ({ payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'], issuer: ISSUER, audience: appId, clockTolerance: SKEW_S, currentDate: new Date(clock.now()), requiredClaims: ['exp'],
    }));
  } catch (error) {
    return no(reasonOf(error));
  }
  // A list that names others besides us is a token that others can use against us.
  if (payload.aud !== appId) return no('audience');
  const serviceUrl = payload['serviceurl'];
  if (typeof serviceUrl !== 'string' || serviceUrl === '') return no('no-service-url');
  return { ok: true, caller: { kind: 'bot-framework', serviceUrl, endorsements } };
}

function reasonOf(error: unknown): NotAdmitted {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    switch (error.claim) {
      case 'iss': return 'issuer';
      case 'aud': return 'audience';
      case 'exp': return 'no-expiry';
      case 'nbf': return 'not-yet-valid';
      default: return 'malformed';
    }
  }
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  if (error instanceof errors.JOSENotSupported) return 'critical-header';
  return error instanceof errors.JWSSignatureVerificationFailed ? 'signature' : 'malformed';
}
