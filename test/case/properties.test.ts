import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNo } from '../../src/case/consent/answers.js';
import { ageOn, consentOn } from '../../src/case/consent/age.js';
import { gateFor, type Sharing } from '../../src/case/consent/gate.js';
import { caseEventSchema, type CaseEvent } from '../../src/case/events.js';
import { caseState, evolveCase } from '../../src/case/evolve.js';
import { seatOf } from '../../src/case/people/circle.js';
import type { CaseState } from '../../src/case/state.js';
import { dayOf } from '../../src/case/time.js';
import { route, run, turns } from '../support/any-command.js';
import { punt, punt2, regievoerder } from '../support/case.js';

type Type = CaseEvent['type'];

/** TOE-06 and TOE-03 by hand, for a school that shares with the JGZ or the KOO. */
function schoolMay(state: CaseState, recipient: string, day: string): boolean {
  const { ledger, ageBand } = consentOn(state, day);
  const said = (who: string) => ledger.find((entry) => entry.sender === 'school' && entry.recipient === recipient && entry.purpose === 'betrekken' && entry.who === who)?.status;
  const yes = (who: string) => said(who) === 'gegeven';
  const parents = state.gezag.length > 0 && state.gezag.every(yes);
  if (ageBand === '18-plus') return yes('jeugdige') || said('jeugdige') === 'ouders-erbuiten';
  if (ageBand === '16-17') return said('jeugdige') === 'ouders-erbuiten' || (yes('jeugdige') && parents);
  return parents && (ageBand === 'onder-12' || recipient === 'koo' || yes('jeugdige'));
}

