import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.js';
import { repositoryRoot } from '../support/process.js';
import { testKey, testVault } from '../support/vault.js';

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'routewijzer-db-'));
  const store = await openSqlite(join(folder, 'routewijzer.sqlite'), testVault);
  await store.saveRoute('h1', '{}');
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

function db(...args: readonly string[]): { readonly code: number | null; readonly out: string; readonly said: string } {
  const run = spawnSync(process.execPath, [join(repositoryRoot, 'dist/cli/db.js'), ...args], {
    cwd: folder, encoding: 'utf8', timeout: 60_000, env: { PATH: process.env['PATH'] ?? '', ROUTEWIJZER_DATA: folder, ROUTEWIJZER_KEY: testKey() },
  });
  return { code: run.status, out: run.stdout, said: run.stderr };
}

describe('npm run -s db', { timeout: 120_000 }, () => {
  it('makes a backup and restores it, with a summary for programs and words for people', () => {
    const made = db('backup', 'kept');
    expect(made).toMatchObject({ code: 0, said: expect.stringContaining('Keep ROUTEWIJZER_KEY') as unknown });
    expect(JSON.parse(made.out)).toMatchObject({ did: 'backup', file: 'kept', rows: 1, tables: { routes: { rows: 1 }, people: { rows: 0 } } });
    expect(db('restore', 'kept')).toMatchObject({ code: 1, out: '', said: expect.stringMatching(/^nothing was changed: .*not empty \(routes 1\)/) as unknown });
    expect(JSON.parse(db('restore', 'kept', '--yes').out)).toMatchObject({ did: 'restore', rows: 1 });
  });

  it.each([[[]], [['backup']], [['restore']], [['move']], [['move', '--to', 'mysql://elders/x']], [['verhuis']], [['backup', 'a', 'b']], [['backup', 'a', '--yes']]])('says how it is used, with %j', (args) => {
    expect(db(...args)).toMatchObject({ code: 2, out: '' });
  });

  it('names the database and never the password when it cannot be reached', () => {
    const { code, said } = db('move', '--to', 'postgres://bot:geheim@127.0.0.1:9/elders');
    expect(code).toBe(1);
    expect(said).toContain('127.0.0.1:9/elders');
    expect(said).not.toContain('geheim');
  });
});
