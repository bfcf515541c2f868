import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NothingRecorded } from '../../src/app/recorded.js';
import type { Store } from '../../src/app/store-port.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { sqliteDialect } from '../../src/store/sqlite-dialect.js';
import { storeOn } from '../../src/store/store.js';
import type { Tables } from '../../src/store/schema.js';
import { transactionsOn } from '../../src/store/transactions.js';
import { openHouse, type House } from '../support/house.js';
import { testVault } from '../support/vault.js';

/** A house on a database that the test can make fail. */
let folder: string;
let file: string;
let database: Database.Database;
let house: House;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'routewijzer-fails-'));
  file = join(folder, 'store.sqlite');
  await (await openSqlite(file, testVault)).close();
  database = new Database(file, { timeout: 50 });
  const store = storeOn(transactionsOn(new Kysely<Tables>({ dialect: sqliteDialect(database) }), file), { pick: (pick) => pick, alone: () => Promise.resolve(), erased: () => Promise.resolve() }, testVault);
  house = await openHouse({ store: () => store });
});
afterEach(async () => {
  await house.close();
  database.close();
  rmSync(folder, { recursive: true });
});

const eventsNow = () => database.prepare('select count(*) as n from events').get() as { n: number };
const opens = () => house.openCase('ib');

/** Each kind of trouble, and how it ends without hands. */
const TROUBLES: readonly (readonly [string, () => () => void])[] = [
  ['the disk is full', () => {
    database.pragma(`max_page_count = ${String(database.pragma('page_count', { simple: true }))}`);
    return () => { database.pragma('max_page_count = 1000000'); };
  }],
  ['the disk is read-only', () => {
    database.pragma('query_only = on');
    return () => { database.pragma('query_only = off'); };
  }],
  ['another process holds the database', () => {
    const other = new Database(file);
    other.exec('begin exclusive');
    return () => { other.close(); };
  }],
];

describe.each(TROUBLES)('when %s', (what, begin) => {
  it('a click fails with nothing recorded, says so, and works again afterwards', async () => {
    const end = begin();
    // In pages that are not full there is room for a few.
    const most = what === 'the disk is full' ? 200 : 1;
    let before = eventsNow();
    let failed: unknown;
    for (let at = 0; at < most && failed === undefined; at += 1) {
      before = eventsNow();
      await opens().catch((error: unknown) => { failed = error; });
    }
    expect(failed).toBeInstanceOf(NothingRecorded);
    expect(eventsNow()).toEqual(before);
    expect(database.inTransaction).toBe(false);
    end();
    await expect(opens()).resolves.toMatchObject({ code: expect.any(String) as string });
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('delivery fails without losing anything, and goes on afterwards', async () => {
    await house.arrive('ib');
    await opens();
    const waiting = (await house.store.outboxCounts()).pending;
    expect(waiting).toBeGreaterThan(0);
    const end = begin();
    await house.deliver().catch(() => 0);
    end();
    await house.deliver();
    expect((await house.store.outboxHealth(house.parts.clock.now())).due).toBe(0);
  });
});

describe('what is said of a failure', () => {
  const failing = async (change: (store: Store) => Partial<Store>): Promise<unknown> => {
    const other = await openHouse({ store: (store) => ({ ...store, ...change(store) }) });
    try {
      return await other.openCase('ib').then(() => undefined, (error: unknown) => error);
    } finally {
      await other.close();
    }
  };

  it('is not that nothing was recorded when it came after the recording', async () => {
    let recorded = false;
    const error = await failing((store) => ({
      append: async (input) => { const result = await store.append(input); recorded = true; return result; },
      load: (stream) => (recorded ? Promise.reject(new Error('too late')) : store.load(stream)),
    }));
    expect(recorded).toBe(true);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(NothingRecorded);
  });

  it('is not that nothing was recorded when the connection broke while it was', async () => {
    const broken = Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });
    expect(await failing(() => ({ append: () => Promise.reject(broken) }))).toBe(broken);
  });

  it('is that nothing was recorded when the database said no', async () => {
    const full = Object.assign(new Error('disk full'), { code: '53100' });
    expect(await failing(() => ({ append: () => Promise.reject(new Error('store', { cause: full })) }))).toBeInstanceOf(NothingRecorded);
    expect(await failing(() => ({ meet: () => Promise.reject(new Error('a bug')) }))).toBeInstanceOf(NothingRecorded);
  });
});
