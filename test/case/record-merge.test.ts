import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNo } from '../../src/case/consent/answers.js';
import { gateFor } from '../../src/case/consent/gate.js';
import { seatOf } from '../../src/case/people/circle.js';
import type { HandedWord } from '../../src/case/record/events.js';
import { joinedLedger } from '../../src/case/record/words.js';
import type { Plan } from '../../src/case/plan/state.js';
import type { CaseState } from '../../src/case/state.js';
import type { LedgerEntry } from '../../src/case/consent/state.js';
import { consentStatuses } from '../../src/case/values.js';
import { consent, gezag, ib, jgz, juf, MONDAY, open, outcomeOf, play, refer, type Said } from '../support/case.js';
import { first, invite, merge, note, otherOf, second } from '../support/record.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const DAY = '2026-11-23';
const people = (state: CaseState | undefined) => state?.people.map((one) => one.person);
const merged = (here: readonly Said[], there: readonly Said[]) => play(route, ...here, [juf, merge(otherOf(route, ...there))]);

describe('two cases about one child', () => {
  it('the one that goes on takes over people, consent, gezag and registrations', () => {
    const { state, last } = merged(first, [...second, [juf, { type: 'note-registration', results: { ggd: 'gemaakt' }, informed: true }]]);
    expect(outcomeOf(last)).toEqual(['CaseTookOver', 'PersonJoined', 'PersonJoined']);
    expect(people(state)).toEqual([juf.person, jgz.person, ib.person]);
    expect(state).toMatchObject({ gezag: ['moeder'], tookOver: ['K0002'], registrations: [{ register: 'ggd', by: juf.person }] });
    expect(state && seatOf(route, state, jgz.person, DAY)?.kind).toBe('open');
    expect(state?.ledger).toMatchObject([{ who: 'moeder', status: 'gegeven', by: juf.person }]);
  });

  it('a no in this case keeps those out who took part in the other with a yes', () => {
    const { state, last } = merged([...first, [juf, gezag('moeder')], [juf, consent('moeder', { status: 'geweigerd', on: '2026-11-01' })]], second);
    expect(outcomeOf(last)).toEqual(['CaseTookOver', 'PersonJoined']);
    expect(people(state)).toEqual([juf.person, ib.person]);
  });

  it('a no in the other case closes here what a newer yes had opened', () => {
    const here: readonly Said[] = [...first, [juf, gezag('moeder')], [juf, consent('moeder', { on: '2026-11-22' })], [juf, invite(jgz)]];
    const there: readonly Said[] = [[juf, open({ code: 'K0002' })], [juf, consent('moeder', { status: 'ingetrokken', on: '2026-11-01' })]];
    const { state } = merged(here, there);
    expect(state && seatOf(route, state, jgz.person, DAY)?.kind).toBe('closed');
  });

  it('gezag that was recorded here stays as it is', () => {
    expect(merged([...first, [juf, gezag('voogd')]], second).state?.gezag).toEqual(['voogd']);
  });

  it('another school does not come along: within a school there is no gate, between schools no rule', () => {
    const elsewhere = { person: 'p-elders', role: 'ib-er', organisation: 'De Andere School' };
    const other = otherOf(route, ...second);
    const withOther = { ...other, state: { ...other.state, people: [...other.state.people, { ...elsewhere, since: MONDAY, sender: null }] } };
    expect(people(play(route, ...first, [juf, merge(withOther)]).state)).not.toContain('p-elders');
  });

  it('talks come along for those who may read them, with their texts under new ids', () => {
    const there: readonly Said[] = [...second, [juf, note()], [jgz, note({ note: 'g2', discussedId: 't-x', agreedId: 't-y' })]];
    expect(merged(first, there).state?.contacts).toMatchObject([{ id: 'g1', discussedId: 't-besproken-nieuw', by: juf.person }, { id: 'g2', by: jgz.person }]);
    const closed: readonly Said[] = [...first, [juf, gezag('moeder')], [juf, consent('moeder', { status: 'geweigerd', on: '2026-11-01' })]];
    expect(merged(closed, there).state?.contacts).toMatchObject([{ id: 'g1' }]);
  });

  it('a danger comes along for its circle alone, and opens nothing', () => {
    const danger = { type: 'note-danger', danger: 'd1', reason: 'kind', noteId: 't-gevaar', parentsNotYet: true, knows: [ib.person] } as const;
    const there: readonly Said[] = [[juf, open({ code: 'K0002' })], [juf, refer()], [juf, danger]];
    const { state } = merged(first, there);
    expect(state?.dangers).toMatchObject([{ id: 'd1', by: juf.person, knows: [ib.person], noteId: 't-gevaar-nieuw' }]);
    expect(state && gateFor(route, state, { sender: 'school', recipient: 'jgz', purpose: 'betrekken' }, DAY).open).toBe(false);
  });

  it('the month of the next age border comes along where it was not known', () => {
    expect(merged(first, [[juf, open({ code: 'K0002', borderMonth: '2027-03' })]]).state?.borderMonth).toBe('2027-03');
    expect(merged([[juf, open({ borderMonth: '2027-01' })]], [[juf, open({ code: 'K0002', borderMonth: '2027-03' })]]).state?.borderMonth).toBe('2027-01');
  });

  it('a no that was recorded in the other case after it was taken over is not lost', () => {
    const later = otherOf(route, ...second, [juf, consent('moeder', { status: 'ingetrokken', on: '2026-11-22' })]);
    const begun: readonly Said[] = [...first, [juf, merge(otherOf(route, ...second))]];
    const { state, last } = play(route, ...begun, [null, { type: 'merge-rest', stream: 'c-hier', other: later }]);
    expect(outcomeOf(last)).toEqual(['CaseTookOver']);
    expect(state && seatOf(route, state, jgz.person, DAY)?.kind).toBe('closed');
    expect(state?.tookOver).toEqual(['K0002']);
    expect(outcomeOf(play(route, ...begun, [null, { type: 'merge-rest', stream: 'c-hier', other: otherOf(route, ...second) }]).last)).toEqual([]);
  });
});

