import { sql, type Kysely } from 'kysely';
import { migrate, migrateEmptyTo } from '../migrations.js';
import type { Tables } from '../schema.js';
import { Refused } from './refused.js';
import type { Side } from './side.js';
import type { Source, SummedTable } from './source.js';
import { insertRows, shapesIn, sumOf, type Row, type TableShape } from './tables.js';

const BATCH = 500;

/**
 * Puts everything of the source in a database, in place of what was there, in one transaction; what arrived is read back
 * and compared before it is kept. The tables are made as the source has them, and then brought up to date. Throws `Refused`,
 * with the database as it was, when there is something in it and `replace` is not set, or when what arrived differs.
 */
export async function fill(side: Side, source: Source, replace: boolean): Promise<readonly SummedTable[]> {
  const standing = await rowsIn(side);
  if (standing.length > 0 && !replace) throw new Refused(`${side.name} is not empty (${standing.join(', ')}); with --yes all of it is replaced`);
  await migrate(side.db, side.migrating);
  const arrived = await side.db.transaction().execute(async (tx) => {
    for (const { table } of [...await shapesIn(tx, side.migrating.schema)].reverse()) await sql`drop table ${sql.table(table)}`.execute(tx);
    if (!await migrateEmptyTo(tx, source.schema, side.migrating)) {
      throw new Refused(`it was made by another version of this program (${source.schema}), which this one does not know; use that version or a later one`);
    }
    const made = await shapesIn(tx, side.migrating.schema);
    if (JSON.stringify(made) !== JSON.stringify(source.tables.map(({ table, columns }) => ({ table, columns })))) {
      throw new Refused(`its tables are not those of ${source.schema}`);
    }
    await copy(tx, source, made);
    if (side.kind === 'postgres') await countOn(tx, made);
    return compared(tx, source);
  });
  await migrate(side.db, side.migrating).catch((error: unknown) => {
    throw new Error(`all of it is in ${side.name}, but its tables could not be brought up to date: ${error instanceof Error ? error.message : String(error)}`);
  });
  return arrived;
}

async function copy(tx: Kysely<Tables>, source: Source, shapes: readonly TableShape[]): Promise<void> {
  let batch: { readonly table: string; readonly rows: Row[] } = { table: '', rows: [] };
  const put = async (): Promise<void> => {
    const shape = shapes.find(({ table }) => table === batch.table);
    if (shape) await insertRows(tx, shape, batch.rows);
  };
  for await (const { table, row } of source.rows()) {
    if (table !== batch.table || batch.rows.length >= BATCH) {
      await put();
      batch = { table, rows: [] };
    }
    batch.rows.push(row);
  }
  await put();
}

async function compared(tx: Kysely<Tables>, source: Source): Promise<readonly SummedTable[]> {
  for (const wanted of source.tables) {
    const { rows, sha256 } = await sumOf(tx, wanted);
    if (rows !== wanted.rows || sha256 !== wanted.sha256) {
      throw new Refused(`table ${wanted.table} did not arrive whole: ${String(wanted.rows)} rows became ${String(rows)}${rows === wanted.rows ? ' with another checksum' : ''}`);
    }
  }
  return source.tables;
}

/** Ids that count by themselves go on after the highest. SQLite does so by itself. */
async function countOn(tx: Kysely<Tables>, shapes: readonly TableShape[]): Promise<void> {
  for (const { table } of shapes.filter(({ columns }) => columns.includes('id'))) {
    const { rows: [found] } = await sql<{ sequence: string | null }>`select pg_get_serial_sequence(${table}, 'id') as sequence`.execute(tx);
    if (!found?.sequence) continue;
    await sql`select setval(${found.sequence}, (select coalesce(max(id), 0) + 1 from ${sql.table(table)}), false)`.execute(tx);
  }
}

/** The tables that hold something, each with how much. */
async function rowsIn(side: Side): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { table } of await shapesIn(side.db, side.migrating.schema)) {
    const { rows: [counted] } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(side.db);
    if (counted && counted.count > 0) found.push(`${table} ${String(counted.count)}`);
  }
  return found;
}
