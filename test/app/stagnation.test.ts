import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '../../src/app/run-case.js';
import { buttonsOf, CHANNEL, chatId, kindOf, namesAndOrganisations, shownIn, type House, type Who } from '../support/house.js';
import { boardRegister, claimedCase, motherKnows, openSchoolHouse } from '../support/stagnation-house.js';

let house: House;
beforeEach(async () => { house = await openSchoolHouse(); });
afterEach(() => house.close());

const cards = (place: string, kind: string) => house.sent.filter((one) => one.conversationId === place && JSON.stringify(one.message.card).includes(`"card:${kind}"`));
const last = (place: string, kind: string) => JSON.stringify(cards(place, kind).at(-1)?.message ?? '');
const posted = (who: Who, kind: string) => cards(chatId(who), kind).filter((one) => one.kind === 'post').length;
const stagnation = async (ref: string) => (await loadCase(house.parts, ref))?.state.stagnation;
const person = async (who: Who) => (await house.person(who)).id;
const go = async (to: string) => { house.at(to); await house.deliver(); await house.deliver(); };
/** Everything that may not leave the circle, besides the board and its school in the notice to the regievoerder. */
const names = [...namesAndOrganisations, ...boardRegister.map((one) => one.organisation)];

describe('the claimer', () => {
  it('sees who holds which role, and what was and was not entered, without its contents', async () => {
    const { ref } = await claimedCase(house);
    await house.press('juf', await house.on(ref, 'gezag'), { gezag: 'vader' });
    await house.press('juf', await house.on(ref, 'consent'), { recipients: 'jgz', person: 'vader', status: 'geweigerd', how: 'mondeling', on: '2026-11-23' });
    await house.deliver();
    const card = last(chatId('punt'), 'stagnation-contact');
    for (const part of ['Leerkracht', 'Wietske Hofstra', 'juf@proef.example', 'aan zet', 'Toestemming: vastgelegd.', 'MDO: niet vastgelegd.', 'Plan van aanpak: niet vastgelegd.', 'De ouders (vanaf 16 jaar: de jongere) weten dat dit is voorgelegd']) expect(card).toContain(part);
    for (const secret of ['vader', 'geweigerd', 'GGD', 'JGZ', 'onder-12', 'Jonger']) expect(card).not.toContain(secret);
  });
  it('asks a role politely: a question in that chat, once in three working days', async () => {
    const { ref } = await claimedCase(house);
    const nudge = async () => house.press('punt', await house.on(ref, 'nudge'), { person: await person('juf') });
    expect(shownIn(await nudge())).toContain('Op 23-11-2026 gevraagd hoe het ervoor staat: Leerkracht (Wietske Hofstra)');
    await house.deliver();
    const card = last(chatId('juf'), 'nudge');
    for (const part of ['Het stagnatiepunt vraagt of je wilt vastleggen hoe het ervoor staat', 'Misschien is er al veel gedaan', '"view":"term"']) expect(card).toContain(part);
    expect(card).not.toContain('Hilda');
    house.at('2026-11-24T08:00:00.000Z');
    expect(shownIn(await nudge())).toContain('Vraag het nog eens vanaf');
    await house.press('juf', await house.on(ref, 'runs-again'));
    await house.deliver();
    expect(last(chatId('juf'), 'nudge')).toContain('niet meer nodig');
  });
  it('proposes an MDO to owner and holder, who decide', async () => {
    const { ref } = await claimedCase(house);
    await house.press('punt', await house.on(ref, 'propose-mdo'));
    await house.deliver();
    expect(posted('juf', 'mdo-proposal')).toBe(1);
    expect(last(chatId('juf'), 'mdo-proposal')).toContain('Jullie kiezen zelf');
    expect((await loadCase(house.parts, ref))?.state.mdo).toBeNull();
  });
  it('gives it back: the channel is told, and the contacts are gone from the chat', async () => {
    const { ref } = await claimedCase(house);
    const before = cards(CHANNEL, 'stagnation').filter((one) => one.kind === 'post').length;
    await house.press('punt', await house.on(ref, 'claim-release'), {}, { cardActivityId: cards(chatId('punt'), 'stagnation-contact').at(-1)?.activityId ?? '' });
    await house.deliver();
    expect(cards(CHANNEL, 'stagnation').filter((one) => one.kind === 'post').length).toBe(before + 1);
    expect(last(CHANNEL, 'stagnation')).toContain('Nog niet opgepakt');
    const left = last(chatId('punt'), 'stagnation-contact');
    expect(left).toContain('teruggegeven');
    for (const name of ['Wietske', 'proef.example']) expect(left).not.toContain(name);
    await house.press('punt2', await house.on(ref, 'claim'), {}, { channel: true });
    expect(await stagnation(ref)).toMatchObject({ claimedBy: await person('punt2') });
  });
  it('ends it in a form that keeps what was typed when it comes back', async () => {
    const { ref } = await claimedCase(house);
    const form = await house.press('punt', await house.on(ref, 'show', { view: 'stagnation-close' }));
    expect(kindOf(form)).toBe('stagnation-close');
    const back = await house.press('punt', await house.on(ref, 'stagnation-close'), { ending: '', endingNote: 'Twee keer gebeld' });
    expect(kindOf(back)).toBe('stagnation-close');
    for (const part of ['Kies hoe het is afgelopen', 'Twee keer gebeld']) expect(shownIn(back)).toContain(part);
    const ended = await house.press('punt', await house.on(ref, 'stagnation-close'), { ending: 'samenwerking-hervat', endingNote: 'Twee keer gebeld' });
    expect(kindOf(ended)).toBe('stagnation-contact');
    for (const part of ['Afgerond: de samenwerking loopt weer', 'Jouw notitie: Twee keer gebeld']) expect(shownIn(ended)).toContain(part);
    await house.deliver();
    expect(JSON.stringify(house.sent.filter((one) => one.conversationId !== chatId('punt')))).not.toContain('Twee keer gebeld');
  });
  it('that form is a dialog: a refusal keeps it open, what was done ends it', async () => {
    const { ref } = await claimedCase(house);
    const opener = buttonsOf(cards(chatId('punt'), 'stagnation-contact').at(-1)?.message.card).find((one) => one.data['view'] === 'stagnation-close');
    expect(opener?.data).toHaveProperty('msteams');
    expect(await house.press('punt', opener?.data, {}, { dialog: 'open' })).toMatchObject({ form: true });
    expect(await house.press('punt', await house.on(ref, 'stagnation-close'), { ending: '' }, { dialog: 'submit' })).toMatchObject({ form: true });
    expect(await house.press('punt', await house.on(ref, 'stagnation-close'), { ending: 'anders' }, { dialog: 'submit' })).toMatchObject({ form: false, said: 'Vastgelegd.' });
    await house.deliver();
    expect(last(chatId('punt'), 'stagnation-contact')).toContain('Afgerond: iets anders');
  });
  it('opens that form alone, and nothing else of the case', async () => {
    const { ref } = await claimedCase(house);
    for (const view of ['case', 'consent', 'consent-form', 'mdo-form', 'term', 'risk']) {
      expect(shownIn(await house.press('punt', await house.on(ref, 'show', { view }))), view).toContain('geen deelnemer');
    }
    for (const who of ['punt2', 'regie', 'baas'] as const) expect(kindOf(await house.press(who, await house.on(ref, 'show', { view: 'stagnation-close' }))), who).toBe('notice');
  });
  it('is told what changes in the case as it happens', async () => {
    const { ref } = await claimedCase(house);
    await house.press('juf', await house.on(ref, 'refer'));
    await house.deliver();
    expect(last(chatId('punt'), 'stagnation-contact')).toContain('Auke Nijholt');
  });
  it('reads the same at every age: the words do not tell how old the child is', async () => {
    const { ref } = await claimedCase(house, 'beide', 'nee', '16-17');
    const card = last(chatId('punt'), 'stagnation-contact');
    expect(card).toContain('Of de ouders (vanaf 16 jaar: de jongere) dit weten');
    expect(card).not.toMatch(/De jongere weet|De ouders weten dit/);
    await house.press('punt', await house.on(ref, 'parents-told'));
    expect((await stagnation(ref))?.parentsKnow).toBe(true);
  });
});

