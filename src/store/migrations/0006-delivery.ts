import type { Kysely, Migration } from 'kysely';

export const delivery: Migration = {
  async up(db: Kysely<unknown>) {
    // Where sending must wait because the other side said so (429); target '' is everywhere.
    await db.schema.createTable('pauses')
      .addColumn('target', 'text', (c) => c.primaryKey())
      .addColumn('until', 'text', (c) => c.notNull())
      .execute();
    // What was typed and answered before, so that a message that is delivered again is answered once.
    await db.schema.createTable('turns')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('until', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('turns_by_until').on('turns').column('until').execute();
    // What operators want to know over all processes and restarts.
    await db.schema.createTable('counters')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('count', 'integer', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('outbox_by_kind').on('outbox').columns(['state', 'kind']).execute();
  },
};