it('a case in which a plan was adopted does not end in another one', () => {
  const other = otherOf(route, ...second);
  const plan: Plan = {
    id: 'plan1', mdo: null, adoptedAt: MONDAY, goals: { onderwijs: [], zorg: [] }, actions: [], responsible: { onderwijs: null, zorg: null },
    regie: 'onderwijs', who: 'person:p-ib', contactSchool: 'person:p-ib', contactGemeente: 'role:koo', evaluateOn: '2027-01-11', entry: 1, remindedAt: null,
  };
  expect(outcomeOf(play(route, ...first, [juf, merge({ ...other, state: { ...other.state, plan } })]).last)).toBe('merge-plan');
});

it('only by somebody with an open seat in both', () => {
  const mine: readonly Said[] = [[juf, open({ code: 'K0002' })]];
  expect(outcomeOf(play(route, ...first, [juf, refer()], [ib, merge(otherOf(route, ...mine))]).last)).toBe('merge-unknown');
  const withdrawn: readonly Said[] = [...second, [juf, consent('moeder', { status: 'ingetrokken' })]];
  expect(outcomeOf(play(route, ...first, [juf, gezag('moeder')], [juf, consent('moeder')], [juf, invite(jgz)], [jgz, merge(otherOf(route, ...withdrawn))]).last)).toBe('merge-unknown');
});

describe('the case that ends', () => {
  const end = (events: number) => ({ type: 'merge-end', into: 'c-hier', intoCode: 'K0001', events, forgot: ['t-besproken'] }) as const;
  it('ends only when nothing happened in it since, and then says where it went on', () => {
    const { events } = play(route, ...second);
    expect(outcomeOf(play(route, ...second, [null, end(events.length - 1)]).last)).toEqual([]);
    const { state, last } = play(route, ...second, [null, end(events.length)]);
    expect(outcomeOf(last)).toEqual(['CaseMergedInto']);
    expect(state).toMatchObject({ mergedInto: { stream: 'c-hier', code: 'K0001' }, closed: { ending: 'samengevoegd' } });
  });
  it('takes nothing any more, and is not reopened', () => {
    const { events } = play(route, ...second);
    const ended: readonly Said[] = [...second, [null, end(events.length)]];
    expect(outcomeOf(play(route, ...ended, [juf, { type: 'step-done', step: 'signaal' }]).last)).toBe('case-merged');
    expect(outcomeOf(play(route, ...ended, [juf, { type: 'reopen', reasonId: 't-waarom' }]).last)).toBe('case-merged');
  });
  it('what still ran there ends with it', () => {
    const stuck: readonly Said[] = [...second, [juf, { type: 'stuck', kind: 'plek', parentsKnow: true }]];
    const { events } = play(route, ...stuck);
    expect(outcomeOf(play(route, ...stuck, [null, end(events.length)]).last)).toEqual(['StagnationClosed', 'CaseMergedInto']);
  });
});