function sharingsOf(...states: readonly CaseState[]): readonly Sharing[] {
  const all = states.flatMap(({ ledger }) => ledger.map(({ sender, recipient, purpose }) => ({ sender, recipient, purpose })));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

describe('whatever anybody does, in whatever order', () => {
  it('no invitation is planned, and nobody of another side takes part, through a closed gate', () => {
    let plans = 0;
    let joined = 0;
    fc.assert(fc.property(turns, (list) => {
      for (const { before, after, events, at } of run(list)) {
        if (!before || !after || events.length === 0) continue;
        const day = dayOf(at);
        for (const one of after.people) {
          if (one.sender === null || before.people.some(({ person }) => person === one.person)) continue;
          joined += 1;
          expect(seatOf(route, after, one.person, day)?.kind, `${one.role} from ${one.sender}`).toBe('open');
        }
        for (const event of events) {
          if (event.type !== 'MdoPlanned') continue;
          plans += 1;
          for (const { recipient } of event.data.invitees) {
            expect(gateFor(route, before, { sender: event.data.sender, recipient, purpose: 'betrekken' }, day).open).toBe(true);
            if (event.data.sender === 'school' && (recipient === 'jgz' || recipient === 'koo')) expect(schoolMay(before, recipient, day)).toBe(true);
          }
        }
      }
    }), { numRuns: 1800 });
    // The property says something: plans did go out, and people came.
    expect(plans).toBeGreaterThan(30);
    expect(joined).toBeGreaterThan(30);
  });

  it('a gate opens by an answer, by who has gezag, or by a border that the child passed, and by nothing else', () => {
    const opens: readonly Type[] = ['ConsentRecorded', 'GezagRecorded', 'EntryStruck'];
    let opened = 0;
    fc.assert(fc.property(turns, (list) => {
      for (const { before, after, events, at } of run(list)) {
        if (!before || !after || events.length === 0) continue;
        const by = events.some((event) => opens.includes(event.type) && event.actor !== null);
        for (const sharing of sharingsOf(before, after)) {
          // On the same day before and after: what a border changes counts already without its event.
          if (gateFor(route, before, sharing, dayOf(at)).open || !gateFor(route, after, sharing, dayOf(at)).open) continue;
          opened += 1;
          expect(by, events.map((event) => event.type).join()).toBe(true);
        }
      }
    }), { numRuns: 400 });
    expect(opened).toBeGreaterThan(50);
  });

  it('nothing is ever recorded of an outsider, and from a closed seat nothing but what stops', () => {
    const helping: readonly Type[] = [
      'StagnationClaimed', 'StagnationReleased', 'StagnationClosed', 'StepStarted', 'RoleNudged', 'MdoProposed', 'StagnationParentsTold', 'Escalated', 'RiskMarked', 'OfferProgressed', 'RiskEnded', 'PersonJoined',
    ];
    const answering: readonly Type[] = ['HandoverAccepted', 'HandoverEnded', 'PersonReplaced', 'PersonJoined', 'PersonLeft', 'HolderSet', 'StepStarted'];
    const stopping: readonly Type[] = ['ConsentRecorded', 'PersonLeft', 'HandoverEnded', 'DuoEnded', 'HolderSet', 'MdoAnswered', 'StagnationParentsTold', 'RiskEnded', 'OfferProgressed'];
    fc.assert(fc.property(turns, (list) => {
      for (const { before, events, at } of run(list)) {
        for (const event of events) {
          const by = event.actor;
          if (by === null || !before) continue;
          const seat = seatOf(route, before, by, dayOf(at));
          const invited = event.type === 'MdoAnswered' && before.mdo?.invitees.some((one) => one.personId === by) === true;
          const asked = answering.includes(event.type) && before.handovers.some((one) => one.to === by);
          const helps = [punt.person, punt2.person, regievoerder.person].includes(by) && helping.includes(event.type);
          expect(seat !== undefined || invited || asked || helps, `${event.type} by ${by}`).toBe(true);
          if (seat?.kind !== 'closed' || helps || invited || asked) continue;
          expect(stopping, `${event.type} by ${by}`).toContain(event.type);
          if (event.type === 'ConsentRecorded') expect(isNo(event.data.status)).toBe(true);
        }
      }
    }), { numRuns: 500 });
  });

  it('a closed case changes only by opening it again, or by taking out what was wrong', () => {
    const first: readonly Type[] = ['CaseReopened', 'EntryStruck'];
    fc.assert(fc.property(turns, (list) => {
      for (const { before, events } of run(list)) if (before?.closed && events[0]) expect(first).toContain(events[0].type);
    }), { numRuns: 400 });
  });

  it('danger opens and closes nothing, and nobody but who knows of it ends it', () => {
    fc.assert(fc.property(turns, (list) => {
      for (const { before, after, events, at } of run(list)) {
        if (!before || !after || !events.some((event) => event.type === 'DangerNoted' || event.type === 'DangerEnded')) continue;
        for (const sharing of sharingsOf(before)) expect(gateFor(route, after, sharing, dayOf(at))).toEqual(gateFor(route, before, sharing, dayOf(at)));
        for (const event of events) if (event.type === 'DangerEnded') expect(before.dangers.some((one) => one.id === event.data.danger && [one.by, ...one.knows].includes(event.actor ?? ''))).toBe(true);
      }
    }), { numRuns: 300 });
  });

  it('the same events give the same state, also after they were stored', () => {
    fc.assert(fc.property(turns, (list) => {
      const all = run(list);
      const events = all.flatMap((one) => one.events);
      const stored = events.map(({ type, data, at, actor: who }) => ({ ...caseEventSchema.parse(JSON.parse(JSON.stringify({ type, data }))), at, actor: who }));
      expect(caseState(stored)).toEqual(caseState(events));
      expect(caseState(events)).toEqual(all.at(-1)?.after);
      if (!events.some((event) => event.type === 'EntryStruck')) expect(caseState(events)).toEqual(events.reduce<CaseState | undefined>(evolveCase, undefined));
    }), { numRuns: 200 });
  });

  it('time alone never closes a case and never shares anything', () => {
    const timely: readonly Type[] = [
      'HolderAsked', 'Escalated', 'StagnationRepeated', 'SecondAsked', 'MdoReminded', 'EvaluationReminded', 'AgeBorderPassed', 'ConsentRecorded',
    ];
    let passed = 0;
    fc.assert(fc.property(turns, (list) => {
      for (const { before, after, events } of run(list)) {
        for (const event of events.filter((one) => one.actor === null)) {
          expect(timely).toContain(event.type);
          if (event.type === 'ConsentRecorded') expect(event.data.status).toBe('verlopen');
          if (event.type !== 'AgeBorderPassed' || !before || !after) continue;
          passed += 1;
          // The border counted before its event did: the event only says so.
          expect(ageOn(after, dayOf(event.at))).toEqual(ageOn(before, dayOf(event.at)));
        }
      }
    }), { numRuns: 500 });
    expect(passed).toBeGreaterThan(5);
  });
});
