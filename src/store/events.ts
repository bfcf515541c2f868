import type { Append, AppendResult, StoredEvent } from '../app/store-port.js';
import { becomesOld, forgetSentCard, sentCard } from './cards-sent.js';
import { enqueue } from './outbox.js';
import { sealedTexts } from './keys.js';
import { createRow, updateRow, versionOf } from './streams.js';
import type { Tx } from './transactions.js';
import type { Vault } from './vault.js';

/** All events of a stream, oldest first; empty when there is none. */
export async function loadEvents(tx: Tx, stream: string): Promise<readonly StoredEvent[]> {
  const rows = await tx.selectFrom('events').selectAll().where('stream', '=', stream).orderBy('version').execute();
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as unknown }));
}

/**
 * Commits a command: its id, and with it the events, the row, the texts and what must still happen.
 * After `conflict` the transaction must be rolled back; after `repeated` nothing was written.
 * Without events only the command and the outbox are recorded.
 */
export async function append(tx: Tx, vault: Vault, input: Append): Promise<AppendResult> {
  const { stream, expectedVersion, events } = input;
  // The command first: a repeated click answers `repeated`, however far the stream has moved on since.
  const recorded = await tx.insertInto('commands').values({ id: input.commandId, stream, at: input.at })
    .onConflict((oc) => oc.column('id').doNothing()).executeTakeFirst();
  if (recorded.numInsertedOrUpdatedRows === 0n) return 'repeated';

  if (events.length === 0) {
    if ((await versionOf(tx, stream)) !== expectedVersion) return 'conflict';
  } else {
    const version = expectedVersion + events.length;
    const moved = expectedVersion === 0
      ? await createRow(tx, stream, version, input.row)
      : await updateRow(tx, stream, expectedVersion, version, input.row);
    if (!moved) return 'conflict';
    await tx.insertInto('events').values(events.map((event, i) => ({
      stream, version: expectedVersion + 1 + i, type: event.type, data: JSON.stringify(event.data ?? null),
      at: input.at, actor: input.actor,
    }))).execute();
    const { forgetTexts = [] } = input;
    if (forgetTexts.length > 0) await tx.deleteFrom('texts').where('stream', '=', stream).where('id', 'in', forgetTexts).execute();
    if (input.texts.length > 0) {
      await tx.insertInto('texts').values(await sealedTexts(tx, vault, stream, input.texts)).execute();
    }
  }
  for (const row of input.outbox) {
    const stood = row.kind === 'card' && row.fresh ? await sentCard(tx, stream, row.card, row.place) : undefined;
    if (row.kind === 'card' && row.fresh) await forgetSentCard(tx, stream, row.card, row.place);
    await enqueue(tx, stream, row);
    // After the new one, which it points to.
    if (row.kind === 'card' && stood) await becomesOld(tx, { stream, card: row.card, place: row.place, activityId: stood.activityId, now: row.dueAt });
  }
  return 'appended';
}

/** Was a command with this id committed before? */
export async function wasDone(tx: Tx, commandId: string): Promise<boolean> {
  const row = await tx.selectFrom('commands').select('id').where('id', '=', commandId).executeTakeFirst();
  return row !== undefined;
}
