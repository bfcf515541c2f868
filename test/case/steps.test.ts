import { describe, expect, it } from 'vitest';
import { juf, ib, clock, MONDAY, open, outcomeOf, outsider, play, refer, type Said } from '../support/case.js';
import { adopted, levels } from '../support/plan.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const done = (step: string): Said[1] => ({ type: 'step-done', step });
const wait = (waitFor: string, until: string): Said[1] => ({ type: 'step-waits', waitFor, until });

describe('opening a case', () => {
  it('starts its step with the region\'s werkafspraak', () => {
    const { state, events } = play(route, [juf, open({ answers: { hulpvraag: 'leervraag' } })]);
    expect(events.map((event) => event.type)).toEqual(['CaseOpened', 'StepStarted']);
    expect(state).toMatchObject({ owner: juf.person, ageBand: 'onder-12', answers: { hulpvraag: 'leervraag' }, closed: null });
    expect(state?.people).toEqual([{ ...juf, since: MONDAY, sender: null }]);
    expect(state?.step).toMatchObject({ id: 'signaal', holder: juf.person, term: { workingDays: 10, graceDays: 3 }, dueAt: '2026-12-08T08:00:00.000Z' });
  });
  it('may begin at a later step', () => {
    expect(play(route, [juf, open({ step: 'plan' })]).state?.step?.id).toBe('plan');
  });
  it('copies the term: an edited werkafspraak moves no live case', () => {
    const { state } = play(route, [juf, open()]);
    const edited = { ...route, region: { ...route.region, terms: {} } };
    expect(play(edited, [juf, open()]).state?.step?.term).toBeNull();
    expect(state?.step?.term?.setBy).toBe(route.region.terms['signaal']?.setBy);
  });
});

describe('taking a colleague along', () => {
  it('lets the IB\'er take part', () => {
    const { state, last } = play(route, [juf, open()], [juf, refer()]);
    expect(outcomeOf(last)).toEqual(['PersonJoined']);
    expect(state?.people.map((one) => one.person)).toEqual([juf.person, ib.person]);
  });
});

describe('a step that is done', () => {
  it('makes place for the next one, held by the IB\'er who takes part', () => {
    const { state, last } = play(route, [juf, open()], [juf, refer()], [juf, done('signaal')]);
    expect(outcomeOf(last)).toEqual(['StepDone', 'StepStarted']);
    expect(state?.step).toMatchObject({ id: 'triage', holder: ib.person });
  });
  it('stays with its holder when there is no IB\'er', () => {
    expect(play(route, [juf, open()], [juf, done('signaal')]).state?.step).toMatchObject({ id: 'triage', holder: juf.person });
  });
  it('after the plan there is no term any more: the plan has its own evaluation (S3-06)', () => {
    const { state } = play(route, [juf, open({ step: 'plan' })], [juf, done('plan')]);
    expect(state?.step).toMatchObject({ id: 'plan', term: null, dueAt: null });
  });
  it('a triage that found only one kind of question leads to no MDO: that stays on its own side (S3-02)', () => {
    for (const [leervraag, leefvraag] of [['complex', 'geen'], ['geen', 'enkelvoudig'], ['geen', 'complex'], ['geen', 'geen']]) {
      const { last, state } = play(route, [juf, open({ step: 'triage' })], [juf, levels(leervraag, leefvraag)], [juf, done('triage')]);
      expect(outcomeOf(last)).toEqual(['StepDone', 'StepStarted']);
      expect(state?.step).toMatchObject({ id: 'triage', term: null, dueAt: null });
    }
    expect(play(route, [juf, open({ step: 'triage' })], [juf, levels()], [juf, done('triage')]).state?.step).toMatchObject({ id: 'plan' });
    expect(play(route, [juf, open({ step: 'triage' })], [juf, done('triage')]).state?.step).toMatchObject({ id: 'plan' });
  });
  it('is done once: two people who press at the same time do not skip a step', () => {
    const { state, last } = play(route, [juf, open()], [juf, refer()], [juf, done('signaal')], [ib, done('signaal')]);
    expect(outcomeOf(last)).toBe('stale-card');
    expect(state?.step?.id).toBe('triage');
  });
});

