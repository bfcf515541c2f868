import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { Refused } from './refused.js';
import type { Source } from './source.js';
import { createSum, lineOf, type Row } from './tables.js';

/**
 * A backup is gzipped JSON lines: a header with the last migration and, for each table, its columns, number of rows and
 * SHA-256; then the rows, a line each, table after table. One format for both databases, so that a backup of one can be
 * restored to the other, by a later version of this program too; and one that can be read with zcat in ten years.
 */
const headerSchema = z.object({
  format: z.literal('routewijzer-backup'),
  version: z.literal(1),
  schema: z.string(),
  tables: z.array(z.object({ table: z.string(), columns: z.array(z.string()), rows: z.number().int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
const rowSchema = z.array(z.union([z.string(), z.number(), z.null()]));

/**
 * Writes a backup, readable by the account that makes it alone; it appears under its name when it is whole, was read back
 * and is on the disk. Throws `Refused` when there is a file of that name.
 */
export async function writeBackup(file: string, source: Source): Promise<void> {
  const draft = `${file}.part`;
  // Never over another backup.
  if (existsSync(file)) throw new Refused(`${file} is there already`);
  await open(draft, 'wx', 0o600).then((made) => made.close(), (error: unknown) => { throw cannotWrite(draft, error); });
  try {
    await pipeline(Readable.from(linesOf(source)), createGzip(), createWriteStream(draft, { flags: 'r+', flush: true }));
    await checkBackup(draft);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

function cannotWrite(file: string, error: unknown): Refused {
  const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
  return new Refused(exists ? `${file} is there already` : `${file} can not be written: ${error instanceof Error ? error.message : String(error)}`);
}

async function* linesOf({ schema, tables, rows }: Source): AsyncGenerator<string> {
  const header: z.infer<typeof headerSchema> = {
    format: 'routewijzer-backup', version: 1, schema, tables: tables.map(({ table, columns, rows: count, sha256 }) => ({ table, columns: [...columns], rows: count, sha256 })),
  };
  yield `${JSON.stringify(header)}\n`;
  for await (const { row } of rows()) yield lineOf(row);
}

/** Reads a whole backup and compares it with its header. Throws `Refused` when it is no backup, or was cut off or changed. */
export async function checkBackup(file: string): Promise<Source> {
  const source = await openBackup(file);
  for await (const row of source.rows()) void row;
  return source;
}

async function openBackup(file: string): Promise<Source> {
  const lines = linesIn(file);
  const first = await lines.next();
  await lines.return(undefined);
  const header = headerSchema.safeParse(first.done ? undefined : parsed(file, first.value));
  if (!header.success) throw new Refused(`${file} is no backup of Routewijzer, or of a later version`);
  const { schema, tables } = header.data;
  return { schema, tables, rows: () => rowsIn(file, tables) };
}

/** The rows, counted and summed up as they come: the last one only passes when all were right. */
async function* rowsIn(file: string, tables: Source['tables']): AsyncGenerator<{ readonly table: string; readonly row: Row }> {
  const lines = linesIn(file);
  await lines.next();
  for (const { table, columns, rows, sha256 } of tables) {
    const sum = createSum();
    for (let at = 0; at < rows; at += 1) {
      const line = await lines.next();
      if (line.done) throw new Refused(`${file} was cut off in table ${table}`);
      const row = rowSchema.safeParse(parsed(file, line.value));
      if (!row.success || row.data.length !== columns.length) throw new Refused(`${file} holds something else than a row in table ${table}`);
      sum.add(row.data);
      yield { table, row: row.data };
    }
    if (sum.sum().sha256 !== sha256) throw new Refused(`${file} was changed: the checksum of table ${table} differs`);
  }
  if (!(await lines.next()).done) throw new Refused(`${file} holds more than its header says`);
}

/** Lines, by their ends alone: JSON may hold other characters that some take for one. */
async function* linesIn(file: string): AsyncGenerator<string, undefined> {
  const bytes = createReadStream(file);
  const text = createGunzip();
  bytes.on('error', (error) => { text.destroy(error); });
  let rest = '';
  try {
    for await (const chunk of bytes.pipe(text).setEncoding('utf8')) {
      const parts = (rest + String(chunk)).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
  } catch (error) {
    throw new Refused(`${file} can not be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    bytes.destroy();
  }
  if (rest !== '') yield rest;
  return undefined;
}

function parsed(file: string, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Refused(`${file} holds something else than JSON`);
  }
}
