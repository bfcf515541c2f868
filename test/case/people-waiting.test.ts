import { describe, expect, it } from 'vitest';
import type { CaseEvent, RecordedCaseEvent } from '../../src/case/events.js';
import { caseState } from '../../src/case/evolve.js';
import { waitingFor } from '../../src/case/people/waiting.js';
import type { CaseState } from '../../src/case/state.js';
import { consent, ib, invitees, jgz, juf, MONDAY, open, play, planned, punt, recorded, refer, type Said } from '../support/case.js';
import { answered, duo, invite, offer, withJgz } from '../support/people.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const key = (person: string) => `person:${person}`;
const opened: Said = [juf, open()];

/** The case after these commands, and then these events as another subject's commands would leave them. */
function after(story: readonly Said[], events: readonly CaseEvent[] = [], at = MONDAY, by = juf): CaseState {
  const all: readonly RecordedCaseEvent[] = [...play(route, ...story).events, ...events.map((event) => recorded(event, at, by))];
  const state = caseState(all);
  if (!state) throw new Error('no case');
  return state;
}
const waits = (state: CaseState, person: string, now = MONDAY) => waitingFor(route, state, person, now).map(({ what, until, card, view }) => [what, until, card, view]);

const plan: readonly CaseEvent[] = [
  { type: 'ActionAdded', data: { action: 'a1', textId: 't1', role: 'leerkracht', by: key(juf.person), on: '2026-12-10' } },
  { type: 'ActionAdded', data: { action: 'a2', textId: 't2', role: 'ib-er', by: key(ib.person), on: '2026-12-05' } },
  { type: 'ResponsibilitySet', data: { onderwijs: key(juf.person), zorg: null } },
  { type: 'RegieSet', data: { regie: 'onderwijs', who: key(juf.person), contactSchool: key(juf.person), contactGemeente: 'role:koo' } },
  { type: 'PlanAdopted', data: { plan: 'p1', mdo: null, evaluateOn: '2027-01-11' } },
];

