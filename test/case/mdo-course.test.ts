import { describe, expect, it } from 'vitest';
import { daysOf } from '../../src/case/calendar.js';
import { seatOf } from '../../src/case/people/circle.js';
import { clock, consent, gezag, ib, invitees, jgz, juf, mdo, MONDAY, open, outcomeOf, outsider, planned, play, refer, reply, type Said } from '../support/case.js';
import { AFTER, attended, cancel, choosing, colleague, fix, MOMENTS, remind, sends } from '../support/mdo.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const replies = (state: ReturnType<typeof play>['state']) => Object.fromEntries((state?.mdo?.invitees ?? []).map(({ key, answer }) => [key, answer?.answer ?? null]));
const last = (...said: readonly Said[]) => outcomeOf(play(route, ...said).last);

describe('moments to choose from', () => {
  it('are proposed earliest first, and nothing is fixed yet', () => {
    const shuffled: Said[] = [...planned.slice(0, -1), [juf, mdo({ ...MOMENTS[2], others: [MOMENTS[0], MOMENTS[1]] })]];
    expect(play(route, ...shuffled).state?.mdo).toMatchObject({ date: '', time: '', options: MOMENTS.map((one, at) => ({ id: `o${String(at + 1)}`, ...one })) });
  });
  it.each([
    ['one that is past', [{ date: '2026-11-22', time: '10:00' }], 'date-in-past'],
    ['one without an hour', [{ date: '2026-12-02', time: '' }], 'mdo-time'],
    ['one without a day', [{ date: '', time: '10:00' }], 'date-needed'],
    ['twice the same', [{ date: '2026-12-01', time: '14:30' }], 'mdo-moments-same'],
  ])('not %s', (_, others, refusal) => {
    expect(last(...planned.slice(0, -1), [juf, mdo({ others })])).toBe(refusal);
  });
  it('may be on one day', () => {
    expect(last(...planned.slice(0, -1), [juf, mdo({ others: [{ date: '2026-12-01', time: '16:00' }] })])).toEqual(['MdoPlanned']);
  });
  it('an invitee says which of them suit, and may say it anew', () => {
    const { state } = play(route, ...choosing, [jgz, reply({ options: ['o1', 'o2'] })], [jgz, reply({ options: ['o3', 'o9'] })]);
    expect(state?.mdo?.invitees[0]?.answer).toMatchObject({ answer: 'komt', options: ['o3'] });
  });
  it('coming means coming at one of them', () => {
    expect(last(...choosing, [jgz, reply()])).toBe('mdo-choose-moment');
    expect(last(...choosing, [jgz, reply({ answer: 'kan-niet' })])).toEqual(['MdoAnswered']);
  });
  it('who can at the chosen one comes, who can not does not', () => {
    const said: Said[] = [...choosing, [jgz, reply({ options: ['o1'] })], [juf, reply({ invitee: invitees.directie.key, options: ['o2'] })]];
    expect(replies(play(route, ...said, [juf, fix('o1')]).state)).toEqual({ 'person:p-jgz': 'komt', 'person:p-dir': 'kan-niet' });
    expect(play(route, ...said, [juf, fix('o2')]).state?.mdo).toMatchObject({ date: MOMENTS[1].date, time: MOMENTS[1].time });
  });
  it('are over when the last of them is', () => {
    expect(last(...choosing, [jgz, reply({ options: ['o3'] }), '2026-12-04T20:00:00.000Z'])).toEqual(['MdoAnswered']);
    expect(last(...choosing, [jgz, reply({ options: ['o3'] }), '2026-12-05T08:00:00.000Z'])).toBe('mdo-passed');
  });
  it('a past one is not chosen any more, but may be said to have been it', () => {
    expect(last(...choosing, [juf, fix('o1'), '2026-12-02T20:00:00.000Z'])).toBe('date-in-past');
    expect(last(...choosing, [juf, attended(), '2026-12-02T20:00:00.000Z'])).toBe('mdo-no-date');
    const { last: recordedNow, state } = play(route, ...choosing, [juf, attended({ option: 'o1' }), '2026-12-02T20:00:00.000Z']);
    expect(outcomeOf(recordedNow)).toEqual(['MdoDateFixed', 'MdoHeld', 'PersonJoined']);
    expect(state?.mdo).toMatchObject({ date: '2026-12-01', held: { parents: true } });
  });
});

