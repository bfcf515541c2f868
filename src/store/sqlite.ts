import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { Store } from '../app/store-port.js';
import { migrate } from './migrations.js';
import type { Tables } from './schema.js';
import { sqliteDialect } from './sqlite-dialect.js';
import { storeOn } from './store.js';
import { storeError, transactionsOn } from './transactions.js';

/** How long another process (a backup, a second copy that starts) may hold the file before we give up. */
const BUSY_MS = 5000;

/**
 * Opens the store in a file, which is made with its folder when it is not there, and brings its tables up to date.
 * What is acknowledged is on the disk. Throws, with the file's name, when it cannot be opened or is no database of ours.
 */
export async function openSqlite(file: string): Promise<Store> {
  let database: Database.Database | undefined;
  try {
    // Readable by the account that runs the bot alone.
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    database = new Database(file, { timeout: BUSY_MS });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // What is forgotten is overwritten, not only unlinked.
    database.pragma('secure_delete = ON');
    const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
    await migrate(db);
    return storeOn(transactionsOn(db, file), { pick: (pick) => pick });
  } catch (error) {
    database?.close();
    throw storeError(file, error);
  }
}
