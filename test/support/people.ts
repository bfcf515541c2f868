import type { CaseCommand } from '../../src/case/commands.js';
import type { Actor } from '../../src/case/decision.js';
import type { Colleague } from '../../src/case/people/commands.js';
import { consent, gezag, jgz, juf, open, type Said } from './case.js';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** More people round a case. */
export const duo: Actor = { person: 'p-duo', role: 'leerkracht', organisation: 'De Proefschool' };
export const directie: Actor = { person: 'p-dir', role: 'directie', organisation: 'De Proefschool' };
export const koo: Actor = { person: 'p-koo', role: 'koo', organisation: 'Gemeente' };
export const cmj: Actor = { person: 'p-cmj', role: 'casemanager', organisation: 'Gemeente' };
export const jgz2: Actor = { person: 'p-jgz2', role: 'jeugdverpleegkundige', organisation: 'GGD' };
export const elders: Actor = { person: 'p-elders', role: 'ib-er', organisation: 'De Andere School' };
export const manager: Actor = { person: 'p-baas', role: 'manager', organisation: 'Gemeente' };
export const stranger: Actor = { person: 'p-onbekend', role: 'onbekend', organisation: '' };

export function asked({ person, role, organisation }: Actor): Colleague {
  return { person, role, organisation };
}
export function invite(who: Actor | undefined, changes: Partial<Of<'invite-person'>> = {}): CaseCommand {
  return { type: 'invite-person', who: who && asked(who), told: true, duo: false, ...changes };
}
export function outsiderJoins(changes: Partial<Of<'add-outsider'>> = {}): CaseCommand {
  return { type: 'add-outsider', key: 'out:1', role: 'jeugdarts', nameId: null, told: true, ...changes };
}
export function offer(to: Actor | undefined, changes: Partial<Of<'offer-handover'>> = {}): CaseCommand {
  return { type: 'offer-handover', handover: 'h1', what: 'plek', to: to && asked(to), reason: 'andere-taak', told: true, ...changes };
}
export function replace(from: Actor, to: Actor | undefined, changes: Partial<Of<'replace-person'>> = {}): CaseCommand {
  return { type: 'replace-person', from: from.person, to: to && asked(to), reason: 'weg', told: true, gone: false, ...changes };
}
export const answered = (type: 'accept-handover' | 'decline-handover' | 'withdraw-handover', handover = 'h1'): CaseCommand => ({ type, handover });
export const turnTo = (who: Actor): CaseCommand => ({ type: 'set-holder', person: who.person });
export const duoOf = (one: Actor, other: Actor, type: 'form-duo' | 'end-duo' = 'form-duo'): CaseCommand => ({ type, one: one.person, other: other.person });
export const mark = (changes: Partial<Of<'set-reference'>> = {}): CaseCommand => ({ type: 'set-reference', referenceId: 't-mark', wellFormed: true, ...changes });

/** The mother agreed that the school shares with the JGZ, who was then asked to take part. */
export const withJgz: readonly Said[] = [[juf, open()], [juf, gezag('moeder')], [juf, consent('moeder')], [juf, invite(jgz)]];
/** And took it back. */
export const withdrawn: readonly Said[] = [...withJgz, [juf, consent('moeder', { status: 'ingetrokken', on: '2026-11-23' })]];
