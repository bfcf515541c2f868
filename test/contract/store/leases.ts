import { expect, it } from 'vitest';
import type { Store } from '../../../src/app/store-port.js';
import { MINUTE, anna, ask, at, bram, card, channel, claimOne, timer } from './samples.js';

/** Who holds a row, and what is handed out to whom. */
export function leasesContract(store: () => Store): void {
  it('says until when a row is held, and that nobody had it before', async () => {
    await ask(store(), card());
    expect(await claimOne(store(), at(0), 2 * MINUTE)).toMatchObject({ leaseUntil: at(2), abandoned: false });
  });

  it('says of a row whose holder said nothing that it was abandoned', async () => {
    await ask(store(), card());
    await claimOne(store(), at(0));
    expect(await claimOne(store(), at(1))).toMatchObject({ abandoned: true, attempts: 2 });
  });

  it('says nothing of the kind after a result that was told', async () => {
    await ask(store(), card());
    await store().settle(await claimOne(store(), at(0)), { kind: 'retry', at: at(1), reason: '503' });
    expect(await claimOne(store(), at(1))).toMatchObject({ abandoned: false });
  });

  it('gives back what was not begun, as if it had never been claimed', async () => {
    await ask(store(), card(), timer());
    await store().release(await store().claimDue(at(0), 10, MINUTE));
    expect(await store().claimDue(at(0), 10, MINUTE)).toMatchObject([{ attempts: 1, abandoned: false }, { attempts: 1, abandoned: false }]);
  });

  it('gives back no lease that went to another', async () => {
    await ask(store(), card());
    const slow = await claimOne(store(), at(0));
    await claimOne(store(), at(1), 5 * MINUTE);
    await store().release([slow]);
    expect(await store().claimDue(at(2), 10, MINUTE)).toEqual([]);
  });

  it('gives back a row that was asked for again meanwhile', async () => {
    await ask(store(), card());
    const claimed = await claimOne(store(), at(0));
    await ask(store(), card());
    await store().release([claimed]);
    expect(await claimOne(store(), at(0))).toMatchObject({ wanted: 2 });
  });

  it('hands out again what was leased under a clock that has been set back', async () => {
    await ask(store(), card());
    await claimOne(store(), at(24 * 60));
    expect(await store().claimDue(at(24 * 60 - 10), 10, MINUTE)).toEqual([]);
    expect(await claimOne(store(), at(60))).toMatchObject({ attempts: 2, abandoned: true });
  });

  it('hands out no cards for places that the asker is busy with, and their timers all the same', async () => {
    await ask(store(), card(), card({ place: bram }), card({ place: channel }), timer({ timer: 'gone', key: 'person:p-anna' }));
    expect(await store().claimDue(at(0), 10, MINUTE, { notFor: [anna, channel] })).toMatchObject([{ place: bram }, { kind: 'timer' }]);
  });

  it('hands out timers alone when asked so', async () => {
    await ask(store(), card(), timer());
    expect(await store().claimDue(at(0), 10, MINUTE, { timersOnly: true })).toMatchObject([{ kind: 'timer' }]);
    expect(await claimOne(store(), at(0))).toMatchObject({ kind: 'card' });
  });

  it('counts no attempt when the other side only asked to wait', async () => {
    await ask(store(), card());
    await store().settle(await claimOne(store(), at(0)), { kind: 'retry', at: at(1), reason: '429', uncounted: true });
    expect(await claimOne(store(), at(1))).toMatchObject({ attempts: 1 });
  });
}
