import { expect, it } from 'vitest';
import type { Store } from '../../../src/app/store-port.js';
import { at } from './samples.js';

/** Typed messages that the channel may deliver more than once. */
export function turnsContract(store: () => Store): void {
  it('gives a message to one taker, and says to the others that it is being answered', async () => {
    const taken = await Promise.all(Array.from({ length: 5 }, () => store().beginTurn('m1', at(0), at(1))));
    expect([...taken].sort()).toEqual(['busy', 'busy', 'busy', 'busy', 'mine']);
    expect(await store().beginTurn('m2', at(0), at(1))).toBe('mine');
  });

  it('says that it was answered, until it need not be remembered', async () => {
    await store().beginTurn('m1', at(0), at(1));
    await store().endTurn('m1', at(60));
    expect(await store().beginTurn('m1', at(59), at(61))).toBe('answered');
    expect(await store().beginTurn('m1', at(60), at(61))).toBe('mine');
  });

  it('gives a message again whose taker said nothing in time', async () => {
    await store().beginTurn('m1', at(0), at(1));
    expect(await store().beginTurn('m1', at(1), at(2))).toBe('mine');
  });

  it('gives a message again that could not be answered, and never one that was', async () => {
    await store().beginTurn('m1', at(0), at(1));
    await store().dropTurn('m1');
    expect(await store().beginTurn('m1', at(0), at(1))).toBe('mine');
    await store().endTurn('m1', at(60));
    await store().dropTurn('m1');
    expect(await store().beginTurn('m1', at(0), at(1))).toBe('answered');
  });

  it('forgets what is over', async () => {
    await store().beginTurn('m1', at(0), at(1));
    await store().endTurn('m1', at(60));
    await store().forgetTurns(at(60));
    expect(await store().beginTurn('m1', at(0), at(1))).toBe('answered');
    await store().forgetTurns(at(61));
    expect(await store().beginTurn('m1', at(0), at(1))).toBe('mine');
  });
}
