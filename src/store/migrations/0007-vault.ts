import type { Kysely, Migration } from 'kysely';

export const vault: Migration = {
  async up(db: Kysely<unknown>) {
    // The data key of each stream, wrapped; without its row the texts of the stream are noise.
    await db.schema.createTable('stream_keys')
      .addColumn('stream', 'text', (c) => c.primaryKey().references('streams.stream'))
      .addColumn('wrapped', 'text', (c) => c.notNull())
      // Which key of the environment wrapped it: a fingerprint, never the key.
      .addColumn('wrapped_by', 'text', (c) => c.notNull())
      .execute();
    // Who opened which case, one line for each person, day and thing that was opened.
    await db.schema.createTable('accesses')
      .addColumn('stream', 'text', (c) => c.notNull().references('streams.stream'))
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('first_at', 'text', (c) => c.notNull())
      .addColumn('last_at', 'text', (c) => c.notNull())
      .addColumn('times', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('accesses_key', ['stream', 'person', 'day', 'what'])
      .execute();
  },
};
