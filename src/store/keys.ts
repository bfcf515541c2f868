import type { KeysSeen, Rewrapped } from '../app/store-port.js';
import { DoesNotOpen, type Vault, type WrappedKey } from './vault.js';
import type { Transactions, Tx } from './transactions.js';

const A_BATCH = 200;

/** The data key of a stream, if it has one. */
export async function keyOf(tx: Tx, stream: string): Promise<WrappedKey | undefined> {
  const row = await tx.selectFrom('stream_keys').select(['wrapped', 'wrapped_by']).where('stream', '=', stream).executeTakeFirst();
  return row && { wrapped: row.wrapped, wrappedBy: row.wrapped_by };
}

/** The data key of a stream, made when it has none. */
export async function keyFor(tx: Tx, vault: Vault, stream: string): Promise<WrappedKey> {
  const known = await keyOf(tx, stream);
  if (known) return known;
  const fresh = vault.newKey(stream);
  const made = await tx.insertInto('stream_keys').values({ stream, wrapped: fresh.wrapped, wrapped_by: fresh.wrappedBy })
    .onConflict((oc) => oc.column('stream').doNothing()).executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 0n) return fresh;
  // Another process made it in between.
  const theirs = await keyOf(tx, stream);
  if (!theirs) throw new Error(`stream ${stream} was forgotten meanwhile`);
  return theirs;
}

/** The texts of one stream, sealed for its rows. */
export async function sealedTexts(tx: Tx, vault: Vault, stream: string, texts: readonly { readonly id: string; readonly body: string }[]) {
  const key = await keyFor(tx, vault, stream);
  return texts.map(({ id, body }) => ({ id, stream, body: vault.seal(stream, key, id, body), sealed: 1 }));
}

/** A stored text, or undefined when it was deleted. Throws `DoesNotOpen` for one that was changed, moved or never sealed. */
export async function openText(tx: Tx, vault: Vault, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('texts').leftJoin('stream_keys', 'stream_keys.stream', 'texts.stream')
    .select(['texts.stream', 'texts.body', 'texts.sealed', 'stream_keys.wrapped', 'stream_keys.wrapped_by'])
    .where('texts.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  if (row.sealed !== 1 || row.wrapped === null || row.wrapped_by === null) throw new DoesNotOpen(`text ${id} of stream ${row.stream} is not sealed`);
  return vault.open(row.stream, { wrapped: row.wrapped, wrappedBy: row.wrapped_by }, id, row.body);
}

/**
 * What comes before anything is read of a store: the keys in it must open with the keys that were given, and texts of a
 * version that did not seal are sealed, in batches, so that one that is stopped goes on at the next start.
 * Returns how many texts were sealed. Throws with what an operator can do when a key is the wrong one.
 */
export async function openVault({ read, write }: Pick<Transactions, 'read' | 'write'>, vault: Vault): Promise<number> {
  if (!vault.lenient) await read((tx) => refuseWrongKey(tx, vault));
  let sealed = 0;
  for (;;) {
    const batch = vault.lenient ? 0 : await write((tx) => sealBatch(tx, vault));
    sealed += batch;
    if (batch < A_BATCH) break;
  }
  if (sealed > 0) vault.onSealed(sealed);
  return sealed;
}

/** Seals some texts of an older version; returns how many. */
async function sealBatch(tx: Tx, vault: Vault): Promise<number> {
  const rows = await tx.selectFrom('texts').select(['id', 'stream', 'body']).where('sealed', '=', 0).limit(A_BATCH).execute();
  for (const { id, stream, body } of rows) {
    const sealed = vault.seal(stream, await keyFor(tx, vault, stream), id, body);
    // Of two processes that start at once, the second finds it sealed.
    await tx.updateTable('texts').set({ body: sealed, sealed: 1 }).where('id', '=', id).where('sealed', '=', 0).execute();
  }
  return rows.length;
}

/** One key of each kind is tried: all that were wrapped by one key open with it, or it is not the same key. */
async function refuseWrongKey(tx: Tx, vault: Vault): Promise<void> {
  const kinds = await tx.selectFrom('stream_keys').select((eb) => ['wrapped_by', eb.fn.countAll().as('count'), eb.fn.min('stream').as('sample')])
    .groupBy('wrapped_by').orderBy('wrapped_by').execute();
  for (const { wrapped_by: by, count, sample } of kinds) {
    if (by !== vault.fingerprint && by !== vault.oldFingerprint) {
      throw new DoesNotOpen(`${String(count)} streams have a key that was wrapped by ${by}, but ROUTEWIJZER_KEY is ${vault.fingerprint}`
        + `${vault.oldFingerprint === undefined ? '' : ` and ROUTEWIJZER_KEY_OLD is ${vault.oldFingerprint}`}; give the key with which they were wrapped `
        + '(as ROUTEWIJZER_KEY_OLD to wrap them anew with \'npm run -s keys -- rewrap\'; in local mode it is the file local.key)');
    }
    const key = await keyOf(tx, sample);
    if (key) vault.tryKey(sample, key);
  }
}

/** See `KeyStore.keysSeen`. */
export async function keysSeen(tx: Tx, vault: Vault): Promise<readonly KeysSeen[]> {
  const seen = new Map<string, { keys: number; broken: number }>();
  for (let after = ''; ;) {
    const rows = await tx.selectFrom('stream_keys').selectAll().where('stream', '>', after).orderBy('stream').limit(A_BATCH).execute();
    for (const { stream, wrapped, wrapped_by: wrappedBy } of rows) {
      const count = seen.get(wrappedBy) ?? { keys: 0, broken: 0 };
      seen.set(wrappedBy, { keys: count.keys + 1, broken: count.broken + (opens(vault, stream, { wrapped, wrappedBy }) ? 0 : 1) });
      after = stream;
    }
    if (rows.length < A_BATCH) break;
  }
  const use = (by: string) => (by === vault.fingerprint ? 'key' : by === vault.oldFingerprint ? 'old' : 'unknown');
  return [...seen].map(([wrappedBy, { keys, broken }]) => ({ wrappedBy, use: use(wrappedBy), keys, broken }));
}

function opens(vault: Vault, stream: string, key: WrappedKey): boolean {
  try {
    vault.tryKey(stream, key);
    return true;
  } catch (error) {
    if (error instanceof DoesNotOpen) return false;
    throw error;
  }
}

/** See `KeyStore.rewrapKeys`. */
export async function rewrapKeys(tx: Tx, vault: Vault, after: string, limit: number): Promise<Rewrapped> {
  if (vault.oldFingerprint === undefined || vault.oldFingerprint === vault.fingerprint) return { keys: 0, last: undefined };
  const rows = await tx.selectFrom('stream_keys').selectAll().where('wrapped_by', '=', vault.oldFingerprint).where('stream', '>', after)
    .orderBy('stream').limit(limit).execute();
  let keys = 0;
  for (const { stream, wrapped, wrapped_by: wrappedBy } of rows) {
    // One that is broken stands in the way of no other; the count of all of them tells of it.
    if (!opens(vault, stream, { wrapped, wrappedBy })) continue;
    const anew = vault.rewrap(stream, { wrapped, wrappedBy });
    await tx.updateTable('stream_keys').set({ wrapped: anew.wrapped, wrapped_by: anew.wrappedBy })
      .where('stream', '=', stream).where('wrapped', '=', wrapped).execute();
    keys += 1;
  }
  return { keys, last: rows.at(-1)?.stream };
}
