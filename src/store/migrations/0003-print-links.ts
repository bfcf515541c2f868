import type { Kysely, Migration } from 'kysely';

export const printLinks: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createTable('print_links')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('stream', 'text', (c) => c.notNull().references('streams.stream'))
      .addColumn('document', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('print_links_by_stream').on('print_links').column('stream').execute();
    await db.schema.createIndex('print_links_by_expiry').on('print_links').column('expires_at').execute();
  },
};
