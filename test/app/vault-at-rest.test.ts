import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHouse, shownIn, type House } from '../support/house.js';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.arrive('juf', 'ib');
});
afterEach(() => house.close());

/** Everything that lies in the folder of the database. */
const everyByte = () => readdirSync(house.folder).map((name) => readFileSync(join(house.folder, name)).toString('latin1')).join('\n');

it('what people write in a case, and the mark of their own organisation, stand nowhere as they were typed', async () => {
  const { ref, code } = await house.openCase('juf');
  const press = async (verb: string, typed: Readonly<Record<string, string>>) => house.press('juf', await house.on(ref, verb), typed);
  await press('contact-note', { on: '2026-11-20', with: 'moeder', discussed: 'Het ontbijt gaat moeizaam', agreed: 'Morgen bellen we opnieuw' });
  await press('reference-set', { reference: 'LLN-20427' });
  await press('danger', { reason: 'kind', note: 'Er ligt een briefje in de la', parentsNotYet: 'nee' });
  await press('close', { ending: 'niet-nodig', reason: 'De overstap is rustig verlopen' });
  const shown = shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'contacts' })));
  expect(shown).toContain('Het ontbijt gaat moeizaam');
  expect(shownIn(await house.press('juf', await house.on(ref, 'show', { view: 'case' })))).toContain('LLN-20427');
  const bytes = everyByte();
  expect(bytes).toContain(code);
  for (const typed of ['ontbijt', 'bellen we', 'LLN-20427', 'briefje', 'overstap is rustig']) expect(bytes.includes(typed), typed).toBe(false);
});

it('nor does what was typed in the chat, whatever is understood of it', async () => {
  await house.say('juf', 'mijn leerling van zeven komt al weken te laat door een verhuizing');
  await house.say('juf', 'het kind heeft blauwe plekken en zegt dat oom hem knijpt');
  const bytes = everyByte();
  for (const typed of ['verhuizing', 'al weken', 'knijpt', 'blauwe plekken']) expect(bytes.includes(typed), typed).toBe(false);
});
