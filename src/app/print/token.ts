import { createHash } from 'node:crypto';
import type { Parts } from '../parts.js';

/** The secret of a link: two ids, so at least 240 random bits. */
export function newToken({ ids }: Pick<Parts, 'ids'>): string {
  return `${ids.next()}${ids.next()}`;
}

/** What is kept of it: from this nobody finds the link back. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
