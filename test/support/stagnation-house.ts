import type { PersonInput } from '../../src/app/ports.js';
import { openHouse, register, route, type House, type Who } from './house.js';

const SCHOOL = 'De Voorbeeldschool';
const BOARD = 'Schoolbestuur (voorbeeld)';
const AT_SCHOOL: readonly Who[] = ['juf', 'ib'];

/** The register in which the school and its board are those that the region of the repository knows, and its second person is there. */
export const boardRegister: readonly PersonInput[] = register.map((one) => {
  const who = one.aadObjectId.slice('aad-'.length);
  if (AT_SCHOOL.some((each) => each === who)) return { ...one, organisation: SCHOOL };
  if (who === 'regie') return { ...one, organisation: BOARD };
  return who === 'baas' ? { ...one, email: (route.region.stagnatiepunt?.second ?? '').toUpperCase() } : one;
});

/** A house of the example school, with everybody in a chat and the channel linked. */
export async function openSchoolHouse(): Promise<House> {
  const house = await openHouse();
  await house.store.importPeople(boardRegister);
  await house.arrive('juf', 'ib', 'punt', 'punt2', 'regie', 'baas');
  await house.linkChannel();
  return house;
}

/** A case that got stuck on this, and was picked up by `punt`. */
export async function claimedCase(house: House, kind = 'samenwerking', parentsKnow = 'ja', age = 'onder-12'): Promise<{ ref: string; code: string }> {
  const opened = await house.openCase('juf', { age });
  await house.press('juf', await house.on(opened.ref, 'stuck'), { kind, parentsKnow });
  await house.deliver();
  await house.press('punt', await house.on(opened.ref, 'claim'), {}, { channel: true });
  await house.deliver();
  return opened;
}

/** The mother knows that the regievoerder zorg hears of it. */
export async function motherKnows(house: House, ref: string, status = 'weet-het'): Promise<void> {
  await house.press('juf', await house.on(ref, 'gezag'), { gezag: 'moeder' });
  await house.press('juf', await house.on(ref, 'consent'), { recipients: 'regievoerder', purpose: 'vastlopen', person: 'moeder', status, how: 'mondeling', on: '2026-11-23', more: 'ja' });
}
