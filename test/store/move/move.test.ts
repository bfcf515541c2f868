import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/app/store-port.js';
import { backup, move, restore, type Moved } from '../../../src/store/move/move.js';
import { openStore, type WhereStored } from '../../../src/store/open.js';
import { at, card, command } from '../../contract/store/samples.js';
import { freshDatabase, type TestDatabase } from '../../support/postgres.js';
import { fillStore } from '../../support/store-content.js';
import { testVault } from '../../support/vault.js';

let folder: string;
let databases: TestDatabase[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'routewijzer-move-'));
  databases = [];
});
afterEach(async () => {
  await Promise.all(databases.map((database) => database.drop()));
  rmSync(folder, { recursive: true });
});

const open = (where: WhereStored): Promise<Store> => openStore(where, testVault);
const file = (name = 'routewijzer.sqlite'): WhereStored => ({ databaseUrl: undefined, file: join(folder, name) });
async function server(): Promise<WhereStored> {
  const database = await freshDatabase();
  databases.push(database);
  return { databaseUrl: database.url, file: '' };
}
const kinds = [['SQLite', () => Promise.resolve(file())], ['PostgreSQL', server]] as const;

async function filled(where: WhereStored, cases?: number): Promise<void> {
  const store = await open(where);
  await fillStore(store, cases);
  await store.close();
}
function sumsOf(moved: Moved): Readonly<Record<string, string>> {
  if (!moved.ok) throw new Error(moved.reason);
  return Object.fromEntries(moved.tables.map(({ table, rows, sha256 }) => [table, `${String(rows)} ${sha256}`]));
}
const reasonOf = (moved: Moved): string => (moved.ok ? 'nothing is wrong' : moved.reason);
let copies = 0;
const copyOf = async (where: WhereStored): Promise<Readonly<Record<string, string>>> => sumsOf(await backup(where, join(folder, `copy-${String(copies += 1)}`)));

describe.each(kinds)('a backup of a store on %s', (_, make) => {
  it.each(kinds)('is restored on %s to the last row, and the bot goes on there', async (to, makeTarget) => {
    const where = await make();
    await filled(where);
    const kept = join(folder, 'backup.gz');
    const made = await backup(where, kept);
    const target = to === 'SQLite' ? file('target.sqlite') : await makeTarget();
    expect(sumsOf(await restore(target, kept, false))).toEqual(sumsOf(made));
    expect(await copyOf(target)).toEqual(sumsOf(made));

    const [before, after] = [await open(where), await open(target)];
    expect(await after.load('case-0001')).toEqual(await before.load('case-0001'));
    expect(await after.text('text-1')).toBe(await before.text('text-1'));
    expect(await after.rowsOf('p-bram', 'case')).toEqual(await before.rowsOf('p-bram', 'case'));
    expect(await after.append(command({ stream: 'case-0001', expectedVersion: 2, outbox: [card({ card: 'nieuw' })] }))).toBe('appended');
    const ids = (await after.claimDue(at(0), 500, 1000)).map((due) => due.id);
    expect(new Set(ids).size).toBe(ids.length);
    await Promise.all([before.close(), after.close()]);
  });

  it('is of one moment while the bot works on', async () => {
    const where = await make();
    await filled(where);
    const store = await open(where);
    let going = true;
    const working = (async () => {
      for (let version = 2; going; version += 1) {
        await store.append(command({ stream: 'case-0001', expectedVersion: version, texts: [{ id: `later-${String(version)}`, body: 'tekst' }], outbox: [card({ card: `c${String(version)}` })] }));
        await new Promise((resolve) => { setImmediate(resolve); });
      }
    })();
    const kept = join(folder, 'backup.gz');
    const made = await backup(where, kept);
    going = false;
    await working;
    await store.close();
    expect(reasonOf(made)).toBe('nothing is wrong');
    await restore(file('target.sqlite'), kept, false);
    const restored = await open(file('target.sqlite'));
    const events = await restored.load('case-0001');
    expect((await restored.row('case-0001'))?.version).toBe(events.length);
    expect(await restored.text(`later-${String(events.length - 1)}`)).toBe(events.length > 2 ? 'tekst' : undefined);
    expect(await restored.text(`later-${String(events.length)}`)).toBeUndefined();
    await restored.close();
  });

  it('goes over nothing that is there, unless that was asked for; then nothing else is left', async () => {
    const where = await make();
    await filled(where, 5);
    const kept = join(folder, 'backup.gz');
    const made = await backup(where, kept);
    const store = await open(where);
    await store.append(command({ stream: 'case-later' }));
    await store.close();
    const before = await copyOf(where);
    expect(reasonOf(await restore(where, kept, false))).toMatch(/^nothing was changed: .* is not empty .*streams 4.*--yes/);
    expect(await copyOf(where)).toEqual(before);
    expect(sumsOf(await restore(where, kept, true))).toEqual(sumsOf(made));
    expect(await copyOf(where)).toEqual(sumsOf(made));
  });

  it('is not restored under a bot that runs', async () => {
    const where = await make();
    await filled(where, 3);
    const kept = join(folder, 'backup.gz');
    await backup(where, kept);
    const store = await open(where);
    await store.load('case-0001');
    expect(reasonOf(await restore(where, kept, true))).toMatch(/stop the bot|stop every process/);
    await store.close();
  });
});

