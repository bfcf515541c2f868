import { describe, expect, it } from 'vitest';
import { askAgainAt, remindAt } from '../../src/case/plan/evaluation-days.js';
import { revisionDue } from '../../src/case/plan/progress.js';
import { juf, outcomeOf, outsider, play, type Said } from '../support/case.js';
import { adopt, adopted, due, evaluate, EVALUATION, goals, levels, regie, time, who } from '../support/plan.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const held = (changes: Parameters<typeof evaluate>[0] = {}): readonly Said[] => [...adopted, [juf, evaluate(changes), EVALUATION]];

describe('before an evaluation', () => {
  const { state: running } = play(route, ...adopted);
  it.each([
    ['2027-01-18', '2027-01-11T08:00:00.000Z'],
    ['2027-01-20', '2027-01-13T08:00:00.000Z'],
    ['2027-07-05', '2027-06-28T07:00:00.000Z'],
    // Before the kerstvakantie (19 December to 3 January) for one just after it.
    ['2027-01-06', '2026-12-16T08:00:00.000Z'],
  ])('the reminder of %s comes five school days ahead, at nine in the morning', (on, at) => {
    expect(running && remindAt(route, running, on)).toBe(at);
  });
  it('and the question afterwards when five have passed', () => {
    expect(running && askAgainAt(route, running, '2027-01-18')).toBe('2027-01-26T08:00:00.000Z');
    expect(running && askAgainAt(route, running, '2026-12-17')).toBe('2027-01-08T08:00:00.000Z');
  });
  it('is said once, and once more when the day passed', () => {
    const ahead: Said = [time, due, '2027-01-11T08:00:00.000Z'];
    expect(outcomeOf(play(route, ...adopted, [time, due, '2027-01-11T07:59:00.000Z']).last)).toEqual([]);
    expect(outcomeOf(play(route, ...adopted, ahead).last)).toEqual(['EvaluationReminded']);
    expect(outcomeOf(play(route, ...adopted, ahead, ahead).last)).toEqual([]);
    const after: Said = [time, due, '2027-01-26T08:00:00.000Z'];
    expect(outcomeOf(play(route, ...adopted, ahead, [time, due, '2027-01-25T08:00:00.000Z']).last)).toEqual([]);
    expect(outcomeOf(play(route, ...adopted, ahead, after).last)).toEqual(['EvaluationReminded']);
    expect(outcomeOf(play(route, ...adopted, ahead, after, after).last)).toEqual([]);
  });
  it('a timer that is very late says it once', () => {
    const late: Said = [time, due, '2027-05-01T08:00:00.000Z'];
    expect(outcomeOf(play(route, ...adopted, late).last)).toEqual(['EvaluationReminded']);
    expect(outcomeOf(play(route, ...adopted, late, late).last)).toEqual([]);
  });
  it('nothing goes to the stagnatiepunt by silence: there is no term (N-17)', () => {
    const { state } = play(route, ...adopted, [time, due, '2028-01-01T08:00:00.000Z'], [time, { type: 'term-passed' }], [time, { type: 'grace-passed' }]);
    expect(state?.stagnation).toBeNull();
  });
  it('only time can say so; a closed case or one without a plan is left alone', () => {
    expect(outcomeOf(play(route, ...adopted, [juf, due]).last)).toBe('unknown-button');
    expect(outcomeOf(play(route, ...adopted, [juf, { type: 'close', ending: 'niet-nodig' }], [time, due, EVALUATION]).last)).toBe('case-closed');
    expect(outcomeOf(play(route, ...adopted.slice(0, -1), [time, due, EVALUATION]).last)).toEqual([]);
  });
});