describe('a term that passed', () => {
  const passed = '2026-12-08T08:00:00.000Z';
  it('asks the holder first', () => {
    const { state, last } = play(route, [juf, open()], [clock, { type: 'term-passed' }, passed]);
    expect(outcomeOf(last)).toEqual(['HolderAsked']);
    expect(state?.step?.asked).toEqual({ person: juf.person, at: passed, graceUntil: '2026-12-14T08:00:00.000Z' });
    expect(state?.stagnation).toBeNull();
  });
  it('is asked once', () => {
    expect(outcomeOf(play(route, [juf, open()], [clock, { type: 'term-passed' }, passed], [clock, { type: 'term-passed' }]).last)).toEqual([]);
  });
  it('a timer that comes too early or for a step that is over does nothing', () => {
    expect(outcomeOf(play(route, [juf, open()], [clock, { type: 'term-passed' }]).last)).toEqual([]);
    expect(outcomeOf(play(route, [juf, open()], [juf, done('signaal')], [clock, { type: 'term-passed' }, passed]).last)).toEqual([]);
    expect(outcomeOf(play(route, [juf, open()], [juf, { type: 'close', ending: 'niet-nodig' }], [clock, { type: 'term-passed' }, passed]).last)).toBe('case-closed');
  });
  it('a step without a werkafspraak has none, ever (N-17)', () => {
    const bare = { ...route, region: { ...route.region, terms: {} } };
    const { last, state } = play(bare, [juf, open()], [clock, { type: 'term-passed' }, '2029-01-01T08:00:00.000Z'], [clock, { type: 'grace-passed' }]);
    expect(outcomeOf(last)).toEqual([]);
    expect(state?.stagnation).toBeNull();
  });
  it('nobody but time can say so', () => {
    expect(outcomeOf(play(route, [juf, open()], [juf, { type: 'term-passed' }, passed]).last)).toBe('unknown-button');
    expect(outcomeOf(play(route, [juf, open()], [juf, { type: 'grace-passed' }, passed]).last)).toBe('unknown-button');
  });
});

describe('waiting', () => {
  it('is a normal state (N-16): the holder is asked again after that day', () => {
    const { state, last } = play(route, [juf, open()], [clock, { type: 'term-passed' }, '2026-12-08T08:00:00.000Z'], [juf, wait('sociaal-team', '2026-12-18')]);
    expect(outcomeOf(last)).toEqual(['StepWaits']);
    expect(state?.step).toMatchObject({ waiting: { for: 'sociaal-team', until: '2026-12-18' }, dueAt: '2027-01-04T08:00:00.000Z', asked: null });
  });
  it('the timer of the old term is harmless, the one of the waiting asks', () => {
    const story: Said[] = [[juf, open()], [juf, wait('ouders', '2026-12-18')]];
    expect(outcomeOf(play(route, ...story, [clock, { type: 'term-passed' }, '2026-12-08T08:00:00.000Z']).last)).toEqual([]);
    expect(outcomeOf(play(route, ...story, [clock, { type: 'term-passed' }, '2027-01-04T08:00:00.000Z']).last)).toEqual(['HolderAsked']);
  });
  it('in a step without a term is asked after that day too, and never goes to the stagnatiepunt (N-17)', () => {
    const bare = { ...route, region: { ...route.region, terms: {} } };
    const story: readonly Said[] = [[juf, open()], [juf, wait('werkvoorraad', '2026-12-18')], [clock, { type: 'term-passed' }, '2027-01-04T08:00:00.000Z']];
    expect(outcomeOf(play(bare, ...story).last)).toEqual(['HolderAsked']);
    expect(play(bare, ...story).state?.step?.asked).toMatchObject({ person: juf.person, graceUntil: '' });
    expect(outcomeOf(play(bare, ...story, [clock, { type: 'grace-passed' }, '2029-01-01T08:00:00.000Z']).last)).toEqual([]);
  });
  it('in the werkvoorraad of the sociaal team is a normal place, with a day to look again', () => {
    const { state } = play(route, [juf, open({ step: 'triage' })], [juf, wait('werkvoorraad', '2027-03-01')]);
    expect(state).toMatchObject({ step: { waiting: { for: 'werkvoorraad', until: '2027-03-01' }, asked: null }, stagnation: null });
    expect(outcomeOf(play(route, [juf, open({ step: 'triage' })], [juf, wait('werkvoorraad', '2027-03-01')], [clock, { type: 'term-passed' }, '2027-02-26T08:00:00.000Z']).last)).toEqual([]);
  });
  it('until today is fine, and so is half a year', () => {
    expect(outcomeOf(play(route, [juf, open()], [juf, wait('ouders', '2026-11-23')]).last)).toEqual(['StepWaits']);
    expect(outcomeOf(play(route, [juf, open()], [juf, wait('ouders', '2027-05-25')]).last)).toEqual(['StepWaits']);
    expect(outcomeOf(play(route, [juf, open()], [juf, wait('ouders', '2027-05-26')]).last)).toBe('wait-too-long');
  });
});

