import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '../../src/app/run-case.js';
import { chatId, openHouse, register, shownIn, type House, type Who } from '../support/house.js';
import { agree, caseWithMdo, mdoForm, planButton } from '../support/mdo.js';

let house: House;
beforeEach(async () => { house = await openHouse(); });
afterEach(() => house.close());

const AFTER = '2026-12-08T09:00:00.000Z';
const go = async (moment: string) => { house.at(moment); await house.deliver(); await house.deliver(); };
const cardIn = (who: Who, name: string) => house.sent.filter((one) => one.conversationId === chatId(who)).map((one) => JSON.stringify(one.message.card)).filter((card) => card.includes(`"card:${name}"`)).at(-1) ?? '';
const mdoId = async (ref: string) => (await loadCase(house.parts, ref))?.state.mdo?.id ?? '';
const idOf = async (who: Who) => (await house.person(who)).id;
const press = async (who: Who, ref: string, verb: string, fields: Readonly<Record<string, string>> = {}) => shownIn(await house.press(who, await house.on(ref, verb), fields));

describe('the question who was there', () => {
  it('does not ask about an MDO to come, and thanks nobody for what was not recorded', async () => {
    await house.arrive('juf', 'jgz', 'koo');
    const { ref } = await caseWithMdo(house);
    await go(AFTER);
    expect(cardIn('juf', 'mdo-after')).toContain('Hoe was het MDO?');
    await press('juf', ref, 'mdo-cancel', { mdo: await mdoId(ref), reason: 'te-weinig' });
    await house.press('juf', await planButton(house, ref), await mdoForm(house, ['jgz', 'koo'], { date: '2026-12-21' }));
    await house.deliver();
    expect(cardIn('juf', 'mdo-after')).toContain('Er is een nieuw MDO gepland');
    expect(cardIn('juf', 'mdo-after')).not.toMatch(/Leg vast wie|Bedankt|21 december/);
  });
  it('says that the case was closed', async () => {
    await house.arrive('juf');
    const { ref } = await caseWithMdo(house);
    await go(AFTER);
    await press('juf', ref, 'close', { ending: 'niet-nodig' });
    await house.deliver();
    expect((await loadCase(house.parts, ref))?.state.closed).not.toBeNull();
    expect(cardIn('juf', 'mdo-after')).toContain('De casus is afgesloten');
    expect(cardIn('juf', 'mdo-after')).not.toMatch(/Bedankt|Leg vast wie/);
  });
  it('goes to the owner while sharing with the organiser has stopped', async () => {
    await house.arrive('juf', 'jgz');
    const { ref } = await house.openCase('juf');
    await agree(house, ref, 'jgz,koo,sociaal-team');
    await press('juf', ref, 'person-invite', { person: await idOf('jgz'), told: 'ja' });
    await press('jgz', ref, 'consent', { recipients: 'school,sociaal-team', person: 'moeder', status: 'gegeven', how: 'mondeling', on: '2026-11-23' });
    await house.press('jgz', await planButton(house, ref), { ...await mdoForm(house, ['juf', 'cmj']), invitees: `person:${await idOf('juf')},person:${await idOf('cmj')}` });
    expect(await mdoId(ref)).not.toBe('');
    await press('juf', ref, 'consent', { recipients: 'jgz', person: 'moeder', status: 'ingetrokken', how: 'mondeling', on: '2026-11-23' });
    await go(AFTER);
    expect(cardIn('jgz', 'mdo-after')).toBe('');
    expect(cardIn('juf', 'mdo-after')).toContain('Hoe was het MDO?');
  });
});

describe('the invitation of who takes over', () => {
  it('arrives there, and the one before is told nothing of it any more', async () => {
    await house.store.importPeople([...register, { aadObjectId: 'aad-jgz2', name: 'Froukje Dijk', email: 'jgz2@proef.example', role: 'jeugdverpleegkundige', organisation: 'GGD Proefstad', organisationType: 'ggd', region: house.parts.route.region.region }]);
    await house.arrive('juf', 'jgz');
    const { ref } = await house.openCase('juf');
    await agree(house, ref, 'jgz,koo,sociaal-team');
    await press('juf', ref, 'person-invite', { person: await idOf('jgz'), told: 'ja' });
    await house.press('juf', await planButton(house, ref), await mdoForm(house, ['jgz', 'koo']));
    await house.deliver();
    expect(cardIn('jgz', 'invitation')).toContain('Ik kom');
    const next = await house.store.meet('aad-jgz2', 'Froukje Dijk', 'tenant-1');
    await press('juf', ref, 'person-replace', { from: await idOf('jgz'), to: next.id, reason: 'weg', told: 'ja' });
    await house.deliver();
    expect((await loadCase(house.parts, ref))?.state.mdo?.invitees.some((one) => one.personId === next.id)).toBe(true);
    expect(cardIn('jgz', 'invitation')).toContain('niet meer uitgenodigd');
    const waiting = (await house.store.undelivered(ref)).map(({ card, place }) => [card, place.kind === 'person' ? place.personId : '']);
    expect(waiting).toContainEqual(['invitation', next.id]);
  });
});

describe('the form of an MDO', () => {
  it('from 16 sends nobody to the parents before the jongere wants it', async () => {
    const { ref } = await house.openCase('juf', { age: '16-17' });
    expect(await press('juf', ref, 'show', { view: 'mdo-form' })).toContain('alleen als de jongere dat wil');
    const { ref: young } = await house.openCase('juf');
    expect(await press('juf', young, 'show', { view: 'mdo-form' })).not.toContain('alleen als de jongere dat wil');
  });
  it('offers the gemeente only the school that takes part', async () => {
    const { ref } = await house.openCase('cmj');
    await agree(house, ref, 'school', 'gegeven', 'cmj');
    expect(await press('cmj', ref, 'show', { view: 'mdo-form' })).toContain('De Andere School');
    await press('cmj', ref, 'person-invite', { person: await idOf('ib'), told: 'ja' });
    const form = await press('cmj', ref, 'show', { view: 'mdo-form' });
    expect(form).toContain('De Proefschool');
    expect(form).not.toContain('De Andere School');
  });
});

describe('the link to a meeting', () => {
  it('holds no address of somebody who is not in the register any more', async () => {
    const { ref } = await caseWithMdo(house);
    for (const who of ['jgz', 'koo'] as const) await press(who, ref, 'mdo-answer', { mdo: await mdoId(ref), invitee: `person:${await idOf(who)}`, answer: 'komt' });
    expect(await press('juf', ref, 'show', { view: 'mdo' })).toContain('jgz%40proef.example');
    await house.store.importPeople(register.filter((one) => one.aadObjectId !== 'aad-jgz'));
    const card = await press('juf', ref, 'show', { view: 'mdo' });
    expect(card).toContain('koo%40proef.example');
    expect(card).not.toContain('jgz%40proef.example');
  });
});

describe('the talks of a case', () => {
  it('stay within what Teams takes, however long they are', async () => {
    const { ref } = await house.openCase('juf');
    const text = 'Wij spraken “lang” over hoe het gaat met rekenen. '.repeat(20).slice(0, 990);
    for (let at = 0; at < 14; at += 1) await press('juf', ref, 'contact-note', { on: '2026-11-20', with: 'moeder', discussed: `${String(at)} ${text}`, agreed: `${String(at)} ${text}` });
    const card = await press('juf', ref, 'show', { view: 'contacts' });
    expect(card).toContain('Er zijn 14 gesprekken vastgelegd');
    expect(card).toMatch(/Er zijn \d+ oudere gesprekken/);
    expect(Buffer.byteLength(card)).toBeLessThan(25_000);
  });
});