describe('what waits', () => {
  it('nothing, in a case that was just opened', () => {
    expect(waits(after([opened]), juf.person)).toEqual([]);
  });
  it('the question how it stands, for the holder and for the other of a duo', () => {
    const state = after([opened, [juf, invite(duo, { duo: true })], [juf, refer()]], [{ type: 'HolderAsked', data: { step: 'signaal', asked: juf.person, graceUntil: '2026-11-30T08:00:00.000Z' } }]);
    for (const person of [juf.person, duo.person]) expect(waits(state, person)).toEqual([['hoe-staat-het', '2026-11-30', 'case', 'term']]);
    expect(waits(state, ib.person)).toEqual([]);
  });
  it('a question to take over, for the receiver, while the gate is open', () => {
    expect(waits(after([opened, [juf, offer(ib)]]), ib.person)).toEqual([['overdracht', null, 'handover', 'case']]);
    const agreed: readonly Said[] = [...withJgz.slice(0, 3), [juf, offer(jgz)]];
    expect(waits(after(agreed), jgz.person)).toEqual([['overdracht', null, 'handover', 'case']]);
    expect(waits(after([...agreed, [juf, consent('moeder', { status: 'ingetrokken', on: '2026-11-23' })]]), jgz.person)).toEqual([]);
    expect(waits(after([...agreed, [jgz, answered('accept-handover')]]), jgz.person)).toEqual([]);
  });
  it('an invitation without an answer, until the day is over', () => {
    expect(waits(after([...planned]), jgz.person)).toEqual([['mdo-uitnodiging', '2026-12-01', 'invitation', 'case']]);
    expect(waits(after([...planned]), jgz.person, '2026-12-02T08:00:00.000Z')).toEqual([]);
    expect(waits(after([...planned], [{ type: 'MdoCancelled', data: { mdo: 'm1', reason: 'niet-nodig' } }]), jgz.person)).toEqual([]);
  });
  it('for the organiser a moment to choose when all have answered, who was there afterwards, and then the plan', () => {
    const base = after([...planned]);
    const options = [{ id: 'o1', date: '2026-12-08', time: '09:00' }, { id: 'o2', date: '2026-12-03', time: '09:00' }];
    const state: CaseState = { ...base, mdo: base.mdo && { ...base.mdo, date: '', options } };
    expect(waits(state, juf.person)).toEqual([]);
    const reply = { answer: 'komt', options: ['o1'], proposal: null, noteId: null, by: null } as const;
    const all: CaseState = { ...state, mdo: state.mdo && { ...state.mdo, invitees: state.mdo.invitees.map((one) => ({ ...one, answer: reply })) } };
    expect(waits(all, juf.person)).toEqual([['mdo-moment', '2026-12-03', 'case', 'mdo']]);
    expect(waits(base, juf.person, '2026-12-02T08:00:00.000Z')).toEqual([['mdo-geweest', null, 'case', 'mdo']]);
    const held = after([...planned], [{ type: 'MdoHeld', data: { mdo: 'm1', present: [invitees.jgz.key], parents: true, jeugdige: false } }], '2026-12-01T14:00:00.000Z');
    expect(waits(held, juf.person, '2026-12-02T08:00:00.000Z')).toEqual([['plan-vastleggen', null, 'case', 'plan']]);
  });
  it('own actions of the plan with their day, until they are done', () => {
    const state = after([opened, [juf, refer()]], plan);
    expect(waits(state, ib.person)).toEqual([['actie', '2026-12-05', 'case', 'plan']]);
    expect(waits(after([opened, [juf, refer()]], [...plan, { type: 'ActionDone', data: { action: 'a2' } }]), ib.person)).toEqual([]);
  });
  it('the evaluation, from a week before its day', () => {
    const state = after([opened], plan);
    expect(waits(state, juf.person, '2027-01-03T08:00:00.000Z').map(([what]) => what)).toEqual(['actie']);
    expect(waits(state, juf.person, '2027-01-04T08:00:00.000Z')).toContainEqual(['evaluatie', '2027-01-11', 'case', 'plan']);
  });
  it('consent that I asked for', () => {
    const state = after([opened], [{ type: 'ConsentRecorded', data: { sender: 'school', recipient: 'jgz', purpose: 'betrekken', who: 'moeder', status: 'gevraagd', how: 'mondeling', on: '2026-11-20', until: null, matrix: 'x' } }]);
    expect(waits(state, juf.person)).toEqual([['toestemming', null, 'case', 'consent']]);
    expect(waitingFor(route, state, juf.person, MONDAY)[0]?.since).toBe('2026-11-20T08:00:00.000Z');
  });
  it('a nudge, until something is recorded; and what I claimed', () => {
    const stuck: readonly Said[] = [opened, [juf, { type: 'stuck', kind: 'beide', parentsKnow: true }], [punt, { type: 'claim' }]];
    const nudged = after(stuck, [{ type: 'RoleNudged', data: { person: juf.person } }], MONDAY, punt);
    expect(waits(nudged, juf.person)).toEqual([['vraag-stagnatiepunt', null, 'case', 'term']]);
    expect(waits(nudged, punt.person)).toEqual([['stagnatie', null, 'stagnation-contact', 'case']]);
    expect(waits(after([...stuck, [juf, { type: 'runs-again' }]]), juf.person)).toEqual([]);
  });
});

it('a place that is handed over takes along what the plan and its draft say of it, and the outsiders', () => {
  const draft: CaseEvent = { type: 'RegieSet', data: { regie: 'onderwijs', who: key(juf.person), contactSchool: key(juf.person), contactGemeente: 'role:koo' } };
  const moved: readonly CaseEvent[] = [
    ...plan, draft, { type: 'OutsiderJoined', data: { key: 'out:1', role: 'directie', nameId: null, sender: 'school' } },
    { type: 'HandoverOffered', data: { handover: 'h1', what: 'plek', from: juf.person, to: ib.person, toRole: 'ib-er', toOrganisation: ib.organisation, sender: null, reason: 'weg' } },
    { type: 'HandoverAccepted', data: { handover: 'h1' } },
  ];
  const state = after([[juf, open()]], moved);
  expect(JSON.stringify([state.plan, state.draft, state.outsiders, state.people, state.owner, state.step])).not.toContain(juf.person);
  expect(state.plan).toMatchObject({ who: key(ib.person), contactSchool: key(ib.person), responsible: { onderwijs: key(ib.person) } });
});
