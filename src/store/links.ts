import type { Instant } from '../app/ports.js';
import type { PrintLink } from '../app/store-port.js';
import type { Tx } from './transactions.js';

/** Keeps a link to a page of a stream; fails where there is no such stream. */
export async function saveLink(tx: Tx, { hash, stream, document, personId, expiresAt }: PrintLink): Promise<void> {
  await tx.insertInto('print_links').values({ hash, stream, document, person: personId, expires_at: expiresAt }).execute();
}

/** The link with this hash, expired or not. */
export async function link(tx: Tx, hash: string): Promise<PrintLink | undefined> {
  const row = await tx.selectFrom('print_links').selectAll().where('hash', '=', hash).executeTakeFirst();
  return row && { hash: row.hash, stream: row.stream, document: row.document, personId: row.person, expiresAt: row.expires_at };
}

/** Removes the links that expired before this moment. */
export async function forgetLinks(tx: Tx, before: Instant): Promise<void> {
  await tx.deleteFrom('print_links').where('expires_at', '<', before).execute();
}
