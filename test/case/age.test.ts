import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, bandSince, bordersPassed, consentOn, ledgerAfterBorder, nextBorder } from '../../src/case/consent/age.js';
import { borderMonthOf, monthOf, writtenMonth } from '../../src/case/consent/month.js';
import { clock, consent, gezag, juf, open, outcomeOf, play, type Said } from '../support/case.js';
import { border, borderPassed, expired, mayShare, on, openedAt } from '../support/consent.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const parents: readonly Said[] = [[juf, gezag('moeder', 'vader')], [juf, consent('moeder')], [juf, consent('vader')]];
const bands = ['onder-12', '12-15', '16-17', '18-plus'];

describe('the next border (N-14)', () => {
  it.each([
    ['onder-12', '2026-12', '12-15', '2026-12-01', '2030-12'],
    ['12-15', '2026-12', '16-17', '2027-01-01', '2028-12'],
    ['12-15', '2027-02', '16-17', '2027-03-01', '2029-02'],
    ['16-17', '2027-11', '18-plus', '2027-12-01', null],
  ])('%s in %s: %s from %s; the one after it in %s', (ageBand, borderMonth, to, day, month) => {
    expect(nextBorder({ ageBand, borderMonth })).toEqual({ from: ageBand, to, on: day, month });
  });
  it('there is none at 18, none where nobody said when, and none for an age that is not known', () => {
    for (const age of [{ ageBand: '18-plus', borderMonth: '2026-12' }, { ageBand: '12-15', borderMonth: null }, { ageBand: 'weet-niet', borderMonth: '2026-12' }]) {
      expect(nextBorder(age)).toBeUndefined();
      expect(ageOn(age, '2099-01-01')).toEqual(age);
    }
  });
  it('12 counts from the first day of the month, 16 and 18 from the first day after it', () => {
    const ages = (ageBand: string, borderMonth: string, ...days: string[]) => days.map((day) => ageOn({ ageBand, borderMonth }, day).ageBand);
    expect(ages('onder-12', '2027-02', '2027-01-31', '2027-02-01')).toEqual(['onder-12', '12-15']);
    expect(ages('12-15', '2027-02', '2027-02-28', '2027-03-01')).toEqual(['12-15', '16-17']);
    expect(ages('16-17', '2028-02', '2028-02-29', '2028-03-01')).toEqual(['16-17', '18-plus']);
  });
  it('a timer that is years late passes them all, in order', () => {
    expect(bordersPassed({ ageBand: 'onder-12', borderMonth: '2027-02' }, '2040-01-01').map((one) => [one.to, one.on])).toEqual(
      [['12-15', '2027-02-01'], ['16-17', '2031-03-01'], ['18-plus', '2033-03-01']],
    );
  });
  it('the band began as many years before the next border as it lasts', () => {
    expect(bandSince({ ageBand: '12-15', borderMonth: '2030-05' })).toBe('2026-05-01');
    expect(bandSince({ ageBand: '16-17', borderMonth: '2030-12' })).toBe('2029-01-01');
    for (const age of [{ ageBand: 'onder-12', borderMonth: '2030-12' }, { ageBand: '12-15', borderMonth: null }, { ageBand: '18-plus', borderMonth: null }]) expect(bandSince(age)).toBeUndefined();
  });
  it('never goes back, whatever the day', () => {
    const day = fc.integer({ min: 2020, max: 2050 }).chain((year) => fc.constantFrom('01-01', '06-30', '12-31').map((rest) => `${String(year)}-${rest}`));
    fc.assert(fc.property(fc.constantFrom(...bands), fc.integer({ min: 2025, max: 2040 }), fc.integer({ min: 1, max: 12 }), day, day, (ageBand, year, month, one, other) => {
      const age = { ageBand, borderMonth: `${String(year)}-${String(month).padStart(2, '0')}` };
      const [early, late] = [one, other].sort();
      expect(bands.indexOf(ageOn(age, late ?? '').ageBand)).toBeGreaterThanOrEqual(bands.indexOf(ageOn(age, early ?? '').ageBand));
    }));
  });
});

