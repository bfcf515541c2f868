import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, bench, describe } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.js';
import { MINUTE, at, card, command } from '../contract/store/samples.js';
import { testVault } from '../support/vault.js';

/** What a turn asks of the store. Run with `vitest bench test/bench/store.bench.ts`; compare within one run only. */
const folder = mkdtempSync(join(tmpdir(), 'routewijzer-bench-'));
const store = await openSqlite(join(folder, 'bench.db'), testVault);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

let next = 0;
async function turn(): Promise<void> {
  const stream = `turn-${(next += 1)}`;
  await store.append(command({ stream, outbox: [card()] }));
}

await store.append(command({ stream: 'read' }));
for (let version = 1; version < 20; version += 1) await store.append(command({ stream: 'read', expectedVersion: version }));
await store.meet('aaaa-1', 'Anna', 't-1');

describe('store', () => {
  bench('meet somebody who is known', async () => {
    await store.meet('AAAA-1', 'Anna', 't-1');
  });
  bench('load a stream of 20 events', async () => {
    await store.load('read');
  });
  bench('append an event and a card, durably', turn);
  bench('the same, 16 in flight', async () => {
    await Promise.all(Array.from({ length: 16 }, turn));
  });
  bench('claim and settle one card', async () => {
    for (const row of await store.claimDue(at(0), 1, MINUTE)) await store.settle(row, { kind: 'done' });
  });
});
