import type { CaseCommand, CommandOf } from '../../src/case/commands.js';
import { clock, juf, open, type Said } from './case.js';

/** Roles outside Teams, who can always be named. */
export const who = { ib: 'role:ib-er', juf: 'person:p-juf', casemanager: 'role:casemanager', koo: 'role:koo', jgz: 'role:jeugdverpleegkundige', ouders: 'role:ouders' } as const;

/** As if the form was drawn just now. */
const NOW = 999;

export function levels(leervraag = 'enkelvoudig', leefvraag = 'enkelvoudig'): CaseCommand {
  return { type: 'set-levels', leervraag, leefvraag };
}
export function goals(changes: Partial<CommandOf<'set-goals'>> = {}): CaseCommand {
  return { type: 'set-goals', seen: NOW, onderwijs: [{ id: 'g1', textId: 't-g1' }], zorg: [{ id: 'g2', textId: 't-g2' }], ...changes };
}
export function action(changes: Partial<CommandOf<'add-action'>> = {}): CaseCommand {
  return { type: 'add-action', action: 'a1', textId: 't-a1', who: who.juf, on: '2026-12-18', ...changes };
}
export function responsible(changes: Partial<CommandOf<'set-responsible'>> = {}): CaseCommand {
  return { type: 'set-responsible', seen: NOW, onderwijs: who.ib, zorg: who.koo, ...changes };
}
export function regie(changes: Partial<CommandOf<'set-regie'>> = {}): CaseCommand {
  return { type: 'set-regie', seen: NOW, who: who.juf, contactSchool: who.ib, contactGemeente: who.casemanager, ...changes };
}
export function adopt(changes: Partial<CommandOf<'adopt-plan'>> = {}): CaseCommand {
  return { type: 'adopt-plan', seen: NOW, plan: 'plan-1', evaluateOn: '2027-01-18', ...changes };
}
export function evaluate(changes: Partial<CommandOf<'record-evaluation'>> = {}): CaseCommand {
  return {
    type: 'record-evaluation', evaluation: 'e1', plan: 'plan-1', on: '2027-01-18', outcome: 'doorgaan', reasonId: 't-waarom',
    contactSchool: true, contactGemeente: true, parents: true, jeugdige: false, others: [], nextOn: '2027-03-15', ending: '', ...changes,
  };
}

/** A draft in which all four parts stand: an enkelvoudige leefvraag, so onderwijs has the procesregie. */
export const drafted: readonly Said[] = [
  [juf, open({ step: 'plan' })], [juf, levels()], [juf, goals()], [juf, action()], [juf, responsible()], [juf, regie()],
];
export const adopted: readonly Said[] = [...drafted, [juf, adopt()]];
/** The day of the evaluation, in the afternoon. */
export const EVALUATION = '2027-01-18T14:00:00.000Z';
export const due: Said[1] = { type: 'evaluation-due' };
export const time = clock;