describe('the month, as somebody types it', () => {
  it.each([['03-2028', '2028-03'], ['3-2028', '2028-03'], [' 3/2028 ', '2028-03'], ['03.2028', '2028-03'], ['12 2028', '2028-12'], ['2028-03', '2028-03']])('%j is %s', (text, month) => {
    expect(monthOf(text)).toBe(month);
    expect(monthOf(writtenMonth(month))).toBe(month);
  });
  it.each(['', 'maart 2028', '13-2028', '00-2028', '2028', '12-03-2028', '2028-13', '3-28', '-1-2028'])('%j is none', (text) => {
    expect(monthOf(text)).toBeUndefined();
  });
  it('lies between now and as far as the band reaches; at 18 there is none', () => {
    const kind = (text: string, ageBand: string) => { const found = borderMonthOf(text, ageBand, '2026-11-23'); return found.kind === 'month' ? found.month : found.id; };
    expect([kind('10-2026', 'onder-12'), kind('11-2026', 'onder-12'), kind('11-2038', 'onder-12'), kind('12-2038', 'onder-12')]).toEqual(['border-month-range', '2026-11', '2038-11', 'border-month-range']);
    expect([kind('11-2030', '12-15'), kind('12-2030', '12-15'), kind('11-2028', '16-17'), kind('12-2028', '16-17')]).toEqual(['2030-11', 'border-month-range', '2028-11', 'border-month-range']);
    expect([kind('12-2027', '18-plus'), kind('', '18-plus'), kind(' ', '12-15'), kind('ooit', '12-15')]).toEqual(['border-month-range', null, null, 'border-month']);
  });
  it('may be given when the case opens, and is checked there too', () => {
    expect(play(route, openedAt('12-15', '3-2028')).state?.borderMonth).toBe('2028-03');
    expect(outcomeOf(play(route, openedAt('12-15', '3-1999')).last)).toBe('border-month-range');
    expect(outcomeOf(play(route, openedAt('12-15', 'lente')).last)).toBe('border-month');
  });
  it('can be changed and taken away; the same again is nothing', () => {
    expect(play(route, openedAt('12-15'), [juf, border('3-2028')]).state?.borderMonth).toBe('2028-03');
    expect(play(route, openedAt('12-15', '3-2028'), [juf, border('')]).state?.borderMonth).toBeNull();
    expect(outcomeOf(play(route, openedAt('12-15', '3-2028'), [juf, border('03-2028')]).last)).toEqual([]);
  });
  it('set while the timer is late: the border that was passed is recorded first', () => {
    const { state, last } = play(route, openedAt('onder-12', '12-2026'), [juf, border('6-2030'), on('2026-12-03')]);
    expect(outcomeOf(last)).toEqual(['AgeBorderPassed', 'BorderMonthSet']);
    expect(state).toMatchObject({ ageBand: '12-15', borderMonth: '2030-06' });
  });
});

describe('12', () => {
  const story: readonly Said[] = [openedAt('onder-12', '2026-12'), ...parents];
  it('closes what was open until the jeugdige has answered too, on the day itself and without the timer', () => {
    const { state } = play(route, ...story);
    expect([mayShare(state, '2026-11-30'), mayShare(state, '2026-12-01')]).toEqual([true, false]);
    const { state: asked } = play(route, ...story, [juf, consent('jeugdige', { on: '2026-12-01' }), on('2026-12-01')]);
    expect(mayShare(asked, '2026-12-01')).toBe(true);
  });
  it('leaves open what asks only the parents (KOO, C-03)', () => {
    const { state } = play(route, ...story, [juf, consent('moeder', { recipients: ['koo'] })], [juf, consent('vader', { recipients: ['koo'] })]);
    expect(mayShare(state, '2026-12-01', 'koo')).toBe(true);
  });
  it('asks again what the child said before', () => {
    const { state } = play(route, ...story, [juf, consent('jeugdige')]);
    expect([mayShare(state, '2026-11-30'), mayShare(state, '2026-12-01')]).toEqual([true, false]);
  });
  it('a no of the child stays a no', () => {
    const { state } = play(route, ...story, [juf, consent('jeugdige', { status: 'geweigerd' })], [clock, borderPassed, on('2026-12-01')]);
    expect(state?.ledger.find((entry) => entry.who === 'jeugdige')?.status).toBe('geweigerd');
  });
});

