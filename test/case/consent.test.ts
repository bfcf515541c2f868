import { describe, expect, it } from 'vitest';
import { consent, gezag, ib, jgz, juf, open, outcomeOf, outsider, play, refer, type Said } from '../support/case.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const opened: Said = [juf, open()];
const withTheJgz: readonly Said[] = [opened, [juf, refer({ person: jgz.person, role: jgz.role, organisation: jgz.organisation })]];

describe('what somebody answered', () => {
  it('is recorded for the side that asked, for each recipient, with the matrix of today', () => {
    const { last } = play(route, opened, [juf, consent('moeder', { recipients: ['jgz', 'koo'], how: 'schriftelijk' })]);
    const common = { sender: 'school', purpose: 'betrekken', who: 'moeder', status: 'gegeven', how: 'schriftelijk', on: '2026-11-20', matrix: route.consentHash };
    expect(last).toEqual({
      kind: 'events',
      events: [{ type: 'ConsentRecorded', data: { ...common, recipient: 'jgz' } }, { type: 'ConsentRecorded', data: { ...common, recipient: 'koo' } }],
    });
  });
  it('the last word of each person counts', () => {
    const { state } = play(route, opened, [juf, consent('moeder')], [juf, consent('vader')], [juf, consent('moeder', { status: 'geweigerd' })]);
    expect(state?.ledger.map(({ who, status }) => [who, status])).toEqual([['vader', 'gegeven'], ['moeder', 'geweigerd']]);
  });
  it('is never recorded by the recipient, not even among others', () => {
    expect(outcomeOf(play(route, ...withTheJgz, [jgz, consent('moeder')]).last)).toBe('recipient-records');
    expect(outcomeOf(play(route, ...withTheJgz, [jgz, consent('moeder', { recipients: ['koo', 'jgz'] })]).last)).toBe('recipient-records');
  });
  it('counts for the own side only: what the JGZ asked opens nothing for the school', () => {
    const { state } = play(route, ...withTheJgz, [jgz, consent('moeder', { recipients: ['koo'] })]);
    expect(state?.ledger).toMatchObject([{ sender: 'jgz', recipient: 'koo', by: jgz.person }]);
  });
  it.each(['ingetrokken', 'geweigerd'])('"%s" may come from any participant, and stops every side that could share', (status) => {
    const { state } = play(route, ...withTheJgz, [juf, consent('moeder')], [jgz, consent('moeder', { status })]);
    expect(state?.ledger.filter((entry) => entry.sender === 'school')).toMatchObject([{ who: 'moeder', status }]);
  });
  it('was said today at the latest', () => {
    expect(outcomeOf(play(route, opened, [juf, consent('moeder', { on: '2026-11-23' })]).last)).toEqual(['ConsentRecorded']);
    expect(outcomeOf(play(route, opened, [juf, consent('moeder', { on: '2026-11-24' })]).last)).toBe('date-in-future');
  });
  it('recipients that the route does not know are left out', () => {
    expect(outcomeOf(play(route, opened, [juf, consent('moeder', { recipients: ['jgz', 'de-buurman'] })]).last)).toEqual(['ConsentRecorded']);
  });
  it('is no business of an outsider', () => {
    expect(outcomeOf(play(route, opened, [outsider, consent('moeder', { status: 'ingetrokken' })]).last)).toBe('not-a-participant');
  });
});

describe('leaving the parents out', () => {
  it.each(['16-17', '18-plus'])('is for the jongere of %s to choose (TOE-10)', (ageBand) => {
    expect(outcomeOf(play(route, [juf, open({ ageBand })], [juf, consent('jeugdige', { status: 'ouders-erbuiten' })]).last)).toEqual(['ConsentRecorded']);
    expect(outcomeOf(play(route, [juf, open({ ageBand })], [juf, consent('moeder', { status: 'ouders-erbuiten' })]).last)).toBe('parents-choice-16');
  });
  it.each(['onder-12', '12-15'])('is not possible at %s', (ageBand) => {
    expect(outcomeOf(play(route, [juf, open({ ageBand })], [juf, consent('jeugdige', { status: 'ouders-erbuiten' })]).last)).toBe('parents-choice-16');
  });
});

describe('who has gezag', () => {
  it('is recorded by any participant; the last time counts', () => {
    const { state } = play(route, opened, [juf, refer()], [juf, gezag('vader', 'moeder', 'oma')], [ib, gezag('voogd')]);
    expect(state?.gezag).toEqual(['voogd']);
  });
});