describe('who is closest to the child (S3-05, C-05)', () => {
  const ready: Said[] = [[juf, open()], [juf, gezag('moeder')], [juf, consent('moeder', { recipients: ['jgz', 'sociaal-team'] })]];
  const plan = (leefvraag: string, closest: string) => play(route, ...ready, [juf, mdo({ leefvraag, leervraag: 'complex', closest, invitees: [invitees.jgz, invitees.directie, invitees.casemanager] })]);
  it('is somebody of the side that has the procesregie; the leefvraag alone decides which', () => {
    expect(outcomeOf(plan('enkelvoudig', 'person:p-juf').last)).toEqual(['MdoPlanned']);
    expect(outcomeOf(plan('enkelvoudig', invitees.directie.key).last)).toEqual(['MdoPlanned']);
    expect(outcomeOf(plan('enkelvoudig', invitees.casemanager.key).last)).toBe('mdo-closest');
    expect(outcomeOf(plan('complex', invitees.casemanager.key).last)).toEqual(['MdoPlanned']);
    for (const school of ['person:p-juf', invitees.directie.key]) expect(outcomeOf(plan('complex', school).last)).toBe('mdo-closest');
    expect(outcomeOf(plan('complex', invitees.jgz.key).last)).toBe('mdo-closest');
  });
  it('never moves the regie, and need not be said', () => {
    expect(plan('complex', invitees.casemanager.key).state?.mdo).toMatchObject({ regie: 'casemanager', closest: 'role:casemanager' });
    expect(plan('complex', '').state?.mdo).toMatchObject({ regie: 'casemanager', closest: null });
  });
});

describe('somebody sends a colleague', () => {
  it('who is invited in their place, under the same consent', () => {
    const { state } = play(route, ...planned, [jgz, sends(colleague)]);
    expect(state?.mdo?.invitees.at(-1)).toEqual({ key: colleague.key, role: 'jeugdarts', personId: 'p-jgz2', recipient: 'jgz', answer: null, sentBy: invitees.jgz.key });
    expect(outcomeOf(play(route, ...planned, [jgz, sends(colleague)], [{ ...jgz, person: 'p-jgz2' }, reply({ invitee: colleague.key })]).last)).toEqual(['MdoAnswered']);
  });
  it('a role outside Teams of the same side too, no other', () => {
    const outside = (role: string) => ({ key: `role:${role}`, personId: null, role, organisation: '' });
    expect(last(...planned, [jgz, sends(outside('jeugdarts'))])).toEqual(['MdoAnswered']);
    for (const role of ['koo', 'casemanager', 'leerplichtambtenaar', 'directie']) expect(last(...planned, [jgz, sends(outside(role))])).toBe('mdo-substitute-side');
  });
  it('of the own organisation: another school or another GGD is a new invitation', () => {
    expect(last(...planned, [jgz, sends({ ...colleague, organisation: 'GGD Elders' })])).toBe('mdo-substitute-side');
    expect(last(...planned, [jgz, sends({ ...colleague, role: 'koo' })])).toBe('mdo-substitute-side');
  });
  it('for a school that is outside Teams never somebody of another school', () => {
    const outside = { key: 'role:directie', personId: null, role: 'directie', organisation: '' };
    const said: Said[] = [...planned.slice(0, -1), [juf, mdo({ invitees: [invitees.jgz, outside] })]];
    const send = (organisation: string) => last(...said, [juf, sends({ ...invitees.directie, organisation }, { organisation: '' }, 'role:directie')]);
    expect(send('De Andere School')).toBe('mdo-substitute-side');
    expect(send('De Proefschool')).toEqual(['MdoAnswered']);
  });
  it('not through a gate that closed meanwhile', () => {
    expect(last(...planned, [juf, consent('moeder', { status: 'ingetrokken' })], [jgz, sends(colleague)])).toBe('mdo-closed');
  });
  it('who answers again takes that back; sending the same one keeps what this one answered', () => {
    const sent: Said[] = [...planned, [jgz, sends(colleague)], [{ ...jgz, person: 'p-jgz2' }, reply({ invitee: colleague.key })]];
    expect(replies(play(route, ...sent, [jgz, reply()]).state)).toEqual({ 'person:p-jgz': 'komt', 'person:p-dir': null });
    expect(replies(play(route, ...sent, [jgz, sends(colleague)]).state)[colleague.key]).toBe('komt');
    const other = { ...colleague, key: 'person:p-jgz3', personId: 'p-jgz3' };
    expect(Object.keys(replies(play(route, ...sent, [jgz, sends(other)]).state))).toEqual(['person:p-jgz', 'person:p-dir', other.key]);
  });
});