describe('one ledger of two', () => {
  const word = (changes: Partial<LedgerEntry>): LedgerEntry => ({
    sender: 'school', recipient: 'jgz', purpose: 'betrekken', who: 'moeder', status: 'gegeven', how: 'mondeling', on: '2026-11-10', until: null, by: 'p', entry: 1, ...changes,
  });
  const after = (here: LedgerEntry[], there: LedgerEntry[]) => joinedLedger(here, there).map(({ sender, status, on }) => `${sender} ${status} ${on}`);
  it.each([
    ['nothing there: nothing changes', [word({})], [], []],
    ['nothing here: what is there counts', [], [word({})], ['school gegeven 2026-11-10']],
    ['the newer word counts', [word({ status: 'gevraagd' })], [word({ on: '2026-11-12' })], ['school gegeven 2026-11-12']],
    ['the older word does not', [word({ on: '2026-11-12' })], [word({ status: 'gevraagd' })], []],
    ['on one day the more careful word counts', [word({})], [word({ status: 'gevraagd' })], ['school gevraagd 2026-11-10']],
    ['a no here stays, however new the yes there', [word({ status: 'geweigerd', on: '2026-01-01' })], [word({ on: '2026-11-12' })], []],
    ['a no there wins, however old', [word({ on: '2026-11-12' })], [word({ status: 'ingetrokken', on: '2026-01-01' })], ['school ingetrokken 2026-01-01']],
    ['a no there also stops another side here', [word({ sender: 'sociaal-team' })], [word({ status: 'ingetrokken' })], ['sociaal-team ingetrokken 2026-11-10', 'school ingetrokken 2026-11-10']],
    ['a no here also stops another side from there', [word({ status: 'ingetrokken' })], [word({ sender: 'sociaal-team' })], ['sociaal-team ingetrokken 2026-11-10']],
    ['of another person it says nothing', [word({})], [word({ who: 'vader', status: 'geweigerd' })], ['school geweigerd 2026-11-10']],
  ])('%s', (_, here, there, expected) => {
    expect(after(here, there)).toEqual(expected);
  });

  it('whatever both said, no no is lost', () => {
    const some = fc.record({
      sender: fc.constantFrom('school', 'sociaal-team'), recipient: fc.constantFrom('jgz', 'koo'), who: fc.constantFrom('moeder' as const, 'vader' as const),
      status: fc.constantFrom(...consentStatuses), on: fc.constantFrom('2026-01-01', '2026-11-10', '2026-11-12'),
    }).map(word);
    const key = (one: LedgerEntry | HandedWord) => `${one.sender} ${one.recipient} ${one.who}`;
    const ledger = fc.uniqueArray(some, { selector: key, maxLength: 8 });
    fc.assert(fc.property(ledger, ledger, (here, there) => {
      const changed = joinedLedger(here, there);
      const result = [...here.filter((one) => !changed.some((other) => key(other) === key(one))), ...changed];
      for (const no of [...here, ...there].filter((one) => isNo(one.status))) {
        expect(result.find((one) => key(one) === key(no))).toMatchObject({ status: expect.stringMatching(/geweigerd|ingetrokken/) as string });
      }
      // And nothing is made up: each word was said by somebody, of this person to this recipient.
      for (const one of changed) expect([...here, ...there].some((said) => said.status === one.status && said.on === one.on && said.who === one.who && said.recipient === one.recipient)).toBe(true);
    }));
  });
});
