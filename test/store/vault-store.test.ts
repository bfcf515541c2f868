import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localKey, vaultFor } from '../../src/store/local-key.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { createVault } from '../../src/store/vault.js';
import { command } from '../contract/store/samples.js';
import { testKey, testVault } from '../support/vault.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'routewijzer-vault-'));
  file = join(folder, 'store.sqlite');
});
afterEach(() => { rmSync(folder, { recursive: true }); });

/** Everything that lies in the folder of the database: the file itself, its log, its shared memory. */
const everyByte = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1')).join('\n');
const raw = <T>(work: (database: Database.Database) => T): T => {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
};
const sentence = (n: number) => `Een herkenbare zin nummer ${String(n)} over wat er thuis speelt.`;

/** A store with so many streams, one text each. */
async function filled(streams: number, vault = testVault): Promise<void> {
  const store = await openSqlite(file, vault);
  for (let n = 0; n < streams; n += 1) await store.append(command({ stream: `s${String(n)}`, texts: [{ id: `t${String(n)}`, body: sentence(n) }] }));
  await store.close();
}

/** As a version before wrote it: texts as they were typed, and no keys. */
function asBefore(texts: Readonly<Record<string, string>>): void {
  raw((database) => {
    database.exec('delete from stream_keys; pragma user_version = 0');
    const set = database.prepare("insert into texts (id, stream, body, sealed) values (?, 's' || (abs(random()) % 2), ?, 0) on conflict (id) do update set body = excluded.body, sealed = 0");
    database.transaction(() => { for (const [id, body] of Object.entries(texts)) set.run(id, body); })();
  });
}

describe('texts in a store', () => {
  it('stand nowhere in its files, not while it is open and not after', async () => {
    const store = await openSqlite(file, testVault);
    await store.append(command({ texts: [{ id: 't1', body: sentence(1) }] }));
    expect(existsSync(`${file}-wal`)).toBe(true);
    expect(everyByte().includes('herkenbare')).toBe(false);
    expect(await store.text('t1')).toBe(sentence(1));
    await store.close();
    expect(everyByte().includes('herkenbare')).toBe(false);
  });

  it('do not open when somebody changed, copied or wrote them by hand', async () => {
    await filled(2);
    raw((database) => {
      const one = database.prepare("select body from texts where id = 't0'").pluck().get() as string;
      const insert = database.prepare('insert into texts (id, stream, body, sealed) values (?, ?, ?, ?)');
      insert.run('elsewhere', 's1', one, 1);
      insert.run('renamed', 's0', one, 1);
      insert.run('typed', 's0', 'zelf geschreven', 1);
      database.prepare("update texts set body = substr(body, 1, 20) || 'AAAA' || substr(body, 25) where id = 't1'").run();
    });
    const store = await openSqlite(file, testVault);
    expect(await store.text('t0')).toBe(sentence(0));
    for (const id of ['elsewhere', 'renamed', 'typed', 't1']) await expect(store.text(id), id).rejects.toThrow('does not open');
    raw((database) => database.prepare("update texts set sealed = 0, body = 'zelf geschreven' where id = 't0'").run());
    await expect(store.text('t0')).rejects.toThrow('is not sealed');
    await store.close();
  });

  it('go with their key when the stream is forgotten: nothing of it is left, not in the log either', async () => {
    await filled(2);
    const wrapped = raw((database) => database.prepare("select wrapped from stream_keys where stream = 's0'").pluck().get() as string);
    const store = await openSqlite(file, testVault);
    await store.append(command({ stream: 's0', expectedVersion: 1, texts: [{ id: 'later', body: sentence(7) }] }));
    expect(everyByte().includes(wrapped)).toBe(true);
    await store.forget('s0');
    expect(everyByte().includes(wrapped)).toBe(false);
    expect(await store.text('t0')).toBeUndefined();
    expect(await store.keysSeen()).toEqual([{ wrappedBy: testVault.fingerprint, use: 'key', keys: 1, broken: 0 }]);
    await store.close();
  });

  it('of a stream that begins again have another key', async () => {
    await filled(1);
    const store = await openSqlite(file, testVault);
    expect(await store.text('t0')).toBe(sentence(0));
    await store.forget('s0');
    await store.append(command({ stream: 's0', texts: [{ id: 't0', body: 'opnieuw' }] }));
    expect(await store.text('t0')).toBe('opnieuw');
    await store.close();
  });
});

describe('a store with another key', () => {
  it('is not opened, and says whose key it has', async () => {
    await filled(2);
    const other = createVault({ key: testKey('other') });
    await expect(openSqlite(file, other)).rejects.toThrow(new RegExp(`2 streams.*${testVault.fingerprint}.*${other.fingerprint}`));
  });
  it('is not opened when a key pretends to be of this one', async () => {
    const other = createVault({ key: testKey('other') });
    await filled(1, other);
    raw((database) => database.prepare('update stream_keys set wrapped_by = ?').run(testVault.fingerprint));
    await expect(openSqlite(file, testVault)).rejects.toThrow('does not open');
  });
  it('is opened all the same to find out which keys there are', async () => {
    await filled(2);
    const store = await openSqlite(file, createVault({ key: testKey('other'), lenient: true }));
    expect(await store.keysSeen()).toEqual([{ wrappedBy: testVault.fingerprint, use: 'unknown', keys: 2, broken: 2 }]);
    await store.close();
  });
});

