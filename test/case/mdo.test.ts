import { describe, expect, it } from 'vitest';
import { consent, gezag, ib, invitees, jgz, juf, mdo, open, outcomeOf, outsider, planned, play, refer, regievoerder, reply, type Said } from '../support/case.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const ready = planned.slice(0, -1);
const plan = (changes: Parameters<typeof mdo>[0]) => play(route, ...ready, [juf, mdo(changes)]);

describe('planning an MDO', () => {
  it('invites through open gates and says who has the procesregie', () => {
    const { last, state } = play(route, ...planned);
    expect(outcomeOf(last)).toEqual(['MdoPlanned']);
    expect(state?.mdo).toMatchObject({ id: 'm1', organiser: juf.person, sender: 'school', regie: 'onderwijs', date: '2026-12-01', time: '14:30' });
    expect(state?.mdo?.invitees.map(({ key, recipient, answer }) => [key, recipient, answer])).toEqual([['person:p-jgz', 'jgz', null], ['person:p-dir', 'school', null]]);
  });
  it.each([
    ['enkelvoudig', 'enkelvoudig', 'onderwijs'], ['complex', 'enkelvoudig', 'onderwijs'],
    ['enkelvoudig', 'complex', 'casemanager'], ['complex', 'complex', 'casemanager'],
  ])('leervraag %s with leefvraag %s: procesregie %s (RGM-01 to 05, C-06)', (leervraag, leefvraag, regie) => {
    expect(plan({ leervraag, leefvraag }).state?.mdo?.regie).toBe(regie);
  });
  it.each([['geen', 'complex'], ['complex', 'geen'], ['geen', 'geen'], ['', ''], ['constructor', 'complex']])('needs both: not %j with %j (S3-02)', (leervraag, leefvraag) => {
    expect(outcomeOf(plan({ leervraag, leefvraag }).last)).toBe('mdo-needs-both');
  });
  it('the regievoerder may also with one of the two (N-15)', () => {
    const invited = [invitees.jgz, invitees.koo];
    const story: Said[] = [[regievoerder, open()], [regievoerder, gezag('moeder')], [regievoerder, consent('moeder', { recipients: ['jgz', 'koo'] })]];
    const said = (leervraag: string, leefvraag: string) => outcomeOf(play(route, ...story, [regievoerder, mdo({ leervraag, leefvraag, invitees: invited })]).last);
    expect(said('geen', 'complex')).toEqual(['MdoPlanned']);
    expect(said('complex', 'geen')).toEqual(['MdoPlanned']);
    // In a complex situation: a small question of one kind stays on its side.
    for (const [leervraag, leefvraag] of [['geen', 'enkelvoudig'], ['enkelvoudig', 'geen'], ['geen', 'geen']] as const) expect(said(leervraag, leefvraag)).toBe('mdo-needs-complex');
  });
  it('at least two others: oneself does not count', () => {
    const self = { key: 'person:p-juf', personId: juf.person, role: juf.role, organisation: juf.organisation };
    expect(outcomeOf(plan({ invitees: [self, invitees.jgz] }).last)).toBe('mdo-two-invitees');
    expect(outcomeOf(plan({ invitees: [self, invitees.jgz, invitees.directie] }).last)).toEqual(['MdoPlanned']);
  });
  it('somebody who is named twice is one invitee', () => {
    expect(outcomeOf(plan({ invitees: [invitees.jgz, invitees.jgz] }).last)).toBe('mdo-two-invitees');
  });
  it('a colleague of another school does not pass as "within the school"', () => {
    expect(outcomeOf(plan({ invitees: [invitees.jgz, invitees.directieElders] }).last)).toBe('mdo-other-school');
  });
  it('is today at the earliest', () => {
    expect(outcomeOf(plan({ date: '2026-11-23' }).last)).toEqual(['MdoPlanned']);
    expect(outcomeOf(plan({ date: '2026-11-22' }).last)).toBe('date-in-past');
  });
  it('needs no hour, but no nonsense either', () => {
    expect(outcomeOf(plan({ time: '' }).last)).toEqual(['MdoPlanned']);
    for (const time of ['24:00', '9:00', '14.30', '14:30:00', 'middag']) expect(outcomeOf(plan({ time }).last), time).toBe('mdo-time');
  });
  it('under 16 the parents are invited, from 16 the jongere (ALG-06, TOE-10)', () => {
    expect(outcomeOf(plan({ parents: false, jeugdige: true }).last)).toBe('mdo-parents');
    const older: Said[] = [[juf, open({ ageBand: '16-17' })], [juf, consent('jeugdige', { status: 'ouders-erbuiten' })]];
    expect(outcomeOf(play(route, ...older, [juf, mdo({ parents: true, jeugdige: false })]).last)).toBe('mdo-jeugdige');
    expect(outcomeOf(play(route, ...older, [juf, mdo({ parents: false, jeugdige: true })]).last)).toEqual(['MdoPlanned']);
  });
  it('never takes the place of a plan that its maker has not seen', () => {
    const { last, state } = play(route, ...planned, [juf, mdo({ mdo: 'm2', date: '2026-12-08' })]);
    expect(outcomeOf(last)).toBe('mdo-changed');
    expect(state?.mdo?.id).toBe('m1');
  });
  it('takes the place of the plan before, answers included', () => {
    const { state } = play(route, ...planned, [jgz, reply()], [juf, mdo({ mdo: 'm2', instead: 'm1', date: '2026-12-08' })]);
    expect(state?.mdo).toMatchObject({ id: 'm2', date: '2026-12-08' });
    expect(state?.mdo?.invitees.every((one) => one.answer === null)).toBe(true);
  });
});

