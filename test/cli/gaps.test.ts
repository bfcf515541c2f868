import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Remark } from '../../src/app/store-port.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { testVault } from '../support/vault.js';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'routewijzer-gaps-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the compiled command on a store of its own. */
function gaps(args: readonly string[], data = folder) {
  const run = spawnSync(process.execPath, [join(root, 'dist/cli/content.js'), 'gaps', ...args], { encoding: 'utf8', env: { ...process.env, ROUTEWIJZER_DATA: data, ROUTEWIJZER_REGIO: '' } });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const remarks: readonly Remark[] = [
  { day: '2026-11-20', kind: 'unanswered', article: '', text: 'mag een hond mee naar het mdo' },
  { day: '2026-11-21', kind: 'right', article: 'zat', text: 'hoe vaak een zat' },
  { day: '2026-11-21', kind: 'wrong', article: 'koo', text: 'wie koopt de stoelen' },
  { day: '2026-11-22', kind: 'feedback', article: '', text: 'Fijn kort' },
  { day: '2026-11-23', kind: 'unanswered', article: '', text: 'Mag een hond mee naar het MDO' },
];
beforeAll(async () => {
  const store = await openSqlite(join(folder, 'routewijzer.sqlite'), testVault);
  for (const remark of remarks) await store.saveRemark(remark, '2027-06-01T08:00:00.000Z');
  await store.close();
});

it('lists what had no right answer, the newest first, with how often', () => {
  const { code, out, err } = gaps([]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.trimEnd().split('\n')).toEqual([
    'Questions without an answer (1)', '  2026-11-23  2 days  Mag een hond mee naar het MDO', '',
    'Answers that were not right (1)', '  2026-11-21  [koo]  wie koopt de stoelen', '', 'Feedback (1)', '  2026-11-22  Fijn kort', '',
    '2 unanswered, 1 wrong, 1 right, 1 feedback; the same one counts once a day',
  ]);
});

it('as JSON one object a line', () => {
  expect(gaps(['--json']).out.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([
    { kind: 'unanswered', text: 'Mag een hond mee naar het MDO', days: 2, last: '2026-11-23' },
    { kind: 'feedback', text: 'Fijn kort', days: 1, last: '2026-11-22' },
    { kind: 'wrong', article: 'koo', text: 'wie koopt de stoelen', days: 1, last: '2026-11-21' },
  ]);
});

it('says so when there is no store, or none of ours, and makes none', () => {
  const nowhere = join(folder, 'nowhere');
  expect(gaps([], nowhere)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('there is no store yet') as string });
  expect(gaps([], nowhere).err).toContain('ROUTEWIJZER_DATA');
  const broken = mkdtempSync(join(folder, 'broken-'));
  writeFileSync(join(broken, 'routewijzer.sqlite'), 'no database '.repeat(200));
  expect(gaps([], broken)).toMatchObject({ code: 1, out: '' });
  expect(gaps(['--jsn'])).toMatchObject({ code: 2, out: '' });
}, 30_000);
