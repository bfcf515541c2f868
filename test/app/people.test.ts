import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonIn, buttonsOf, chatId, kindOf, openHouse, register, shownIn, type House, type Who } from '../support/house.js';
import { agree } from '../support/mdo.js';

let house: House;
let ref: string;
let code: string;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib', 'jgz', 'koo', 'elders');
  ({ ref, code } = await house.openCase('juf'));
});
afterEach(() => house.close());

const id = async (who: Who) => (await house.person(who)).id;
const press = async (who: Who, verb: string, fields: Readonly<Record<string, string>> = {}) => house.press(who, await house.on(ref, verb, fields));
const view = (who: Who, name: string, fields: Readonly<Record<string, string>> = {}) => press(who, 'show', { view: name, ...fields });
const last = (who: Who) => JSON.stringify(house.sent.filter((one) => one.conversationId === chatId(who)).at(-1)?.message.card);
const types = async () => (await house.store.load(ref)).map((event) => event.type);

describe('who takes part', () => {
  it('is a page with roles, organisations and what one may do; what not, with the reason', async () => {
    await press('juf', 'person-invite', { person: await id('ib'), told: 'ja' });
    const page = await view('juf', 'people');
    expect(kindOf(page)).toBe('people');
    expect(shownIn(page)).toContain('Auke Nijholt · De Proefschool · sinds 23-11-2026');
    expect(shownIn(page)).toContain('de casus staat op deze naam · aan zet');
    expect(shownIn(page)).toContain('Draag je plek eerst over aan een collega.');
    expect(() => buttonIn(page, 'show', { view: 'leave-form' })).toThrow();
    buttonIn(await view('ib', 'people'), 'show', { view: 'leave-form' });
  });

  it('the form offers only whom one may ask now, and says of the others why not', async () => {
    const form = shownIn(await view('juf', 'person-form'));
    expect(form).toContain('Auke Nijholt');
    expect(form).not.toMatch(/Tjitske Wobbes|Grietje Sikkema|Sjoerd Lanting/);
    expect(form).toContain('JGZ van de GGD: Leg eerst vast wie het gezag heeft.');
    await agree(house, ref, 'jgz');
    expect(shownIn(await view('juf', 'person-form'))).toContain('Tjitske Wobbes');
  });

  it('a colleague who is asked gets the case; without the tick nothing happens and the choice stays', async () => {
    const person = await id('ib');
    const refused = await press('juf', 'person-invite', { person, told: 'nee' });
    expect(shownIn(refused)).toContain('Vertel je collega eerst zelf');
    expect(shownIn(refused)).toContain(`"value":"${person}"`);
    expect(await types()).not.toContain('PersonJoined');
    await press('juf', 'person-invite', { person, told: 'ja' });
    await house.deliver();
    expect(last('ib')).toContain(`Casus ${code}`);
  });

  it('a made up person, one of another school and a closed gate are refused, whatever a card says', async () => {
    for (const person of ['p-niemand', '', await id('elders'), await id('jgz'), await id('baas')]) await press('juf', 'person-invite', { person, told: 'ja' });
    expect((await house.store.load(ref)).map((event) => event.type)).toEqual(await types());
    expect(await types()).not.toContain('PersonJoined');
  });

  it('somebody outside Teams stands there by role and, where it was written, name', async () => {
    await press('juf', 'outsider-add', { role: 'directie', name: 'Mw. Proef', told: 'ja' });
    const page = await view('juf', 'people');
    expect(shownIn(page)).toContain('Directie (Mw. Proef)');
    await house.press('juf', buttonIn(page, 'outsider-remove').data);
    expect(shownIn(await view('juf', 'people'))).not.toContain('Mw. Proef');
    const refused = await press('juf', 'outsider-add', { role: 'directie', name: '123456782', told: 'ja' });
    expect(shownIn(refused)).toContain('burgerservicenummer');
    expect(shownIn(refused)).not.toContain('123456782');
  });

  it('who leaves sees that, and the case no more', async () => {
    await press('juf', 'person-invite', { person: await id('ib'), told: 'ja' });
    await house.deliver();
    expect(shownIn(await press('ib', 'leave'))).toContain('je doet niet meer mee');
    expect(shownIn(await view('ib', 'people'))).toContain('je doet niet meer mee');
    await house.deliver();
    expect(last('ib')).not.toContain('Leeftijd');
    expect(shownIn(await house.say('ib', 'mijn casussen'))).not.toContain(code);
  });
});

