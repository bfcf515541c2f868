import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHouse, shownIn, type House } from '../support/house.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf');
});
afterEach(() => house.close());

const close = async (ref: string) => house.press('juf', await house.on(ref, 'close'), { ending: 'doelen-bereikt', reason: 'Het gaat weer goed' });
async function until(...days: readonly string[]) {
  for (const day of days) {
    house.at(`${day}T09:00:00.000Z`);
    await house.deliver();
  }
}

it('a closed case is forgotten when the days of its step have passed, and a line remains', async () => {
  const { ref, code } = await house.openCase('juf');
  await close(ref);
  await until('2026-12-01', '2026-12-20');
  expect(await house.store.row(ref)).toMatchObject({ status: 'closed' });
  await until('2026-12-28');
  expect(await house.store.row(ref)).toBeUndefined();
  expect(await house.store.statistics('midden-groningen')).toMatchObject([{ step: 'signaal', ending: 'doelen-bereikt', weeksOpen: 0, stalled: false, ended: '2026-11' }]);
  expect(JSON.stringify(house.sent)).not.toMatch(/op verzoek/);
  expect(shownIn(await house.press('juf', { v: 1, verb: 'show', ref, seen: 3, view: 'case' }))).not.toContain(code);
  expect(await house.store.outboxCounts()).toEqual({ pending: 0, waiting: 0, dead: 0 });
});

it('one that was reopened is left alone, and counts anew when it is closed again', async () => {
  const { ref } = await house.openCase('juf');
  await close(ref);
  await until('2026-12-10');
  await house.press('juf', await house.on(ref, 'reopen'), { reason: 'Het speelt weer' });
  expect(await house.store.row(ref)).toMatchObject({ status: 'open' });
  await until('2026-12-14');
  await close(ref);
  // The day that counted first has passed.
  await until('2026-12-28');
  expect(await house.store.row(ref)).toMatchObject({ status: 'closed' });
  await until('2027-01-20');
  expect(await house.store.row(ref)).toBeUndefined();
});

it('one that is open when its day comes stays', async () => {
  const { ref } = await house.openCase('juf');
  await close(ref);
  await until('2026-12-23');
  await house.press('juf', await house.on(ref, 'reopen'), { reason: 'Het speelt weer' });
  await until('2026-12-28');
  expect(await house.store.row(ref)).toMatchObject({ status: 'open' });
});

it('a later step is kept longer', async () => {
  const { ref } = await house.openCase('juf', { step: 'plan' });
  await close(ref);
  await until('2026-12-28', '2027-01-30', '2027-02-20');
  expect(await house.store.row(ref)).toBeDefined();
  await until('2027-03-01');
  expect(await house.store.row(ref)).toBeUndefined();
});
