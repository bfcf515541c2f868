import type { CaseCommand } from '../../src/case/commands.js';
import type { ChosenInvitee } from '../../src/case/mdo/commands.js';
import { invitees, jgz, juf, mdo, planned, reply, type Said } from './case.js';
import type { House, Who } from './house.js';

/** The morning after the day of `planned`. */
export const AFTER = '2026-12-02T08:00:00.000Z';
/** The three moments of `choosing`, o1 to o3. */
export const MOMENTS = [{ date: '2026-12-01', time: '14:30' }, { date: '2026-12-02', time: '09:00' }, { date: '2026-12-04', time: '11:00' }] as const;
/** As `planned`, with moments to choose from. */
export const choosing: readonly Said[] = [...planned.slice(0, -1), [juf, mdo({ others: MOMENTS.slice(1) })]];
/** Somebody of the same organisation and side as the invited JGZ. */
export const colleague: ChosenInvitee = { key: 'person:p-jgz2', personId: 'p-jgz2', role: 'jeugdarts', organisation: jgz.organisation };

export const fix = (option: string): CaseCommand => ({ type: 'fix-date', mdo: 'm1', option });
export const cancel = (reason = 'te-weinig'): CaseCommand => ({ type: 'cancel-mdo', mdo: 'm1', reason });
export const remind = (why: 'antwoord' | 'bijna' | 'geweest', id = 'm1'): CaseCommand => ({ type: 'remind-mdo', mdo: id, why });
export function attended(changes: Partial<Extract<CaseCommand, { type: 'record-attendance' }>> = {}): CaseCommand {
  return { type: 'record-attendance', mdo: 'm1', option: '', present: [`person:${juf.person}`, invitees.jgz.key], parents: true, jeugdige: false, colleagues: [jgz], ...changes };
}
/** An answer that sends this one instead. */
export function sends(chosen: ChosenInvitee | undefined, changes: { readonly told?: boolean; readonly organisation?: string } = {}, invitee: string = invitees.jgz.key): CaseCommand {
  return reply({ invitee, answer: 'stuurt-iemand', substitute: { chosen, organisation: jgz.organisation, told: true, ...changes } });
}

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
