import { describe, expect, it } from 'vitest';
import { invitationDoc } from '../../src/print/invitation.js';
import { planDoc } from '../../src/print/plan.js';
import type { CaseState } from '../../src/case/state.js';
import { consent, ib, jgz, juf, mdo, open, planned, play, refer, reply, type Said } from '../support/case.js';
import { inputFor, paper } from '../support/print.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const texts = new Map([['t1', 'Afstemmen over rekenen'], ['goal', 'Met plezier naar school'], ['do', 'Elke week bellen']]);
const invitation = (story: readonly Said[], reader = juf, day = '2026-11-23') => invitationDoc(inputFor(route, play(route, ...story), reader, { texts, day }));
const jongere: readonly Said[] = [[juf, open({ ageBand: '16-17' })], [juf, consent('jeugdige', { status: 'ouders-erbuiten' })], [juf, mdo({ parents: false, jeugdige: true })]];

describe('the invitation to the MDO', () => {
  it('says when, with whom and what for, with lines for what Routewijzer does not know', () => {
    const text = paper(invitation(planned));
    expect(text).toContain('Het gesprek is op 1 december 2026, 14:30 uur.');
    expect(text).toContain('- Naam Juf (Leerkracht), De Proefschool, die dit gesprek organiseert');
    expect(text).toContain('- Naam Jgz (Jeugdverpleegkundige, JGZ), GGD (heeft nog niet gezegd of het lukt)');
    expect(text).toContain('Dit staat in de uitnodiging aan de anderen: Afstemmen over rekenen');
    for (const blank of ['Waar: ____', 'Voor de ouders of verzorgers van: ____', 'Telefoon of e-mail: ____']) expect(text).toContain(blank);
    for (const right of ['iemand meenemen', 'liever niet komt', 'niet te delen']) expect(text).toContain(right);
    expect(text).not.toMatch(/\bu\b|\buw\b/i);
  });
  it('names who comes without more, and not who stays away', () => {
    const text = paper(invitation([...planned, [jgz, reply()]]));
    expect(text).toContain('- Naam Jgz (Jeugdverpleegkundige, JGZ), GGD\n');
    expect(paper(invitation([...planned, [jgz, reply({ answer: 'kan-niet' })]]))).not.toContain('Naam Jgz');
  });
  it('names nobody with whom may not be shared any more', () => {
    expect(paper(invitation([...planned, [juf, consent('moeder', { status: 'ingetrokken', on: '2026-11-23' })]]))).not.toContain('Naam Jgz');
  });
  it('asks on which of the moments one can come while none is fixed', () => {
    const text = paper(invitation([...planned.slice(0, -1), [juf, mdo({ others: [{ date: '2026-12-08', time: '09:00' }] })]]));
    expect(text).toMatch(/☐ 1 december 2026, 14:30 uur[^]*☐ 8 december 2026, 09:00 uur/);
  });
  it('from 16 is for the jongere, and names no parents whom the jongere left out', () => {
    const text = paper(invitation(jongere));
    expect(text).toContain('gesprek over jou');
    expect(text).toContain('Voor: ____');
    expect(text).toContain('Jij kiest of je ouders erbij zijn.');
    expect(text).not.toMatch(/verzorgers|je kind/);
  });
  it('is there for the organiser alone, and while there is something to invite to', () => {
    expect(invitation([...planned, [juf, refer()]], ib)).toBeUndefined();
    expect(invitation(planned.slice(0, -1))).toBeUndefined();
    expect(invitation(planned, juf, '2026-12-01')).toBeDefined();
    expect(invitation(planned, juf, '2026-12-02')).toBeUndefined();
    expect(invitation([...planned, [juf, { type: 'cancel-mdo', mdo: 'm1', reason: 'te-weinig' }]])).toBeUndefined();
    expect(invitation([...planned, [juf, { type: 'close', ending: 'niet-nodig', reasonId: null }]])).toBeUndefined();
  });
});

describe('the plan', () => {
  const story = play(route, ...planned);
  const state: CaseState | undefined = story.state && {
    ...story.state,
    mdo: story.state.mdo && { ...story.state.mdo, held: { present: ['person:p-juf', 'person:p-jgz'], parents: true, jeugdige: false, at: '2026-12-01T15:00:00.000Z' } },
    plan: {
      id: 'p1', mdo: 'm1', adoptedAt: '2026-12-01T15:00:00.000Z', goals: { onderwijs: [{ id: 'd1', textId: 'goal' }], zorg: [] },
      actions: [{ id: 'a1', textId: 'do', role: 'ouders', by: 'role:ouders', on: '2026-12-20', doneAt: null }, { id: 'a2', textId: 'weg', role: 'leerkracht', by: 'person:p-juf', on: '2026-12-21', doneAt: '2026-12-02T08:00:00.000Z' }],
      responsible: { onderwijs: 'person:p-juf', zorg: null }, entry: 9, remindedAt: null, regie: 'onderwijs', who: 'person:p-juf', contactSchool: 'person:p-ib', contactGemeente: 'role:casemanager', evaluateOn: '2027-02-01',
    },
  };
  const text = paper(planDoc(inputFor(route, { ...story, state }, juf, { texts, day: '2026-12-03' })));

  it('has its four parts, who was there, and the evaluation with both contactpersonen (REG-09, S3-07)', () => {
    for (const part of ['1. Doelen', '2. Acties', '3. Verantwoordelijk', '4. Regie']) expect(text).toContain(`## ${part}`);
    expect(text).toContain('- Met plezier naar school');
    expect(text).toContain('Hier zijn geen doelen voor afgesproken.');
    expect(text).toContain('| Elke week bellen | de ouders | 20 december 2026 |');
    expect(text).toContain('| (verwijderd) | Naam Juf (Leerkracht) | 21 december 2026 | ja, op 2 december 2026 |');
    expect(text).toContain('- **Contactpersoon van school**: Naam Ib');
    expect(text).toContain('- **Contactpersoon van de gemeente**: Casemanager jeugd');
    expect(text).toContain('- Naam Jgz (Jeugdverpleegkundige, JGZ)\n- de ouders of verzorgers');
    expect(text).toContain('Op 1 februari 2027 bespreken jullie samen hoe het gaat. De contactpersonen van school en van de gemeente zijn daar altijd bij.');
    expect(text).toContain('Ouders houden zelf zoveel mogelijk de regie.');
  });
  it('says that nobody of the gemeente has the regie where that is so (PRB-06)', () => {
    const none = state?.plan ? { ...state, plan: { ...state.plan, regie: 'none' } } : undefined;
    expect(paper(planDoc(inputFor(route, { ...story, state: none }, juf, { texts })))).toContain('Niemand van de gemeente heeft de regie');
  });
  it('is there once there is a plan', () => {
    expect(planDoc(inputFor(route, story, juf))).toBeUndefined();
  });
});
