import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonIn, chatId, kindOf, openHouse, register, shownIn, type House } from '../support/house.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib');
});
afterEach(() => house.close());

const wipe = async (what: string, who: 'juf' | 'ib' = 'juf') => {
  const sheet = await house.say(who, 'wis mijn gegevens');
  const asked = await house.press(who, buttonIn(sheet, 'me-ask', { what }).data);
  return house.press(who, buttonIn(asked, 'me-wipe', { what }).data);
};
/** The employer takes this person out of the register. */
const leaves = (who: string) => house.store.importPeople(register.filter((one) => one.aadObjectId !== `aad-${who}`));

describe('"mijn gegevens"', () => {
  it('shows what is kept of me, and what for', async () => {
    const { code, ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'contact-note'), { on: '2026-11-20', with: 'moeder', discussed: 'Iets besproken', agreed: 'Iets afgesproken' });
    await house.say('juf', 'wat nu?');
    const sheet = await house.say('juf', 'wat weet je van mij');
    expect(kindOf(sheet)).toBe('me');
    const shown = shownIn(sheet);
    for (const part of ['Wietske Hofstra', 'juf@proef.example', 'Leerkracht', 'De Proefschool', code, '"value":"2"', '"value":"1"', '"value":"ja"', 'Waarvoor']) expect(shown).toContain(part);
    expect(shown).not.toContain('Iets besproken');
    expect(sheet.kind === 'card' && sheet.message.summary).toBe('Routewijzer: mijn gegevens');
  });
  it('is asked twice before anything goes', async () => {
    await house.say('juf', 'wat nu?');
    const asked = await house.press('juf', buttonIn(await house.say('juf', 'mijn gegevens'), 'me-ask', { what: 'gesprekken' }).data);
    expect(shownIn(asked)).toContain('Dit kan niet terug');
    expect((await house.store.traces((await house.person('juf')).id)).visits).toHaveLength(1);
  });
});

describe('wiping', () => {
  it('my visits go, and their cards say so', async () => {
    const started = await house.say('juf', 'wat nu?');
    if (started.kind === 'card') await started.sent?.('activity-of-visit');
    expect(shownIn(await wipe('gesprekken'))).toContain('Je gesprekken zijn gewist');
    expect((await house.store.traces((await house.person('juf')).id)).visits).toEqual([]);
    await house.deliver();
    expect(JSON.stringify(house.sent.find((one) => one.activityId === 'activity-of-visit')?.message)).toContain('Dit gesprek is gewist');
    expect(await house.store.outboxCounts()).toEqual({ pending: 0, waiting: 0, dead: 0 });
  });

  it('the link to the chat goes, and comes back with the next message', async () => {
    const place = { kind: 'person', personId: (await house.person('juf')).id } as const;
    await wipe('chat');
    expect(await house.store.conversation(place)).toBeUndefined();
    await house.say('juf', 'help');
    expect((await house.store.conversation(place))?.conversationId).toBe(chatId('juf'));
  });

  it('not while I hold a case or the turn: it names the codes', async () => {
    const { code, ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'refer'));
    const refused = async (who: 'juf' | 'ib') => shownIn(await house.press(who, buttonIn(await house.say(who, 'mijn gegevens'), 'me-ask', { what: 'chat' }).data));
    expect(await refused('juf')).toContain(`casus ${code}`);
    expect(await refused('ib')).not.toContain('nog nodig');
    await house.press('juf', await house.on(ref, 'step-done', { step: 'signaal' }));
    expect(await refused('ib')).toContain(`casus ${code}`);
  });

  it('everything: not while the employer has me in the register', async () => {
    const refused = await house.press('juf', buttonIn(await house.say('juf', 'mijn gegevens'), 'me-ask', { what: 'alles' }).data);
    expect(shownIn(refused)).toContain('in het register van je werkgever');
    await house.press('juf', { v: 1, verb: 'me-wipe', ref: '', seen: 0, what: 'alles' });
    expect((await house.person('juf')).name).toBe('Wietske Hofstra');
  });

  it('everything, out of the register: nobody can tell any more that it was me', async () => {
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'refer'));
    const before = await house.person('ib');
    await leaves('ib');
    expect(shownIn(await wipe('alles', 'ib'))).toContain('Ik weet niet meer wie je bent');
    expect(await house.store.person(before.id)).toBeUndefined();
    expect(await house.store.conversation({ kind: 'person', personId: before.id })).toBeUndefined();
    const card = shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'case' })));
    expect(card).not.toContain('Auke Nijholt');
    expect((await house.person('ib')).id).not.toBe(before.id);
    await house.deliver();
  });

  it('everything, judged again at the moment itself', async () => {
    const { code } = await house.openCase('juf');
    await leaves('juf');
    const answer = await house.press('juf', { v: 1, verb: 'me-wipe', ref: '', seen: 0, what: 'alles' });
    expect(shownIn(answer)).toContain(`casus ${code}`);
    expect((await house.person('juf')).name).toBe('Wietske Hofstra');
  });
});
