import type { CaseCommand } from '../../src/case/commands.js';
import { decideCase } from '../../src/case/decide.js';
import type { Actor, Decision } from '../../src/case/decision.js';
import type { CaseEvent, RecordedCaseEvent } from '../../src/case/events.js';
import type { RefusalId } from '../../src/case/refusals.js';
import { caseState } from '../../src/case/evolve.js';
import type { CaseState } from '../../src/case/state.js';
import type { Route } from '../../src/route/model.js';

/** People round a case, as the channel names them. */
export const juf: Actor = { person: 'p-juf', role: 'leerkracht', organisation: 'De Proefschool' };
export const ib: Actor = { person: 'p-ib', role: 'ib-er', organisation: 'De Proefschool' };
export const jgz: Actor = { person: 'p-jgz', role: 'jeugdverpleegkundige', organisation: 'GGD' };
export const regievoerder: Actor = { person: 'p-regie', role: 'regievoerder', organisation: 'Bestuur' };
export const punt: Actor = { person: 'p-punt', role: 'stagnatiepunt', organisation: 'Gemeente' };
export const punt2: Actor = { person: 'p-punt2', role: 'stagnatiepunt', organisation: 'Gemeente' };
export const outsider: Actor = { person: 'p-vreemd', role: 'leerkracht', organisation: 'Elders' };
export const clock = null;

/** Monday morning, nine o'clock in the Netherlands. */
export const MONDAY = '2026-11-23T08:00:00.000Z';

export type Said = readonly [actor: Actor | null, command: CaseCommand, now?: string];

export interface Story {
  readonly state: CaseState | undefined;
  readonly events: readonly RecordedCaseEvent[];
  /** What the last command led to. */
  readonly last: Decision;
}

/** Plays commands on a case, one after the other. A refused one changes nothing. */
export function play(route: Route, ...said: readonly Said[]): Story {
  let events: readonly RecordedCaseEvent[] = [];
  let last: Decision = { kind: 'events', events: [] };
  let now = MONDAY;
  for (const [actor, command, moment] of said) {
    now = moment ?? now;
    last = decideCase(caseState(events), command, { route, now, actor, history: events });
    if (last.kind === 'events') events = [...events, ...last.events.map((event) => recorded(event, now, actor))];
  }
  return { state: caseState(events), events, last };
}

export function recorded(event: CaseEvent, at: string, actor: Actor | null): RecordedCaseEvent {
  return { ...event, at, actor: actor?.person ?? null };
}

/** The types of the events of a decision, or the id of the refusal. */
export function outcomeOf(decision: Decision): readonly CaseEvent['type'][] | RefusalId {
  return decision.kind === 'events' ? decision.events.map((event) => event.type) : decision.refusal.id;
}

export function open(changes: Partial<Extract<CaseCommand, { type: 'open' }>> = {}): CaseCommand {
  return { type: 'open', code: 'K0001', region: 'midden-groningen', step: 'signaal', ageBand: 'onder-12', borderMonth: '', answers: {}, ...changes };
}
export function refer(changes: Partial<Extract<CaseCommand, { type: 'refer' }>> = {}): CaseCommand {
  return { type: 'refer', person: ib.person, role: ib.role, organisation: ib.organisation, ...changes };
}
export function gezag(...who: readonly string[]): CaseCommand {
  return { type: 'record-gezag', who };
}
export function consent(who: string, changes: Partial<Extract<CaseCommand, { type: 'record-consent' }>> = {}): CaseCommand {
  return { type: 'record-consent', recipients: ['jgz'], who, status: 'gegeven', how: 'mondeling', on: '2026-11-20', ...changes };
}

export const invitees = {
  koo: { key: 'role:koo', personId: null, role: 'koo', organisation: '' },
  jgz: { key: 'person:p-jgz', personId: jgz.person, role: jgz.role, organisation: jgz.organisation },
  casemanager: { key: 'role:casemanager', personId: null, role: 'casemanager', organisation: '' },
  directie: { key: 'person:p-dir', personId: 'p-dir', role: 'directie', organisation: 'De Proefschool' },
  directieElders: { key: 'person:p-dir2', personId: 'p-dir2', role: 'directie', organisation: 'De Andere School' },
} as const;

export function mdo(changes: Partial<Extract<CaseCommand, { type: 'plan-mdo' }>> = {}): CaseCommand {
  return {
    type: 'plan-mdo', mdo: 'm1', instead: '', purposeId: 't1', hasPurpose: true, date: '2026-12-01', time: '14:30', others: [], closest: '',
    leervraag: 'enkelvoudig', leefvraag: 'enkelvoudig', invitees: [invitees.jgz, invitees.directie], parents: true, jeugdige: false, told: true, ...changes,
  };
}
export function reply(changes: Partial<Extract<CaseCommand, { type: 'answer-mdo' }>> = {}): CaseCommand {
  return { type: 'answer-mdo', mdo: 'm1', invitee: invitees.jgz.key, answer: 'komt', options: [], proposal: '', noteId: null, substitute: null, ...changes };
}

/** A case of somebody under 12 with an MDO to which the JGZ and the directie are invited. */
export const planned: readonly Said[] = [[juf, open()], [juf, gezag('moeder')], [juf, consent('moeder')], [juf, mdo()]];
