import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCase } from '../../src/app/run-case.js';
import { kindOf, openHouse, shownIn, type House } from '../support/house.js';

let house: House;
let ref = '';
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib');
  ({ ref } = await house.openCase('juf', { step: 'plan' }));
});
afterEach(() => house.close());

const press = async (verb: string, typed: Readonly<Record<string, string>> = {}, fields: Readonly<Record<string, string>> = {}) => house.press('juf', await house.on(ref, verb, fields), typed);
const view = async (name: string) => press('show', {}, { view: name });
const state = async () => {
  const loaded = await loadCase(house.parts, ref);
  if (!loaded) throw new Error('no case');
  return loaded.state;
};
const text = async (id: string | undefined) => house.store.text(id ?? '');

describe('closing and waiting', () => {
  it('closing asks why, and keeps what was chosen', async () => {
    const reply = await press('close', { ending: 'overgedragen' });
    expect(kindOf(reply)).toBe('close');
    expect(shownIn(reply)).toContain('Schrijf in een paar woorden waarom');
    expect(shownIn(reply)).toContain('"value":"overgedragen"');
    await press('close', { ending: 'overgedragen', reason: 'Verhuisd naar een andere regio' });
    expect(await text((await state()).closed?.reasonId ?? '')).toBe('Verhuisd naar een andere regio');
  });
  it('the werkvoorraad is offered as a place, with a day to look again', async () => {
    const form = shownIn(await view('term'));
    for (const words of ['De werkvoorraad van het sociaal team', 'geen vertraging', 'geen langste tijd']) expect(form).toContain(words);
    const refused = await press('step-waits', { waitFor: 'werkvoorraad', until: '2026-11-01' }, { card: 'case' });
    expect(shownIn(refused)).toContain('"value":"werkvoorraad"');
    await press('step-waits', { waitFor: 'werkvoorraad', until: '2027-02-01' }, { card: 'case' });
    expect((await state()).step?.waiting).toEqual({ for: 'werkvoorraad', until: '2027-02-01' });
  });
});
