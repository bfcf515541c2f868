import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.js';
import { anna, at, card, claimOne, command, conversation, registered, row, timer } from '../contract/store/samples.js';
import { testVault } from '../support/vault.js';

describe('a store in a file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'routewijzer-sqlite-'));
    file = join(folder, 'data', 'deep', 'routewijzer.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes the folder', async () => {
    const store = await openSqlite(file, testVault);
    await store.close();
    expect(existsSync(file)).toBe(true);
  });

  it('keeps everything when it is opened again', async () => {
    const first = await openSqlite(file, testVault);
    await first.importPeople([registered()]);
    const person = await first.meet('aaaa-1', '', 't-1');
    const click = command({ texts: [{ id: 't1', body: 'tekst' }], outbox: [card(), timer({ dueAt: at(5) })] });
    await first.append(click);
    await first.saveSentCard('s1', 'case', anna, { activityId: 'a1', view: 'case', version: 1 });
    await first.saveConversation(anna, conversation);
    await first.saveRoute('h1', '{}');
    const [events, row] = [await first.load('s1'), await first.row('s1')];
    await first.close();

    const second = await openSqlite(file, testVault);
    expect(await second.load('s1')).toEqual(events);
    expect(await second.row('s1')).toEqual(row);
    expect(await second.rowsOf('p-anna', 'case')).toEqual([row]);
    expect(await second.append(click)).toBe('repeated');
    expect(await second.text('t1')).toBe('tekst');
    expect(await second.person(person.id)).toEqual(person);
    expect(await second.sentCard('s1', 'case', anna)).toEqual({ activityId: 'a1', view: 'case', version: 1 });
    expect(await second.conversation(anna)).toEqual(conversation);
    expect(await second.savedRoute('h1')).toBe('{}');
    expect(await claimOne(second, at(0))).toMatchObject({ kind: 'card', attempts: 1 });
    await second.close();
  });

  it('finishes what has begun before it closes', async () => {
    const store = await openSqlite(file, testVault);
    const appends = Array.from({ length: 20 }, (_, i) => store.append(command({ stream: `s${i}` })));
    await store.close();
    expect(new Set(await Promise.all(appends))).toEqual(new Set(['appended']));
  });

  it('can be opened twice: one sees what the other has written', async () => {
    const one = await openSqlite(file, testVault);
    const other = await openSqlite(file, testVault);
    expect(await one.append(command())).toBe('appended');
    expect(await other.append(command())).toBe('conflict');
    expect(await other.load('s1')).toEqual(await one.load('s1'));
    await Promise.all([one.close(), other.close()]);
  });

  it('names the file when it is no database', async () => {
    const broken = join(folder, 'broken.db');
    writeFileSync(broken, 'this is not a database, but it is long enough to be taken for a broken one'.repeat(20));
    await expect(openSqlite(broken, testVault)).rejects.toThrow(broken);
  });

  it('names the file when its folder cannot be made', async () => {
    writeFileSync(join(folder, 'data'), '');
    await expect(openSqlite(file, testVault)).rejects.toThrow(file);
  });

  it('names the file, and the reason, when a write fails', async () => {
    const store = await openSqlite(file, testVault);
    const sabotage = new Database(file);
    sabotage.exec('drop table outbox');
    sabotage.close();
    const failing = store.append(command({ outbox: [card()] }));
    await expect(failing).rejects.toThrow(file);
    await expect(failing).rejects.toThrow('no such table');
    expect(await store.load('s1')).toEqual([]);
    await store.close();
  });

  it('refuses a file of a newer program', async () => {
    await (await openSqlite(file, testVault)).close();
    const newer = new Database(file);
    newer.exec(`insert into kysely_migration values ('9999-future', '2099-01-01T00:00:00.000Z')`);
    newer.close();
    await expect(openSqlite(file, testVault)).rejects.toThrow(/9999-future/);
  });

  it('a case that was closed before cases were forgotten gets its timer; one that has it keeps it', async () => {
    const first = await openSqlite(file, testVault);
    const closed = { status: 'closed', step: 'signaal' } as const;
    await first.append(command({ stream: 'old', row: row({ ...closed, code: 'K1' }) }));
    await first.append(command({ stream: 'timed', row: row({ ...closed, code: 'K2' }), outbox: [timer({ timer: 'retention', key: 'retention', dueAt: at(5) })] }));
    await first.append(command({ stream: 'open', row: row({ code: 'K3' }) }));
    await first.close();
    const older = new Database(file);
    // As it was before that migration, and before what came after it.
    older.exec("delete from kysely_migration where name >= '0004'; drop index outbox_by_kind; alter table texts drop column sealed");
    for (const later of ['remarks', 'pauses', 'turns', 'counters', 'stream_keys', 'accesses', 'leaving']) older.exec(`drop table ${later}`);
    older.close();

    const second = await openSqlite(file, testVault);
    const rows = await second.claimDue(at(60), 9, 1000);
    expect(rows.map((one) => [one.stream, one.kind === 'timer' ? one.timer : '', one.dueAt])).toEqual([['old', 'retention', at(0)], ['timed', 'retention', at(5)]]);
    await second.close();
  });

  it('leaves no trace of a struck text or a forgotten person in the file', async () => {
    const store = await openSqlite(file, testVault);
    await store.importPeople([registered({ name: 'Een herkenbare naam' })]);
    const { id } = await store.meet('aaaa-1', '', 't-1');
    await store.append(command({ texts: [{ id: 't1', body: 'een-herkenbare-zin' }] }));
    await store.append(command({ expectedVersion: 1, forgetTexts: ['t1'] }));
    await store.forgetPerson(id);
    await store.close();
    const bytes = readFileSync(file, 'latin1');
    for (const trace of ['een-herkenbare-zin', 'Een herkenbare naam', 'aaaa-1', 'AAAA-1']) expect(bytes).not.toContain(trace);
  });

  it('leaves no trace of a forgotten text in the file', async () => {
    const store = await openSqlite(file, testVault);
    await store.append(command({ texts: [{ id: 't1', body: 'een-herkenbare-zin' }] }));
    await store.append(command({ stream: 's2', texts: [{ id: 't2', body: 'deze-blijft' }] }));
    await store.forget('s1');
    await store.close();
    const bytes = readFileSync(file, 'latin1');
    expect(bytes).toContain('t2');
    for (const trace of ['een-herkenbare-zin', 'deze-blijft']) expect(bytes.includes(trace), trace).toBe(false);
  });
});