describe('16', () => {
  const story: readonly Said[] = [openedAt('12-15', '2026-12'), ...parents, [juf, consent('jeugdige')]];
  it('the jongere is asked first, whatever was said before', () => {
    const { state } = play(route, ...story);
    expect([mayShare(state, '2026-12-31'), mayShare(state, '2027-01-01')]).toEqual([true, false]);
  });
  it('what the jongere says from then on counts, also where the timer is late', () => {
    const said: Said = [juf, consent('jeugdige', { on: '2027-01-01' }), on('2027-01-02')];
    expect(mayShare(play(route, ...story, said).state, '2027-01-02')).toBe(true);
    expect(mayShare(play(route, ...story, said, [clock, borderPassed]).state, '2027-01-02')).toBe(true);
  });
  it('an answer from before the border is not recorded as one of after it, with or without the timer', () => {
    const early: Said = [juf, consent('jeugdige', { on: '2026-12-31' }), on('2027-01-02')];
    expect(outcomeOf(play(route, ...story, early).last)).toBe('consent-before-border');
    expect(outcomeOf(play(route, ...story, [clock, borderPassed, on('2027-01-02')], early).last)).toBe('consent-before-border');
  });
  it('the jongere can leave the parents out from that day', () => {
    const out = (day: string): Said => [juf, consent('jeugdige', { status: 'ouders-erbuiten', on: day }), on(day)];
    expect(outcomeOf(play(route, ...story, out('2026-12-31')).last)).toBe('parents-choice-16');
    expect(mayShare(play(route, ...story, out('2027-01-01')).state, '2027-01-01')).toBe(true);
  });
});

describe('18', () => {
  const story: readonly Said[] = [openedAt('16-17', '2026-12'), [juf, consent('jeugdige')]];
  it('the jongere alone: what the parents said plays no part any more', () => {
    const { state } = play(route, ...story, ...parents.slice(0, 2), [juf, consent('vader', { status: 'geweigerd' })]);
    expect([mayShare(state, '2026-12-31'), mayShare(state, '2027-01-01')]).toEqual([false, true]);
  });
  it('is not asked again', () => {
    expect(mayShare(play(route, ...story, [clock, borderPassed, on('2027-01-01')]).state, '2027-01-01')).toBe(true);
  });
  it('gezag is recorded no more', () => {
    expect(outcomeOf(play(route, ...story, [juf, gezag('moeder'), on('2027-01-01')]).last)).toBe('adult-alone');
  });
});

