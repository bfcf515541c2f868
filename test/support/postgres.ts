import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly url: string;
  /** Runs SQL beside the store. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Empties all tables of ours, and begins counting anew. */
  empty(): Promise<void>;
  /** Throws out whoever is still connected, and removes it. */
  drop(): Promise<void>;
}

/**
 * A fresh, empty database: in the server of TEST_DATABASE_URL, whose user must be allowed to create databases, else in the
 * one that this run starts from npm. Throws when there is none: a test that needs PostgreSQL fails, and is not skipped.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = await serverUrl();
  const name = `routewijzer_test_${randomBytes(6).toString('hex')}`;
  await once(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 1, application_name: 'test' });
  pool.on('error', () => undefined);
  return {
    url: url.href,
    sql: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) => (await pool.query<Row>(text, [...values])).rows,
    empty: async () => {
      const { rows } = await pool.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`);
      if (rows.length > 0) await pool.query(`truncate ${rows.map((row) => `"${row.name}"`).join(', ')} restart identity`);
    },
    drop: async () => {
      await pool.end();
      await once(server, `drop database if exists ${name} with (force)`);
    },
  };
}

async function serverUrl(): Promise<string> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return given;
  const answer = await fetch(inject('postgresAt'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

async function once(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'test' });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
