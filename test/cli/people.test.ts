import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.js';
import type { StreamRow } from '../../src/app/store-port.js';
import { testVault } from '../support/vault.js';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'routewijzer-people-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = 'aadObjectId,name,email,role,organisation,organisationType,region';
const juf = 'aad-juf,Wietske Hofstra,w@proef.example,leerkracht,De Proefschool,school,';
const ib = "aad-ib,Auke Nijholt,a@proef.example,IB'er,De Proefschool,school,";
const koo = 'aad-koo,Samira Postma,s@proef.example,koo,Gemeente Proefstad,gemeente,';

function file(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, [header, ...lines].join('\n'));
  return path;
}

/** Runs the compiled command on a register of its own. */
function people(args: readonly string[], data = 'data') {
  const run = spawnSync(process.execPath, [join(root, 'dist/cli/people.js'), ...args], { encoding: 'utf8', env: { ...process.env, ROUTEWIJZER_DATA: join(folder, data), ROUTEWIJZER_REGIO: '' } });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('check', () => {
  it('counts the people of a file without faults', () => {
    expect(people(['check', file('good.csv', juf, '', ib)])).toEqual({ code: 0, out: '2 people, no faults\n', err: '' });
  });
  it('tells every fault with its line, and gives 1', () => {
    const path = file('bad.csv', juf, '', juf.toUpperCase().replace('LEERKRACHT', 'tovenaar'), ',,,,,,', koo.replace('s@proef.example', 'samira'), ib.replace('Auke Nijholt', '123456782'), `${koo.replace('aad-koo', 'aad-x')}elders`);
    const { code, out } = people(['check', path]);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n').map((line) => line.replace(`${path}:`, ''))).toEqual([
      expect.stringMatching(/^4: this aadObjectId occurs twice, first on line 2$/), expect.stringMatching(/^4: unknown role 'tovenaar'/), '5: is empty',
      '6: email is no e-mail address (it may be left empty)', expect.stringMatching(/^7: name holds a number that can be a BSN/), expect.stringMatching(/^8: unknown region 'elders'/),
    ]);
    expect(out).not.toContain('123456782');
  });
});

describe('import', () => {
  it('says first what it would do, then does it; of who goes how many open cases are left', async () => {
    expect(people(['import', file('one.csv', juf, ib)]).out).toBe("add Wietske Hofstra (leerkracht, De Proefschool)\nadd Auke Nijholt (ib-er, De Proefschool)\n2 people in the file; added 2, changed 0, deactivated 0\n");
    const store = await openSqlite(join(folder, 'data', 'routewijzer.sqlite'), testVault);
    const owner = (await store.peopleOfRegion('midden-groningen')).find((one) => one.role === 'leerkracht');
    const opened = { type: 'CaseOpened', data: { code: 'K0001', region: 'midden-groningen', owner: owner?.id, ownerRole: 'leerkracht', organisation: 'De Proefschool', ageBand: 'onder-12', borderMonth: null, routeHash: 'r', consentHash: 'c', answers: {} } };
    const row: StreamRow = { kind: 'case', owner: owner?.id ?? '', region: 'midden-groningen', status: 'open', code: 'K0001', step: null, ageBand: 'onder-12', stalled: false, openedAt: '2026-11-23T08:00:00.000Z', updatedAt: '2026-11-23T08:00:00.000Z', people: [owner?.id ?? ''] };
    await store.append({ stream: 'c-1', expectedVersion: 0, commandId: 'x', at: row.openedAt, actor: owner?.id ?? null, events: [opened], row, texts: [], outbox: [] });
    await store.close();

    const two = file('two.csv', ib.replace('a@proef.example', 'auke@proef.example').replace("IB'er", 'directie'), koo);
    const dry = people(['import', two, '--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.out.split('\n').slice(0, -1)).toEqual([
      'add Samira Postma (koo, Gemeente Proefstad)', 'change Auke Nijholt: email, role',
      'deactivate Wietske Hofstra (leerkracht, De Proefschool): still in 1 open case (owner of 1, to act in 0): K0001',
      'dry run, nothing changed: 2 people in the file; would be added 1, would be changed 1, would be deactivated 1',
    ]);
    expect(people(['import', two, '--dry-run']).out).toBe(dry.out);
    expect(people(['import', two]).out).toContain('added 1, changed 1, deactivated 1');
    expect(people(['import', two]).out).toBe('2 people in the file; added 0, changed 0, deactivated 0\n');
    expect(people(['import', file('one.csv', juf, ib)]).out).toContain('change Wietske Hofstra: registered');
    // Seven processes, on a machine that may be busy.
  }, 60_000);
  it('of a file with faults changes nothing', () => {
    expect(people(['import', file('bad.csv', ib.replace("IB'er", 'tovenaar'))], 'untouched')).toMatchObject({ code: 1 });
  });
});

describe('the exit code', () => {
  it.each([
    ['no command', []], ['an unknown command', ['chek']], ['no file', ['check']], ['an unknown option', ['import', 'x.csv', '--droog']],
    ['--dry-run with check', ['check', 'x.csv', '--dry-run']], ['two files', ['check', 'a', 'b']],
  ])('is 2 for %s, with nothing on standard output', (_what, args) => {
    const { code, out, err } = people(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/people -- /);
  });
  it('is 0 for help and 1 for a file that is not there', () => {
    expect(people(['help'])).toMatchObject({ code: 0, err: '' });
    expect(people(['check', join(folder, 'nergens.csv')])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('nergens.csv') as unknown });
  });
});
