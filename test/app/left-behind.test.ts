import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kindOf, openHouse, register, shownIn, type House, type Who } from '../support/house.js';

let house: House;
let ref: string;
let code: string;
beforeEach(async () => {
  house = await openHouse();
  ({ ref, code } = await house.openCase('juf'));
});
afterEach(() => house.close());

const without = (...gone: readonly Who[]) => house.store.importPeople(register.filter((one) => !gone.some((who) => one.aadObjectId === `aad-${who}`)));
const lists = (who: Who) => house.press(who, { v: 1, verb: 'left-behind', ref: '', seen: 0 });
const takes = (who: Who) => house.press(who, { v: 1, verb: 'left-behind-take', ref: '', seen: 0 }, { case: ref });
const owner = async () => (await house.store.row(ref))?.owner;

describe('a case of which everybody left the register', () => {
  it('is offered to the IB’er of the school under `mijn casussen`, who goes on with it', async () => {
    expect(shownIn(await house.say('ib', 'mijn casussen'))).not.toContain('Casussen zonder collega');
    await without('juf');
    expect(shownIn(await house.say('ib', 'mijn casussen'))).toContain('Casussen zonder collega (1)');
    expect(shownIn(await lists('ib'))).toContain(code);
    const taken = await takes('ib');
    expect(kindOf(taken)).toBe('case');
    expect(shownIn(taken)).toContain('staat nu op jouw naam');
    expect(await owner()).toBe((await house.person('ib')).id);
    expect(shownIn(await lists('ib'))).not.toContain(code);
  });

  it('is offered too when its owner got a role that does nothing in cases', async () => {
    await house.store.importPeople(register.map((one) => (one.aadObjectId === 'aad-juf' ? { ...one, role: 'manager' } : one)));
    expect(shownIn(await lists('ib'))).toContain(code);
    await takes('ib');
    expect(await owner()).toBe((await house.person('ib')).id);
  });

  it('is nobody else’s: not of another school, another organisation or a manager', async () => {
    await without('juf');
    for (const who of ['elders', 'koo', 'jgz', 'cmj', 'punt', 'regie', 'baas'] as const) {
      expect(shownIn(await lists(who)), who).not.toContain(code);
      expect(shownIn(await takes(who)), who).toContain(who === 'baas' ? 'Met jouw rol kun je dit niet doen' : 'nemen de IB’er of de directie van dezelfde school over');
    }
    expect(await owner()).toBe((await house.person('juf')).id);
  });

  it('stays with those who are still there', async () => {
    await house.press('juf', await house.on(ref, 'refer'));
    await without('juf');
    expect(shownIn(await lists('ib'))).not.toContain(code);
    expect(shownIn(await takes('ib'))).toContain('doet nog iemand mee');
  });
});
