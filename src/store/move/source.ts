import { sql, type Kysely } from 'kysely';
import { knowsMigration } from '../migrations.js';
import type { Tables } from '../schema.js';
import { Refused } from './refused.js';
import type { Side } from './side.js';
import { rowsOf, shapesIn, sumOf, type Row, type TableShape, type TableSum } from './tables.js';

/** A table with what must come out of it. */
export type SummedTable = TableShape & TableSum;

/** Everything of one store at one moment: from a database or from a file. */
export interface Source {
  /** The last migration that was done there. */
  readonly schema: string;
  readonly tables: readonly SummedTable[];
  /** All rows: of the first table first. */
  rows(): AsyncGenerator<{ readonly table: string; readonly row: Row }>;
}

/** Reads a database in one transaction, which sees one moment of it: others may write meanwhile. */
export function fromDatabase<T>(side: Side, work: (source: Source) => Promise<T>): Promise<T> {
  return side.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(async (tx) => {
    const schema = await schemaOf(tx, side);
    const tables: SummedTable[] = [];
    for (const shape of await shapesIn(tx, side.migrating.schema)) tables.push({ ...shape, ...await sumOf(tx, shape) });
    return work({
      schema, tables,
      async *rows() {
        for (const shape of tables) for await (const row of rowsOf(tx, shape)) yield { table: shape.table, row };
      },
    });
  });
}

/** The last migration that was done; throws when none was. */
async function schemaOf(tx: Kysely<Tables>, { name, migrating }: Side): Promise<string> {
  const there = await tx.introspection.getTables({ withInternalKyselyTables: true });
  const empty = !there.some((table) => table.name === 'kysely_migration' && (migrating.schema === undefined || table.schema === migrating.schema));
  const done = empty ? undefined : (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(tx)).rows.at(-1);
  if (!done) throw new Refused(`there is no store yet in ${name}`);
  if (!knowsMigration(done.name)) throw new Refused(`${name} is of a later version of this program (${done.name})`);
  return done.name;
}
