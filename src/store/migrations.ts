import { Migrator, type Kysely, type Migration } from 'kysely';
import { delivery } from './migrations/0006-delivery.js';
import { keeping } from './migrations/0004-keeping.js';
import { printLinks } from './migrations/0003-print-links.js';
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
};

/** Brings the tables up to date. Throws when a migration fails, or when the database is newer than this program. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
