import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { MigrateOptions } from '../migrations.js';
import type { WhereStored } from '../open.js';
import { asPostgres, postgresDialect } from '../postgres-dialect.js';
import { APPLICATION, databaseName, pool, usableSchema, type PoolLimits } from '../postgres.js';
import type { Tables } from '../schema.js';
import { sqliteDialect } from '../sqlite-dialect.js';
import { storeError } from '../transactions.js';
import { Refused } from './refused.js';

/** One of two databases between which everything goes; opened as it is, without bringing its tables up to date. */
export interface Side {
  readonly kind: 'sqlite' | 'postgres';
  /** The file, or host and database. */
  readonly name: string;
  readonly db: Kysely<Tables>;
  readonly migrating: MigrateOptions;
  close(): Promise<void>;
}

/** `reading` beside the bot; `alone`, when the bot must not run; `made`: alone, and made when it is not there. */
export type Use = 'reading' | 'alone' | 'made';

const BUSY_MS = 2_000;
/** A page of rows takes no minute, a migration may. */
const LIMITS: PoolLimits = { max: 1, statementMs: 600_000, silenceMs: 660_000, idleInTransactionMs: 600_000, name: `${APPLICATION}-db` };

/** Opens the database of the configuration. Throws `Refused` when it is not there, is damaged, or somebody else is in it. */
export function openSide({ databaseUrl, file }: WhereStored, use: Use): Promise<Side> {
  return databaseUrl === undefined ? openFile(file, use) : openServer(databaseUrl, use);
}

async function openFile(file: string, use: Use): Promise<Side> {
  if (use !== 'made' && !existsSync(file)) throw new Refused(`there is no store yet: ${file} is not there; ROUTEWIJZER_DATA names the folder of the bot`);
  if (use === 'made') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new Database(file, { timeout: BUSY_MS });
  try {
    if (use !== 'reading') lockOut(database, file);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('secure_delete = ON');
    const damage = database.pragma('integrity_check(1)', { simple: true });
    if (damage !== 'ok') throw new Refused(`${file} is damaged: ${String(damage)}`);
  } catch (error) {
    database.close();
    throw error instanceof Refused ? error : storeError(file, error);
  }
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  return { kind: 'sqlite', name: file, db, migrating: {}, close: () => db.destroy() };
}

/** Keeps the file for ourselves until it is closed, which fails while anybody else has it open. */
function lockOut(database: Database.Database, file: string): void {
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('begin exclusive; commit');
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new Refused(`somebody else has ${file} open: stop the bot (every process of it) first`);
    }
    throw error;
  }
}

async function openServer(url: string, use: Use): Promise<Side> {
  const name = databaseName(url);
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool(url, LIMITS)) });
  try {
    const schema = await usableSchema(db);
    const { rows: [others] } = await sql<{ count: number }>`select count(*) as count from pg_stat_activity
      where datname = current_database() and application_name = ${APPLICATION}`.execute(db);
    if (use !== 'reading' && others && others.count > 0) throw new Refused(`the bot is connected to ${name}: stop every process of it first`);
    return { kind: 'postgres', name, db, migrating: { plugin: asPostgres, schema }, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw error instanceof Refused ? error : storeError(name, error);
  }
}