describe('a closed gate', () => {
  it('refuses, and says of each recipient why', () => {
    const { last } = play(route, [juf, open({ ageBand: '12-15' })], [juf, gezag('moeder', 'vader')], [juf, consent('moeder')], [juf, mdo({ invitees: [invitees.jgz, invitees.koo] })]);
    expect(outcomeOf(last)).toBe('mdo-gate');
    const text = last.kind === 'refused' ? last.refusal.text : '';
    expect(text).toContain('JGZ van de GGD: De toestemming van de vader is nog niet vastgelegd. De toestemming van de jeugdige is nog niet vastgelegd.');
    expect(text).toContain('Kind-ouderondersteuner (KOO): De toestemming van de moeder is nog niet vastgelegd.');
  });
  it('for one refuses all: nothing goes out in part', () => {
    expect(play(route, ...ready, [juf, mdo({ invitees: [invitees.jgz, invitees.casemanager] })]).state?.mdo).toBeNull();
  });
  it('danger opens nothing: what was answered about safety plays no part (N-07)', () => {
    expect(outcomeOf(play(route, [juf, open({ answers: { veiligheid: 'acuut' } })], [juf, gezag('moeder')], [juf, mdo()]).last)).toBe('mdo-gate');
  });
});

describe('an answer', () => {
  it('by the invitee', () => {
    const { state } = play(route, ...planned, [jgz, reply()]);
    expect(state?.mdo?.invitees[0]?.answer).toEqual({ answer: 'komt', options: [], proposal: null, noteId: null, by: jgz.person });
  });
  it('may be changed, and may propose another day', () => {
    const { state } = play(route, ...planned, [jgz, reply()], [jgz, reply({ answer: 'ander-moment', proposal: '2026-12-03', noteId: 't9' })]);
    expect(state?.mdo?.invitees[0]?.answer).toMatchObject({ answer: 'ander-moment', proposal: '2026-12-03', noteId: 't9' });
  });
  it('by the organiser for who answered elsewhere, until the invitee did so in person', () => {
    const recorded = play(route, ...planned, [juf, reply()]);
    expect(recorded.state?.mdo?.invitees[0]?.answer?.by).toBe(juf.person);
    expect(outcomeOf(play(route, ...planned, [juf, reply()], [jgz, reply({ answer: 'kan-niet' })]).last)).toEqual(['MdoAnswered']);
    expect(outcomeOf(play(route, ...planned, [jgz, reply()], [juf, reply({ answer: 'kan-niet' })]).last)).toBe('mdo-answered');
  });
  it('not by anybody else: not a participant, not another invitee, not an outsider', () => {
    const taking: Said[] = [...planned, [juf, refer()]];
    expect(outcomeOf(play(route, ...taking, [ib, reply()]).last)).toBe('mdo-not-invited');
    expect(outcomeOf(play(route, ...taking, [jgz, reply({ invitee: invitees.directie.key })]).last)).toBe('mdo-not-invited');
    expect(outcomeOf(play(route, ...taking, [outsider, reply()]).last)).toBe('mdo-not-invited');
    expect(outcomeOf(play(route, ...taking, [null, reply()]).last)).toBe('unknown-button');
  });
  it('to a plan that was replaced is no answer; who is in the new one hears that there is one', () => {
    const replaced: Said[] = [...planned, [juf, mdo({ mdo: 'm2', instead: 'm1' })]];
    expect(outcomeOf(play(route, ...replaced, [jgz, reply()]).last)).toBe('mdo-replaced');
    expect(outcomeOf(play(route, ...replaced, [outsider, reply()]).last)).toBe('mdo-none');
  });
  it('still counts on the day itself, not after it', () => {
    expect(outcomeOf(play(route, ...planned, [jgz, reply(), '2026-12-01T20:00:00.000Z']).last)).toEqual(['MdoAnswered']);
    expect(outcomeOf(play(route, ...planned, [jgz, reply(), '2026-12-02T08:00:00.000Z']).last)).toBe('mdo-passed');
  });
  it('a withdrawal closes the invitation', () => {
    const { last, state } = play(route, ...planned, [juf, consent('moeder', { status: 'ingetrokken' })], [jgz, reply()]);
    expect(outcomeOf(last)).toBe('mdo-closed');
    expect(state?.mdo?.invitees[0]?.answer).toBeNull();
  });
});
