import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.js';
import { createVault } from '../../src/store/vault.js';
import { command } from '../contract/store/samples.js';
import { repositoryRoot } from '../support/process.js';
import { testKey, testVault } from '../support/vault.js';

const folder = mkdtempSync(join(tmpdir(), 'routewijzer-keys-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

/** Runs `npm run -s keys --` as it was built, with these keys in its environment. */
function keys(args: readonly string[], env: Readonly<Record<string, string>> = {}): { readonly code: number | null; readonly out: string; readonly err: string } {
  const run = spawnSync(process.execPath, [join(repositoryRoot, 'dist/cli/keys.js'), ...args], {
    encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', ROUTEWIJZER_DATA: folder, ROUTEWIJZER_KEY: testKey(), ...env },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}
const next = { ROUTEWIJZER_KEY: testKey('next'), ROUTEWIJZER_KEY_OLD: testKey() };

beforeAll(async () => {
  const store = await openSqlite(join(folder, 'routewijzer.sqlite'), testVault);
  for (const stream of ['s1', 's2', 's3']) await store.append(command({ stream, texts: [{ id: `t-${stream}`, body: 'tekst' }] }));
  await store.close();
});

it('makes a key', () => {
  const { code, out } = keys(['new']);
  expect([code, Buffer.from(out.trim(), 'base64').length]).toEqual([0, 32]);
  expect(keys(['new']).out).not.toBe(out);
});
it('checks, wraps anew, and checks again; never shows a key', async () => {
  expect(keys(['check'])).toEqual({ code: 0, out: `${testVault.fingerprint}  ROUTEWIJZER_KEY  3 keys, every one opens\n`, err: '' });
  const wrong = keys(['check'], { ROUTEWIJZER_KEY: testKey('next') });
  expect([wrong.code, wrong.out]).toEqual([1, `${testVault.fingerprint}  not a key that was given  3 keys, 3 do not open\n`]);
  const anew = createVault({ key: testKey('next') });
  expect(keys(['rewrap'], next)).toEqual({ code: 0, out: `3 keys wrapped anew\n${anew.fingerprint}  ROUTEWIJZER_KEY  3 keys, every one opens\n`, err: '' });
  expect(keys(['rewrap'], next).out).toContain('0 keys wrapped anew');
  const store = await openSqlite(join(folder, 'routewijzer.sqlite'), anew);
  expect(await store.text('t-s2')).toBe('tekst');
  await store.close();
});
it.each([
  [[], 2], [['draai'], 2], [['check', 'meer'], 2], [['rewrap'], 2], [['help'], 0],
])('%j gives %i', (args, code) => {
  expect(keys(args).code).toBe(code);
});
it('tells what is wrong with a key without repeating it', () => {
  const { code, err } = keys(['check'], { ROUTEWIJZER_KEY: 'geheim-maar-kort' });
  expect(code).toBe(2);
  expect(err).toContain('ROUTEWIJZER_KEY: must be 32 bytes in base64');
  expect(err).not.toContain('geheim');
});
