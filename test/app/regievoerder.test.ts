import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '../../src/app/run-case.js';
import { buttonIn, kindOf, shownIn, type House } from '../support/house.js';
import { boardRegister, motherKnows, openSchoolHouse } from '../support/stagnation-house.js';

let house: House;
beforeEach(async () => { house = await openSchoolHouse(); });
afterEach(() => house.close());

const risk = async (ref: string) => (await loadCase(house.parts, ref))?.state.risk;
async function marked(kind = 'thuiszitter'): Promise<{ ref: string; code: string }> {
  const opened = await house.openCase('juf');
  await motherKnows(house, opened.ref);
  await house.press('juf', await house.on(opened.ref, 'risk-mark'), { risk: kind });
  return opened;
}

describe('the school', () => {
  it('puts a pupil at risk on the list, and reads who will see what', async () => {
    const { ref } = await house.openCase('juf');
    await motherKnows(house, ref);
    const form = await house.press('juf', await house.on(ref, 'show', { view: 'risk' }));
    expect(kindOf(form)).toBe('risk');
    for (const part of ['Baukje Veenhuis (Schoolbestuur (voorbeeld))', 'geen grens in uren of weken', 'geen melding bij leerplicht', 'niets vast over ziekte']) expect(shownIn(form)).toContain(part);
    await house.press('juf', await house.on(ref, 'risk-mark'), { risk: 'thuiszitter' });
    expect(await risk(ref)).toMatchObject({ risk: 'thuiszitter', school: 'De Voorbeeldschool' });
  });
  it('is shown what comes first while the gate is closed', async () => {
    const { ref } = await house.openCase('juf');
    const form = await house.press('juf', await house.on(ref, 'show', { view: 'risk' }));
    expect(shownIn(form)).toContain('Leg eerst vast wie het gezag heeft');
    expect(buttonIn(form, 'show', { view: 'gezag-form' }).title).toBe('Leg vast wie het gezag heeft');
    const refused = await house.press('juf', await house.on(ref, 'risk-mark'), { risk: 'dreigend' });
    expect(kindOf(refused)).toBe('risk');
    expect(shownIn(refused)).toContain('mag dit nog niet zien');
    await house.press('juf', await house.on(ref, 'gezag'), { gezag: 'moeder' });
    expect(buttonIn(await house.press('juf', await house.on(ref, 'show', { view: 'risk' })), 'show', { view: 'consent-form' }).data).toMatchObject({ recipients: 'regievoerder', purpose: 'vastlopen' });
    expect(await risk(ref)).toBeNull();
  });
  it('hears whom to call when nobody of the board is in Routewijzer', async () => {
    await house.store.importPeople(boardRegister.filter((one) => one.aadObjectId !== 'aad-regie'));
    const { ref } = await marked();
    expect(shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'risk' })))).toContain('staat nog niet in Routewijzer');
  });
});

