import type { Kysely, Migration } from 'kysely';

export const statistics: Migration = {
  async up(db: Kysely<unknown>) {
    // Without a key: nothing may lead back to a case, not even the order in which they were forgotten.
    await db.schema.createTable('statistics')
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('opened', 'text', (c) => c.notNull())
      .addColumn('ended', 'text', (c) => c.notNull())
      .addColumn('step', 'text', (c) => c.notNull())
      .addColumn('age_band', 'text', (c) => c.notNull())
      .addColumn('stalled', 'integer', (c) => c.notNull())
      .addColumn('ending', 'text', (c) => c.notNull())
      .addColumn('weeks_open', 'integer', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('events_by_actor').on('events').column('actor').execute();
  },
};