describe('who raised it', () => {
  it('sees in the own chat what happens with it', async () => {
    const { ref } = await claimedCase(house);
    expect(posted('juf', 'raised')).toBe(2);
    expect(last(chatId('juf'), 'raised')).toContain('Iemand van het stagnatiepunt heeft dit opgepakt.');
    await house.press('punt', await house.on(ref, 'propose-mdo'));
    await house.press('punt', await house.on(ref, 'stagnation-close'), { ending: 'mdo-afgesproken' });
    await house.deliver();
    expect(posted('juf', 'raised')).toBe(3);
    const card = last(chatId('juf'), 'raised');
    for (const part of ['Vastgelegd dat het vastloopt', 'stelt een MDO voor', 'Afgerond: er is een MDO afgesproken']) expect(card).toContain(part);
    for (const name of ['Hilda', 'punt@']) expect(card).not.toContain(name);
  });
  it('a place goes to nobody by itself, and that is said (N-03)', async () => {
    const { ref } = await house.openCase('juf');
    await house.press('juf', await house.on(ref, 'stuck'), { kind: 'plek', parentsKnow: 'ja' });
    await house.deliver();
    const card = last(chatId('juf'), 'raised');
    for (const part of ['Routewijzer heeft niemand bericht gestuurd: bel zelf', 'de regievoerder zorg van Schoolbestuur (voorbeeld)']) expect(card).toContain(part);
    expect(cards(CHANNEL, 'stagnation')).toEqual([]);
  });
  it('no card is posted for silence: that stands on the card of the case', async () => {
    const { ref } = await house.openCase('juf');
    await go('2026-12-08T08:00:00.000Z');
    await go('2026-12-14T08:00:00.000Z');
    expect((await stagnation(ref))?.reason).toBe('silence');
    expect(posted('juf', 'raised')).toBe(0);
  });
});

