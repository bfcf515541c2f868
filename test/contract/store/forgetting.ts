import { expect, it } from 'vitest';
import type { Store } from '../../../src/app/store-port.js';
import type { Statistic } from '../../../src/summary/statistics.js';
import { anna, at, bram, card, channel, command, conversation, MINUTE, registered, row, timer } from './samples.js';

const statistic: Statistic = {
  region: 'midden-groningen', opened: '2026-09', ended: '2026-11', step: 'triage', ageBand: '12-15', stalled: true, ending: 'doelen-bereikt', weeksOpen: 9,
};

/** Forgetting a stream, a text, where somebody is reached and who somebody is; and what remains. */
export function forgettingContract(store: () => Store): void {
  it('deletes texts together with the events that say so, of this stream alone', async () => {
    await store().append(command({ texts: [{ id: 't1', body: 'weg' }, { id: 't2', body: 'blijft' }] }));
    await store().append(command({ stream: 's2', texts: [{ id: 't3', body: 'van een ander' }] }));
    await store().append(command({ expectedVersion: 1, forgetTexts: ['t1', 't3'] }));
    expect(await store().text('t1')).toBeUndefined();
    expect([await store().text('t2'), await store().text('t3')]).toEqual(['blijft', 'van een ander']);
  });

  it('keeps a text whose deletion came too late', async () => {
    await store().append(command({ texts: [{ id: 't1', body: 'blijft' }] }));
    expect(await store().append(command({ expectedVersion: 0, forgetTexts: ['t1'] }))).toBe('conflict');
    expect(await store().text('t1')).toBe('blijft');
  });

  it('leaves a line to count of a forgotten stream, once, and none of one that never was', async () => {
    await store().append(command({ row: row({ code: '7K3F2' }) }));
    await store().forget('s1', { statistic });
    await store().forget('s1', { statistic });
    await store().forget('s9', { statistic });
    expect(await store().statistics('midden-groningen')).toEqual([statistic]);
    expect(await store().statistics('elders')).toEqual([]);
    expect(JSON.stringify(await store().statistics('midden-groningen'))).not.toMatch(/s1|7K3F2|p-anna/);
  });

  it('remembers the messages that showed a forgotten stream, each to be brought up to date', async () => {
    await store().append(command({ outbox: [card(), timer()] }));
    await store().saveSentCard('s1', 'case', anna, { activityId: 'a1', view: 'case', version: 1 });
    await store().saveSentCard('s1', 'stagnation', channel, { activityId: 'a2', view: 'case', version: 1 });
    await store().saveSentCard('s1', 'invitation', bram, { activityId: '', view: 'case', version: 1 });
    await store().forget('s1', { gone: { as: 'gone.X', dueAt: at(1), tell: ['p-bram'] } });
    expect(await store().sentCard('s1', 'case', anna)).toBeUndefined();
    const due = await store().claimDue(at(1), 10, MINUTE);
    expect(due.map((one) => one.kind === 'timer' && `${one.timer} ${one.key}`).sort()).toEqual(['gone person:p-anna', 'gone stagnatiepunt:midden-groningen', 'gone-told person:p-bram']);
    const shown = due.find((one) => one.kind === 'timer' && one.key === 'person:p-anna');
    expect(await store().sentCard(shown?.stream ?? '', 'gone', anna)).toMatchObject({ activityId: 'a1' });
    await store().forget(shown?.stream ?? '');
    expect(await store().sentCard(shown?.stream ?? '', 'gone', anna)).toBeUndefined();
  });

  it('knows where somebody left a trace: own visits, cases that they take part in or did something in', async () => {
    await store().append(command({ stream: 'v1', row: row({ kind: 'visit' }) }));
    await store().append(command({ stream: 'v2', row: row({ kind: 'visit', owner: 'p-bram', people: ['p-bram'] }), actor: 'p-bram' }));
    await store().append(command({ stream: 'in', row: row({ owner: 'p-bram', people: ['p-bram', 'p-anna'], updatedAt: at(3) }), actor: 'p-bram' }));
    await store().append(command({ stream: 'did', row: row({ owner: 'p-bram', people: ['p-bram'], status: 'closed', updatedAt: at(2) }), actor: 'p-anna' }));
    await store().append(command({ stream: 'not', row: row({ owner: 'p-bram', people: ['p-bram'] }), actor: 'p-bram' }));
    const { visits, cases } = await store().traces('p-anna');
    expect(visits).toEqual(['v1']);
    expect(cases.map((one) => one.stream)).toEqual(['in', 'did']);
  });

  it('forgets where somebody is reached, and knows it again when it is saved again', async () => {
    await store().saveConversation(anna, conversation);
    await store().saveSentCard('s1', 'case', anna, { activityId: 'a1', view: 'case', version: 1 });
    await store().forgetConversation('p-anna');
    expect(await store().conversation(anna)).toBeUndefined();
    expect(await store().sentCard('s1', 'case', anna)).toBeUndefined();
    await store().saveConversation(anna, conversation);
    expect(await store().conversation(anna)).toEqual(conversation);
  });

  it('forgets who somebody is: whoever comes again is somebody new', async () => {
    await store().importPeople([registered()]);
    const before = await store().meet('AAAA-1', 'Anna', 't-1');
    const place = { kind: 'person', personId: before.id } as const;
    await store().saveConversation(place, conversation);
    await store().append(command({ actor: before.id, outbox: [card({ place }), card({ place: bram })] }));
    await store().forgetPerson(before.id);
    expect(await store().person(before.id)).toBeUndefined();
    expect(await store().conversation(place)).toBeUndefined();
    expect(await store().claimDue(at(0), 10, MINUTE)).toMatchObject([{ place: bram }]);
    expect((await store().load('s1'))[0]?.actor).toBe(before.id);
    expect((await store().meet('AAAA-1', 'Anna', 't-1')).id).not.toBe(before.id);
  });
}
