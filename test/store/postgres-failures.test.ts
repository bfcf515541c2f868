import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { postgresDialect } from '../../src/store/postgres-dialect.js';
import { failureOf } from '../../src/store/postgres-failures.js';
import { openPostgres, pool } from '../../src/store/postgres.js';
import type { Tables } from '../../src/store/schema.js';
import { transactionsOn } from '../../src/store/transactions.js';
import { anna, at, card, command } from '../contract/store/samples.js';
import { startCluster, type Cluster } from '../support/postgres-cluster.js';
import { testVault } from '../support/vault.js';

/** A server of its own: it is restarted. */
let cluster: Cluster;
beforeAll(async () => { cluster = await startCluster(); });
afterAll(() => cluster.stop());

async function beside(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.url });
  await client.connect();
  await client.query(text);
  await client.end();
}

let streams = 0;
const aStream = (): string => `s${String(streams += 1)}`;

describe('when the database goes away', () => {
  it('the next turn works after a restart, for a read and for a write', async () => {
    const store = await openPostgres(cluster.url, testVault);
    const stream = aStream();
    await Promise.all(Array.from({ length: 5 }, () => store.append(command({ stream: aStream() }))));
    await cluster.restart();
    expect(await store.append(command({ stream }))).toBe('appended');
    await cluster.restart();
    expect(await store.load(stream)).toHaveLength(1);
    await store.close();
  });

  it('what falls in the middle of a restart is done, once, when there is time to wait', async () => {
    const store = await openPostgres(cluster.url, testVault, { wait: (ms) => pause(ms) });
    const stop = new AbortController();
    const done: string[] = [];
    const person = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const stream = aStream();
        const result = await store.append(command({ stream, outbox: [card()] }));
        expect(['appended', 'repeated']).toContain(result);
        done.push(stream);
      }
    };
    const people = Promise.all([person(), person(), person(), person()]);
    for (let round = 1; round <= 2; round += 1) {
      await vi.waitUntil(() => done.length > 8 * round, { timeout: 10_000 });
      await cluster.restart();
    }
    stop.abort();
    await people;
    for (const stream of done) expect(await store.load(stream)).toHaveLength(1);
    await store.close();
  });

  it('what was under way when its connections were cut is done once', async () => {
    const store = await openPostgres(cluster.url, testVault, { wait: (ms) => pause(ms) });
    const appends = Array.from({ length: 60 }, () => command({ stream: aStream() }));
    const results = Promise.all(appends.map((input) => store.append(input)));
    for (let round = 0; round < 4; round += 1) await beside(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'routewijzer'`);
    expect((await results).filter((result) => result === 'conflict')).toEqual([]);
    for (const { stream } of appends) expect(await store.load(stream)).toHaveLength(1);
    await store.close();
  });

  it('says which database it was, and works again later, when it stays away too long', async () => {
    const gate = await gatekeeper(cluster.url);
    const store = await openPostgres(gate.url, testVault);
    gate.refuse(true);
    await expect(store.load('s1')).rejects.toThrow(/^store postgres 127\.0\.0\.1:\d+\/postgres: /);
    gate.refuse(false);
    expect(await store.append(command({ stream: aStream() }))).toBe('appended');
    await store.close();
    await gate.close();
  });

  it('does not wait for ever on a line that went silent, and does not take its late answer for another', async () => {
    const gate = await gatekeeper(cluster.url);
    const store = await openPostgres(`${gate.url}?query_timeout=300`, testVault);
    const [stream, other] = [aStream(), aStream()];
    await store.append(command({ stream }));
    gate.hold(true);
    await expect(store.load(stream)).rejects.toThrow(/timeout/i);
    gate.hold(false);
    expect(await store.load(other)).toEqual([]);
    expect(await store.load(stream)).toHaveLength(1);
    await store.close();
    await gate.close();
  });
});

describe('when transactions are in each other\'s way', () => {
  it('a statement that waits too long for a lock fails, and nothing of it is kept', async () => {
    const store = await openPostgres(`${cluster.url}?statement_timeout=300`, testVault);
    const stream = aStream();
    const holder = new pg.Client({ connectionString: cluster.url });
    await holder.connect();
    await holder.query('begin; lock table outbox in exclusive mode');
    await expect(store.append(command({ stream, outbox: [card({ place: anna, dueAt: at(0) })] }))).rejects.toThrow(/statement timeout/);
    await holder.query('rollback');
    await holder.end();
    expect(await store.load(stream)).toEqual([]);
    await store.close();
  });

  it('of two that wait for each other both are done: the one that was undone is tried again', async () => {
    const db = new Kysely<Tables>({ dialect: postgresDialect(pool(cluster.url, { max: 2, statementMs: 5000, silenceMs: 5000 })) });
    const { write, close } = transactionsOn(db, 'here', { failureOf, pauses: [], wait: () => Promise.resolve() });
    await write(async (tx) => { await sql`insert into counters (name, count) values ('a', 0), ('b', 0)`.execute(tx); });
    let tries = 0;
    let locked = 0;
    let bothLocked = (): void => undefined;
    const each = new Promise<void>((resolve) => { bothLocked = resolve; });
    const both = (first: string, second: string) => write(async (tx) => {
      tries += 1;
      await sql`update counters set count = count + 1 where name = ${first}`.execute(tx);
      locked += 1;
      if (locked === 2) bothLocked();
      await each;
      await sql`update counters set count = count + 1 where name = ${second}`.execute(tx);
    });
    await Promise.all([both('a', 'b'), both('b', 'a')]);
    expect(tries).toBe(3);
    const counted = await db.selectFrom('counters').select('count').where('name', 'in', ['a', 'b']).execute();
    expect(counted).toEqual([{ count: 2 }, { count: 2 }]);
    await close();
  });
});

interface Gate { readonly url: string; refuse(so: boolean): void; hold(so: boolean): void; close(): Promise<void> }

/** Stands between the store and the server: cuts and refuses connections, or lets nothing through. */
async function gatekeeper(url: string): Promise<Gate> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let refusing = false;
  let holding = false;
  const server = createServer((near) => {
    if (refusing) {
      near.destroy();
      return;
    }
    const far = connect(Number(port), hostname);
    for (const [one, other] of [[near, far], [far, near]] as const) {
      sockets.add(one);
      one.on('error', () => { other.destroy(); });
      one.on('close', () => { sockets.delete(one); other.destroy(); });
      one.on('data', (bytes) => { if (!holding) other.write(bytes); });
    }
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port);
  const cut = (): void => { for (const socket of sockets) socket.destroy(); };
  return {
    url: through.href,
    refuse: (so) => { refusing = so; if (so) cut(); },
    hold: (so) => { holding = so; },
    close: () => new Promise((resolve) => { server.close(() => { resolve(); }); cut(); }),
  };
}
