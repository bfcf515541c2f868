import type { Kysely, Migration } from 'kysely';

export const start: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createTable('streams')
      .addColumn('stream', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('owner', 'text', (c) => c.notNull())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      // Unique: a code that means two children is worse than an append that fails.
      .addColumn('code', 'text', (c) => c.unique())
      .addColumn('step', 'text')
      .addColumn('age_band', 'text')
      .addColumn('stalled', 'integer', (c) => c.notNull())
      .addColumn('opened_at', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .addColumn('people', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('streams_by_region').on('streams').columns(['region', 'kind', 'status']).execute();

    await db.schema.createTable('stream_people')
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('stream', 'text', (c) => c.notNull().references('streams.stream'))
      .addPrimaryKeyConstraint('stream_people_key', ['person', 'stream'])
      .execute();
    await db.schema.createIndex('stream_people_by_stream').on('stream_people').column('stream').execute();

    await db.schema.createTable('events')
      .addColumn('stream', 'text', (c) => c.notNull().references('streams.stream'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('data', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('actor', 'text')
      .addPrimaryKeyConstraint('events_key', ['stream', 'version'])
      .execute();

    await db.schema.createTable('commands')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('stream', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('commands_by_stream').on('commands').column('stream').execute();

    await db.schema.createTable('texts')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('stream', 'text', (c) => c.notNull().references('streams.stream'))
      .addColumn('body', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('texts_by_stream').on('texts').column('stream').execute();

    await db.schema.createTable('outbox')
      // Never reused: a late settlement of a removed row must not touch a newer one.
      .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('stream', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('target', 'text', (c) => c.notNull())
      .addColumn('mode', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('due_at', 'text', (c) => c.notNull())
      .addColumn('lease_until', 'text')
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('wanted', 'integer', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addUniqueConstraint('outbox_key', ['stream', 'kind', 'name', 'target'])
      .execute();
    await db.schema.createIndex('outbox_by_due').on('outbox').columns(['state', 'due_at']).execute();
    await db.schema.createIndex('outbox_by_target').on('outbox').column('target').execute();

    await db.schema.createTable('sent_cards')
      .addColumn('stream', 'text', (c) => c.notNull())
      .addColumn('card', 'text', (c) => c.notNull())
      .addColumn('place', 'text', (c) => c.notNull())
      .addColumn('activity_id', 'text', (c) => c.notNull())
      .addColumn('view', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('banner', 'text')
      .addPrimaryKeyConstraint('sent_cards_key', ['stream', 'card', 'place'])
      .execute();

    await db.schema.createTable('conversations')
      .addColumn('place', 'text', (c) => c.primaryKey())
      .addColumn('service_url', 'text', (c) => c.notNull())
      .addColumn('conversation_id', 'text', (c) => c.notNull())
      .addColumn('channel_id', 'text', (c) => c.notNull())
      .addColumn('tenant_id', 'text')
      .addColumn('bot_id', 'text', (c) => c.notNull())
      .addColumn('user_id', 'text')
      .execute();

    await db.schema.createTable('people')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('aad_key', 'text', (c) => c.notNull().unique())
      .addColumn('aad_object_id', 'text', (c) => c.notNull())
      .addColumn('tenant_id', 'text')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('email', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('organisation', 'text', (c) => c.notNull())
      .addColumn('organisation_type', 'text', (c) => c.notNull())
      .addColumn('region', 'text', (c) => c.notNull())
      .addColumn('registered', 'integer', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('people_by_region').on('people').column('region').execute();

    await db.schema.createTable('routes')
      .addColumn('hash', 'text', (c) => c.primaryKey())
      .addColumn('source', 'text', (c) => c.notNull())
      .execute();
  },
};
