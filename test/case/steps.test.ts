import { describe, expect, it } from 'vitest';
import { juf, ib, clock, MONDAY, open, outcomeOf, outsider, play, refer, type Said } from '../support/case.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const done = (step: string): Said[1] => ({ type: 'step-done', step });
const wait = (waitFor: string, until: string): Said[1] => ({ type: 'step-waits', waitFor, until });

describe('opening a case', () => {
  it('starts its step with the region\'s werkafspraak', () => {
    const { state, events } = play(route, [juf, open({ answers: { hulpvraag: 'leervraag' } })]);
    expect(events.map((event) => event.type)).toEqual(['CaseOpened', 'StepStarted']);
    expect(state).toMatchObject({ owner: juf.person, ageBand: 'onder-12', answers: { hulpvraag: 'leervraag' }, closed: null });
    expect(state?.people).toEqual([{ ...juf, since: MONDAY }]);
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
    expect(state?.step).toMatchObject({ waiting: { for: 'sociaal-team', until: '2026-12-18' }, dueAt: '2026-12-21T08:00:00.000Z', asked: null });
  });
  it('the timer of the old term is harmless, the one of the waiting asks', () => {
    const story: Said[] = [[juf, open()], [juf, wait('ouders', '2026-12-18')]];
    expect(outcomeOf(play(route, ...story, [clock, { type: 'term-passed' }, '2026-12-08T08:00:00.000Z']).last)).toEqual([]);
    expect(outcomeOf(play(route, ...story, [clock, { type: 'term-passed' }, '2026-12-21T08:00:00.000Z']).last)).toEqual(['HolderAsked']);
  });
  it('until today is fine, and so is half a year', () => {
    expect(outcomeOf(play(route, [juf, open()], [juf, wait('ouders', '2026-11-23')]).last)).toEqual(['StepWaits']);
    expect(outcomeOf(play(route, [juf, open()], [juf, wait('ouders', '2027-05-25')]).last)).toEqual(['StepWaits']);
    expect(outcomeOf(play(route, [juf, open()], [juf, wait('ouders', '2027-05-26')]).last)).toBe('wait-too-long');
  });
});

describe('closing a case', () => {
  it('ends it for everybody', () => {
    const story: Said[] = [[juf, open()], [juf, refer()], [ib, { type: 'close', ending: 'doelen-bereikt' }]];
    const { state } = play(route, ...story);
    expect(state).toMatchObject({ closed: { ending: 'doelen-bereikt', at: MONDAY }, step: { dueAt: null } });
    expect(outcomeOf(play(route, ...story, [juf, done('signaal')]).last)).toBe('case-closed');
  });
  it('is for participants', () => {
    expect(outcomeOf(play(route, [juf, open()], [outsider, { type: 'close', ending: 'niet-nodig' }]).last)).toBe('not-a-participant');
  });
  it('ends a stagnation that never was at the stagnatiepunt', () => {
    const { last, state } = play(route, [juf, open()], [juf, { type: 'stuck', kind: 'plek', parentsKnow: false }], [juf, { type: 'close', ending: 'overgedragen' }]);
    expect(outcomeOf(last)).toEqual(['StagnationClosed', 'CaseClosed']);
    expect(state?.stagnation).toBeNull();
  });
});