describe('calling it off', () => {
  it('is for who organises it or opened the case, with a reason of the list', () => {
    expect(play(route, ...planned, [juf, cancel('niet-nodig')]).state?.mdo?.cancelled).toEqual({ reason: 'niet-nodig', at: MONDAY });
    expect(last(...planned, [jgz, cancel()])).toBe('not-a-participant');
    expect(last(...planned, [outsider, cancel()])).toBe('not-a-participant');
    expect(last(...planned.slice(0, -1), [juf, refer()], [ib, mdo()], [juf, cancel()])).toEqual(['MdoCancelled']);
  });
  it('leaves nothing to answer, to fix or to record; a new one can be planned', () => {
    const off: Said[] = [...choosing, [juf, cancel()]];
    for (const said of [[jgz, reply({ options: ['o1'] })], [juf, fix('o1')], [juf, attended({ option: 'o1' })], [juf, cancel()]] as const) expect(last(...off, said)).toBe('mdo-cancelled');
    expect(last(...off, [juf, mdo({ mdo: 'm2', instead: 'm1' })])).toEqual(['MdoPlanned']);
  });
});

describe('who was there', () => {
  it('is recorded on the day or later, and brings the invitees who were there into the case', () => {
    const { last: decision, state } = play(route, ...planned, [juf, attended(), AFTER]);
    expect(outcomeOf(decision)).toEqual(['MdoHeld', 'PersonJoined']);
    expect(state?.mdo?.held).toMatchObject({ present: ['person:p-juf', 'person:p-jgz'], parents: true, jeugdige: false });
    expect(state?.people.at(-1)).toMatchObject({ person: jgz.person, role: jgz.role, organisation: jgz.organisation, sender: 'school' });
    expect(last(...planned, [juf, attended(), '2026-12-01T16:00:00.000Z'])).toEqual(['MdoHeld', 'PersonJoined']);
  });
  it('who was not there, left the register or has another role by now, does not join', () => {
    expect(last(...planned, [juf, attended({ present: [invitees.directie.key] }), AFTER])).toEqual(['MdoHeld']);
    expect(last(...planned, [juf, attended({ colleagues: [] }), AFTER])).toEqual(['MdoHeld']);
    expect(last(...planned, [juf, attended({ colleagues: [{ ...jgz, role: 'koo' }] }), AFTER])).toEqual(['MdoHeld']);
  });
  it('through a gate that closed nobody joins', () => {
    expect(last(...planned, [juf, consent('moeder', { status: 'ingetrokken' })], [juf, attended(), AFTER])).toEqual(['MdoHeld']);
  });
  it('who takes part already stays as they were', () => {
    expect(last(...planned, [juf, attended(), AFTER], [juf, mdo({ mdo: 'm2', instead: 'm1', date: '2026-12-02' })], [juf, attended({ mdo: 'm2' })])).toEqual(['MdoHeld']);
  });
  it('a withdrawal afterwards closes the seat', () => {
    const { state } = play(route, ...planned, [juf, attended(), AFTER], [juf, consent('moeder', { status: 'ingetrokken', on: '2026-12-02' })]);
    expect(state && seatOf(route, state, jgz.person, '2026-12-02')?.kind).toBe('closed');
  });
});

