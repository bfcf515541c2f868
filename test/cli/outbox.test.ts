import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { StreamRow } from '../../src/app/store-port.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { testKey, testVault } from '../support/vault.js';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'routewijzer-outbox-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AT = '2026-11-23T08:00:00.000Z';
const row: StreamRow = { kind: 'case', owner: 'p-anna', region: 'midden-groningen', status: 'open', code: 'K0001', step: null, ageBand: 'onder-12', stalled: false, openedAt: AT, updatedAt: AT, people: ['p-anna'] };
const opened = { type: 'CaseOpened', data: {} };

/** A case with two messages that could not be delivered, and one that waits. */
beforeAll(async () => {
  const store = await openSqlite(join(folder, 'routewijzer.sqlite'), testVault);
  const card = (personId: string) => ({ kind: 'card', card: 'invitation', place: { kind: 'person', personId }, mode: 'post', dueAt: AT }) as const;
  await store.append({ stream: 'c-1', expectedVersion: 0, commandId: 'x', at: AT, actor: 'p-anna', events: [opened], row, texts: [], outbox: [card('p-bram'), card('p-cas'), card('p-dirk')] });
  const [one, two, three] = await store.claimDue(AT, 10, 60_000);
  if (!one || !two || !three) throw new Error('three were asked for');
  await store.settle(one, { kind: 'dead', reason: 'status 403', at: AT });
  await store.settle(two, { kind: 'dead', reason: 'status 413', at: '2026-11-23T08:05:00.000Z' });
  await store.settle(three, { kind: 'waiting' });
  await store.close();
});

/** Runs the compiled command. */
function outbox(args: readonly string[], data = folder) {
  const env = { ...process.env, ROUTEWIJZER_DATA: data, ROUTEWIJZER_REGIO: '', DATABASE_URL: '', MicrosoftAppId: '', ROUTEWIJZER_KEY: testKey() };
  const run = spawnSync(process.execPath, [join(root, 'dist/cli/outbox.js'), ...args], { encoding: 'utf8', env });
  return { code: run.status, out: run.stdout, err: run.stderr };
}
const letters = () => outbox(['list', '--json']).out.trim().split('\n').filter(Boolean).map((line) => z.object({ id: z.number(), target: z.string() }).loose().parse(JSON.parse(line)));

describe('the dead letters on the command line', () => {
  it('are listed as a table, the oldest first', () => {
    const { code, out, err } = outbox(['list']);
    expect([code, err]).toEqual([0, '']);
    const lines = out.trim().split('\n');
    expect(lines[0]).toMatch(/^id +since +kind +name +case +target +attempts +reason$/);
    expect(lines[2]).toMatch(/^\d+ +2026-11-23T08:00:00\.000Z +card +invitation +K0001 +person:p-bram +1 +status 403$/);
    expect(lines[3]).toMatch(/person:p-cas +1 +status 413$/);
    expect(lines).toHaveLength(4);
  });
  it('are retried and dropped one by one, or retried all together; what is not there is a fault', () => {
    const [bram, cas] = letters();
    expect(letters()).toMatchObject([{ code: 'K0001', kind: 'card', name: 'invitation', reason: 'status 403' }, { target: 'person:p-cas' }]);
    expect(outbox(['drop', String(bram?.id)])).toEqual({ code: 0, out: 'dropped\n', err: '' });
    expect(outbox(['drop', String(bram?.id)])).toMatchObject({ code: 1, out: '', err: `there is no dead letter ${String(bram?.id)}\n` });
    expect(outbox(['retry', '999999'])).toMatchObject({ code: 1, out: '' });
    expect(outbox(['retry', String(cas?.id)])).toEqual({ code: 0, out: '1 due again\n', err: '' });
    expect(outbox(['retry', 'all'])).toEqual({ code: 0, out: '0 due again\n', err: '' });
    expect(outbox(['list'])).toEqual({ code: 0, out: 'no dead letters\n', err: '' });
    // Eight processes, on a machine that may be busy.
  }, 60_000);
  it('of a store that is not there are a fault', () => {
    expect(outbox(['list'], join(folder, 'nergens'))).toMatchObject({ code: 1, out: '', err: expect.stringContaining('there is no store yet') as unknown });
  });
  it.each([
    ['no command', []], ['an unknown command', ['lijst']], ['no id', ['drop']], ['all to drop', ['drop', 'all']], ['no number', ['retry', '1; x']],
    ['an unknown option', ['list', '--droog']], ['two ids', ['retry', '1', '2']],
  ])('%s is wrong usage, with nothing on standard output', (_what, args) => {
    expect(outbox(args)).toMatchObject({ code: 2, out: '' });
  });
});
