import { describe, expect, it } from 'vitest';
import { regieOf, levelsOf } from '../../src/case/plan/levels.js';
import { missingIn } from '../../src/case/plan/missing.js';
import { nameable } from '../../src/case/plan/nameable.js';
import { draftDiffers } from '../../src/case/plan/progress.js';
import type { CaseState } from '../../src/case/state.js';
import { consent, gezag, ib, jgz, juf, mdo, MONDAY, open, outcomeOf, outsider, planned, play, refer, type Said } from '../support/case.js';
import { action, adopt, adopted, drafted, goals, levels, regie, responsible, who } from '../support/plan.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const opened: Said = [juf, open({ step: 'plan' })];
const state = (...said: readonly Said[]): CaseState => {
  const found = play(route, ...said).state;
  if (!found) throw new Error('no case');
  return found;
};

describe('leervraag and leefvraag', () => {
  it.each([
    ['enkelvoudig', 'enkelvoudig', 'onderwijs'], ['complex', 'enkelvoudig', 'onderwijs'], ['enkelvoudig', 'complex', 'casemanager'], ['complex', 'complex', 'casemanager'],
    ['enkelvoudig', 'geen', 'onderwijs'], ['complex', 'geen', 'onderwijs'], ['geen', 'enkelvoudig', 'none'], ['geen', 'complex', 'casemanager'], ['geen', 'geen', 'none'],
  ])('%s and %s: %s (RGM-01 to RGM-06)', (leervraag, leefvraag, regieWanted) => {
    expect(regieOf(route, state(opened, [juf, levels(leervraag, leefvraag)]))?.regie).toBe(regieWanted);
  });
  it('the leefvraag alone decides (RGM-05)', () => {
    for (const leefvraag of ['enkelvoudig', 'complex']) {
      const found = ['enkelvoudig', 'complex'].map((leervraag) => regieOf(route, state(opened, [juf, levels(leervraag, leefvraag)]))?.regie);
      expect(new Set(found).size).toBe(1);
    }
  });
  it('said again the same changes nothing', () => {
    expect(outcomeOf(play(route, opened, [juf, levels()], [juf, levels()]).last)).toEqual([]);
  });
  it('the latest word counts: of the triage, or of the MDO that was planned after it', () => {
    expect(levelsOf(state(...planned))).toEqual({ leervraag: 'enkelvoudig', leefvraag: 'enkelvoudig' });
    expect(levelsOf(state(...planned, [juf, levels('complex', 'complex')]))).toEqual({ leervraag: 'complex', leefvraag: 'complex' });
    const before = planned.slice(0, -1);
    expect(levelsOf(state(...before, [juf, levels('complex', 'complex')], [juf, mdo()]))).toEqual({ leervraag: 'enkelvoudig', leefvraag: 'enkelvoudig' });
    expect(levelsOf(state(opened))).toBeNull();
  });
});

describe('who can be named', () => {
  const keys = (...said: readonly Said[]) => nameable(route, state(...said), '2026-11-23').map((one) => one.key);
  it('who takes part, who is invited, the family, roles outside Teams', () => {
    expect(keys(...planned)).toEqual(expect.arrayContaining(['person:p-juf', 'person:p-jgz', 'person:p-dir', 'role:ouders', 'role:jeugdige', 'role:casemanager']));
    expect(keys(opened)).not.toContain('person:p-jgz');
    expect(keys(opened)).not.toContain('role:manager');
  });
  it('naming shares nothing: somebody who is named does not take part by it', () => {
    const { last, state: after } = play(route, ...planned, [juf, action({ who: 'person:p-jgz' })]);
    expect(outcomeOf(last)).toEqual(['ActionAdded']);
    expect(after?.people.map((one) => one.person)).toEqual(['p-juf']);
    expect(outcomeOf(play(route, ...planned, [juf, action({ who: 'person:p-jgz' })], [jgz, goals()]).last)).toBe('not-a-participant');
  });
  it('not the parents of an adult, nor of a jongere who left them out (TOE-10)', () => {
    expect(keys([juf, open({ ageBand: '18-plus' })])).not.toContain('role:ouders');
    const out: readonly Said[] = [[juf, open({ ageBand: '16-17' })], [juf, consent('jeugdige', { status: 'ouders-erbuiten' })]];
    expect(keys(...out)).not.toContain('role:ouders');
    expect(keys(...out)).toContain('role:jeugdige');
    expect(outcomeOf(play(route, ...out, [juf, action({ who: who.ouders })]).last)).toBe('choose-who');
  });
});