describe('a reminder', () => {
  const due = { antwoord: '2026-11-27T08:00:00.000Z', bijna: '2026-11-30T08:00:00.000Z', geweest: AFTER } as const;
  const to = (...said: readonly Said[]) => { const [event] = play(route, ...said).events.slice(-1); return event?.type === 'MdoReminded' ? event.data.to : undefined; };
  it('asks those who have not answered, with an open gate, and nobody else', () => {
    expect(to(...planned, [clock, remind('antwoord'), due.antwoord])).toEqual([invitees.jgz.key, invitees.directie.key]);
    expect(to(...planned, [jgz, reply()], [clock, remind('antwoord'), due.antwoord])).toEqual([invitees.directie.key]);
    expect(to(...planned, [juf, consent('moeder', { status: 'ingetrokken' })], [clock, remind('antwoord'), due.antwoord])).toEqual([invitees.directie.key]);
  });
  it('reminds those who come of the day', () => {
    expect(to(...planned, [jgz, reply()], [clock, remind('bijna'), due.bijna])).toEqual([invitees.jgz.key]);
    expect(last(...planned, [clock, remind('bijna'), due.bijna])).toEqual([]);
    expect(last(...choosing, [jgz, reply({ options: ['o1'] })], [clock, remind('bijna'), due.bijna])).toEqual([]);
  });
  it('asks the organiser afterwards, once it is past', () => {
    expect(last(...planned, [clock, remind('geweest'), AFTER])).toEqual(['MdoReminded']);
    expect(last(...planned, [clock, remind('geweest'), '2026-12-01T15:00:00.000Z'])).toEqual([]);
    expect(last(...planned, [juf, attended(), AFTER], [clock, remind('geweest')])).toEqual([]);
  });
  it.each(['antwoord', 'bijna', 'geweest'] as const)('%s: nothing when late, called off, replaced or without an MDO', (why) => {
    const answered: Said[] = why === 'bijna' ? [[jgz, reply()]] : [];
    expect(last(...planned, ...answered, [juf, cancel()], [clock, remind(why), due[why]])).toEqual([]);
    expect(last(...planned, ...answered, [juf, mdo({ mdo: 'm2', instead: 'm1' })], [clock, remind(why), due[why]])).toEqual([]);
    expect(last([juf, open()], [clock, remind(why)])).toEqual([]);
    if (why !== 'geweest') expect(last(...planned, ...answered, [clock, remind(why), '2027-01-04T08:00:00.000Z'])).toEqual([]);
  });
  it('is nobody\'s to send but the clock\'s', () => {
    expect(last(...planned, [juf, remind('antwoord')])).toBe('unknown-button');
  });
  it.each(['school', 'work'] as const)('in %s days is only for those whose days these are', (days) => {
    const story = play(route, ...planned, [clock, { type: 'remind-mdo', mdo: 'm1', why: 'antwoord', days }]);
    const said = story.events.at(-1);
    const to = said?.type === 'MdoReminded' ? said.data.to : [];
    const all = play(route, ...planned, [clock, remind('antwoord')]).events.at(-1);
    const both = all?.type === 'MdoReminded' ? all.data.to : [];
    const ofDays = story.state?.mdo?.invitees.filter((one) => both.includes(one.key) && daysOf(route, one.role) === days).map((one) => one.key);
    expect(both.length).toBeGreaterThan(0);
    expect(to).toEqual(ofDays);
  });
});
