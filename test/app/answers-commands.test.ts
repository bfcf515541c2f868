import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonIn, kindOf, openHouse, route, shownIn, type House } from '../support/house.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib');
});
afterEach(() => house.close());

const remarks = () => house.store.remarks();
const open = async () => (await house.store.rowsOf((await house.person('juf')).id, 'visit'))[0];
/** A question about the age is open. */
async function askedForAge() {
  await house.say('juf', 'wat nu?');
  const first = await house.say('juf', 'Ik maak me zorgen over een kind');
  return house.press('juf', buttonIn(first, 'answer', { value: 'nog-niemand' }).data);
}

describe('commands', () => {
  it.each([['verzuimroute', 'verzuim'], ['toestemming nagaan', 'toestemming'], ['mdo plannen', 'mdo'], ['stagnatie melden', 'vastgelopen']])('"%s" begins the route at %s', async (text, value) => {
    await house.say('juf', text);
    const visit = await open();
    expect((await house.store.load(visit?.stream ?? ''))[1]).toMatchObject({ data: { fact: 'aanleiding', value } });
  });
  it('"opnieuw" begins anew and leaves the old one as it was', async () => {
    await askedForAge();
    const old = await open();
    house.at('2026-11-23T08:01:00.000Z');
    expect(kindOf(await house.say('juf', 'opnieuw'))).toBe('question');
    expect((await open())?.stream).not.toBe(old?.stream);
    expect(await house.store.row(old?.stream ?? '')).toEqual(old);
  });
  it('"terug" opens the last answer again; at the first question it says so', async () => {
    await askedForAge();
    expect(shownIn(await house.say('juf', 'terug'))).toContain('Met wie heb je je zorg al besproken?');
    await house.say('juf', 'terug');
    expect(shownIn(await house.say('juf', 'terug'))).toContain('Dit is de eerste vraag');
    expect(shownIn(await house.say('ib', 'terug'))).toContain('Er is niets om mee verder te gaan');
  });
  it('"samenvatting" shows the only case, or asks which', async () => {
    expect(shownIn(await house.say('juf', 'samenvatting'))).toContain('niet mee aan een open casus');
    const one = await house.openCase('juf');
    const shown = await house.say('juf', 'samenvatting');
    expect(kindOf(shown)).toBe('case');
    expect(shownIn(shown)).toContain(one.code);
    const two = await house.openCase('juf');
    const which = await house.say('juf', 'samenvatting');
    expect(kindOf(which)).toBe('choose-case');
    expect(shownIn(await house.press('juf', buttonIn(which, 'show', { ref: two.ref }).data))).toContain(two.code);
  });
  it('"wie bel ik" and "ik wil een mens spreken" say whom, what is not filled in, and the numbers in danger', async () => {
    const call = shownIn(await house.say('juf', 'wie bel ik'));
    for (const part of ['card:call', 'IB\'er', 'nog niet ingevuld', '112', '0800-2000']) expect(call).toContain(part);
    const person = shownIn(await house.say('ib', 'ik wil een mens spreken'));
    for (const part of ['card:person', 'niet gelezen door een mens', 'Regievoerder zorg', '112', '113']) expect(person).toContain(part);
  });
  it('shows whom the region filled in', async () => {
    Object.assign(house.parts, { route: { ...route, region: { ...route.region, contacts: { 'ib-er': 'kamer 12' } } } });
    const shown = shownIn(await house.say('juf', 'wie bel ik'));
    expect(shown).toContain('kamer 12');
    expect(shown).not.toContain('nog geen namen');
  });
  it('"feedback" takes a text without names; danger is no feedback, and empty is none', async () => {
    const form = await house.say('juf', 'feedback');
    expect(kindOf(form)).toBe('feedback');
    const send = buttonIn(form, 'feedback').data;
    expect(shownIn(await house.press('juf', send, { text: '  ' }))).toContain('Schrijf eerst iets op');
    expect(shownIn(await house.press('juf', send, { text: 'een kind wordt thuis geslagen' }))).toContain('112');
    expect(shownIn(await house.press('juf', send, { text: 'Het antwoord over Tim Jansen (123456782) was te lang' }))).toContain('Dank je');
    const kept = await remarks();
    expect(kept).toMatchObject([{ kind: 'feedback', article: '' }]);
    expect(JSON.stringify(kept)).not.toMatch(/Jansen|123456782/);
  });
});

describe('what is not kept', () => {
  const BSN = '123456782';
  it('a BSN and the full name of a child: the answer says so, and is given all the same', async () => {
    const reply = await house.say('juf', `wat is een zat, het gaat om Tim Jansen ${BSN}`);
    const shown = shownIn(reply);
    expect(shown).toContain('burgerservicenummer');
    expect(shown).toContain('Er stond een naam van een kind in je bericht.');
    expect(shown).toContain('je bericht staat nog in Teams: verwijder het');
    expect(['article', 'choices', 'unknown']).toContain(kindOf(reply));
    for (const text of [shown, JSON.stringify(house.logged), JSON.stringify(await remarks())]) expect(text).not.toMatch(new RegExp(`Jansen|${BSN}`));
  });
  it('a colleague in the register is no child', async () => {
    expect(shownIn(await house.say('juf', 'Wat is een ZAT? Auke Nijholt vraagt het'))).not.toContain('naam van een kind');
  });
  it('a name in a form comes back as "het kind", and nothing was stored', async () => {
    const { ref } = await house.openCase('juf');
    const version = (await house.store.row(ref))?.version;
    const note = (discussed: string) => house.on(ref, 'contact-note').then((data) => house.press('juf', data, { on: '2026-11-20', with: 'moeder', discussed, agreed: 'Volgende week weer' }));
    const reply = await note('Tim Jansen slaapt slecht');
    expect(shownIn(reply)).toContain('een naam in die van een kind kan zijn');
    expect(shownIn(reply)).toContain('het kind slaapt slecht');
    expect(shownIn(reply)).toContain('Volgende week weer');
    expect(shownIn(reply)).not.toContain('Jansen');
    expect((await house.store.row(ref))?.version).toBe(version);
    expect(shownIn(await note('Gebeld met Auke Nijholt'))).not.toContain('een naam in die');
  });
});

it('in a channel the answer comes in personal chat', async () => {
  const reply = await house.sayInChannel('juf', 'wat is een zat');
  expect(reply).toEqual({ kind: 'text', text: 'Ik heb je geantwoord in onze persoonlijke chat.' });
  expect(JSON.stringify(house.sent.at(-1)?.message.card)).toContain('card:article');
});
