import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../src/case/commands.js';
import { gateFor } from '../../src/case/consent.js';
import { decideCase } from '../../src/case/decide.js';
import { caseEndings, caseEventSchema, consentStatuses, people, stuckKinds, stagnationEndings, type RecordedCaseEvent } from '../../src/case/events.js';
import { caseState, evolveCase, type CaseState } from '../../src/case/state.js';
import { ib, invitees, jgz, juf, mdo, MONDAY, outsider, punt, punt2, recorded } from '../support/case.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const days = ['2026-11-20', '2026-11-23', '2026-12-01', '2027-03-01', ''];
const some = fc.constantFrom;
const step = some('signaal', 'triage', 'plan');

const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.record({ type: fc.constant('open' as const), code: fc.constant('K1'), region: fc.constant('midden-groningen'), step, ageBand: some('onder-12', '12-15', '16-17', '18-plus'), answers: fc.constant({}) }),
  fc.constantFrom(ib, jgz).map(({ person, role, organisation }) => ({ type: 'refer' as const, person, role, organisation })),
  step.map((id) => ({ type: 'step-done' as const, step: id })),
  fc.record({ type: fc.constant('step-waits' as const), waitFor: some('ouders', 'jgz'), until: some(...days) }),
  fc.record({ type: fc.constant('stuck' as const), kind: some(...stuckKinds), parentsKnow: fc.boolean() }),
  some<CaseCommand>({ type: 'runs-again' }, { type: 'claim' }, { type: 'term-passed' }, { type: 'grace-passed' }),
  fc.record({ type: fc.constant('close-stagnation' as const), ending: some(...stagnationEndings), noteId: fc.constant(null) }),
  fc.subarray(['moeder', 'vader', 'voogd']).map((who) => ({ type: 'record-gezag' as const, who })),
  fc.record({
    type: fc.constant('record-consent' as const), recipients: fc.subarray(['jgz', 'koo', 'school', 'sociaal-team', 'leerplicht'], { minLength: 1 }),
    who: some(...people), status: some(...consentStatuses), how: fc.constant('mondeling'), on: some(...days),
  }),
  fc.record({
    invitees: fc.subarray([...Object.values(invitees)], { minLength: 1 }), leefvraag: some('enkelvoudig', 'complex', 'geen'), date: some(...days),
    parents: fc.boolean(), jeugdige: fc.boolean(), mdo: some('m1', 'm2'),
  }).map((changes) => mdo(changes)),
  fc.record({
    type: fc.constant('answer-mdo' as const), mdo: some('m1', 'm2'), invitee: some(...Object.values(invitees).map((one) => one.key)),
    answer: some('komt' as const, 'kan-niet' as const, 'ander-moment' as const), proposal: some(...days), noteId: fc.constant(null),
  }),
);
/** A plan with nothing against it but perhaps the gate. */
const plan = some([invitees.jgz, invitees.koo], [invitees.jgz, invitees.directie], [invitees.koo, invitees.casemanager])
  .map((invited) => mdo({ invitees: invited, jeugdige: true, date: '2027-06-01' }));
const close = some(...caseEndings).map((ending): CaseCommand => ({ type: 'close', ending }));
const actor = some(juf, juf, ib, jgz, punt, punt2, outsider, null);
/** How many hours pass before it. */
const turn = fc.record({ actor, command: fc.oneof({ weight: 20, arbitrary: command }, { weight: 5, arbitrary: plan }, { weight: 1, arbitrary: close }), hours: some(0, 0, 1, 30, 200) });
/** Begins with a case that is far enough for something to happen. */
const turns = fc.tuple(some('onder-12', '12-15', '16-17', '18-plus'), fc.array(turn, { maxLength: 30, size: 'max' })).map(([ageBand, rest]) => {
  const first = { actor: juf, hours: 0 };
  return [
    { ...first, command: { type: 'open', code: 'K1', region: 'midden-groningen', step: 'signaal', ageBand, answers: {} } as CaseCommand },
    { ...first, command: { type: 'record-gezag', who: ['moeder'] } as CaseCommand },
    { ...first, command: { type: 'record-consent', recipients: ['jgz', 'koo'], who: 'moeder', status: 'gegeven', how: 'mondeling', on: '2026-11-20' } as CaseCommand },
    ...rest,
  ];
});

interface Happened { readonly before: CaseState | undefined; readonly events: readonly RecordedCaseEvent[] }

function run(list: readonly { actor: (typeof juf) | null; command: CaseCommand; hours: number }[]): Happened[] {
  let state: CaseState | undefined;
  let now = Date.parse(MONDAY);
  return list.map(({ actor: who, command: given, hours }) => {
    now += hours * 3_600_000;
    const moment = new Date(now).toISOString();
    const decision = decideCase(state, given, { route, now: moment, actor: who });
    const events = decision.kind === 'events' ? decision.events.map((event) => recorded(event, moment, who)) : [];
    const before = state;
    state = events.reduce<CaseState | undefined>(evolveCase, state);
    return { before, events };
  });
}

/** TOE-06 and TOE-03 by hand, for a school that shares with the JGZ or the KOO. */
function schoolMay(state: CaseState, recipient: string): boolean {
  const said = (who: string) => state.ledger.find((entry) => entry.sender === 'school' && entry.recipient === recipient && entry.who === who)?.status;
  const yes = (who: string) => said(who) === 'gegeven';
  const parents = state.gezag.length > 0 && state.gezag.every(yes);
  if (state.ageBand === '18-plus') return yes('jeugdige') || said('jeugdige') === 'ouders-erbuiten';
  if (state.ageBand === '16-17') return said('jeugdige') === 'ouders-erbuiten' || (yes('jeugdige') && parents);
  return parents && (state.ageBand === 'onder-12' || recipient === 'koo' || yes('jeugdige'));
}

