import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../schema.js';
import { withoutNul } from '../postgres-dialect.js';

/**
 * All tables, what others refer to first, each with what its rows are told apart by. Statistics have nothing: two cases
 * may leave the same line.
 */
const KEYS: Readonly<Record<keyof Tables, readonly string[]>> = {
  streams: ['stream'],
  stream_people: ['person', 'stream'],
  stream_keys: ['stream'],
  events: ['stream', 'version'],
  commands: ['id'],
  texts: ['id'],
  outbox: ['id'],
  sent_cards: ['stream', 'card', 'place'],
  conversations: ['place'],
  people: ['id'],
  leaving: ['person'],
  routes: ['hash'],
  statistics: [],
  print_links: ['hash'],
  remarks: ['id'],
  pauses: ['target'],
  turns: ['id'],
  counters: ['name'],
  accesses: ['stream', 'person', 'day', 'what'],
};
const tableNames: readonly string[] = Object.keys(KEYS);

/** A table of a database, with its columns by name: they stand in another order where a column came later. */
export interface TableShape {
  readonly table: string;
  readonly columns: readonly string[];
}

/** What stands in a table: a row is the values of the columns in that order. */
export type Row = readonly (string | number | null)[];

/** How many rows, and a SHA-256 over all of them in the order of their keys: the same on both databases for the same rows. */
export interface TableSum {
  readonly rows: number;
  readonly sha256: string;
}

const PAGE = 500;
/** Parameters of one statement; SQLite takes 32,766. */
const MOST_VALUES = 10_000;

/** Our tables that are there, in the order of `KEYS`; a PostgreSQL schema may hold others. */
export async function shapesIn(db: Kysely<Tables>, schema: string | undefined): Promise<readonly TableShape[]> {
  const there = (await db.introspection.getTables()).filter((table) => !table.isView && (schema === undefined || table.schema === schema));
  return tableNames.flatMap((name) => there.filter((table) => table.name === name))
    .map(({ name, columns }) => ({ table: name, columns: columns.map((column) => column.name).sort() }));
}

/** All rows of a table in the order of its key, a page at a time. Text holds no NUL, which PostgreSQL does not keep. */
export async function* rowsOf(db: Kysely<Tables>, { table, columns }: TableShape): AsyncGenerator<Row> {
  const key = Object.hasOwn(KEYS, table) ? KEYS[table as keyof Tables] : [];
  const order = sql.join((key.length === 0 ? columns : key).map((name) => sql.ref(name)));
  const all = sql`select ${sql.join(columns.map((name) => sql.ref(name)))} from ${sql.table(table)}`;
  let last: Record<string, string | number | null> | undefined;
  do {
    const after = last && sql`where (${order}) > (${sql.join(key.map((name) => last?.[name]))})`;
    const { rows } = await sql<Record<string, string | number | null>>`${all} ${after ?? sql``} order by ${order} ${key.length === 0 ? sql`` : sql`limit ${sql.lit(PAGE)}`}`.execute(db);
    for (const row of rows) yield columns.map((name) => withoutNul(row[name] ?? null));
    last = key.length > 0 && rows.length === PAGE ? rows.at(-1) : undefined;
  } while (last !== undefined);
}

/** Puts rows in a table. Its ids that count by themselves are kept. */
export async function insertRows(db: Kysely<Tables>, { table, columns }: TableShape, rows: readonly Row[]): Promise<void> {
  const most = Math.max(1, Math.floor(MOST_VALUES / columns.length));
  for (let from = 0; from < rows.length; from += most) {
    const values = rows.slice(from, from + most).map((row) => sql`(${sql.join([...row])})`);
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))}) values ${sql.join(values)}`.execute(db);
  }
}

/** Counts rows and sums them up as they pass. */
export function createSum(): { add(row: Row): void; sum(): TableSum } {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add: (row) => { rows += 1; hash.update(lineOf(row)); },
    sum: () => ({ rows, sha256: hash.copy().digest('hex') }),
  };
}

/** A row as it stands in a file and in a sum, with its line end. */
export function lineOf(row: Row): string {
  return `${JSON.stringify(row)}\n`;
}

/** The sum of a table as it stands in the database. */
export async function sumOf(db: Kysely<Tables>, shape: TableShape): Promise<TableSum> {
  const sum = createSum();
  for await (const row of rowsOf(db, shape)) sum.add(row);
  return sum.sum();
}
