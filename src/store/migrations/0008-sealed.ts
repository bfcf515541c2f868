import type { Kysely, Migration } from 'kysely';

export const sealed: Migration = {
  async up(db: Kysely<unknown>) {
    // Told apart by a column and not by how a text begins: somebody may have written anything at all.
    await db.schema.alterTable('texts').addColumn('sealed', 'integer', (c) => c.notNull().defaultTo(0)).execute();
    // People who are not in the register (any more) and have nothing left here, and since which day that is seen.
    await db.schema.createTable('leaving')
      .addColumn('person', 'text', (c) => c.primaryKey())
      .addColumn('since', 'text', (c) => c.notNull())
      .execute();
  },
};