describe('the draft', () => {
  it('is filled in part by part, by anyone who takes part, and survives', () => {
    const { state: after } = play(route, opened, [juf, refer()], [ib, levels()], [ib, goals()], [juf, action()], [ib, action({ action: 'a2', who: who.ouders, textId: 't-a2' })]);
    expect(after?.draft).toMatchObject({
      goals: { onderwijs: [{ id: 'g1' }], zorg: [{ id: 'g2' }] },
      actions: [{ id: 'a1', role: 'leerkracht', by: who.juf, on: '2026-12-18', doneAt: null }, { id: 'a2', role: 'ouders', by: null }],
      responsible: null, regie: null,
    });
    expect(after?.plan).toBeNull();
    expect(outcomeOf(play(route, opened, [outsider, goals()]).last)).toBe('not-a-participant');
  });
  it('a side of the goals that did not change stays untouched', () => {
    const { last } = play(route, opened, [juf, goals()], [juf, goals({ zorg: [{ id: 'g3', textId: 't-g3' }] })]);
    expect(last).toMatchObject({ kind: 'events', events: [{ type: 'GoalsSet', data: { side: 'zorg' } }] });
    expect(outcomeOf(play(route, opened, [juf, goals()], [juf, goals()]).last)).toEqual([]);
  });
  it('two people do not write over each other', () => {
    const story: readonly Said[] = [opened, [juf, refer()], [juf, levels()], [juf, goals()]];
    expect(outcomeOf(play(route, ...story, [ib, goals({ seen: 3, zorg: [] })]).last)).toBe('plan-changed');
    expect(outcomeOf(play(route, ...story, [ib, goals({ seen: 5, zorg: [] })]).last)).toBe('plan-changed');
    expect(outcomeOf(play(route, ...story, [ib, goals({ seen: 6, zorg: [] })]).last)).toEqual(['GoalsSet']);
    expect(outcomeOf(play(route, ...drafted, [juf, responsible({ seen: 2, zorg: who.jgz })]).last)).toBe('plan-changed');
    expect(outcomeOf(play(route, ...drafted, [juf, regie({ seen: 2 })]).last)).toBe('plan-changed');
  });
  it('an action can be taken out again', () => {
    expect(state(...drafted, [juf, { type: 'remove-actions', actions: ['a1'] }]).draft.actions).toEqual([]);
  });
  it('enkelvoudig: somebody of the school has the regie, and the contactpersoon of the gemeente is named all the same (C-07)', () => {
    expect(state(...drafted).draft.regie).toEqual({ regie: 'onderwijs', who: who.juf, contactSchool: who.ib, contactGemeente: who.casemanager });
    expect(outcomeOf(play(route, opened, [juf, levels()], [juf, regie({ who: who.casemanager })]).last)).toBe('regie-school');
  });
  it('complex: the sociaal team has the regie and the casemanager answers for the zorgdoelen (S3-04)', () => {
    const complex: readonly Said[] = [opened, [juf, levels('enkelvoudig', 'complex')]];
    expect(outcomeOf(play(route, ...complex, [juf, regie({ who: who.juf })]).last)).toBe('regie-casemanager');
    expect(outcomeOf(play(route, ...complex, [juf, regie({ who: who.casemanager })]).last)).toEqual(['RegieSet']);
    expect(outcomeOf(play(route, ...complex, [juf, responsible({ zorg: who.koo })]).last)).toBe('responsible-casemanager');
    expect(outcomeOf(play(route, ...complex, [juf, responsible({ zorg: who.casemanager })]).last)).toEqual(['ResponsibilitySet']);
  });
  it('where onderwijs has the procesregie the route does not say who carries the zorgdoelen: any name (N-04)', () => {
    for (const zorg of [who.koo, who.jgz, who.ouders, who.juf]) expect(outcomeOf(play(route, opened, [juf, levels()], [juf, responsible({ zorg })]).last)).toEqual(['ResponsibilitySet']);
  });
  it('only an enkelvoudige leefvraag: nobody of the gemeente or the GGD has the regie (PRB-06, S2-09)', () => {
    const single: readonly Said[] = [opened, [juf, levels('geen', 'enkelvoudig')]];
    for (const no of [who.casemanager, who.koo, who.jgz, 'role:leerplichtambtenaar']) expect(outcomeOf(play(route, ...single, [juf, regie({ who: no })]).last), no).toBe('regie-none');
    expect(outcomeOf(play(route, ...single, [juf, regie({ who: who.ouders })]).last)).toEqual(['RegieSet']);
  });
});