describe('a store of a version that did not seal', () => {
  const BEFORE = 450;
  it('is sealed when it is opened, once, however a text begins', async () => {
    await filled(2);
    const wily = ['t1.', `t1.${'A'.repeat(60)}`, 'k1.AAAA', '', testVault.seal('s4', testVault.newKey('s4'), 't4', 'ooit')];
    const texts = Object.fromEntries(Array.from({ length: BEFORE }, (_, n) => [`t${String(n)}`, wily[n] ?? sentence(n)]));
    asBefore(texts);
    const told: number[] = [];
    const vault = createVault({ key: testKey(), onSealed: (count) => { told.push(count); } });
    const store = await openSqlite(file, vault);
    for (const [id, body] of Object.entries(texts)) expect(await store.text(id)).toBe(body);
    expect(everyByte().includes('herkenbare')).toBe(false);
    await store.close();
    await (await openSqlite(file, vault)).close();
    expect(told).toEqual([BEFORE]);
    expect(everyByte().includes('herkenbare')).toBe(false);
  });
  it('goes on where it was stopped', async () => {
    await filled(3);
    asBefore({ t1: sentence(1) });
    raw((database) => database.prepare("delete from texts where id != 't1'").run());
    const store = await openSqlite(file, testVault);
    expect(await store.text('t1')).toBe(sentence(1));
    await store.close();
  });
});

describe('wrapping anew', () => {
  const next = () => createVault({ key: testKey('next'), oldKey: testKey() });
  it('that was stopped halfway leaves every text readable, and goes on', async () => {
    await filled(5);
    const first = await openSqlite(file, next());
    expect(await first.rewrapKeys('', 2)).toEqual({ keys: 2, last: 's1' });
    await first.append(command({ stream: 'new', texts: [{ id: 'new', body: 'onderweg' }] }));
    await first.close();
    await expect(openSqlite(file, createVault({ key: testKey('next') }))).rejects.toThrow('3 streams');

    const second = await openSqlite(file, next());
    expect((await second.keysSeen()).map(({ use, keys, broken }) => [use, keys, broken]).sort()).toEqual([['key', 3, 0], ['old', 3, 0]]);
    for (let n = 0; n < 5; n += 1) expect(await second.text(`t${String(n)}`)).toBe(sentence(n));
    expect(await second.rewrapKeys('', 9)).toEqual({ keys: 3, last: 's4' });
    expect(await second.rewrapKeys('', 9)).toEqual({ keys: 0, last: undefined });
    await second.close();

    const third = await openSqlite(file, createVault({ key: testKey('next') }));
    for (let n = 0; n < 5; n += 1) expect(await third.text(`t${String(n)}`)).toBe(sentence(n));
    expect(await third.text('new')).toBe('onderweg');
    await third.close();
  });
  it('is seen at once by who has the store open with both keys', async () => {
    await filled(1);
    const [bot, tool] = [await openSqlite(file, next()), await openSqlite(file, next())];
    expect(await bot.text('t0')).toBe(sentence(0));
    await tool.rewrapKeys('', 9);
    expect(await bot.text('t0')).toBe(sentence(0));
    await bot.append(command({ stream: 's0', expectedVersion: 1, texts: [{ id: 'more', body: 'nog een' }] }));
    expect(await tool.text('more')).toBe('nog een');
    await Promise.all([bot.close(), tool.close()]);
  });
  it('passes over a key that is broken', async () => {
    await filled(3);
    raw((database) => database.prepare("update stream_keys set wrapped = 'k1.AAAA' where stream = 's1'").run());
    const store = await openSqlite(file, createVault({ key: testKey('next'), oldKey: testKey(), lenient: true }));
    expect(await store.rewrapKeys('', 9)).toEqual({ keys: 2, last: 's2' });
    expect((await store.keysSeen()).filter(({ broken }) => broken > 0)).toEqual([{ wrappedBy: testVault.fingerprint, use: 'old', keys: 1, broken: 1 }]);
    await store.close();
  });
});

describe('local mode without a key', () => {
  it('makes one beside the database, for its owner alone, and keeps to it', () => {
    const key = localKey(folder);
    expect(localKey(folder)).toBe(key);
    expect(readdirSync(folder)).toEqual(['local.key']);
    expect(statSync(join(folder, 'local.key')).mode & 0o777).toBe(0o600);
    expect(vaultFor({ key: undefined, oldKey: undefined, data: folder, local: true }).fingerprint).toBe(createVault({ key }).fingerprint);
  });
  it('names the file when there is no key in it', () => {
    writeFileSync(join(folder, 'local.key'), 'niets');
    expect(() => localKey(folder)).toThrow(/local\.key: must be 32 bytes/);
  });
  it('elsewhere nothing is made up', () => {
    expect(() => vaultFor({ key: undefined, oldKey: undefined, data: folder, local: false })).toThrow('ROUTEWIJZER_KEY');
    expect(readdirSync(folder)).toEqual([]);
  });
});
