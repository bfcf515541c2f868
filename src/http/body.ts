import type { IncomingMessage } from 'node:http';
import { harmless } from './harmless.js';

/** Teams' own limit is far below this; a card's inputs are a few kilobytes. */
export const LARGEST_BODY = 256 * 1024;
/** A little too large is read to its end, so that the answer arrives; beyond this the connection is simply ended. */
const LARGEST_DRAIN = 4 * 1024 * 1024;

export interface RefusedBody {
  readonly kind: 'refused';
  readonly status: 400 | 413 | 415;
  readonly error: string;
}
export type Body = { readonly kind: 'object'; readonly value: Record<string, unknown> } | RefusedBody;

const refused = (status: RefusedBody['status'], error: string): RefusedBody => ({ kind: 'refused', status, error });

/** Reads a JSON object of at most 256 KiB. What is wrong with it is a value; rejects only when the caller hangs up. */
export async function readJsonObject(req: IncomingMessage): Promise<Body> {
  const [type] = (req.headers['content-type'] ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') return refused(415, 'content-type must be application/json');
  if ((req.headers['content-encoding'] ?? 'identity') !== 'identity') return refused(415, 'content-encoding is not supported');
  const bytes = await readBytes(req);
  if (bytes === undefined) return refused(413, `body is larger than ${String(LARGEST_BODY)} bytes`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes.toString('utf8'));
  } catch {
    return refused(400, 'body is not valid JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return refused(400, 'body is not a JSON object');
  if (!harmless(parsed)) return refused(400, 'JSON is nested too deeply');
  return { kind: 'object', value: parsed as Record<string, unknown> };
}

function readBytes(req: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    // While its token was judged.
    if (req.destroyed) {
      reject(new Error('the caller hung up'));
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
      else chunks.length = 0;
      if (size > LARGEST_DRAIN) resolve(undefined);
    });
    req.on('end', () => { resolve(size <= LARGEST_BODY ? Buffer.concat(chunks) : undefined); });
    req.on('error', reject);
    req.on('close', () => { reject(new Error('the caller hung up')); });
  });
}