describe('an evaluation', () => {
  it('goes on: who was there, why, and when the next one is', () => {
    const { last, state } = play(route, ...held({ others: ['role:koo'] }));
    expect(outcomeOf(last)).toEqual(['EvaluationHeld']);
    expect(state?.evaluations).toEqual([{
      id: 'e1', on: '2027-01-18', outcome: 'doorgaan', reasonId: 't-waarom', present: [who.ib, who.casemanager, 'role:koo'], parents: true, jeugdige: false, nextOn: '2027-03-15', entry: state?.entries,
    }]);
    expect(state?.plan).toMatchObject({ evaluateOn: '2027-03-15', remindedAt: null });
    expect(state && revisionDue(state)).toBeUndefined();
  });
  it('starts its reminders anew', () => {
    const reminded: readonly Said[] = [...adopted, [time, due, '2027-01-11T08:00:00.000Z'], [juf, evaluate(), EVALUATION]];
    expect(outcomeOf(play(route, ...reminded, [time, due, '2027-03-08T08:00:00.000Z']).last)).toEqual(['EvaluationReminded']);
  });
  it.each([[false, true, 'school'], [true, false, 'gemeente'], [false, false, 'school']])('without a contactpersoon it is none (S3-07): %s %s', (contactSchool, contactGemeente, missing) => {
    const { last } = play(route, ...held({ contactSchool, contactGemeente }));
    expect(outcomeOf(last)).toBe('evaluation-contacts');
    expect(last.kind === 'refused' && last.refusal.text).toContain(`Nog niet aangevinkt: de contactpersoon van ${missing === 'gemeente' ? 'de ' : ''}${missing}.`);
  });
  it.each(['bijstellen', 'opschalen', 'afschalen'])('%s leads to the draft, filled with the plan, to be adopted again', (outcome) => {
    const { state } = play(route, ...held({ outcome }));
    expect(state && revisionDue(state)?.outcome).toBe(outcome);
    expect(state?.draft).toMatchObject({ goals: { onderwijs: [{ id: 'g1' }] }, actions: [{ id: 'a1' }], regie: { who: who.juf, contactSchool: who.ib } });
    const again = play(route, ...held({ outcome }), [juf, adopt({ plan: 'plan-2', evaluateOn: '2027-03-15' })]);
    expect(again.state?.plan).toMatchObject({ id: 'plan-2', evaluateOn: '2027-03-15' });
    expect(again.state && revisionDue(again.state)).toBeUndefined();
  });
  it('what somebody had begun to change in the draft is not thrown away', () => {
    const begun: Said = [juf, goals({ zorg: [{ id: 'g9', textId: 't-g9' }] }), '2027-01-02T08:00:00.000Z'];
    const { state } = play(route, ...adopted, begun, [juf, evaluate({ outcome: 'bijstellen' }), EVALUATION]);
    expect(state?.draft.goals.zorg).toEqual([{ id: 'g9', textId: 't-g9' }]);
  });
  it('opschalen by a leefvraag: the matrix decides anew', () => {
    const story = [...held({ outcome: 'opschalen' }), [juf, levels('enkelvoudig', 'complex')] as Said];
    expect(outcomeOf(play(route, ...story, [juf, adopt({ plan: 'plan-2', evaluateOn: '2027-03-15' })]).last)).toBe('plan-incomplete');
    expect(outcomeOf(play(route, ...story, [juf, regie({ who: who.casemanager })]).last)).toEqual(['RegieSet']);
  });
  it('afsluiten closes the case with the same reason, and asks for no next day', () => {
    const { last, state } = play(route, ...held({ outcome: 'afsluiten', nextOn: '', ending: 'doelen-bereikt' }));
    expect(outcomeOf(last)).toEqual(['EvaluationHeld', 'CaseClosed']);
    expect(state).toMatchObject({ closed: { ending: 'doelen-bereikt', reasonId: 't-waarom' }, plan: { evaluateOn: null } });
    expect(outcomeOf(play(route, ...held({ outcome: 'afsluiten', nextOn: '' })).last)).toBe('choose-ending');
  });
  it('afsluiten waits while the stagnatiepunt is asked to help', () => {
    const stuck: Said = [juf, { type: 'stuck', kind: 'samenwerking', parentsKnow: true }, EVALUATION];
    expect(outcomeOf(play(route, ...adopted, stuck, [juf, evaluate({ outcome: 'afsluiten', nextOn: '', ending: 'doelen-bereikt' })]).last)).toBe('still-stuck');
  });
  it('is recorded once for a day, by somebody who takes part', () => {
    expect(outcomeOf(play(route, ...held(), [juf, evaluate({ evaluation: 'e2' })]).last)).toBe('evaluation-recorded');
    expect(outcomeOf(play(route, ...adopted, [outsider, evaluate(), EVALUATION]).last)).toBe('not-a-participant');
  });
});
