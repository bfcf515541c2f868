import type { Kysely, Migration } from 'kysely';

export const remarks: Migration = {
  async up(db: Kysely<unknown>) {
    // Without a person, and without more of the moment than its day: nothing may lead back to who asked.
    await db.schema.createTable('remarks')
      .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('article', 'text', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addUniqueConstraint('remarks_once_a_day', ['day', 'kind', 'article', 'body'])
      .execute();
  },
};
