import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '../../src/app/run-case.js';
import { chatId, openHouse, shownIn, type House } from '../support/house.js';

let house: House;
let ref = '';
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf');
  ({ ref } = await house.openCase('juf', { step: 'plan' }));
});
afterEach(() => house.close());

const press = async (verb: string, typed: Readonly<Record<string, string>> = {}) => house.press('juf', await house.on(ref, verb), typed);
const state = async () => (await loadCase(house.parts, ref))?.state;

async function adopt(): Promise<void> {
  const me = `person:${(await house.person('juf')).id}`;
  await press('levels', { leervraag: 'complex', leefvraag: 'enkelvoudig' });
  await press('plan-goals', { onderwijs: 'Elke dag tien minuten extra lezen', zorg: '' });
  await press('plan-action', { what: 'Leesmaatje regelen', who: me, on: '2026-12-18' });
  await press('plan-responsible', { onderwijs: me, zorg: '' });
  await press('plan-regie', { who: me, contactSchool: 'role:ib-er', contactGemeente: 'role:casemanager' });
  await press('plan-adopt', { evaluateOn: '2027-01-18' });
}

describe('an evaluation of which people were reminded', () => {
  const go = async (moment: string) => { house.at(moment); await house.deliver(); };
  it.each(['reopened', 'adopted again'])('%s in that week: asked once more afterwards, not twice before', async (how) => {
    await adopt();
    await go('2027-01-11T08:00:00.000Z');
    const posts = () => house.sent.filter((one) => one.conversationId === chatId('juf') && one.kind === 'post' && JSON.stringify(one.message.card).includes('"card:evaluation"')).length;
    expect(posts()).toBe(1);
    if (how === 'reopened') {
      await press('close', { ending: 'niet-nodig' });
      await press('reopen', { reason: 'Toch verder' });
    } else await press('plan-adopt', { evaluateOn: (await state())?.plan?.evaluateOn ?? '' });
    await go('2027-01-14T08:00:00.000Z');
    expect(posts()).toBe(1);
    await go('2027-02-01T08:00:00.000Z');
    expect(posts()).toBe(2);
  });
});

describe('closing and opening again', () => {
  it('from 16 sends nobody to the parents: the jongere chooses (TOE-10)', async () => {
    const older = await house.openCase('juf', { age: '16-17' });
    const opened = async (name: string) => shownIn(await house.press('juf', await house.on(older.ref, 'show', { view: name })));
    expect(await opened('close')).toContain('Sluit af samen met de jongere');
    await house.press('juf', await house.on(older.ref, 'close'), { ending: 'niet-nodig' });
    const reopen = await opened('reopen');
    expect(reopen).toContain('vertel de jongere');
    expect(reopen).not.toContain('vertel het gezin');
  });
});