describe('closing a case', () => {
  it('ends it for everybody', () => {
    const story: Said[] = [[juf, open()], [juf, refer()], [ib, { type: 'close', ending: 'doelen-bereikt', reasonId: 't-waarom' }]];
    const { state } = play(route, ...story);
    expect(state).toMatchObject({ closed: { ending: 'doelen-bereikt', at: MONDAY, reasonId: 't-waarom' }, step: { dueAt: null } });
    expect(outcomeOf(play(route, ...story, [juf, done('signaal')]).last)).toBe('case-closed');
  });
  it('is for participants', () => {
    expect(outcomeOf(play(route, [juf, open()], [outsider, { type: 'close', ending: 'niet-nodig' }]).last)).toBe('not-a-participant');
  });
  it('ends a stagnation that never was at the stagnatiepunt', () => {
    const { last, state } = play(route, [juf, open()], [juf, { type: 'stuck', kind: 'plek', parentsKnow: false }], [juf, { type: 'close', ending: 'overgedragen', reasonId: 't-waarom' }]);
    expect(outcomeOf(last)).toEqual(['StagnationClosed', 'CaseClosed']);
    expect(state?.stagnation).toBeNull();
  });
});

describe('opening a closed case again', () => {
  const closed: readonly Said[] = [[juf, open({ step: 'triage' })], [juf, { type: 'close', ending: 'niet-nodig' }]];
  const reopen: Said[1] = { type: 'reopen', reasonId: 't-weer' };
  const LATER = '2027-03-01T08:00:00.000Z';
  it('goes on at its last step, with its term anew', () => {
    const { last, state } = play(route, ...closed, [juf, reopen, LATER]);
    expect(outcomeOf(last)).toEqual(['CaseReopened', 'StepStarted']);
    expect(state).toMatchObject({ closed: null, reopened: { at: LATER, reasonId: 't-weer' }, step: { id: 'triage', startedAt: LATER, dueAt: '2027-03-23T08:00:00.000Z' } });
    expect(outcomeOf(play(route, ...closed, [juf, reopen, LATER], [juf, done('triage')]).last)).toContain('StepDone');
  });
  it('a plan goes on with its own dates: the step has no term', () => {
    const { state } = play(route, ...adopted, [juf, { type: 'close', ending: 'niet-nodig' }], [juf, reopen, LATER]);
    expect(state).toMatchObject({ closed: null, step: { id: 'plan', term: null, dueAt: null }, plan: { evaluateOn: '2027-01-18' } });
  });
  it('is for participants, with a reason, and once', () => {
    expect(outcomeOf(play(route, ...closed, [outsider, reopen]).last)).toBe('not-a-participant');
    expect(outcomeOf(play(route, ...closed, [juf, { type: 'reopen', reasonId: '' }]).last)).toBe('reason-needed');
    expect(outcomeOf(play(route, ...closed, [juf, reopen], [juf, reopen]).last)).toBe('not-closed');
  });
  it('closing asks why, unless nothing was needed after all', () => {
    expect(outcomeOf(play(route, [juf, open()], [juf, { type: 'close', ending: 'overgedragen' }]).last)).toBe('reason-needed');
    expect(outcomeOf(play(route, [juf, open()], [juf, { type: 'close', ending: 'niet-nodig', reasonId: null }]).last)).toEqual(['CaseClosed']);
  });
});