describe('a handover', () => {
  const offer = async (to: Who, fields: Readonly<Record<string, string>> = {}) => press('juf', 'handover-offer', { what: 'plek', to: await id(to), reason: 'andere-taak', told: 'ja', ...fields });

  it('asks the receiver with code, step, from whom and why, and nothing else about the case', async () => {
    await press('juf', 'reference-set', { reference: 'GR-17' });
    await offer('ib');
    await house.deliver();
    const card = last('ib');
    expect(card).toContain('card:handover');
    for (const text of [code, 'Stap 1: signaal', 'Wietske Hofstra, Leerkracht', 'Een andere taak']) expect(card).toContain(text);
    expect(card).not.toMatch(/jonger dan 12|GR-17|Toestemming/);
    expect(shownIn(await view('ib', 'case'))).not.toContain('Leeftijd');
  });

  it('is taken over by the receiver, who then has the case; the giver sees that it is gone', async () => {
    await offer('ib');
    await house.deliver();
    const accept = buttonsOf(house.sent.filter((one) => one.conversationId === chatId('ib')).at(-1)?.message.card).find((one) => one.verb === 'handover-accept');
    expect(shownIn(await house.press('juf', accept?.data))).toContain('Deze overdracht is er niet meer');
    expect(shownIn(await house.press('ib', accept?.data))).toContain('Overgenomen');
    await house.deliver();
    expect((await house.store.row(ref))?.owner).toBe(await id('ib'));
    expect(shownIn(await view('ib', 'people'))).toContain('dit ben jij · de casus staat op deze naam · aan zet');
    expect(shownIn(await view('juf', 'case'))).toContain('je doet niet meer mee');
    // The same click again is the same command.
    expect(shownIn(await house.press('ib', accept?.data))).not.toContain('niet meer');
  });

  it('through a gate that closes meanwhile leaves nothing to say, and comes when it opens again', async () => {
    await agree(house, ref, 'jgz');
    await offer('jgz');
    await agree(house, ref, 'jgz', 'ingetrokken');
    await house.deliver();
    expect(house.sent.filter((one) => one.conversationId === chatId('jgz'))).toEqual([]);
    house.at('2026-11-24T08:00:00.000Z');
    await house.press('juf', await house.on(ref, 'consent'), { recipients: 'jgz', person: 'moeder', status: 'gegeven', how: 'mondeling', on: '2026-11-24' });
    await house.deliver();
    expect(last('jgz')).toContain('card:handover');
  });

  it('that is declined or withdrawn is settled on the card', async () => {
    await offer('ib');
    await house.deliver();
    const page = await view('juf', 'people');
    await house.press('juf', buttonIn(page, 'handover-withdraw').data);
    await house.deliver();
    expect(last('ib')).toContain('Dit is afgehandeld. Je hoeft niets te doen.');
  });
});

describe('the turn', () => {
  it('goes to a participant, who hears of it; a term that had passed asks the new one at once', async () => {
    await press('juf', 'person-invite', { person: await id('ib'), told: 'ja' });
    await house.deliver();
    house.at('2026-12-16T09:00:00.000Z');
    await house.deliver();
    expect(last('juf')).toContain('Hoe staat het ervoor?');
    await press('juf', 'holder-set', { person: await id('ib') });
    house.at('2026-12-16T09:00:01.000Z');
    await house.deliver();
    expect(house.sent.filter((one) => one.conversationId === chatId('ib')).some((one) => JSON.stringify(one.message.card).includes('card:term'))).toBe(true);
  });

  it('of a duo asks both, and either answers for both', async () => {
    const duo = { ...register[0], aadObjectId: 'aad-ib', name: 'Duo Proef', email: 'd@proef.example', role: 'leerkracht', organisation: 'De Proefschool', organisationType: 'school', region: 'midden-groningen' } as const;
    await house.store.importPeople([...register.filter((one) => one.aadObjectId !== 'aad-ib'), duo]);
    await press('juf', 'person-invite', { person: await id('ib'), told: 'ja', duo: 'ja' });
    house.at('2026-12-16T09:00:00.000Z');
    await house.deliver();
    for (const who of ['juf', 'ib'] as const) {
      expect(last(who)).toContain('Hoe staat het ervoor?');
      expect(shownIn(await house.say(who, 'mijn casussen'))).toContain('Hoe staat het ervoor?');
    }
    await press('ib', 'step-done', { card: 'term', step: 'signaal' });
    await house.deliver();
    expect(shownIn(await house.say('juf', 'mijn casussen'))).not.toContain('Hoe staat het ervoor?');
    expect(last('juf')).not.toContain('"verb":"stuck"');
  });
});

