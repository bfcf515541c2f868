import { expect, it } from 'vitest';
import type { Store } from '../../../src/app/store-port.js';
import { anna, at, card, command, row } from './samples.js';

/** Appending, loading, forgetting, and the read-model rows. */
export function streamsContract(store: () => Store): void {
  it('gives back the events of a stream in order, with who and when', async () => {
    const events = [{ type: 'CaseOpened', data: { a: 1 } }, { type: 'StepSet', data: ['x', null] }];
    expect(await store().append(command({ events }))).toBe('appended');
    expect(await store().append(command({ expectedVersion: 2, at: at(1), actor: null, events: [{ type: 'TermPassed', data: null }] }))).toBe('appended');
    expect(await store().load('s1')).toEqual([
      { stream: 's1', version: 1, type: 'CaseOpened', data: { a: 1 }, at: at(0), actor: 'p-anna' },
      { stream: 's1', version: 2, type: 'StepSet', data: ['x', null], at: at(0), actor: 'p-anna' },
      { stream: 's1', version: 3, type: 'TermPassed', data: null, at: at(1), actor: null },
    ]);
    expect((await store().row('s1'))?.version).toBe(3);
  });

  it('knows nothing of a stream that was never written', async () => {
    expect(await store().load('s1')).toEqual([]);
    expect(await store().row('s1')).toBeUndefined();
    expect(await store().text('t1')).toBeUndefined();
  });

  it.each([{ expectedVersion: 0 }, { expectedVersion: 2 }])('refuses an append at version $expectedVersion of a stream at 1', async ({ expectedVersion }) => {
    await store().append(command());
    const late = command({ expectedVersion, texts: [{ id: 't1', body: 'tekst' }], outbox: [card()] });
    expect(await store().append(late)).toBe('conflict');
    expect(await store().load('s1')).toHaveLength(1);
    expect(await store().text('t1')).toBeUndefined();
    expect(await store().outboxCounts()).toEqual({ pending: 0, waiting: 0, dead: 0 });
    // The command was not recorded either: decided again at the right version, it counts.
    expect(await store().append({ ...late, expectedVersion: 1 })).toBe('appended');
  });

  it('refuses to go on with a stream that does not exist', async () => {
    expect(await store().append(command({ expectedVersion: 1 }))).toBe('conflict');
    expect(await store().append(command({ expectedVersion: 1, events: [] }))).toBe('conflict');
    expect(await store().row('s1')).toBeUndefined();
  });

  it('lets one of many appends at the same version through', async () => {
    await store().append(command());
    const results = await Promise.all(Array.from({ length: 20 }, () => store().append(command({ expectedVersion: 1 }))));
    expect(results.filter((result) => result === 'appended')).toHaveLength(1);
    expect(results.filter((result) => result === 'conflict')).toHaveLength(19);
    expect(await store().load('s1')).toHaveLength(2);
  });

  it('lets one of many beginnings of the same stream through', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => store().append(command())));
    expect(results.filter((result) => result === 'appended')).toHaveLength(1);
    expect(await store().load('s1')).toHaveLength(1);
  });

  it('commits a command once, whatever the stream and version it comes with', async () => {
    const first = command({ commandId: 'click', outbox: [card()] });
    await store().append(first);
    expect(await store().append(first)).toBe('repeated');
    expect(await store().append({ ...first, expectedVersion: 1, texts: [{ id: 't1', body: 'tekst' }] })).toBe('repeated');
    expect(await store().append({ ...first, stream: 's2' })).toBe('repeated');
    expect(await store().load('s1')).toHaveLength(1);
    expect(await store().row('s2')).toBeUndefined();
    expect(await store().text('t1')).toBeUndefined();
    expect((await store().claimDue(at(0), 10, 1000)).map((due) => due.wanted)).toEqual([1]);
  });

  it('commits a command once when it comes many times at the same moment', async () => {
    const click = command();
    const results = await Promise.all(Array.from({ length: 10 }, () => store().append(click)));
    expect(results.filter((result) => result === 'appended')).toHaveLength(1);
    expect(results.filter((result) => result === 'repeated')).toHaveLength(9);
  });

  it('records a command without events, and what must happen, and leaves the stream as it is', async () => {
    await store().append(command());
    const asked = command({ expectedVersion: 1, events: [], row: row({ step: 'stap-2' }), outbox: [card()] });
    expect(await store().append(asked)).toBe('appended');
    expect(await store().append(asked)).toBe('repeated');
    expect(await store().append({ ...asked, commandId: 'late', expectedVersion: 0 })).toBe('conflict');
    expect(await store().row('s1')).toMatchObject({ version: 1, step: 'stap-1' });
    expect((await store().claimDue(at(0), 10, 1000)).map((due) => due.wanted)).toEqual([1]);
  });

  it('leaves nothing of an append that fails', async () => {
    await store().append(command({ texts: [{ id: 't1', body: 'eerste' }] }));
    // A text's id is taken: the events and the row have been written by then.
    const failing = command({ stream: 's2', texts: [{ id: 't2', body: 'nieuw' }, { id: 't1', body: 'dubbel' }], outbox: [card()] });
    await expect(store().append(failing)).rejects.toThrow();
    expect(await store().load('s2')).toEqual([]);
    expect(await store().row('s2')).toBeUndefined();
    expect(await store().rowsOf('p-anna', 'case')).toHaveLength(1);
    expect(await store().text('t2')).toBeUndefined();
    expect(await store().outboxCounts()).toEqual({ pending: 0, waiting: 0, dead: 0 });
    expect(await store().append({ ...failing, texts: [] })).toBe('appended');
  });

  it('gives back the row as it was last written', async () => {
    const first = row({ code: '7K3F2', people: ['p-anna', 'p-bram'] });
    await store().append(command({ row: first }));
    expect(await store().row('s1')).toEqual({ ...first, stream: 's1', version: 1 });
    const second = row({ code: '7K3F2', step: null, ageBand: null, stalled: true, status: 'closed', updatedAt: at(5), people: ['p-anna', 'p-carla'] });
    await store().append(command({ expectedVersion: 1, row: second }));
    expect(await store().row('s1')).toEqual({ ...second, stream: 's1', version: 2 });
    expect(await store().caseByCode('7K3F2')).toEqual({ ...second, stream: 's1', version: 2 });
    expect(await store().caseByCode('AAAAA')).toBeUndefined();
  });

  it('refuses a second case with the same code', async () => {
    await store().append(command({ row: row({ code: '7K3F2' }) }));
    await expect(store().append(command({ stream: 's2', row: row({ code: '7K3F2' }) }))).rejects.toThrow();
    expect((await store().caseByCode('7K3F2'))?.stream).toBe('s1');
  });

  it('lists the open streams in which somebody takes part, last changed first', async () => {
    const together = { people: ['p-anna', 'p-bram'] };
    await store().append(command({ stream: 'old', row: row({ ...together, updatedAt: at(1) }) }));
    await store().append(command({ stream: 'new', row: row({ ...together, updatedAt: at(9) }) }));
    await store().append(command({ stream: 'closed', row: row({ ...together, status: 'closed' }) }));
    await store().append(command({ stream: 'visit', row: row({ ...together, kind: 'visit' }) }));
    await store().append(command({ stream: 'alone', row: row({ people: ['p-anna'] }) }));
    expect((await store().rowsOf('p-bram', 'case')).map((found) => found.stream)).toEqual(['new', 'old']);
    expect((await store().rowsOf('p-bram', 'case'))[0]?.people).toEqual(['p-anna', 'p-bram']);
    expect((await store().rowsOf('p-bram', 'visit')).map((found) => found.stream)).toEqual(['visit']);
    expect(await store().rowsOf('p-nobody', 'case')).toEqual([]);
  });

  it('no longer lists a stream for somebody who has left it', async () => {
    await store().append(command({ row: row({ people: ['p-anna', 'p-bram'] }) }));
    await store().append(command({ expectedVersion: 1, row: row({ people: ['p-anna'] }) }));
    expect(await store().rowsOf('p-bram', 'case')).toEqual([]);
    expect(await store().rowsOf('p-anna', 'case')).toHaveLength(1);
  });

  it('lists the open cases of a region', async () => {
    await store().append(command({ stream: 'here', row: row() }));
    await store().append(command({ stream: 'elsewhere', row: row({ region: 'utrecht-west' }) }));
    await store().append(command({ stream: 'closed', row: row({ status: 'closed' }) }));
    await store().append(command({ stream: 'visit', row: row({ kind: 'visit' }) }));
    expect((await store().openCases('midden-groningen')).map((found) => found.stream)).toEqual(['here']);
  });

  it('forgets a stream with everything that hangs on it, and nothing else', async () => {
    const full = (stream: string, text: string) => command({ stream, texts: [{ id: text, body: 'tekst' }], outbox: [card()] });
    await store().append(full('s1', 't1'));
    await store().append(full('s2', 't2'));
    for (const stream of ['s1', 's2']) await store().saveSentCard(stream, 'case', anna, { activityId: 'a', view: 'case', version: 1 });
    await store().forget('s1');
    expect(await store().load('s1')).toEqual([]);
    expect(await store().row('s1')).toBeUndefined();
    expect(await store().text('t1')).toBeUndefined();
    expect(await store().sentCard('s1', 'case', anna)).toBeUndefined();
    expect((await store().rowsOf('p-anna', 'case')).map((found) => found.stream)).toEqual(['s2']);
    expect((await store().claimDue(at(0), 10, 1000)).map((due) => due.stream)).toEqual(['s2']);
    expect(await store().load('s2')).toHaveLength(1);
    expect(await store().text('t2')).toBe('tekst');
    expect(await store().sentCard('s2', 'case', anna)).toBeDefined();
    await store().forget('s1');
  });

  it('keeps a route under its hash, and never another one', async () => {
    expect(await store().savedRoute('h1')).toBeUndefined();
    await store().saveRoute('h1', '{"trees":1}');
    await store().saveRoute('h1', '{"trees":2}');
    expect(await store().savedRoute('h1')).toBe('{"trees":1}');
  });
}
