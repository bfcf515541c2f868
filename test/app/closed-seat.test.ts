import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '../../src/app/run-case.js';
import { answer, joins } from '../support/consent-app.js';
import { buttonIn, kindOf, openHouse, shownIn, type House } from '../support/house.js';

let house: House;
let ref = '';
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'jgz');
  ({ ref } = await house.openCase('juf'));
  await house.press('juf', await house.on(ref, 'gezag'), { gezag: 'moeder,vader' });
  for (const person of ['moeder', 'vader']) await house.press('juf', await house.on(ref, 'consent'), answer({ person }));
  await joins(house, ref, 'juf', 'jgz');
  await house.press('juf', await house.on(ref, 'consent'), answer({ status: 'ingetrokken' }));
});
afterEach(() => house.close());
const ledger = async () => (await loadCase(house.parts, ref))?.state.ledger.map(({ recipient, who, status, by }) => [recipient, who, status, by]) ?? [];

describe('a participant with whom nothing may be shared any more', () => {
  it('records a no from the card that says so, and sees nothing of the case by it', async () => {
    const card = await house.press('jgz', await house.on(ref, 'show', { view: 'case' }));
    const form = await house.press('jgz', buttonIn(card, 'show', { view: 'no-form' }).data);
    expect(kindOf(form)).toBe('no-form');
    for (const secret of ['Wietske', 'ingetrokken (', 'Signaal', 'De Proefschool']) expect(shownIn(form)).not.toContain(secret);
    const done = await house.press('jgz', buttonIn(form, 'consent-no').data, { person: 'vader', status: 'geweigerd', how: 'mondeling', on: '2026-11-23' });
    expect(shownIn(done)).toContain('Vastgelegd');
    expect(shownIn(done)).toContain('delen stopt');
    expect(await ledger()).toContainEqual(['jgz', 'vader', 'geweigerd', (await house.person('jgz')).id]);
  });
  it('nothing but a no: a forged yes is refused, and what was typed stays', async () => {
    const back = await house.press('jgz', await house.on(ref, 'consent-no'), { person: 'vader', status: 'gegeven', how: 'schriftelijk', on: '2026-11-20' });
    expect(kindOf(back)).toBe('no-form');
    expect(shownIn(back)).toContain('Kies wat het antwoord was');
    expect(shownIn(back)).toContain('"value":"schriftelijk"');
    expect(await ledger()).not.toContainEqual(expect.arrayContaining(['geweigerd']));
  });
  it('opens no other form', async () => {
    for (const view of ['consent-form', 'gezag-form', 'age-form', 'danger-form', 'entries']) {
      expect(shownIn(await house.press('jgz', await house.on(ref, 'show', { view })))).toContain('delen stopt');
    }
  });
  it('does not read in the form for merging at which step the case is', async () => {
    const own = await house.openCase('jgz');
    const { code = '' } = (await house.store.row(ref)) ?? {};
    expect(shownIn(await house.press('jgz', await house.on(own.ref, 'show', { view: 'merge-form' })))).not.toContain(code);
  });
});

describe('the age of the case', () => {
  it('is put right by the owner, and whom to ask again is told', async () => {
    const sheet = await house.press('juf', await house.on(ref, 'show', { view: 'consent' }));
    const form = await house.press('juf', buttonIn(sheet, 'show', { view: 'age-form' }).data);
    const refused = await house.press('juf', buttonIn(form, 'age').data, { age: '18-plus', month: '03-2028' });
    expect(kindOf(refused)).toBe('age-form');
    expect(shownIn(refused)).toContain('03-2028');
    await house.press('juf', buttonIn(form, 'age').data, { age: '12-15', month: '03-2028' });
    expect((await loadCase(house.parts, ref))?.state).toMatchObject({ ageBand: '12-15', borderMonth: '2028-03' });
    await house.deliver();
    expect(JSON.stringify(house.sent.map((one) => one.message.card))).toContain('De leeftijd in deze casus is verbeterd');
  });
  it('from 16 the form about gezag sends nobody to the parents', async () => {
    await house.press('juf', await house.on(ref, 'age'), { age: '16-17', month: '' });
    const form = shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'gezag-form' })));
    expect(form).toContain('De jongere komt eerst');
    expect(form).not.toContain('allebei');
  });
});

describe('what was noted before', () => {
  it('that it was told stays told when another register is added', async () => {
    await house.press('juf', await house.on(ref, 'registration'), { ggd: 'stond-er', informed: 'ja' });
    const form = shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'registrations' })));
    expect(form).toMatch(/"id":"informed"[^}]*"value":"ja"/);
  });
});
