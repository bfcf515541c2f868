import { expect, it } from 'vitest';
import type { Store } from '../../../src/app/store-port.js';
import { MINUTE, anna, ask, at, bram, card, channel, claimOne, command, conversation, timer } from './samples.js';

/** What must still happen: coalescing, leases, settling, timers, and waiting for a conversation. */
export function outboxContract(store: () => Store): void {
  it('hands out what is due, earliest first, and nothing that is not', async () => {
    await ask(store(), card({ dueAt: at(2) }), timer({ dueAt: at(1) }), card({ place: channel, mode: 'update', dueAt: at(3) }));
    expect(await store().claimDue(at(0), 10, MINUTE)).toEqual([]);
    const due = await store().claimDue(at(2), 10, 5 * MINUTE);
    expect(due).toMatchObject([
      { kind: 'timer', timer: 'term', key: 'stap-1', stream: 'nowhere', dueAt: at(1), attempts: 1, wanted: 1 },
      { kind: 'card', card: 'case', place: anna, mode: 'post', dueAt: at(2), attempts: 1, wanted: 1 },
    ]);
    expect(await store().claimDue(at(3), 10, MINUTE)).toMatchObject([{ place: channel, mode: 'update' }]);
  });

  it('hands out no more than was asked for', async () => {
    await ask(store(), card(), card({ place: bram }), card({ place: channel }));
    expect(await store().claimDue(at(0), 2, MINUTE)).toHaveLength(2);
    expect(await store().claimDue(at(0), 2, MINUTE)).toHaveLength(1);
  });

  it('coalesces a card that is asked for again: posted if either asked so, at the earlier moment', async () => {
    await ask(store(), card({ mode: 'update', dueAt: at(5) }));
    await ask(store(), card({ mode: 'post', dueAt: at(9) }));
    await ask(store(), card({ mode: 'update', dueAt: at(3) }));
    expect(await claimOne(store(), at(3))).toMatchObject({ mode: 'post', dueAt: at(3), wanted: 3 });
  });

  it('keeps apart what differs in stream, card, place, timer or key', async () => {
    await ask(store(), card(), card({ card: 'mdo' }), card({ place: bram }), timer(), timer({ key: 'stap-2' }), timer({ timer: 'retention' }));
    await store().append(command({ outbox: [card(), timer()] }));
    expect(await store().claimDue(at(0), 100, MINUTE)).toHaveLength(8);
  });

  it('tells a card from a timer of the same name', async () => {
    await ask(store(), card({ card: 'term' }), timer({ timer: 'term', key: 'person:p-anna' }));
    expect(await store().claimDue(at(0), 10, MINUTE)).toHaveLength(2);
  });

  it('leaves a claimed row alone until its lease has passed', async () => {
    await ask(store(), card());
    await claimOne(store(), at(0), 2 * MINUTE);
    expect(await store().claimDue(at(1), 10, MINUTE)).toEqual([]);
    expect(await claimOne(store(), at(2))).toMatchObject({ attempts: 2 });
  });

  it('never hands one row to two claimers', async () => {
    await ask(store(), ...Array.from({ length: 40 }, (_, i) => card({ place: { kind: 'person', personId: `p-${i}` } })));
    const claims = await Promise.all(Array.from({ length: 10 }, () => store().claimDue(at(0), 7, MINUTE)));
    const ids = claims.flat().map((claimed) => claimed.id);
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
  });

  it('removes what is done', async () => {
    await ask(store(), card(), timer());
    for (const row of await store().claimDue(at(0), 10, MINUTE)) await store().settle(row, { kind: 'done' });
    expect(await store().outboxCounts()).toEqual({ pending: 0, waiting: 0, dead: 0 });
    expect(await store().claimDue(at(600), 10, MINUTE)).toEqual([]);
  });

  it('tries again at the moment that was given', async () => {
    await ask(store(), card());
    await store().settle(await claimOne(store(), at(0)), { kind: 'retry', at: at(4), reason: '429' });
    expect(await store().claimDue(at(3), 10, MINUTE)).toEqual([]);
    expect(await claimOne(store(), at(4))).toMatchObject({ attempts: 2 });
  });

  it('does not try before the moment that the other side asked for, whoever asks for the card meanwhile', async () => {
    await ask(store(), card());
    await store().settle(await claimOne(store(), at(0)), { kind: 'retry', at: at(60), reason: '429' });
    await ask(store(), card({ dueAt: at(1) }));
    expect(await store().claimDue(at(59), 10, MINUTE)).toEqual([]);
    expect(await claimOne(store(), at(60))).toMatchObject({ attempts: 2 });
  });

  it.each([
    { kind: 'done' }, { kind: 'retry', at: at(500), reason: '503' }, { kind: 'waiting' }, { kind: 'dead', reason: '403', at: at(0) },
  ] as const)('keeps a card due that was asked for again while it was delivered, after $kind', async (result) => {
    await ask(store(), card());
    const claimed = await claimOne(store(), at(0));
    await ask(store(), card({ dueAt: at(1) }));
    expect(await store().claimDue(at(0), 10, MINUTE)).toEqual([]);
    await store().settle(claimed, result);
    expect(await claimOne(store(), at(1))).toMatchObject({ id: claimed.id, wanted: 2 });
  });

  it('ignores a late settlement of a row that another claimer has finished and somebody asked for anew', async () => {
    await ask(store(), card());
    const slow = await claimOne(store(), at(0));
    await store().settle(await claimOne(store(), at(1)), { kind: 'done' });
    await ask(store(), card());
    await store().settle(slow, { kind: 'done' });
    expect((await store().outboxCounts()).pending).toBe(1);
  });

  it('moves a timer that is set again', async () => {
    await ask(store(), timer({ dueAt: at(1) }));
    await ask(store(), timer({ dueAt: at(5) }));
    expect(await store().claimDue(at(4), 10, MINUTE)).toEqual([]);
    expect(await claimOne(store(), at(5))).toMatchObject({ dueAt: at(5) });
  });

  it('keeps a timer that is set again while it runs, for its new moment', async () => {
    await ask(store(), timer());
    const claimed = await claimOne(store(), at(0));
    await ask(store(), timer({ dueAt: at(30) }));
    await store().settle(claimed, { kind: 'done' });
    expect(await store().claimDue(at(29), 10, MINUTE)).toEqual([]);
    expect(await claimOne(store(), at(30))).toMatchObject({ kind: 'timer', dueAt: at(30) });
  });

  it('lists cards that cannot be delivered, until they are asked for again', async () => {
    await ask(store(), card(), card({ place: channel, card: 'stagnation' }), timer());
    for (const row of await store().claimDue(at(0), 10, MINUTE)) {
      await store().settle(row, row.kind === 'card' && row.card === 'case' ? { kind: 'waiting' } : { kind: 'dead', reason: '403', at: at(0) });
    }
    expect(await store().undelivered('nowhere')).toEqual([
      { place: anna, card: 'case', state: 'waiting' }, { place: channel, card: 'stagnation', state: 'dead' },
    ]);
    expect(await store().undelivered('s1')).toEqual([]);
    expect(await store().outboxCounts()).toEqual({ pending: 0, waiting: 1, dead: 2 });
    expect(await store().claimDue(at(600), 10, MINUTE)).toEqual([]);
    await ask(store(), card({ place: channel, card: 'stagnation', dueAt: at(7) }));
    expect(await claimOne(store(), at(7))).toMatchObject({ card: 'stagnation', attempts: 1 });
  });

  it('makes due what waited for a conversation, in that place alone', async () => {
    await ask(store(), card(), card({ card: 'mdo' }), card({ place: bram }));
    for (const row of await store().claimDue(at(0), 10, MINUTE)) await store().settle(row, { kind: 'waiting' });
    await store().saveConversation(anna, conversation);
    expect((await store().claimDue(at(0), 10, MINUTE)).map((row) => row.kind === 'card' && row.card)).toEqual(['case', 'mdo']);
    expect((await store().outboxCounts()).waiting).toBe(1);
  });

  it('does not let a card wait whose conversation came while it was found missing', async () => {
    await ask(store(), card());
    const claimed = await claimOne(store(), at(0));
    await store().saveConversation(anna, conversation);
    await store().settle(claimed, { kind: 'waiting' });
    expect(await claimOne(store(), at(0))).toMatchObject({ id: claimed.id });
  });

  it('does not deliver twice because a known conversation was saved again', async () => {
    await store().saveConversation(anna, conversation);
    await ask(store(), card());
    const claimed = await claimOne(store(), at(0));
    await store().saveConversation(anna, conversation);
    await store().settle(claimed, { kind: 'done' });
    expect((await store().outboxCounts()).pending).toBe(0);
  });
}