describe('"mijn leerlingen"', () => {
  it('is there for a regievoerder zorg of the register alone', async () => {
    for (const who of ['juf', 'punt', 'baas'] as const) {
      expect(shownIn(await house.say(who, 'mijn leerlingen'))).toContain('alleen voor de regievoerder zorg');
      expect(kindOf(await house.press(who, { v: 1, verb: 'risk-list', ref: '', seen: 0 }))).toBe('notice');
    }
    expect(kindOf(await house.say('regie', 'risicolijst'))).toBe('risk-list');
    expect(buttonIn(await house.say('regie', 'help'), 'risk-list').title).toBe('Mijn leerlingen');
    await house.store.importPeople(boardRegister.filter((one) => one.aadObjectId !== 'aad-regie'));
    expect(shownIn(await house.say('regie', 'mijn leerlingen'))).toContain('alleen voor de regievoerder zorg');
  });
  it('holds the cases of the own board by code, and nothing else of a child', async () => {
    const { code } = await marked();
    await house.openCase('juf');
    house.at('2026-11-30T08:00:00.000Z');
    const list = shownIn(await house.say('regie', 'mijn leerlingen'));
    for (const part of [`Casus ${code}`, 'Zit thuis', 'De Voorbeeldschool', 'Stap 1: signaal', 'In beeld', '7 dagen', '1 casus']) expect(list).toContain(part);
    for (const secret of ['Wietske', 'moeder', 'onder-12', 'Jonger']) expect(list).not.toContain(secret);
  });
  it('never holds those of another board', async () => {
    const { ref, code } = await marked();
    await house.store.importPeople(boardRegister.map((one) => (one.aadObjectId === 'aad-regie' ? { ...one, organisation: 'Schoolbestuur Elders' } : one)));
    expect(shownIn(await house.say('regie', 'mijn leerlingen'))).not.toContain(code);
    expect(shownIn(await house.press('regie', await house.on(ref, 'risk-open')))).not.toContain(code);
    const reply = await house.press('regie', await house.on(ref, 'risk-offer'), { stage: 'geplaatst' });
    expect(shownIn(reply)).not.toContain(code);
    expect(await risk(ref)).toMatchObject({ stage: 'in-beeld' });
  });
  it('is asked of the gate on that day: what was withdrawn is gone', async () => {
    const { ref, code } = await marked();
    await motherKnows(house, ref, 'ingetrokken');
    expect(shownIn(await house.say('regie', 'mijn leerlingen'))).not.toContain(code);
    expect(kindOf(await house.press('regie', await house.on(ref, 'risk-open')))).toBe('risk-list');
  });
  it('lets the regievoerder record how far a fitting offer is; the school sees it too', async () => {
    const { ref, code } = await marked();
    const form = await house.press('regie', buttonIn(await house.say('regie', 'mijn leerlingen'), 'risk-open').data);
    expect(kindOf(form)).toBe('risk-offer');
    const list = await house.press('regie', buttonIn(form, 'risk-offer').data, { stage: 'zoekt-plek' });
    expect(shownIn(list)).toContain('We zoeken een plek');
    expect(shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'risk' })))).toContain('We zoeken een plek');
    const refused = await house.press('regie', await house.on(ref, 'risk-offer'), { stage: 'zomaar' });
    expect(kindOf(refused)).toBe('risk-offer');
    await house.press('regie', await house.on(ref, 'risk-end'));
    expect(shownIn(await house.say('regie', 'mijn leerlingen'))).not.toContain(code);
  });
  it('the form is a dialog; what was sent ends it, and the list behind it comes up to date', async () => {
    const { ref } = await marked();
    const said = await house.say('regie', 'mijn leerlingen');
    if (said.kind === 'card') await said.sent?.('the-list');
    expect(buttonIn(said, 'risk-open').data).toHaveProperty('msteams');
    const form = await house.press('regie', buttonIn(said, 'risk-open').data, {}, { dialog: 'open' });
    expect(form).toMatchObject({ kind: 'card', form: true });
    expect(await house.press('regie', await house.on(ref, 'risk-offer'), { stage: '' }, { dialog: 'submit' })).toMatchObject({ form: true });
    expect(await house.press('regie', await house.on(ref, 'risk-offer'), { stage: 'onderzoek' }, { dialog: 'submit' })).toMatchObject({ form: false, said: expect.stringContaining('vastgelegd') as string });
    await house.deliver();
    const update = house.sent.filter((one) => one.activityId === 'the-list').at(-1);
    expect(JSON.stringify(update?.message.card)).toContain('We zoeken uit wat past');
  });
  it('opens nothing of the case itself', async () => {
    const { ref } = await marked();
    for (const view of ['case', 'consent', 'risk', 'term']) expect(shownIn(await house.press('regie', await house.on(ref, 'show', { view })))).toContain('geen deelnemer');
  });
  it('shows ten at a time, the longest without progress first, and stays under the limit of Teams', async () => {
    const cases = [];
    for (let at = 0; at < 12; at += 1) {
      house.at(`2026-11-23T08:${String(10 + at)}:00.000Z`);
      cases.push(await marked());
    }
    const first = await house.say('regie', 'mijn leerlingen');
    expect(Buffer.byteLength(shownIn(first))).toBeLessThan(25_000);
    expect(shownIn(first)).toContain(`Casus ${cases[0]?.code ?? ''}`);
    expect(shownIn(first)).not.toContain(`Casus ${cases[11]?.code ?? ''}`);
    const next = await house.press('regie', buttonIn(first, 'risk-list', { from: '10' }).data);
    expect(shownIn(next)).toContain(`Casus ${cases[11]?.code ?? ''}`);
  });
});
