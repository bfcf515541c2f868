import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { talkForm } from '../support/contact.js';
import { buttonIn, kindOf, openHouse, shownIn, type House } from '../support/house.js';
import { agree } from '../support/mdo.js';

let house: House;
let ref: string;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib', 'jgz');
  ({ ref } = await house.openCase('juf'));
});
afterEach(() => house.close());

const form = async (who: 'juf' | 'jgz' = 'juf') => house.press(who, await house.on(ref, 'show', { view: 'contact-form' }));
const note = async (changes: Readonly<Record<string, string>> = {}, who: 'juf' | 'jgz' = 'juf') => house.press(who, await house.on(ref, 'contact-note'), { ...talkForm, ...changes });
const talks = async (who: 'juf' | 'ib' | 'jgz') => house.press(who, await house.on(ref, 'show', { view: 'contacts' }));
const withJgz = async () => {
  await agree(house, ref, 'jgz');
  const { id } = await house.person('jgz');
  await house.press('juf', await house.on(ref, 'person-invite'), { person: id, told: 'ja' });
  return id;
};

describe('the form for a talk', () => {
  it('asks for the three parts and says which dossier is the real one', async () => {
    const shown = shownIn(await form());
    for (const text of ['Wanneer was het?', 'Met wie?', 'Wat is besproken?', 'Wat is afgesproken?', 'Je eigen dossier blijft het echte dossier']) expect(shown).toContain(text);
    expect(shown).not.toContain('Vanaf 16 jaar');
    expect(shown).toContain('"max":"2026-11-23"');
  });
  it('from 16 names the jongere first (TOE-10)', async () => {
    ({ ref } = await house.openCase('juf', { age: '16-17' }));
    const shown = shownIn(await form());
    expect(shown).toContain('praat je eerst met de jongere zelf');
    expect(shown.indexOf('"Jeugdige"')).toBeLessThan(shown.indexOf('"Moeder"'));
  });
  it('is taken, shown with its words, and said once more to be no dossier', async () => {
    const reply = await note();
    expect(kindOf(reply)).toBe('contacts');
    for (const text of [talkForm.discussed, talkForm.agreed, 'vr 20 november 2026: moeder en vader', 'Zet het ook in je eigen dossier.']) expect(shownIn(reply)).toContain(text);
  });
  it.each([
    ['nothing typed', { discussed: ' ' }, 'Schrijf kort op wat er is besproken.'], ['nothing agreed', { agreed: '' }, 'Schrijf op wat er is afgesproken.'],
    ['nobody', { with: '' }, 'Kies met wie je hebt gesproken.'], ['a day to come', { on: '2026-11-24' }, 'Deze dag komt nog.'], ['no day', { on: 'morgen' }, 'Vul een datum in'],
    ['too long', { discussed: 'x'.repeat(1001) }, 'Deze tekst is te lang.'], ['danger', { discussed: 'Zijn vader slaat hem.' }, 'Bel bij direct gevaar 112'],
  ])('with %s comes back with the reason, and nothing typed is lost', async (_why, changes, reason) => {
    const reply = await note(changes);
    expect(kindOf(reply)).toBe('contact-form');
    expect(shownIn(reply)).toContain(reason);
    const kept: Readonly<Record<string, string>> = { ...talkForm, ...changes };
    for (const field of ['discussed', 'agreed'] as const) if (kept[field]?.trim()) expect(shownIn(reply)).toContain(kept[field]);
    expect((await house.store.load(ref)).map((event) => event.type)).not.toContain('ContactNoted');
  });
  it('stores, logs and repeats no BSN', async () => {
    const reply = await note({ agreed: 'Nummer 123456782 gebruiken' });
    expect(shownIn(reply)).toContain('burgerservicenummer lijkt');
    expect(shownIn(reply)).toContain(talkForm.discussed);
    expect(shownIn(reply) + JSON.stringify([await house.store.load(ref), house.logged])).not.toContain('123456782');
  });
  it('pressed twice notes one talk', async () => {
    const button = await house.on(ref, 'contact-note');
    await house.press('juf', button, talkForm);
    await house.press('juf', button, talkForm);
    expect((await house.store.load(ref)).filter((event) => event.type === 'ContactNoted')).toHaveLength(1);
  });
});

describe('the talks of a case', () => {
  it('are read by the own organisation; others see when and with whom', async () => {
    await house.press('juf', await house.on(ref, 'refer'));
    await withJgz();
    await note();
    expect(shownIn(await talks('ib'))).toContain(talkForm.discussed);
    const theirs = shownIn(await talks('jgz'));
    expect(theirs).toContain('vr 20 november 2026: moeder en vader');
    expect(theirs).toContain('Wat er is besproken, leest alleen de eigen organisatie.');
    expect(theirs).not.toContain(talkForm.discussed);
    await note({ discussed: 'Groei besproken', agreed: 'Over een maand weer', with: 'jeugdige' }, 'jgz');
    expect(shownIn(await talks('juf'))).not.toContain('Groei besproken');
    expect(shownIn(await talks('jgz'))).toContain('Groei besproken');
  });
  it('of before they came in are not for who was brought in from another side', async () => {
    await note();
    await withJgz();
    expect(shownIn(await talks('jgz'))).toContain('Er is nog geen gesprek vastgelegd.');
  });
  it('lead to the page to print', async () => {
    await note();
    expect(buttonIn(await talks('juf'), 'print', { document: 'timeline' }).title).toBe('Print de tijdlijn');
  });
});
