import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelCard } from '../../src/app/cards-of-case.js';
import { loadCase } from '../../src/app/run-case.js';
import { buttonsOf, chatId, kindOf, namesAndOrganisations, shownIn, type House, type Who } from '../support/house.js';
import { boardRegister, claimedCase, openSchoolHouse } from '../support/stagnation-house.js';

let house: House;
beforeEach(async () => { house = await openSchoolHouse(); });
afterEach(() => house.close());

const cards = (place: string, kind: string) => house.sent.filter((one) => one.conversationId === place && JSON.stringify(one.message.card).includes(`"card:${kind}"`));
const last = (place: string, kind: string) => JSON.stringify(cards(place, kind).at(-1)?.message ?? '');
const stagnation = async (ref: string) => (await loadCase(house.parts, ref))?.state.stagnation;
const person = async (who: Who) => (await house.person(who)).id;
/** Everything that may not leave the circle, besides the board and its school in the notice to the regievoerder. */
const names = [...namesAndOrganisations, ...boardRegister.map((one) => one.organisation)];

describe('a claimer who is not of the stagnatiepunt any more', () => {
  const leaves = async (how: 'left' | 'other role') => {
    await house.store.importPeople(boardRegister.flatMap((one) => (one.aadObjectId !== 'aad-punt' ? [one] : how === 'left' ? [] : [{ ...one, role: 'casemanager' }])));
  };
  it.each(['left', 'other role'] as const)('%s: a colleague takes over from the channel, and the contacts are theirs alone', async (how) => {
    const { ref } = await claimedCase(house);
    expect(kindOf(await house.press('punt2', await house.on(ref, 'claim'), {}, { channel: true }))).not.toBe('stagnation-contact');
    expect((await stagnation(ref))?.claimedBy).toBe(await person('punt'));
    await leaves(how);
    expect(shownIn(await house.press('punt', await house.on(ref, 'claimer')))).not.toContain('Wietske');
    await house.press('juf', await house.on(ref, 'parents-told', { from: 'case' }));
    const reply = await house.press('punt2', await house.on(ref, 'claim'), {}, { channel: true });
    expect(shownIn(reply)).not.toContain('al opgepakt');
    expect((await stagnation(ref))?.claimedBy).toBe(await person('punt2'));
    await house.deliver();
    expect(last(chatId('punt2'), 'stagnation-contact')).toContain('Wietske Hofstra');
    const old = last(chatId('punt'), 'stagnation-contact');
    expect(old).toContain('niet meer bij jou');
    expect(old).not.toContain('Wietske');
  });
  it('the channel offers it, without a name', async () => {
    const { ref } = await claimedCase(house);
    await leaves('left');
    await house.press('juf', await house.on(ref, 'stuck'), { kind: 'beide' });
    const loaded = await loadCase(house.parts, ref);
    const card = loaded && await channelCard(house.parts, loaded, undefined);
    expect(JSON.stringify(card)).toContain('Een collega kan het overnemen');
    expect(buttonsOf(card?.card).some((one) => one.verb === 'claim')).toBe(true);
    for (const name of names) expect(JSON.stringify(card)).not.toContain(name);
  });
});

describe('whom the claimer is pointed to', () => {
  it('nobody with whom sharing stopped, and nobody is asked who left the register', async () => {
    const opened = await house.openCase('juf');
    await house.press('juf', await house.on(opened.ref, 'gezag'), { gezag: 'moeder' });
    const says = async (status: string) => house.press('juf', await house.on(opened.ref, 'consent'), { recipients: 'jgz', person: 'moeder', status, how: 'mondeling', on: '2026-11-23' });
    await says('gegeven');
    for (const who of ['jgz', 'ib'] as const) await house.press('juf', await house.on(opened.ref, 'person-invite'), { person: await person(who), told: 'ja' });
    await house.press('juf', await house.on(opened.ref, 'stuck'), { kind: 'samenwerking', parentsKnow: 'ja' });
    await house.press('punt', await house.on(opened.ref, 'claim'), {}, { channel: true });
    await house.deliver();
    expect(last(chatId('punt'), 'stagnation-contact')).toContain('Tjitske Wobbes');
    await house.store.importPeople(boardRegister.filter((one) => one.aadObjectId !== 'aad-ib'));
    await says('ingetrokken');
    await house.deliver();
    const card = last(chatId('punt'), 'stagnation-contact');
    expect(card).not.toContain('Tjitske');
    expect(card).toContain('staat niet meer in het register');
    const nudges = buttonsOf(JSON.parse(card)).filter((one) => one.verb === 'nudge').map((one) => one.data['person']);
    expect(nudges).toEqual([await person('juf')]);
  });
});

describe('the notice to a regievoerder zorg', () => {
  it('holds nothing any more once a later stagnation ended another way', async () => {
    const { ref } = await claimedCase(house);
    await house.press('punt', await house.on(ref, 'stagnation-close'), { ending: 'naar-regievoerder', endingNote: '' });
    await house.deliver();
    expect(last(chatId('regie'), 'regie-notice')).toContain('De Voorbeeldschool');
    await house.press('juf', await house.on(ref, 'stuck'), { kind: 'samenwerking', parentsKnow: 'ja' });
    await house.press('juf', await house.on(ref, 'runs-again'));
    await house.deliver();
    expect(last(chatId('regie'), 'regie-notice')).toContain('dit is oud');
    expect(last(chatId('regie'), 'regie-notice')).not.toContain('De Voorbeeldschool');
  });
});