describe('whatever anybody does, in whatever order', () => {
  it('no invitation is planned through a closed gate', () => {
    let plans = 0;
    fc.assert(fc.property(turns, (list) => {
      for (const { before, events } of run(list)) {
        for (const event of events) {
          if (event.type !== 'MdoPlanned' || !before) continue;
          plans += 1;
          for (const { recipient } of event.data.invitees) {
            expect(gateFor(route, before, { sender: event.data.sender, recipient, purpose: 'betrekken' }).open).toBe(true);
            if (event.data.sender === 'school' && (recipient === 'jgz' || recipient === 'koo')) expect(schoolMay(before, recipient)).toBe(true);
          }
        }
      }
    }), { numRuns: 1500 });
    // The property says something: plans did go out.
    expect(plans).toBeGreaterThan(30);
  });

  it('nothing is ever recorded of an outsider', () => {
    fc.assert(fc.property(turns, (list) => {
      for (const { before, events } of run(list)) {
        for (const event of events) {
          if (event.actor === null || !before) continue;
          const takesPart = before.people.some((one) => one.person === event.actor);
          const invited = event.type === 'MdoAnswered' && before.mdo?.invitees.some((one) => one.personId === event.actor) === true;
          const helps = (event.actor === punt.person || event.actor === punt2.person) && ['StagnationClaimed', 'StagnationClosed', 'StepStarted'].includes(event.type);
          expect(takesPart || invited || helps, `${event.type} by ${event.actor}`).toBe(true);
        }
      }
    }), { numRuns: 500 });
  });

  it('a closed case never changes', () => {
    fc.assert(fc.property(turns, (list) => {
      for (const { before, events } of run(list)) if (before?.closed) expect(events).toEqual([]);
    }), { numRuns: 500 });
  });

  it('the same events give the same state, also after they were stored', () => {
    fc.assert(fc.property(turns, (list) => {
      const events = run(list).flatMap((one) => one.events);
      const stored = events.map(({ type, data, at, actor: who }) => ({ ...caseEventSchema.parse(JSON.parse(JSON.stringify({ type, data }))), at, actor: who }));
      expect(caseState(stored)).toEqual(caseState(events));
      expect(caseState(events)).toEqual(events.reduce<CaseState | undefined>(evolveCase, undefined));
    }), { numRuns: 200 });
  });

  it('time alone never closes anything and never shares anything', () => {
    fc.assert(fc.property(turns, (list) => {
      for (const { events } of run(list)) {
        for (const event of events.filter((one) => one.actor === null)) expect(['HolderAsked', 'Escalated']).toContain(event.type);
      }
    }), { numRuns: 200 });
  });
});

describe('whatever a forged card brings in', () => {
  const odd = fc.oneof(fc.string({ maxLength: 20 }), some('__proto__', 'constructor', 'toString', '9999-12-31', '0000-01-01', '-00001-1-1', '2026-02-30', '\u0000', '😀', 'signaal', 'moeder'));
  /** A code and a role come from us and the register, never from a card. */
  const role = some(...route.roles.keys());
  const texts = fc.array(odd, { maxLength: 3 });
  const invitee = fc.oneof(fc.constant(undefined), fc.record({ key: odd.filter((text) => text !== ''), personId: fc.option(odd), role, organisation: odd }));
  const forged: fc.Arbitrary<CaseCommand> = fc.oneof(
    fc.record({ type: fc.constant('open' as const), code: fc.constant('K1'), region: odd, step: odd, ageBand: odd, answers: fc.dictionary(odd, odd) }),
    fc.record({ type: fc.constant('refer' as const), person: odd.filter((text) => text !== ''), role, organisation: odd }),
    fc.record({ type: fc.constant('step-done' as const), step: odd }),
    fc.record({ type: fc.constant('step-waits' as const), waitFor: fc.oneof(odd, fc.constant('ouders')), until: odd }),
    fc.record({ type: fc.constant('stuck' as const), kind: odd, parentsKnow: fc.boolean() }),
    fc.record({ type: fc.constant('close-stagnation' as const), ending: odd, noteId: fc.option(odd) }),
    fc.record({ type: fc.constant('record-gezag' as const), who: texts }),
    fc.record({ type: fc.constant('record-consent' as const), recipients: fc.oneof(texts, fc.constant(['jgz'])), who: odd, status: odd, how: odd, on: odd }),
    fc.record({ invitees: fc.array(invitee, { maxLength: 4 }), leervraag: odd, leefvraag: odd, date: odd, time: odd }).map((changes) => mdo(changes)),
    fc.record({ invitees: fc.array(invitee, { maxLength: 4 }), date: odd }).map((changes) => mdo(changes)),
    fc.record({ type: fc.constant('answer-mdo' as const), mdo: odd, invitee: odd, answer: fc.constant('ander-moment' as const), proposal: odd, noteId: fc.constant(null) }),
    fc.record({ type: fc.constant('close' as const), ending: odd }),
  );
  it('the decision is a value, never an exception, and holds only what the schema of events knows', () => {
    fc.assert(fc.property(turns, fc.array(fc.record({ actor, command: forged, hours: fc.constant(1) }), { maxLength: 8 }), (list, more) => {
      for (const { events } of run([...list, ...more])) {
        for (const { type, data } of events) expect(caseEventSchema.safeParse({ type, data }).success, type).toBe(true);
      }
    }), { numRuns: 500 });
  });
});