describe('nobody picks it up', () => {
  const stuckCase = async () => {
    const opened = await house.openCase('juf');
    await house.press('juf', await house.on(opened.ref, 'stuck'), { kind: 'beide', parentsKnow: 'nee' });
    await house.deliver();
    return opened;
  };
  it('the channel is told again, then the second person, with code, step, role and duration alone', async () => {
    const { code, ref } = await stuckCase();
    await go('2026-11-27T08:00:00.000Z');
    expect(cards(CHANNEL, 'stagnation').filter((one) => one.kind === 'post')).toHaveLength(2);
    expect(last(CHANNEL, 'stagnation')).toContain('Nog niet opgepakt. Dit is opnieuw gemeld.');
    await go('2026-12-03T08:00:00.000Z');
    expect(posted('baas', 'stagnation-second')).toBe(1);
    const card = last(chatId('baas'), 'stagnation-second');
    for (const part of [code, 'Stap 1: signaal', 'Leerkracht', '10 dagen', 'voorbeeld en nog niet lokaal afgesproken']) expect(card).toContain(part);
    for (const secret of names) expect(card, secret).not.toContain(secret);
    await house.press('punt', await house.on(ref, 'claim'), {}, { channel: true });
    await house.deliver();
    expect(last(chatId('baas'), 'stagnation-second')).toContain('Opgepakt door het stagnatiepunt');
  });
  it('a second person who is not in the register is logged, and nothing is lost', async () => {
    await house.store.importPeople(boardRegister.filter((one) => one.aadObjectId !== 'aad-baas'));
    const { ref } = await stuckCase();
    await go('2026-11-27T08:00:00.000Z');
    await go('2026-12-03T08:00:00.000Z');
    expect(house.logged).toContainEqual({ level: 'warn', event: 'second-person-unknown', facts: { region: 'midden-groningen' } });
    expect(await stagnation(ref)).toMatchObject({ repeated: 1, secondAsked: null, claimedBy: null });
    expect(await house.deliver()).toBe(0);
  });
  it('late timers after a claim or a closed case do nothing', async () => {
    const { ref } = await stuckCase();
    await house.press('punt', await house.on(ref, 'claim'), {}, { channel: true });
    await go('2026-12-20T08:00:00.000Z');
    expect(cards(CHANNEL, 'stagnation').filter((one) => one.kind === 'post')).toHaveLength(1);
    expect(posted('baas', 'stagnation-second')).toBe(0);
    expect(house.logged).toEqual([]);
  });
  it('the channel card never tells an age or who', async () => {
    await stuckCase();
    await go('2026-11-27T08:00:00.000Z');
    for (const { message } of cards(CHANNEL, 'stagnation')) {
      for (const secret of [...names, 'onder', 'Jonger']) expect(JSON.stringify(message), secret).not.toContain(secret);
    }
  });
});