describe('the plan', () => {
  it('holds all four parts, and from then on its own dates count', () => {
    const { last, state: after } = play(route, ...adopted);
    expect(outcomeOf(last)).toEqual(['PlanAdopted', 'StepDone', 'StepStarted']);
    expect(after?.plan).toMatchObject({
      id: 'plan-1', mdo: null, adoptedAt: MONDAY, goals: { onderwijs: [{ id: 'g1' }], zorg: [{ id: 'g2' }] }, actions: [{ id: 'a1' }],
      responsible: { onderwijs: who.ib, zorg: who.koo }, regie: 'onderwijs', who: who.juf, evaluateOn: '2027-01-18', remindedAt: null,
    });
    expect(after?.step).toMatchObject({ id: 'plan', term: null, dueAt: null, holder: juf.person });
    expect(after && draftDiffers(after)).toBe(false);
  });
  it('names each part that is missing', () => {
    const { last } = play(route, opened, [juf, adopt()]);
    const text = last.kind === 'refused' ? last.refusal.text : '';
    for (const part of ['Doelen:', 'Acties:', 'Verantwoordelijkheden:', 'Regie:', 'Leervraag en leefvraag:']) expect(text).toContain(part);
  });
  it.each([['Doelen', 2], ['Acties', 3], ['Verantwoordelijkheden', 4], ['Regie', 5]])('without %s it is no plan', (part, at) => {
    const { last } = play(route, ...drafted.filter((_, index) => index !== at), [juf, adopt()]);
    expect(outcomeOf(last)).toBe('plan-incomplete');
    expect(last.kind === 'refused' && last.refusal.text).toContain(`${part}:`);
  });
  it('goals of one side need a name for that side only', () => {
    const story = drafted.map((said, index): Said => (index === 2 ? [juf, goals({ zorg: [] })] : index === 4 ? [juf, responsible({ zorg: '' })] : said));
    expect(outcomeOf(play(route, ...story, [juf, adopt()]).last)).toContain('PlanAdopted');
    const other = drafted.map((said, index): Said => (index === 4 ? [juf, responsible({ zorg: '' })] : said));
    expect(outcomeOf(play(route, ...other, [juf, adopt()]).last)).toBe('plan-incomplete');
  });
  it('is adopted by the owner, the organiser or who is aan zet, as they read it', () => {
    const story = [...drafted, [juf, refer()] as Said];
    expect(outcomeOf(play(route, ...story, [ib, adopt()]).last)).toBe('plan-adopter');
    expect(outcomeOf(play(route, ...drafted, [juf, adopt({ seen: 3 })]).last)).toBe('plan-changed');
  });
  it('a leefvraag that became complex asks for another regie', () => {
    const { last } = play(route, ...drafted, [juf, levels('enkelvoudig', 'complex')], [juf, adopt()]);
    expect(last.kind === 'refused' && last.refusal.text).toContain('de leefvraag is veranderd');
    expect(outcomeOf(last)).toBe('plan-incomplete');
  });
  it('somebody towards whom sharing stopped is named no more, also where the draft still has them', () => {
    const here = state([juf, open({ step: 'plan' })], [juf, gezag('moeder')], [juf, consent('moeder')], ...drafted.slice(1));
    const joined: CaseState = {
      ...here, people: [...here.people, { ...jgz, since: MONDAY, sender: 'school' }],
      draft: { ...here.draft, actions: here.draft.actions.map((one) => ({ ...one, by: 'person:p-jgz' })) },
    };
    expect(missingIn(route, joined, '2026-11-23')).toEqual([]);
    const stopped: CaseState = { ...joined, ledger: joined.ledger.map((entry) => ({ ...entry, status: 'ingetrokken' as const })) };
    expect(nameable(route, stopped, '2026-11-23').map((one) => one.key)).not.toContain('person:p-jgz');
    expect(missingIn(route, stopped, '2026-11-23').map((one) => one.part)).toEqual(['actions']);
  });
  it('an action of the parents no longer fits once the jongere left them out (TOE-10)', () => {
    const story: readonly Said[] = [
      [juf, open({ step: 'plan', ageBand: '16-17' })], [juf, levels()], [juf, goals()], [juf, action({ who: who.ouders })], [juf, responsible()], [juf, regie()],
    ];
    expect(missingIn(route, state(...story), '2026-11-23')).toEqual([]);
    const out = state(...story, [juf, consent('jeugdige', { status: 'ouders-erbuiten' })]);
    expect(out.ledger.map((one) => one.status)).toContain('ouders-erbuiten');
    expect(missingIn(route, out, '2026-11-23').map((one) => one.part)).toEqual(['actions']);
  });
  it('a later plan that gives the regie to somebody else puts that person aan zet', () => {
    const story: readonly Said[] = [[juf, open({ step: 'plan' })], [juf, refer()], ...drafted.slice(1), [juf, adopt()]];
    expect(state(...story).step?.holder).toBe(juf.person);
    const { last, state: after } = play(route, ...story, [juf, regie({ who: `person:${ib.person}` })], [juf, adopt()]);
    expect(outcomeOf(last)).toEqual(['PlanAdopted', 'HolderSet']);
    expect(after?.step).toMatchObject({ holder: ib.person, holderRole: ib.role, term: null });
  });
  it('adopted again for the same day, nobody is reminded twice', () => {
    const reminded: readonly Said[] = [...adopted, [null, { type: 'evaluation-due' }, '2027-01-11T08:00:00.000Z']];
    expect(play(route, ...reminded, [juf, adopt({ plan: 'plan-2' })]).state?.plan).toMatchObject({ id: 'plan-2', remindedAt: '2027-01-11T08:00:00.000Z' });
    expect(play(route, ...reminded, [juf, adopt({ plan: 'plan-2', evaluateOn: '2027-02-01' })]).state?.plan?.remindedAt).toBeNull();
  });
  it('actions are ticked off in the plan and stay so in its next version', () => {
    const { last, state: after } = play(route, ...adopted, [juf, { type: 'action-done', actions: ['a1'] }, '2026-12-01T08:00:00.000Z']);
    expect(outcomeOf(last)).toEqual(['ActionDone']);
    expect(after?.plan?.actions[0]?.doneAt).toBe('2026-12-01T08:00:00.000Z');
    expect(after?.draft.actions[0]?.doneAt).toBe('2026-12-01T08:00:00.000Z');
  });
  it('ends a silence, but not what somebody said is stuck', () => {
    const silent: readonly Said[] = [...drafted, [null, { type: 'term-passed' }, '2027-01-21T08:00:00.000Z'], [null, { type: 'grace-passed' }, '2027-02-01T08:00:00.000Z']];
    expect(play(route, ...silent).state?.stagnation).not.toBeNull();
    expect(outcomeOf(play(route, ...silent, [juf, adopt({ evaluateOn: '2027-03-01' })]).last)).toEqual(['PlanAdopted', 'StepDone', 'StagnationClosed', 'StepStarted']);
    const { last } = play(route, ...drafted, [juf, { type: 'stuck', kind: 'samenwerking', parentsKnow: true }], [juf, adopt()]);
    expect(outcomeOf(last)).toEqual(['PlanAdopted', 'StepDone', 'StepStarted']);
  });
});
