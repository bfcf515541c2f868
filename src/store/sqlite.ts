import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { Store } from '../app/store-port.js';
import { openVault } from './keys.js';
import { migrate } from './migrations.js';
import type { Tables } from './schema.js';
import { sqliteDialect } from './sqlite-dialect.js';
import { storeOn } from './store.js';
import { storeError, transactionsOn } from './transactions.js';
import type { Vault } from './vault.js';

/** How long another process (a second copy that starts) may hold the file while we open it. */
const OPEN_BUSY_MS = 5000;
/** And once people are served: waiting for the lock holds everybody up, and who clicked can try again. */
const BUSY_MS = 1000;

/**
 * Opens the store in a file, which is made with its folder when it is not there, and brings its tables up to date.
 * What is acknowledged is on the disk, and texts are sealed by the vault. Throws, with the file's name, when it cannot be
 * opened, is no database of ours, or was sealed with another key.
 */
export async function openSqlite(file: string, vault: Vault): Promise<Store> {
  let database: Database.Database | undefined;
  try {
    // Readable by the account that runs the bot alone.
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    database = new Database(file, { timeout: OPEN_BUSY_MS });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // What is forgotten is overwritten, not only unlinked.
    database.pragma('secure_delete = ON');
    const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
    await migrate(db);
    const transactions = transactionsOn(db, file);
    const erased = () => emptyLog(db);
    await openVault(transactions, vault);
    if (!vault.lenient) await writtenAnew(database, db);
    database.pragma(`busy_timeout = ${String(BUSY_MS)}`);
    return storeOn(transactions, { pick: (pick) => pick, alone: () => Promise.resolve(), erased }, vault);
  } catch (error) {
    database?.close();
    // What failed in a transaction is named already.
    throw error instanceof Error && error.message.startsWith(`store ${file}: `) ? error : storeError(file, error);
  }
}

/** The write-ahead log holds pages as they were, until it is written over: it is emptied when something was to vanish. */
async function emptyLog(db: Kysely<Tables>): Promise<void> {
  try {
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
  } catch {
    // Another process reads or writes: it happens with the next one, and when the last process closes the file.
  }
}

/** In the header of the file: it was written anew after its texts were sealed. */
const SEALED = 1;

/**
 * A sealed text is longer than what was typed, so pages were split; and what moved to another page may still stand in the
 * one it came from, in room that is free and that `secure_delete` does not wipe. Once, the whole file is written anew.
 */
async function writtenAnew(database: Database.Database, db: Kysely<Tables>): Promise<void> {
  if (Number(database.pragma('user_version', { simple: true })) >= SEALED) return;
  await sql`vacuum`.execute(db);
  await emptyLog(db);
  database.pragma(`user_version = ${String(SEALED)}`);
}