describe('a file that is no whole backup', () => {
  const damages: readonly (readonly [string, (bytes: Buffer) => Buffer, RegExp])[] = [
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 100), /can not be read|cut off/],
    ['cut off between two lines', (bytes) => gzipSync(gunzipSync(bytes).toString().split('\n').slice(0, -3).join('\n')), /cut off/],
    ['changed', (bytes) => gzipSync(gunzipSync(bytes).toString().replace('K1"', 'K9"')), /checksum of table streams/],
    ['longer than it says', (bytes) => gzipSync(`${gunzipSync(bytes).toString()}[1]\n`), /more than its header says/],
    ['of a later version', (bytes) => gzipSync(gunzipSync(bytes).toString().replace('"version":1', '"version":2')), /later version/],
    ['of a later migration', (bytes) => gzipSync(gunzipSync(bytes).toString().replace(/"schema":"[^"]+"/, '"schema":"9999-future"')), /9999-future/],
    ['with a table that is not ours', (bytes) => gzipSync(gunzipSync(bytes).toString().replace('"table":"people"', '"table":"gasten"')), /tables are not those/],
    ['something else', () => Buffer.from('geen back-up'), /can not be read/],
    ['other JSON', () => gzipSync('{"a":1}\n'), /no backup/],
    ['empty', () => gzipSync(''), /no backup/],
  ];
  let kept: Buffer;
  beforeAll(async () => {
    const own = mkdtempSync(join(tmpdir(), 'routewijzer-move-'));
    const where = { databaseUrl: undefined, file: join(own, 'a.sqlite') };
    await filled(where, 4);
    await backup(where, join(own, 'kept'));
    kept = readFileSync(join(own, 'kept'));
    rmSync(own, { recursive: true });
  });

  it.each(damages)('%s: says so, and changes nothing', async (_, damage, reason) => {
    const broken = join(folder, 'broken.gz');
    writeFileSync(broken, damage(kept));
    await filled(file(), 3);
    const before = await copyOf(file());
    const moved = await restore(file(), broken, true);
    expect(reasonOf(moved)).toMatch(/^nothing was changed: /);
    expect(reasonOf(moved)).toMatch(reason);
    expect(await copyOf(file())).toEqual(before);
  });

  it('is not even made when it can not be written whole', async () => {
    await filled(file(), 3);
    const taken = join(folder, 'taken');
    writeFileSync(taken, 'van een ander');
    expect(reasonOf(await backup(file(), taken))).toMatch(/is there already/);
    expect(readFileSync(taken, 'utf8')).toBe('van een ander');
    expect(reasonOf(await backup(file(), join(folder, 'no', 'such', 'folder')))).toMatch(/can not be written/);
    const sabotage = new Database(file().file);
    sabotage.exec('drop table events');
    sabotage.close();
    const half = await backup(file(), join(folder, 'half'));
    if (half.ok) expect(half.tables.map(({ table }) => table)).not.toContain('events');
    expect(reasonOf(await restore(file('other.sqlite'), join(folder, 'half'), false))).toMatch(/tables are not those/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('of no store at all is not made', async () => {
    expect(reasonOf(await backup(file('absent.sqlite'), join(folder, 'kept')))).toMatch(/absent\.sqlite is not there/);
    expect(reasonOf(await backup(await server(), join(folder, 'kept')))).toMatch(/no store yet/);
    expect(existsSync(join(folder, 'kept'))).toBe(false);
  });
});

it('a backup is for the eyes of its maker, and holds no text that can be read', async () => {
  await filled(file(), 3);
  const kept = join(folder, 'kept');
  chmodSync(folder, 0o777);
  await backup(file(), kept);
  if (process.platform !== 'win32') expect(statSync(kept).mode & 0o777).toBe(0o600);
  expect(gunzipSync(readFileSync(kept)).toString()).not.toContain('op twee regels');
});

describe('moving from SQLite to PostgreSQL', () => {
  let target: TestDatabase;
  beforeAll(async () => { target = await freshDatabase(); });
  afterAll(() => target.drop());

  it('brings everything over, row by row the same, and leaves the file as it was', async () => {
    await filled(file());
    const before = await copyOf(file());
    expect(sumsOf(await move(file().file, target.url, false))).toEqual(before);
    expect(await copyOf({ databaseUrl: target.url, file: '' })).toEqual(before);
    expect(await copyOf(file())).toEqual(before);
    expect(reasonOf(await move(file().file, target.url, false))).toMatch(/is not empty/);
    expect(sumsOf(await move(file().file, target.url, true))).toEqual(before);
  });

  it('is refused while the bot has the file, and when there is no file', async () => {
    await filled(file(), 3);
    const store = await open(file());
    expect(reasonOf(await move(file().file, target.url, true))).toMatch(/stop the bot/);
    await store.close();
    expect(reasonOf(await move(join(folder, 'absent'), target.url, true))).toMatch(/is not there/);
    expect(existsSync(join(folder, 'absent'))).toBe(false);
  });
});
