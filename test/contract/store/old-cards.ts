import { expect, it } from 'vitest';
import type { Store } from '../../../src/app/store-port.js';
import { anna, at, bram, card, claimOne, command } from './samples.js';

/** What a click put on a card, and messages whose place was taken by a newer one. */
export function oldCardsContract(store: () => Store): void {
  const shown = (activityId: string) => ({ activityId, view: 'case', version: 1 });
  const due = async () => (await store().claimDue(at(9), 20, 1)).map((one) => (one.kind === 'card' ? `${one.mode} ${one.card}` : one.timer));

  it('asks for an update of what only the answer to a click put there', async () => {
    await store().saveSentCard('s1', 'case', anna, shown('a1'), { now: at(1), byClick: true });
    expect(await claimOne(store(), at(1))).toMatchObject({ card: 'case', place: anna, mode: 'update' });
    await store().saveSentCard('s2', 'case', anna, shown('a2'), { now: at(1), byClick: false });
    await store().saveSentCard('s3', 'case', anna, shown('a3'));
    expect(await due()).toEqual(['update case']);
  });

  it('asks that a message say it is old when another shows the same card, after that one', async () => {
    await store().saveSentCard('s1', 'case', anna, shown('a1'), { now: at(1), byClick: false });
    await store().saveSentCard('s1', 'case', bram, shown('b1'), { now: at(1), byClick: false });
    await store().saveSentCard('s1', 'case', anna, shown('a2'), { now: at(2), byClick: true });
    expect(await due()).toEqual(['update case', 'update old:case:a1']);
    expect(await store().sentCard('s1', 'old:case:a1', anna)).toMatchObject({ activityId: 'a1' });
    expect(await store().sentCard('s1', 'case', bram)).toMatchObject({ activityId: 'b1' });
    await store().forgetSentCard('s1', 'old:case:a1', anna);
    expect(await store().sentCard('s1', 'old:case:a1', anna)).toBeUndefined();
  });

  it('does so for a new message that is asked for in place of one that stands', async () => {
    await store().saveSentCard('s1', 'term', anna, shown('a1'));
    await store().append(command({ outbox: [card({ card: 'term', fresh: true }), card({ card: 'case' })] }));
    expect(await store().sentCard('s1', 'term', anna)).toBeUndefined();
    expect(await due()).toEqual(['post term', 'update old:term:a1', 'post case']);
  });

  it('lets an old message be the newest again', async () => {
    await store().saveSentCard('s1', 'case', anna, shown('a1'), { now: at(1), byClick: false });
    await store().saveSentCard('s1', 'case', anna, shown('a2'), { now: at(2), byClick: false });
    await store().saveSentCard('s1', 'case', anna, shown('a1'), { now: at(3), byClick: false });
    expect(await store().sentCard('s1', 'old:case:a1', anna)).toBeUndefined();
    expect(await store().sentCard('s1', 'old:case:a2', anna)).toMatchObject({ activityId: 'a2' });
  });

  it('marks no questions of a visit and no lists, and never more than a few of a case', async () => {
    for (const name of ['visit', 'list']) {
      for (const id of ['x1', 'x2']) await store().saveSentCard('s1', name, anna, shown(`${name}-${id}`), { now: at(1), byClick: false });
    }
    expect(await due()).toEqual([]);
    for (let count = 0; count < 9; count += 1) await store().saveSentCard('s1', 'case', anna, shown(`a${String(count)}`), { now: at(1), byClick: false });
    expect(await due()).toEqual(['update old:case:a0', 'update old:case:a1', 'update old:case:a2']);
  });

  it('remembers what a delivery put there, unless something else came to stand there meanwhile', async () => {
    const first = { activityId: 'a-1', view: 'case', version: 1 };
    const second = { activityId: 'a-1', view: 'case', version: 2, banner: '{}' };
    expect(await store().recordSent('s1', 'case', anna, undefined, first)).toBe(true);
    expect(await store().recordSent('s1', 'case', anna, undefined, second)).toBe(false);
    expect(await store().recordSent('s1', 'case', anna, first, second)).toBe(true);
    expect(await store().recordSent('s1', 'case', anna, first, { ...first, version: 3 })).toBe(false);
    expect(await store().sentCard('s1', 'case', anna)).toEqual(second);
    await store().forgetSentCard('s1', 'case', anna);
    expect(await store().recordSent('s1', 'case', anna, second, first)).toBe(false);
    expect(await store().sentCard('s1', 'case', anna)).toBeUndefined();
  });
}
