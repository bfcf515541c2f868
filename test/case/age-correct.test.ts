import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../src/case/commands.js';
import { gateFor } from '../../src/case/consent/gate.js';
import { decideCase } from '../../src/case/decide.js';
import { consent, gezag, ib, juf, MONDAY, mdo, open, outcomeOf, play, refer, type Said } from '../support/case.js';
import { border, mayShare, on, openedAt } from '../support/consent.js';
import { invite } from '../support/record.js';
import { realRoute } from '../support/route.js';
import { jgz } from '../support/case.js';

const route = realRoute();
const DAY = '2026-11-23';
const correct = (ageBand: string, month = ''): CaseCommand => ({ type: 'correct-age', ageBand, month });
const parents: readonly Said[] = [[juf, gezag('moeder', 'vader')], [juf, consent('moeder')], [juf, consent('vader')]];

describe('an age that was chosen wrongly', () => {
  it('is put right, and the gate is judged anew', () => {
    const { state, last } = play(route, openedAt('onder-12'), ...parents, [juf, correct('12-15', '03-2029')]);
    expect(outcomeOf(last)).toEqual(['AgeCorrected']);
    expect(state).toMatchObject({ ageBand: '12-15', borderMonth: '2029-03' });
    expect(mayShare(state, DAY)).toBe(false);
  });
  it('asks the jeugdige again, and keeps what the parents said', () => {
    const said = play(route, openedAt('12-15'), ...parents, [juf, consent('jeugdige')], [juf, correct('16-17')]).state;
    expect(said?.ledger.map(({ who, status }) => [who, status])).toEqual([['moeder', 'gegeven'], ['vader', 'gegeven'], ['jeugdige', 'verlopen']]);
    expect(mayShare(said, DAY)).toBe(false);
  });
  it('a choice to leave the parents out, made at a wrong 16, counts no longer', () => {
    const said = play(route, openedAt('16-17'), [juf, gezag('moeder')], [juf, consent('moeder')], [juf, consent('jeugdige', { status: 'ouders-erbuiten' })], [juf, correct('12-15')]).state;
    expect(mayShare(said, DAY)).toBe(false);
  });
  it('opens nothing by itself: where a no of the jeugdige does not count at the right age, everybody is asked again', () => {
    const story: readonly Said[] = [openedAt('12-15'), ...parents, [juf, consent('jeugdige', { status: 'geweigerd' })], [juf, correct('onder-12')]];
    const said = play(route, ...story).state;
    expect(said?.ledger.find((one) => one.who === 'jeugdige')?.status).toBe('geweigerd');
    expect(mayShare(said, DAY)).toBe(false);
    expect(mayShare(play(route, ...story, [juf, consent('moeder', { on: DAY })], [juf, consent('vader', { on: DAY })]).state, DAY)).toBe(true);
  });
  it('a band that a wrong month moved on is put back, also where the timer is late', () => {
    const moved = on('2027-02-03');
    const { state, last } = play(route, openedAt('12-15'), ...parents, [juf, consent('jeugdige')], [juf, border('01-2027')], [juf, correct('12-15', '01-2028'), moved]);
    expect(outcomeOf(last)).toEqual(['AgeBorderPassed', 'AgeCorrected']);
    expect(state).toMatchObject({ ageBand: '12-15', borderMonth: '2028-01' });
    expect(mayShare(state, '2027-02-03')).toBe(false);
  });
  it('the age that stands already changes the month alone', () => {
    expect(outcomeOf(play(route, openedAt('12-15'), [juf, correct('12-15', '01-2028')]).last)).toEqual(['BorderMonthSet']);
    expect(outcomeOf(play(route, openedAt('12-15'), [juf, correct('12-15')]).last)).toEqual([]);
  });
  it('is the business of the owner and of who is aan zet', () => {
    const brought: readonly Said[] = [openedAt('onder-12'), [juf, gezag('moeder')], [juf, consent('moeder')], [juf, invite(jgz)]];
    expect(outcomeOf(play(route, ...brought, [jgz, correct('12-15')]).last)).toBe('age-not-yours');
    expect(outcomeOf(play(route, ...brought, [juf, refer()], [juf, { type: 'set-holder', person: ib.person }], [ib, correct('12-15')]).last)).toEqual(['AgeCorrected']);
    expect(outcomeOf(play(route, ...brought, [juf, refer()], [juf, correct('12-15')]).last)).toEqual(['AgeCorrected']);
  });
  it('a month that does not fit the right age is refused', () => {
    expect(outcomeOf(play(route, openedAt('onder-12'), [juf, correct('18-plus', '01-2028')]).last)).toBe('border-month-range');
  });
  it('an invitation that was planned waits behind the gate', () => {
    const planned = play(route, openedAt('onder-12'), ...parents, [juf, mdo()], [juf, correct('12-15')]).state;
    expect(planned?.mdo?.cancelled).toBeNull();
    expect(mayShare(planned, DAY)).toBe(false);
  });
});

it('whatever was said before, a correction opens no gate', () => {
  const bands = ['onder-12', '12-15', '16-17', '18-plus'] as const;
  const some = fc.constantFrom;
  const word = fc.record({
    who: some('moeder', 'vader', 'jeugdige'), recipients: some(['jgz'], ['koo'], ['leerplicht'], ['swv']),
    status: some('gegeven', 'gegeven', 'weet-het', 'geweigerd', 'ouders-erbuiten'), purpose: some('betrekken', 'verzuim'),
  }).map(({ who, ...changes }): Said => [juf, consent(who, changes)]);
  let corrected = 0;
  fc.assert(fc.property(some(...bands), some(...bands), fc.subarray(['moeder', 'vader'], { minLength: 1 }), fc.array(word, { maxLength: 8 }), (from, to, who, words) => {
    const { state: before, events } = play(route, [juf, open({ ageBand: from })], [juf, gezag(...who)], ...words);
    const { state: after } = play(route, [juf, open({ ageBand: from })], [juf, gezag(...who)], ...words, [juf, correct(to)]);
    if (!before || !after) throw new Error('no case');
    if (from !== to) corrected += decideCase(before, correct(to), { route, now: MONDAY, actor: juf, history: events }).kind === 'events' ? 1 : 0;
    for (const { sender, recipient, purpose } of before.ledger) {
      const sharing = { sender, recipient, purpose };
      if (!gateFor(route, before, sharing, DAY).open) expect(gateFor(route, after, sharing, DAY).open).toBe(false);
    }
  }), { numRuns: 400 });
  expect(corrected).toBeGreaterThan(100);
});
