import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/store-port.js';
import type { Statistic } from '../../src/summary/statistics.js';
import { openPostgres } from '../../src/store/postgres.js';
import { anna, at, card, command, registered, timer } from '../contract/store/samples.js';
import { freshDatabase, type TestDatabase } from '../support/postgres.js';
import { testVault } from '../support/vault.js';

const open = (url: string): Promise<Store> => openPostgres(url, testVault);

describe('opening a PostgreSQL database', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
    return () => database.drop();
  });

  it('makes the tables once when three processes begin on an empty database at the same moment', async () => {
    const stores = await Promise.all([open(database.url), open(database.url), open(database.url)]);
    const done = await database.sql<{ name: string }>('select name from kysely_migration order by name');
    expect(done.length).toBeGreaterThanOrEqual(8);
    expect(new Set(done.map((row) => row.name)).size).toBe(done.length);
    expect(await stores[0]?.append(command())).toBe('appended');
    expect(await stores[1]?.append(command())).toBe('conflict');
    expect(await stores[2]?.load('s1')).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('keeps everything when it is opened again', async () => {
    const first = await open(database.url);
    const click = command({ texts: [{ id: 't1', body: 'tekst' }], outbox: [card(), timer({ dueAt: at(5) })] });
    await first.append(click);
    const events = await first.load('s1');
    await first.close();
    const second = await open(database.url);
    expect(await second.load('s1')).toEqual(events);
    expect(await second.append(click)).toBe('repeated');
    expect(await second.text('t1')).toBe('tekst');
    await second.close();
  });

  it('keeps its tables in the schema of its search path, whatever another schema holds', async () => {
    await (await open(database.url)).close();
    await database.sql('create schema elders');
    const url = new URL(database.url);
    url.searchParams.set('options', '-c search_path=elders');
    const store = await open(url.href);
    expect(await store.append(command())).toBe('appended');
    expect(await database.sql('select stream from elders.streams')).toEqual([{ stream: 's1' }]);
    expect(await database.sql('select stream from public.streams')).toEqual([]);
    await store.close();
  });

  it('refuses a database of a newer program', async () => {
    await (await open(database.url)).close();
    await database.sql(`insert into kysely_migration values ('9999-future', '2099-01-01T00:00:00.000Z')`);
    await expect(open(database.url)).rejects.toThrow(/9999-future/);
  });

  it('refuses a server that may lose what it acknowledged', async () => {
    const url = new URL(database.url);
    url.searchParams.set('options', '-c synchronous_commit=off');
    await expect(open(url.href)).rejects.toThrow(/synchronous_commit/);
  });

  it('names host and database and never the password when it cannot connect', async () => {
    const url = new URL(database.url);
    url.password = 'een-ander-wachtwoord';
    const refused = await open(url.href).catch((error: unknown) => error);
    expect(String(refused)).toContain(`${url.host}${url.pathname}`);
    url.port = '9';
    const absent = await open(url.href).catch((error: unknown) => error);
    expect(String(absent)).toMatch(/ECONNREFUSED/);
    expect(String(refused) + String(absent)).not.toContain('wachtwoord');
  });
});

