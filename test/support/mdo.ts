import type { House, Who } from './house.js';

/** The purpose of the MDO: it must never leave the circle of those who may know. */
export const PURPOSE = 'Afstemmen over de bijzondere rekenhulp';

/** What the form of an MDO brings in, inviting these people of the register. */
export async function mdoForm(house: House, invited: readonly Who[], changes: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
  const keys = [];
  for (const who of invited) keys.push(`person:${(await house.person(who)).id}`);
  return {
    leervraag: 'complex', leefvraag: 'complex', purpose: PURPOSE, date: '2026-12-07', time: '14:30',
    invitees: [...keys, 'role:directie'].join(','), parents: 'ja', jeugdige: 'nee', told: 'ja', ...changes,
  };
}

/** The button of the form, drawn beside the plan that stands now. */
export async function planButton(house: House, ref: string): Promise<Record<string, unknown>> {
  const plans = (await house.store.load(ref)).filter((event) => event.type === 'MdoPlanned');
  const latest = plans.at(-1)?.data as { mdo: string } | undefined;
  return { ...await house.on(ref, 'mdo'), instead: latest?.mdo ?? '' };
}

/** Records gezag and an answer of the mother for these recipients. */
export async function agree(house: House, ref: string, recipients: string, status = 'gegeven', who: Who = 'juf'): Promise<void> {
  await house.press(who, await house.on(ref, 'gezag'), { gezag: 'moeder' });
  await house.press(who, await house.on(ref, 'consent'), { recipients, person: 'moeder', status, how: 'mondeling', on: '2026-11-23' });
}

/** A case with an MDO to which these are invited, consent in order. */
export async function caseWithMdo(house: House, invited: readonly Who[] = ['jgz', 'koo']): Promise<{ ref: string; code: string }> {
  const opened = await house.openCase('juf');
  await agree(house, opened.ref, 'jgz,koo,sociaal-team');
  await house.press('juf', await planButton(house, opened.ref), await mdoForm(house, invited));
  return opened;
}