describe('handed on to the regievoerder zorg', () => {
  const hand = async (ref: string) => house.press('punt', await house.on(ref, 'stagnation-close'), { ending: 'naar-regievoerder', endingNote: 'Gaat om een plek' });
  it('who gets code, step, role, school, duration and on what it is stuck, and nothing of the child', async () => {
    const { ref, code } = await claimedCase(house, 'beide');
    house.at('2026-11-30T08:00:00.000Z');
    expect(shownIn(await hand(ref))).toContain('doorgegeven aan de regievoerder zorg');
    await house.deliver();
    expect(posted('regie', 'regie-notice')).toBe(1);
    const card = last(chatId('regie'), 'regie-notice');
    for (const part of [code, 'De Voorbeeldschool', 'Stap 1: signaal', 'Leerkracht', '7 dagen', 'de samenwerking en een plek']) expect(card).toContain(part);
    for (const secret of ['Wietske', 'Hilda', 'onder-12', 'Jonger', 'Gaat om een plek']) expect(card).not.toContain(secret);
    const raisedCard = last(chatId('juf'), 'raised');
    expect(raisedCard).toContain('Afgerond: doorgegeven aan de regievoerder zorg');
    expect((await loadCase(house.parts, ref))?.state.people).toHaveLength(1);
  });
  it('not before the parents know, and then the form comes back with what was typed', async () => {
    const { ref } = await claimedCase(house, 'beide', 'nee');
    const back = await hand(ref);
    expect(kindOf(back)).toBe('stagnation-close');
    for (const part of ['nog niet naar de regievoerder zorg', 'Gaat om een plek']) expect(shownIn(back)).toContain(part);
    await house.press('punt', await house.on(ref, 'parents-told'));
    expect(kindOf(await hand(ref))).toBe('stagnation-contact');
  });
  it('a no that comes later takes the notice away', async () => {
    const { ref } = await claimedCase(house, 'beide');
    await hand(ref);
    await house.deliver();
    await motherKnows(house, ref, 'geweigerd');
    await house.deliver();
    const card = last(chatId('regie'), 'regie-notice');
    expect(card).toContain('delen stopt');
    for (const gone of ['De Voorbeeldschool', 'Stap 1', 'een plek']) expect(card).not.toContain(gone);
  });
  it('a no before it could be delivered: nothing at all is said', async () => {
    const { ref } = await claimedCase(house, 'beide');
    await hand(ref);
    await motherKnows(house, ref, 'geweigerd');
    await house.deliver();
    expect(cards(chatId('regie'), 'regie-notice')).toEqual([]);
  });
  it('where the register has none, it says whom to call', async () => {
    await house.store.importPeople(boardRegister.filter((one) => one.aadObjectId !== 'aad-regie'));
    const { ref } = await claimedCase(house, 'beide');
    expect(shownIn(await hand(ref))).toContain('schoolbestuur van de school weet wie');
    expect(await stagnation(ref)).toMatchObject({ claimedBy: await person('punt') });
  });
  it('where there are two, one is chosen', async () => {
    const two = boardRegister.map((one) => (one.aadObjectId === 'aad-elders' ? { ...one, role: 'regievoerder', organisation: 'Schoolbestuur (voorbeeld)' } : one));
    await house.store.importPeople(two);
    await house.arrive('elders');
    const { ref } = await claimedCase(house, 'beide');
    expect(shownIn(await hand(ref))).toContain('Kies aan welke regievoerder zorg');
    await house.press('punt', await house.on(ref, 'stagnation-close'), { ending: 'naar-regievoerder', to: await person('elders') });
    await house.deliver();
    expect([posted('elders', 'regie-notice'), posted('regie', 'regie-notice')]).toEqual([1, 0]);
  });
});

it('no text of the stagnatiepunt suggests that it decides or forces (ROL-STP-03)', async () => {
  const { ref } = await claimedCase(house, 'beide');
  await house.press('punt', await house.on(ref, 'nudge'), { person: await person('juf') });
  await house.press('punt', await house.on(ref, 'propose-mdo'));
  await house.press('punt', await house.on(ref, 'stagnation-close'), { ending: 'naar-regievoerder' });
  await house.deliver();
  const said = house.sent.flatMap((one) => [...JSON.stringify(one.message.card).matchAll(/"text":"([^"]*)"/g)].map((found) => found[1] ?? ''));
  for (const text of said.filter((one) => /beslis|dwing|bepaal|verplicht|moet|macht/i.test(one))) expect(text).toMatch(/beslist niet|niet voor jullie|dwingt niets af/);
  expect(buttonsOf(house.sent.map((one) => one.message.card)).map((one) => one.title).join(' ')).not.toMatch(/beslis|dwing|verplicht|moet/i);
});
