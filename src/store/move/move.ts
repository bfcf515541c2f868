import type { WhereStored } from '../open.js';
import { checkBackup, writeBackup } from './backup-file.js';
import { fill } from './fill.js';
import { Refused } from './refused.js';
import { openSide, type Side, type Use } from './side.js';
import { fromDatabase, type SummedTable } from './source.js';

/** What was done, or why nothing was. */
export type Moved =
  | { readonly ok: true; readonly schema: string; readonly tables: readonly SummedTable[]; readonly store: string }
  | { readonly ok: false; readonly reason: string };

/** Writes a backup of a store, of one moment, while the bot works on. */
export function backup(where: WhereStored, file: string): Promise<Moved> {
  return refusable(() => withSide(where, 'reading', (side) => fromDatabase(side, async (source) => {
    await writeBackup(file, source);
    return { ok: true, schema: source.schema, tables: source.tables, store: side.name };
  })));
}

/** Puts a backup in a store, whole or not at all. The bot must not run. `replace`: also where there is something. */
export function restore(where: WhereStored, file: string, replace: boolean): Promise<Moved> {
  return refusable(async () => {
    const source = await checkBackup(file);
    return withSide(where, 'made', async (side) => ({ ok: true, schema: source.schema, tables: await fill(side, source, replace), store: side.name }));
  });
}

/** Copies a SQLite store to PostgreSQL, whole or not at all. The bot must not run. The file stays as it is. */
export function move(file: string, databaseUrl: string, replace: boolean): Promise<Moved> {
  return refusable(() => withSide({ databaseUrl: undefined, file }, 'alone', (from) => fromDatabase(from, (source) =>
    withSide({ databaseUrl, file }, 'made', async (to) => ({ ok: true, schema: source.schema, tables: await fill(to, source, replace), store: to.name })))));
}

async function withSide<T>(where: WhereStored, use: Use, work: (side: Side) => Promise<T>): Promise<T> {
  const side = await openSide(where, use);
  try {
    return await work(side);
  } finally {
    await side.close();
  }
}

async function refusable(work: () => Promise<Moved>): Promise<Moved> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: `nothing was changed: ${error.message}` };
    throw error;
  }
}