describe('somebody who is no longer in the register', () => {
  it('is shown to the owner with a button to replace them; the register says it, not the card', async () => {
    await press('juf', 'person-invite', { person: await id('ib'), told: 'ja' });
    const from = await id('ib');
    await house.store.importPeople(register.filter((one) => one.aadObjectId !== 'aad-ib').map((one) => (one.aadObjectId === 'aad-koo' ? { ...one, role: 'directie', organisation: 'De Proefschool', organisationType: 'school' as const } : one)));
    const page = await view('juf', 'people');
    expect(shownIn(page)).toContain('Auke Nijholt (IB\'er) staat niet meer zo in het register');
    const form = await house.press('juf', buttonIn(page, 'show', { view: 'replace-form', from }).data);
    expect(shownIn(form)).toContain('Samira Postma');
    await house.press('juf', buttonIn(form, 'person-replace').data, { to: await id('koo'), reason: 'weg', told: 'ja' });
    expect((await house.store.row(ref))?.people).toEqual([await id('juf'), await id('koo')]);
  });
});

describe('an own mark', () => {
  it.each(['GR-17', '2041', 'a.b', '123456789012'])('may be %s', async (reference) => {
    await press('juf', 'reference-set', { reference });
    expect(shownIn(await view('juf', 'people'))).toContain(reference);
    await press('juf', 'reference-set', { reference: '' });
    expect(shownIn(await view('juf', 'people'))).toContain('Nog geen kenmerk.');
  });
  it.each(['met spatie', 'veel-te-lang-kenmerk', '12-05-2016', '2016-05-12', '20160512', '12052016', '123456782', 'a/b'])('may not be %s', async (reference) => {
    const refused = shownIn(await press('juf', 'reference-set', { reference }));
    expect(refused).toMatch(/Een kenmerk heeft hooguit 12|burgerservicenummer/);
    expect(await types()).not.toContain('ReferenceSet');
  });
  it('that is replaced leaves no text behind, and neither does the name of an outsider who goes', async () => {
    const bodies = async () => (await Promise.all((await house.store.load(ref)).map((event) => {
      const data = event.data as { referenceId?: string | null; nameId?: string | null };
      return house.store.text(data.referenceId ?? data.nameId ?? '');
    }))).filter((text) => text !== undefined);
    await press('juf', 'reference-set', { reference: 'GR-17' });
    await press('juf', 'outsider-add', { role: 'directie', name: 'Mw. Proef', told: 'ja' });
    expect(await bodies()).toEqual(['GR-17', 'Mw. Proef']);
    await press('juf', 'reference-set', { reference: 'GR-18' });
    await house.press('juf', buttonIn(await view('juf', 'people'), 'outsider-remove').data);
    expect(await bodies()).toEqual(['GR-18']);
  });
  it('is never seen by another organisation, nor in a notification', async () => {
    await agree(house, ref, 'jgz');
    await press('juf', 'person-invite', { person: await id('jgz'), told: 'ja' });
    await press('juf', 'reference-set', { reference: 'GR-17' });
    await house.deliver();
    expect(shownIn(await view('juf', 'people'))).toContain('GR-17');
    expect(shownIn(await house.say('juf', 'mijn casussen'))).toContain('GR-17');
    for (const name of ['people', 'case', 'reference-form']) expect(shownIn(await view('jgz', name))).not.toContain('GR-17');
    expect(shownIn(await house.say('jgz', 'mijn casussen'))).not.toContain('GR-17');
    expect(JSON.stringify(house.sent.map((one) => one.message.summary))).not.toContain('GR-17');
  });
});

it('somebody who is not in the register does nothing here, on their own case', async () => {
  await house.store.importPeople(register.filter((one) => one.aadObjectId !== 'aad-koo'));
  expect(shownIn(await house.press('koo', { v: 1, verb: 'school-year', ref: '', seen: 0 }))).toContain('Je staat niet in het register');
  expect(shownIn(await press('koo', 'person-invite', { person: await id('ib'), told: 'ja' }))).not.toContain('Vastgelegd');
  expect(await types()).not.toContain('PersonJoined');
});
