import { expect, it } from 'vitest';
import type { Store } from '../../../src/app/store-port.js';
import { at, command, conversation, registered, row } from './samples.js';

const [FIRST, LATER] = ['2026-11-23', '2026-12-24'];

/** People who are not in the register (any more) and have nothing left here. */
export function leavingContract(store: () => Store): void {
  const stranger = async (): Promise<string> => {
    const { id } = await store().meet('DDDD-4', 'Dirk', 't-1');
    await store().saveConversation({ kind: 'person', personId: id }, conversation);
    return id;
  };
  const reached = async (id: string) => (await store().conversation({ kind: 'person', personId: id })) !== undefined;
  /** Noticed on a day, and looked at again a month later. */
  const aMonth = async (): Promise<void> => {
    await store().forgetLeavers(FIRST, '2026-10-24');
    await store().forgetLeavers(LATER, '2026-11-24');
  };

  it('a stranger is forgotten, name and chat, but not before the days are over', async () => {
    const id = await stranger();
    await store().forgetLeavers(FIRST, '2026-10-24');
    await store().forgetLeavers('2026-12-23', '2026-11-23');
    expect([await reached(id), (await store().person(id))?.name]).toEqual([true, 'Dirk']);
    await store().forgetLeavers(LATER, '2026-11-24');
    expect([await reached(id), await store().person(id)]).toEqual([false, undefined]);
    expect((await store().meet('DDDD-4', 'Dirk', 't-1')).id).not.toBe(id);
  });
  it('who is in the register stays, and who comes into it meanwhile', async () => {
    await store().importPeople([registered()]);
    const anna = await store().meet('AAAA-1', '', 't-1');
    const id = await stranger();
    await store().forgetLeavers(FIRST, '2026-10-24');
    await store().importPeople([registered(), registered({ aadObjectId: 'DDDD-4', name: 'Dirk' })]);
    await store().forgetLeavers(LATER, '2026-11-24');
    expect([await store().person(anna.id), await reached(id)]).toEqual([anna, true]);
    // Out of it again: counted from then.
    await store().importPeople([registered()]);
    await store().forgetLeavers(LATER, '2026-11-24');
    expect(await reached(id)).toBe(true);
  });
  it.each([
    ['has a visit', { kind: 'visit', status: 'open' }], ['leads an open case', { kind: 'case', status: 'open' }],
  ] as const)('who %s stays', async (_what, changes) => {
    const id = await stranger();
    await store().append(command({ row: row({ ...changes, owner: id, people: [id] }), actor: id }));
    await aMonth();
    expect(await reached(id)).toBe(true);
  });
  it('who takes part in an open case stays', async () => {
    const id = await stranger();
    await store().append(command({ row: row({ people: ['p-anna', id] }) }));
    await aMonth();
    expect(await reached(id)).toBe(true);
  });
  it('of who is named in a case that is kept only the chat goes; the rest when that case goes', async () => {
    const id = await stranger();
    await store().append(command({ row: row({ status: 'closed', people: ['p-anna', id] }), actor: id, at: at(0) }));
    await aMonth();
    expect([await reached(id), (await store().person(id))?.name]).toEqual([false, 'Dirk']);
    await store().forget('s1');
    await store().forgetLeavers('2026-12-25', '2026-11-25');
    expect(await store().person(id)).toBeUndefined();
  });
  it('a chat with nobody whom we know goes at once', async () => {
    await store().saveConversation({ kind: 'person', personId: 'nobody' }, conversation);
    await store().saveConversation({ kind: 'stagnatiepunt', region: 'midden-groningen' }, conversation);
    await store().forgetLeavers(FIRST, '2026-10-24');
    expect(await reached('nobody')).toBe(false);
    expect(await store().conversation({ kind: 'stagnatiepunt', region: 'midden-groningen' })).toEqual(conversation);
  });
}
