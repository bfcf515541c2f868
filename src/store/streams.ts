import type { Selectable } from 'kysely';
import type { StoredRow, StreamRow } from '../app/store-port.js';
import type { Tables } from './schema.js';
import type { Tx } from './transactions.js';

/** The stream's version, 0 when it does not exist. */
export async function versionOf(tx: Tx, stream: string): Promise<number> {
  const row = await tx.selectFrom('streams').select('version').where('stream', '=', stream).executeTakeFirst();
  return row?.version ?? 0;
}

/** Writes the row of a new stream. False when it exists already. */
export async function createRow(tx: Tx, stream: string, version: number, row: StreamRow): Promise<boolean> {
  const people = distinct(row);
  const created = await tx.insertInto('streams').values({ stream, version, ...columns(row, people) })
    .onConflict((oc) => oc.column('stream').doNothing()).executeTakeFirst();
  if (created.numInsertedOrUpdatedRows === 0n) return false;
  await addPeople(tx, stream, people);
  return true;
}

/** Writes the row of a stream that stands at `expected`. False when it stands elsewhere. */
export async function updateRow(
  tx: Tx, stream: string, expected: number, version: number, row: StreamRow,
): Promise<boolean> {
  const before = await tx.selectFrom('streams').select(['version', 'people']).where('stream', '=', stream).executeTakeFirst();
  if (before?.version !== expected) return false;
  const people = distinct(row);
  // Asked again in the update: with several writers the stream may move between the two.
  const updated = await tx.updateTable('streams').set({ version, ...columns(row, people) })
    .where('stream', '=', stream).where('version', '=', expected).executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return false;
  if (before.people !== JSON.stringify(people)) {
    await tx.deleteFrom('stream_people').where('stream', '=', stream).execute();
    await addPeople(tx, stream, people);
  }
  return true;
}

/** The row of a stream. */
export async function loadRow(tx: Tx, stream: string): Promise<StoredRow | undefined> {
  const row = await tx.selectFrom('streams').selectAll().where('stream', '=', stream).executeTakeFirst();
  return row && toRow(row);
}

/** Open streams of a kind in which this person takes part, last changed first. */
export async function rowsOf(tx: Tx, personId: string, kind: StreamRow['kind']): Promise<readonly StoredRow[]> {
  const rows = await tx.selectFrom('stream_people').innerJoin('streams', 'streams.stream', 'stream_people.stream')
    .selectAll('streams')
    .where('stream_people.person', '=', personId).where('kind', '=', kind).where('status', '=', 'open')
    .orderBy('updated_at', 'desc').orderBy('streams.stream').execute();
  return rows.map(toRow);
}

/** Cases of this person that were closed at or after `since`: a closed one changes no more, so its last change is its closing. */
export async function closedOf(tx: Tx, personId: string, since: string): Promise<readonly StoredRow[]> {
  const rows = await tx.selectFrom('stream_people').innerJoin('streams', 'streams.stream', 'stream_people.stream').selectAll('streams')
    .where('stream_people.person', '=', personId).where('kind', '=', 'case').where('status', '=', 'closed').where('updated_at', '>=', since)
    .orderBy('updated_at', 'desc').orderBy('streams.stream').execute();
  return rows.map(toRow);
}

/** All open cases of a region, oldest first. */
export async function openCases(tx: Tx, region: string): Promise<readonly StoredRow[]> {
  const rows = await tx.selectFrom('streams').selectAll()
    .where('region', '=', region).where('kind', '=', 'case').where('status', '=', 'open')
    .orderBy('opened_at').orderBy('stream').execute();
  return rows.map(toRow);
}

/** The case with this code, open or closed. */
export async function caseByCode(tx: Tx, code: string): Promise<StoredRow | undefined> {
  const row = await tx.selectFrom('streams').selectAll().where('code', '=', code).where('kind', '=', 'case').executeTakeFirst();
  return row && toRow(row);
}

async function addPeople(tx: Tx, stream: string, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  await tx.insertInto('stream_people').values(people.map((person) => ({ person, stream }))).execute();
}

function distinct(row: StreamRow): readonly string[] {
  return [...new Set(row.people)];
}

function columns(row: StreamRow, people: readonly string[]): Omit<Selectable<Tables['streams']>, 'stream' | 'version'> {
  return {
    kind: row.kind, owner: row.owner, region: row.region, status: row.status, code: row.code, step: row.step,
    age_band: row.ageBand, stalled: row.stalled ? 1 : 0, opened_at: row.openedAt, updated_at: row.updatedAt,
    people: JSON.stringify(people),
  };
}

/** A row of the table as the app knows it. */
export function toRow(row: Selectable<Tables['streams']>): StoredRow {
  return {
    stream: row.stream, version: row.version, kind: row.kind, owner: row.owner, region: row.region, status: row.status,
    code: row.code, step: row.step, ageBand: row.age_band, stalled: row.stalled === 1, openedAt: row.opened_at,
    updatedAt: row.updated_at, people: JSON.parse(row.people) as string[],
  };
}
