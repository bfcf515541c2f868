import { expect, it } from 'vitest';
import type { Store } from '../../../src/app/store-port.js';
import { MINUTE, anna, ask, at, bram, card, channel, timer } from './samples.js';

/** Where sending waits because the other side said so. */
export function pausesContract(store: () => Store): void {
  const due = async (minutes: number) => (await store().claimDue(at(minutes), 10, 1)).map((row) => (row.kind === 'timer' ? row.timer : row.place));

  it('hands out nothing for a paused place until then, whoever asks for it', async () => {
    await store().pause(anna, at(5));
    await ask(store(), card(), card({ place: bram }));
    expect(await due(0)).toEqual([bram]);
    await ask(store(), card());
    expect(await due(4)).toEqual([bram]);
    expect(await due(5)).toEqual([anna, bram]);
  });

  it('lets timers go on', async () => {
    await store().pause('everywhere', at(5));
    await ask(store(), timer());
    expect(await due(0)).toEqual(['term']);
  });

  it('hands out no card at all while sending is paused everywhere', async () => {
    await store().pause('everywhere', at(5));
    await ask(store(), card(), card({ place: channel, card: 'stagnation' }));
    expect(await due(4)).toEqual([]);
    expect(await due(5)).toHaveLength(2);
  });

  it('is only made longer', async () => {
    await store().pause(anna, at(5));
    await store().pause(anna, at(3));
    await ask(store(), card());
    expect(await due(4)).toEqual([]);
    await store().pause(anna, at(9));
    expect(await due(8)).toEqual([]);
  });

  it('counts the places that wait, and not "everywhere"', async () => {
    await store().pause(anna, at(5));
    await store().pause(bram, at(7));
    await store().pause('everywhere', at(9));
    expect([await store().pauses(at(0)), await store().pauses(at(5)), await store().pauses(at(7))]).toEqual([2, 1, 0]);
  });

  it('forgets what is over, and nothing else', async () => {
    await store().pause(anna, at(5));
    await store().pause(bram, at(7));
    await store().forgetPauses(at(6));
    expect(await store().pauses(at(0))).toBe(1);
    await ask(store(), card());
    expect((await store().claimDue(at(0), 10, MINUTE)).length).toBe(1);
  });
}
