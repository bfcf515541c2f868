import { Kysely, sql } from 'kysely';
import pg from 'pg';
import type { Store } from '../app/store-port.js';
import { openVault } from './keys.js';
import { migrate } from './migrations.js';
import { asPostgres, postgresDialect } from './postgres-dialect.js';
import { failureOf } from './postgres-failures.js';
import type { Tables } from './schema.js';
import { storeOn, type Arms } from './store.js';
import { storeError, transactionsOn, type Retrying } from './transactions.js';
import type { Vault } from './vault.js';

/** Enough for the turns of one process; several processes share the connections of one database. */
const CONNECTIONS = 5;
/** Longest to wait for a connection, or for a free one, before the turn fails. */
const CONNECT_MS = 5_000;
/** Longest that one statement may take, with its waiting for locks; the server ends it. */
const STATEMENT_MS = 10_000;
/** The same, when the server does not answer at all: longer, so that its own word comes first. */
const SILENCE_MS = 15_000;
/** A process that stands still in a transaction loses it, and with it its locks. */
const IDLE_IN_TRANSACTION_MS = 30_000;
/** A migration may wait for that of another process, and change big tables. */
const MIGRATE_MS = 300_000;
/** Restarts of a database take a second or so; an answer to a click may not take much longer. */
const PAUSES_MS = [0, 100, 400, 1_000, 1_500];
const AT_ONCE_MS = [0];

/** Under this name the bot is found among the connections of a database. */
export const APPLICATION = 'routewijzer';

export interface PostgresOptions {
  /** Waits that many milliseconds; without it a lost connection is tried again once, at once. */
  readonly wait?: (ms: number) => Promise<void>;
}

/**
 * Opens the store in a PostgreSQL database (15 or later, UTF-8) and brings its tables up to date, one process at a time.
 * `url`: postgres://user:password@host:port/database, with `?sslmode=…` for TLS as the pg package reads it.
 * What is acknowledged has been committed, and texts are sealed by the vault. Throws, with host and database and never
 * the password.
 */
export async function openPostgres(url: string, vault: Vault, { wait }: PostgresOptions = {}): Promise<Store> {
  const name = databaseName(url);
  await prepare(url).catch((error: unknown) => { throw storeError(name, error); });
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool(url, { max: CONNECTIONS, statementMs: STATEMENT_MS, silenceMs: SILENCE_MS })) });
  const retrying: Retrying = { failureOf, pauses: wait ? PAUSES_MS : AT_ONCE_MS, wait: wait ?? (() => Promise.resolve()) };
  const transactions = transactionsOn(db, name, retrying);
  try {
    await openVault(transactions, vault);
  } catch (error) {
    await transactions.close();
    throw error;
  }
  return storeOn(transactions, postgresArms, vault);
}

/** Rows that another process has in hands are passed over; a lock is of the transaction and goes with it. */
const postgresArms: Arms = {
  pick: (pick) => pick.forUpdate('outbox').skipLocked(),
  alone: async (tx, what) => { await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx); },
};

/** Checks the server, and migrates: on one connection of its own, with other time limits. */
async function prepare(url: string): Promise<void> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool(url, { max: 1, statementMs: MIGRATE_MS, silenceMs: MIGRATE_MS })) });
  try {
    await migrate(db, { plugin: asPostgres, schema: await usableSchema(db) });
  } finally {
    await db.destroy();
  }
}

/** The schema in which the tables stand. Throws when the server would not keep what we promise. */
export async function usableSchema(db: Kysely<Tables>): Promise<string> {
  const { rows: [server] } = await sql<{ version: string; encoding: string; synchronous: string; schema: string | null }>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
      current_setting('synchronous_commit') as synchronous, current_schema() as schema`.execute(db);
  if (!server || Number(server.version) < 150_000) throw new Error('PostgreSQL 15 or later is needed');
  if (server.encoding !== 'UTF8') throw new Error(`the database must be in UTF8, not ${server.encoding}`);
  if (server.synchronous === 'off') throw new Error('synchronous_commit is off: what is acknowledged could be lost');
  if (server.schema === null) throw new Error('there is no schema in the search path in which tables can be made');
  return server.schema;
}

export interface PoolLimits {
  readonly max: number;
  readonly statementMs: number;
  readonly silenceMs: number;
  readonly idleInTransactionMs?: number;
  /** Under this name the server knows them. */
  readonly name?: string;
}

/** Connections to this database. What breaks is heard by whoever asks next; it never ends the process. */
export function pool(
  url: string, { max, statementMs, silenceMs, idleInTransactionMs = IDLE_IN_TRANSACTION_MS, name = APPLICATION }: PoolLimits,
): pg.Pool {
  const made = new pg.Pool({
    connectionString: url, max, application_name: name, keepAlive: true, connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: statementMs, query_timeout: silenceMs, idle_in_transaction_session_timeout: idleInTransactionMs,
    types: { getTypeParser: (id, format) => (id === pg.types.builtins.INT8 ? wholeNumber : pg.types.getTypeParser(id, format)) },
  });
  const heard = (): void => undefined;
  made.on('error', heard);
  // Of a connection that is in use, between two of its statements.
  made.on('connect', (client) => { client.on('error', heard); });
  return made;
}

/** Counts and ids come as 64 bits: numbers here, as SQLite gives them. */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error('a number of the database is too big');
  return value;
}

/** Host and database of a URL, for operators. */
export function databaseName(url: string): string {
  if (!URL.canParse(url)) return 'of DATABASE_URL, which is no URL';
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname !== '' ? hostname : searchParams.get('host') ?? 'localhost';
  return `postgres ${host}${port === '' ? '' : `:${port}`}${pathname}`;
}