describe('the timer', () => {
  it('records the border once; late, early or for nothing it is harmless', () => {
    const opened = openedAt('12-15', '2026-12');
    expect(outcomeOf(play(route, opened, [clock, borderPassed, on('2026-12-31')]).last)).toEqual([]);
    const passed = play(route, opened, [clock, borderPassed, on('2027-01-05')]);
    expect(passed.last).toEqual({ kind: 'events', events: [{ type: 'AgeBorderPassed', data: { from: '12-15', to: '16-17', on: '2027-01-01', month: '2028-12' } }] });
    expect(passed.state).toMatchObject({ ageBand: '16-17', borderMonth: '2028-12' });
    expect(outcomeOf(play(route, opened, [clock, borderPassed, on('2027-01-05')], [clock, borderPassed]).last)).toEqual([]);
    expect(outcomeOf(play(route, [juf, open()], [clock, borderPassed]).last)).toEqual([]);
    expect(outcomeOf(play(route, opened, [juf, borderPassed]).last)).toBe('unknown-button');
  });
  it('changes nothing about what counts on a day: the gate knew it already', () => {
    const who = fc.constantFrom('moeder', 'vader', 'jeugdige');
    const status = fc.constantFrom('gegeven', 'geweigerd', 'ingetrokken', 'weet-het', 'ouders-erbuiten', 'gevraagd');
    const days = ['2026-11-23', '2026-12-01', '2027-01-01', '2027-01-15', '2028-12-31', '2029-01-01', '2031-05-05'];
    const said = fc.record({ who, status, at: fc.nat(4), ago: fc.nat(1), recipients: fc.subarray(['jgz', 'koo', 'leerplicht'], { minLength: 1 }) });
    fc.assert(fc.property(fc.constantFrom('onder-12', '12-15', '16-17'), fc.array(said, { maxLength: 8 }), fc.constantFrom(...days.slice(4)), (age, answers, last) => {
      const turns = answers.sort((one, other) => one.at - other.at).map(({ who: person, status: answer, at, ago, recipients }): Said => (
        [juf, consent(person, { status: answer, recipients, on: days[Math.max(0, at - ago)] ?? '' }), on(days[at] ?? '')]
      ));
      const withTimers = turns.flatMap((turn): Said[] => [[clock, borderPassed, turn[2] ?? on('2026-11-23')], turn]);
      const late = play(route, openedAt(age, '2026-12'), [juf, gezag('moeder')], ...turns).state;
      const onTime = play(route, openedAt(age, '2026-12'), [juf, gezag('moeder')], ...withTimers, [clock, borderPassed, on(last)]).state;
      for (const recipient of ['jgz', 'koo', 'leerplicht']) expect(mayShare(late, last, recipient)).toBe(mayShare(onTime, last, recipient));
    }), { numRuns: 300 });
  });
});

describe('a last day', () => {
  const until = (day: string): readonly Said[] => [[juf, open()], [juf, gezag('moeder')], [juf, consent('moeder', { until: day })]];
  it('counts itself, and the day after it is over, also without the timer', () => {
    const { state } = play(route, ...until('2026-12-10'));
    expect([mayShare(state, '2026-12-10'), mayShare(state, '2026-12-11')]).toEqual([true, false]);
  });
  it('the timer writes it down: only then, and once', () => {
    expect(outcomeOf(play(route, ...until('2026-12-10'), [clock, expired, on('2026-12-10')]).last)).toEqual([]);
    const { state, last } = play(route, ...until('2026-12-10'), [clock, expired, on('2026-12-12')]);
    expect(last).toMatchObject({ kind: 'events', events: [{ type: 'ConsentRecorded', data: { who: 'moeder', status: 'verlopen', on: '2026-12-11', until: null } }] });
    expect(state?.ledger).toMatchObject([{ status: 'verlopen', by: '' }]);
    expect(outcomeOf(play(route, ...until('2026-12-10'), [clock, expired, on('2026-12-12')], [clock, expired]).last)).toEqual([]);
  });
  it('a new yes counts again', () => {
    const { state } = play(route, ...until('2026-12-10'), [clock, expired, on('2026-12-12')], [juf, consent('moeder', { on: '2026-12-12' })]);
    expect(mayShare(state, '2027-06-01')).toBe(true);
  });
  it('is after today, exists, and not absurdly far; with a no it means nothing', () => {
    for (const day of ['2026-11-23', '2026-02-30', 'ooit', '9999-12-31']) expect(outcomeOf(play(route, ...until(day)).last), day).toBe('consent-until');
    expect(play(route, [juf, open()], [juf, consent('moeder', { status: 'geweigerd', until: '2026-12-10' })]).state?.ledger).toMatchObject([{ until: null }]);
  });
  it('never makes a no run out', () => {
    const no = { sender: 'school', recipient: 'jgz', purpose: 'betrekken', who: 'moeder', status: 'geweigerd', how: 'mondeling', on: '2026-11-20', until: '2026-11-21', by: 'p', entry: 1 } as const;
    expect(consentOn({ ageBand: 'onder-12', borderMonth: null, gezag: [], ledger: [no] }, '2026-12-01').ledger).toEqual([no]);
    expect(ledgerAfterBorder([{ ...no, who: 'jeugdige' }], { to: '16-17', on: '2027-01-01' })).toEqual([{ ...no, who: 'jeugdige' }]);
  });
});