describe('a store in PostgreSQL', () => {
  let database: TestDatabase;
  let one: Store;
  let other: Store;
  beforeAll(async () => {
    database = await freshDatabase();
    one = await open(database.url);
    other = await open(database.url);
    return async () => {
      await Promise.all([one.close(), other.close()]);
      await database.drop();
    };
  });
  beforeEach(() => database.empty());

  it('sorts text by its bytes, as SQLite does, although the database is in Dutch', async () => {
    const names = ['aa', 'Zz', 'Éé', 'b', 'ij', 'B', '_', 'é'];
    await one.importPeople(names.map((name, index) => registered({ aadObjectId: `a-${String(index)}`, name })));
    const found = await one.peopleOfRegion(registered().region);
    expect(found.map((person) => person.name)).toEqual([...names].sort());
    expect(await database.sql(`select count(*)::int as count from information_schema.columns
      where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'`)).toEqual([{ count: 0 }]);
  });

  it('imports one register when several processes start with it at once', async () => {
    const people = Array.from({ length: 30 }, (_, index) => registered({ aadObjectId: `a-${String(index)}` }));
    const results = await Promise.all([one, other, one, other].map((store) => store.importPeople(people)));
    expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(30);
  });

  it('keeps one statistic of a case that two processes forget at once', async () => {
    await one.append(command());
    const statistic: Statistic = { region: 'r', opened: '2035-01', ended: '2035-02', step: 'mdo', ageBand: 'onder-12', stalled: false, ending: 'afgerond', weeksOpen: 3 };
    await Promise.all([one, other, one, other].map((store) => store.forget('s1', { statistic })));
    expect(await database.sql('select count(*)::int as count from statistics')).toEqual([{ count: 1 }]);
  });

  it('forgets a stream wholly, whatever is appended to it meanwhile', async () => {
    for (let round = 0; round < 10; round += 1) {
      await one.append(command({ stream: `s${String(round)}` }));
      const appended = other.append(command({ stream: `s${String(round)}`, expectedVersion: 1, texts: [{ id: `t${String(round)}`, body: 'tekst' }], outbox: [card()] }));
      await Promise.all([appended, one.forget(`s${String(round)}`)]);
    }
    for (const table of ['streams', 'events', 'texts', 'outbox', 'stream_keys']) {
      expect(await database.sql(`select count(*)::int as count from ${table}`)).toEqual([{ count: 0 }]);
    }
  });

  it('lets a decision without events through only while the stream stands where it was decided', async () => {
    for (let round = 0; round < 10; round += 1) {
      const stream = `s${String(round)}`;
      await one.append(command({ stream }));
      const [events, none] = await Promise.all([
        one.append(command({ stream, expectedVersion: 1, outbox: [timer({ dueAt: at(50) })] })),
        other.append(command({ stream, expectedVersion: 1, events: [], outbox: [timer({ dueAt: at(10) })] })),
      ]);
      expect(events).toBe('appended');
      // Before the other, or not at all: the timer of the newer decision stands.
      expect(['appended', 'conflict']).toContain(none);
      expect(await database.sql('select due_at from outbox where stream = $1', [stream])).toEqual([{ due_at: at(50) }]);
    }
  });

  it('keeps the id of a removed row from a newer one, and counts as SQLite does', async () => {
    await one.append(command({ outbox: [card()] }));
    const [claimed] = await one.claimDue(at(0), 1, 1000);
    if (!claimed) throw new Error('nothing was due');
    await one.settle(claimed, { kind: 'done' });
    await one.append(command({ expectedVersion: 1, outbox: [card()] }));
    const [newer] = await other.claimDue(at(0), 1, 1000);
    expect(typeof newer?.id).toBe('number');
    expect(newer?.id).toBeGreaterThan(claimed.id);
    expect((await one.outboxHealth(at(0))).pending).toBe(1);
  });

  it('keeps a text with the one character that PostgreSQL has not', async () => {
    const met = await one.meet('aaaa\0-1', 'Naam\0met', undefined);
    expect(met.name).toBe('Naam\uFFFDmet');
    expect(await other.meet('aaaa\0-1', '', undefined)).toEqual(met);
    await one.saveSentCard('s1', 'case', anna, { activityId: 'a\0', view: 'case', version: 1 });
    expect((await one.sentCard('s1', 'case', anna))?.activityId).toBe('a\uFFFD');
  });

  it('has no connection left over in a transaction, and few at all', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => one.append(command({ stream: `s${String(index)}` }))));
    const [open] = await database.sql<{ all: number; busy: number }>(`select count(*)::int as all, count(*) filter (where state <> 'idle')::int as busy
      from pg_stat_activity where datname = current_database() and application_name = 'routewijzer'`);
    expect(open?.busy).toBe(0);
    expect(open?.all).toBeLessThanOrEqual(10);
  });
});
