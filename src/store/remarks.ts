import type { Instant } from '../app/ports.js';
import type { Remark } from '../app/store-port.js';
import { enqueue } from './outbox.js';
import type { Tx } from './transactions.js';

/** The stream that the timer names; no events hang on it. */
const STREAM = 'remarks';

/** Keeps a remark, the same one once a day, and sets the timer that brings its day to an end. */
export async function saveRemark(tx: Tx, { day, kind, article, text }: Remark, goesAt: Instant): Promise<void> {
  await tx.insertInto('remarks').values({ day, kind, article, body: text })
    .onConflict((oc) => oc.columns(['day', 'kind', 'article', 'body']).doNothing()).execute();
  await enqueue(tx, STREAM, { kind: 'timer', timer: 'forget-remarks', key: day, dueAt: goesAt });
}

/** All remarks, the newest first. */
export async function remarks(tx: Tx): Promise<readonly Remark[]> {
  const rows = await tx.selectFrom('remarks').selectAll().orderBy('day', 'desc').orderBy('id', 'desc').execute();
  return rows.map(({ day, kind, article, body }) => ({ day, kind, article, text: body }));
}

/** Removes the remarks of the days before this one. */
export async function forgetRemarks(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('remarks').where('day', '<', before).execute();
}
