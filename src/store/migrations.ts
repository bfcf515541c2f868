import { Migrator, sql, type Kysely, type KyselyPlugin, type Migration } from 'kysely';
import { delivery } from './migrations/0006-delivery.js';
import { keeping } from './migrations/0004-keeping.js';
import { printLinks } from './migrations/0003-print-links.js';
import { sealed } from './migrations/0008-sealed.js';
import { remarks } from './migrations/0005-remarks.js';
import { start } from './migrations/0001-start.js';
import { statistics } from './migrations/0002-statistics.js';
import { vault } from './migrations/0007-vault.js';
import type { Tables } from './schema.js';

/**
 * In this order, each once and in one transaction. A migration that has been released is never edited: add one.
 * The names sort as text.
 */
const migrations: Record<string, Migration> = {
  '0001-start': start,
  '0002-statistics': statistics,
  '0003-print-links': printLinks,
  '0004-keeping': keeping,
  '0005-remarks': remarks,
  '0006-delivery': delivery,
  '0007-vault': vault,
  '0008-sealed': sealed,
};

/** Does this program know the migration of this name? */
export function knowsMigration(name: string): boolean {
  return Object.hasOwn(migrations, name);
}

export interface MigrateOptions {
  /** What the database needs to understand migrations in the words of SQLite. */
  readonly plugin?: KyselyPlugin;
  /** The schema to look in; a database may hold others with tables of the same names. */
  readonly schema?: string;
}

/**
 * Brings the tables up to date, one process at a time: on PostgreSQL Kysely takes an advisory lock, on SQLite the
 * transaction is the lock. Throws when a migration fails, or when the database is newer than this program.
 */
export async function migrate(db: Kysely<Tables>, { plugin, schema }: MigrateOptions = {}): Promise<void> {
  const migrator = new Migrator({
    db: plugin ? db.withPlugin(plugin) : db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/**
 * Makes the tables as they were after the migration of this name, in a transaction of the caller, and says so in Kysely's
 * table of what was done. Gives false, and does nothing, when there is no such migration.
 */
export async function migrateEmptyTo(tx: Kysely<Tables>, last: string, { plugin }: MigrateOptions = {}): Promise<boolean> {
  if (!knowsMigration(last)) return false;
  const db = plugin ? tx.withPlugin(plugin) : tx;
  const done = await sql<{ name: string; timestamp: string }>`select name, timestamp from kysely_migration order by name`.execute(db);
  await sql`delete from kysely_migration`.execute(db);
  for (const [name, migration] of Object.entries(migrations)) {
    if (name > last) continue;
    await migration.up(db);
    const timestamp = done.rows.find((row) => row.name === name)?.timestamp ?? '';
    await sql`insert into kysely_migration (name, timestamp) values (${name}, ${timestamp})`.execute(db);
  }
  return true;
}
