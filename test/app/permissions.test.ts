import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, openHouse, register, shownIn, type House, type Who } from '../support/house.js';

let house: House;
beforeEach(async () => { house = await openHouse(); });
afterEach(() => house.close());

const verbsFor = async (who: Who, text: string): Promise<readonly string[]> => {
  const reply = await house.say(who, text);
  return reply.kind === 'card' ? buttonsOf(reply.message.card).map((button) => button.verb) : [];
};

describe('what a role may not', () => {
  it('is not offered: a manager gets no button to open a case, a teacher none for the overview', async () => {
    expect(await verbsFor('baas', 'help')).toContain('overview');
    for (const text of ['help', 'mijn casussen']) expect(await verbsFor('baas', text), text).not.toContain('case-form');
    expect(await verbsFor('juf', 'help')).toContain('case-form');
    for (const verb of ['overview', 'risk-list', 'dead-letters']) expect(await verbsFor('juf', 'help')).not.toContain(verb);
    expect(await verbsFor('regie', 'help')).toContain('risk-list');
  });

  it('is refused with a kind sentence when it is asked for after all, and nothing happens', async () => {
    expect(shownIn(await house.say('baas', 'nieuwe casus'))).toContain('Met jouw rol kun je dit niet doen');
    for (const verb of ['case-form', 'open-case']) {
      expect(shownIn(await house.press('baas', { v: 1, verb, ref: 'n-1', seen: 0, step: 'signaal', age: 'onder-12', then: '' })), verb).toContain('Met jouw rol kun je dit niet doen');
    }
    expect(await house.store.row('c-1')).toBeUndefined();
  });

  it('is judged by the register of today: a teacher who became a manager does nothing in the case any more', async () => {
    const { ref } = await house.openCase('juf');
    const before = (await house.store.load(ref)).length;
    await house.store.importPeople(register.map((one) => (one.aadObjectId === 'aad-juf' ? { ...one, role: 'manager' } : one)));
    expect(shownIn(await house.press('juf', await house.on(ref, 'gezag'), { gezag: 'moeder' }))).toContain('Met jouw rol kun je dit niet doen');
    expect(await house.store.load(ref)).toHaveLength(before);
  });

  it('never keeps anybody from the way to safety', async () => {
    for (const who of ['baas', 'punt', 'juf'] as const) expect(shownIn(await house.say(who, 'een vader slaat zijn kind nu')), who).toContain('112');
  });
});
