import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { KEY_BYTES, keyBytes } from '../wrapping-key.js';

/** A data key as it is stored, and the fingerprint of the key that wrapped it. */
export interface WrappedKey {
  readonly wrapped: string;
  readonly wrappedBy: string;
}

/** A key or a text does not open: the wrong key, or somebody changed or moved what is stored. Holds ids only. */
export class DoesNotOpen extends Error {
  override readonly name = 'DoesNotOpen';
}

/**
 * Seals texts. Each stream has a random data key of its own, which is stored wrapped by the key of the environment: with its
 * row gone its texts are noise. AES-256-GCM throughout; what is sealed is bound to its stream and id, so that a row that was
 * copied elsewhere does not open.
 */
export interface Vault {
  /** Fingerprint of the key that wraps from now on. */
  readonly fingerprint: string;
  /** Fingerprint of the key before it, while keys are being wrapped anew. */
  readonly oldFingerprint: string | undefined;
  /** Open a store although some of its keys do not open: only to find out which. */
  readonly lenient: boolean;
  /** Is told, after opening, how many texts of an older version were sealed. */
  readonly onSealed: (texts: number) => void;
  /** A fresh data key for a stream. */
  newKey(stream: string): WrappedKey;
  /** The same data key, wrapped by today's key. Throws `DoesNotOpen`. */
  rewrap(stream: string, key: WrappedKey): WrappedKey;
  /** Throws `DoesNotOpen` when this key can not be unwrapped. */
  tryKey(stream: string, key: WrappedKey): void;
  seal(stream: string, key: WrappedKey, text: string, body: string): string;
  /** The text again. Throws `DoesNotOpen`. */
  open(stream: string, key: WrappedKey, text: string, sealed: string): string;
  /** Drops what is remembered of a stream that was forgotten. */
  drop(stream: string): void;
}

export interface VaultOptions {
  /** 32 bytes in base64. */
  readonly key: string;
  readonly oldKey?: string | undefined;
  readonly lenient?: boolean;
  readonly onSealed?: (texts: number) => void;
}

/** Versions of the two formats; an unknown one does not open. */
const KEY_FORMAT = 'k1.';
const TEXT_FORMAT = 't1.';
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Data keys held in memory at most; about 100 bytes each. */
const MOST_REMEMBERED = 2_000;

/** The vault with these keys. Throws on a key that is not 32 bytes: configuration is checked before (`keyFaults`). */
export function createVault({ key, oldKey, lenient = false, onSealed = () => undefined }: VaultOptions): Vault {
  const today = wrapping(key);
  const before = oldKey === undefined ? undefined : wrapping(oldKey);
  const keys = new Map([...(before ? [before] : []), today].map((one) => [one.fingerprint, one.bytes]));
  /** By stream; only good for the very key that was unwrapped: a stream that was forgotten and began again has another. */
  const remembered = new Map<string, { readonly wrapped: string; readonly bytes: Buffer }>();

  const wrap = (stream: string, bytes: Buffer): WrappedKey => ({
    wrapped: KEY_FORMAT + encrypt(today.bytes, keyContext(stream), bytes), wrappedBy: today.fingerprint,
  });
  const unwrap = (stream: string, { wrapped, wrappedBy }: WrappedKey): Buffer => {
    const known = remembered.get(stream);
    if (known?.wrapped === wrapped) return known.bytes;
    const wrapper = keys.get(wrappedBy);
    const bytes = wrapper && decrypt(wrapper, keyContext(stream), wrapped, KEY_FORMAT);
    if (bytes?.length !== KEY_BYTES) throw new DoesNotOpen(`the key of stream ${stream} (wrapped by ${wrappedBy}) does not open`);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(stream, { wrapped, bytes });
    return bytes;
  };

  return {
    fingerprint: today.fingerprint, oldFingerprint: before?.fingerprint, lenient, onSealed,
    newKey: (stream) => wrap(stream, randomBytes(KEY_BYTES)),
    rewrap: (stream, given) => wrap(stream, unwrap(stream, given)),
    tryKey: (stream, given) => { unwrap(stream, given); },
    seal: (stream, given, text, body) => TEXT_FORMAT + encrypt(unwrap(stream, given), textContext(stream, text), Buffer.from(body, 'utf8')),
    open: (stream, given, text, sealed) => {
      const bytes = decrypt(unwrap(stream, given), textContext(stream, text), sealed, TEXT_FORMAT);
      if (bytes === undefined) throw new DoesNotOpen(`text ${text} of stream ${stream} does not open`);
      return bytes.toString('utf8');
    },
    drop: (stream) => { remembered.delete(stream); },
  };
}

/** What a sealed key and a sealed text belong to; JSON, so that no two can be written the same. */
const keyContext = (stream: string) => JSON.stringify(['routewijzer key', stream]);
const textContext = (stream: string, text: string) => JSON.stringify(['routewijzer text', stream, text]);

function wrapping(text: string): { readonly bytes: Buffer; readonly fingerprint: string } {
  const bytes = keyBytes(text);
  if (bytes === undefined) throw new Error('a wrapping key must be 32 bytes in base64');
  return { bytes, fingerprint: createHmac('sha256', bytes).update('routewijzer fingerprint').digest('hex').slice(0, 12) };
}

function encrypt(key: Buffer, context: string, plain: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** Undefined when it is of another format, was changed, or belongs elsewhere. */
function decrypt(key: Buffer, context: string, stored: string, format: string): Buffer | undefined {
  const bytes = stored.startsWith(format) ? Buffer.from(stored.slice(format.length), 'base64url') : undefined;
  if (bytes === undefined || bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}
