import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseTextIds } from '../../src/app/case/texts.js';
import type { Person } from '../../src/app/ports.js';
import { dangersOf } from '../../src/case/consent/danger.js';
import { gateFor } from '../../src/case/consent/gate.js';
import { sharingOverview } from '../../src/case/consent/overview.js';
import { seatOf } from '../../src/case/people/circle.js';
import { consentStatuses, dangerReasons } from '../../src/case/values.js';
import { consent, gezag, ib, jgz, juf, outcomeOf, outsider, play, refer, type Said } from '../support/case.js';
import { danger, endDanger, mayShare, openedAt } from '../support/consent.js';
import { withdrawn, withJgz } from '../support/people.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const withIb: readonly Said[] = [openedAt('onder-12'), [juf, refer()]];
const viewer = ({ person, role, organisation }: typeof juf): Person => ({
  id: person, role, organisation, aadObjectId: '', name: '', email: '', organisationType: 'school', region: '', registered: true,
});

describe('noting danger', () => {
  it('needs a reason from the list and words; the words are a text', () => {
    const { last } = play(route, ...withIb, [juf, danger({ knows: [ib.person, ib.person, juf.person] })]);
    expect(last).toEqual({ kind: 'events', events: [
      { type: 'DangerNoted', data: { danger: 'g-1', reason: 'kind', noteId: 't-gevaar', parentsNotYet: true, knows: [ib.person] } },
    ] });
    expect(outcomeOf(play(route, ...withIb, [juf, danger({ reason: '' })]).last)).toBe('danger-reason');
    expect(outcomeOf(play(route, ...withIb, [juf, danger({ noteId: null })]).last)).toBe('danger-note');
  });
  it('who needs to know takes part, with an open seat', () => {
    expect(outcomeOf(play(route, ...withJgz, [juf, danger({ knows: [jgz.person] })]).last)).toEqual(['DangerNoted']);
    expect(outcomeOf(play(route, ...withdrawn, [juf, danger({ knows: [jgz.person] })]).last)).toBe('danger-knows');
    expect(outcomeOf(play(route, ...withIb, [juf, danger({ knows: [outsider.person] })]).last)).toBe('danger-knows');
  });
  it('is for participants', () => {
    expect(outcomeOf(play(route, ...withIb, [outsider, danger()]).last)).toBe('not-a-participant');
  });
});

describe('who knows of it', () => {
  it('the one who noted it and those who need to know; others see nothing, not even its text', () => {
    const { state } = play(route, ...withIb, [juf, danger()]);
    if (!state) throw new Error('no case');
    expect([dangersOf(state, juf.person).length, dangersOf(state, ib.person).length]).toEqual([1, 0]);
    expect(caseTextIds(route, state, viewer(juf))).toContain('t-gevaar');
    expect(caseTextIds(route, state, viewer(ib))).not.toContain('t-gevaar');
  });
  it('a second note, by somebody who did not know of the first, stands beside it', () => {
    const { state } = play(route, ...withIb, [juf, danger()], [ib, danger({ danger: 'g-2', noteId: 't-twee' })]);
    if (!state) throw new Error('no case');
    expect([dangersOf(state, juf.person), dangersOf(state, ib.person)].map((known) => known.map((one) => one.id))).toEqual([['g-1'], ['g-2']]);
  });
  it('ends by those who know of it; to others there is nothing to end', () => {
    expect(play(route, ...withIb, [juf, danger({ knows: [ib.person] })], [ib, endDanger()]).state?.dangers).toEqual([]);
    expect(outcomeOf(play(route, ...withIb, [juf, danger()], [ib, endDanger()]).last)).toBe('danger-none');
    expect(outcomeOf(play(route, ...withIb, [juf, danger()], [juf, endDanger()], [juf, endDanger()]).last)).toBe('danger-none');
  });
});

describe('what danger opens (N-07)', () => {
  const some = fc.constantFrom;
  const answer = fc.record({ who: some('moeder', 'vader', 'jeugdige'), status: some(...consentStatuses), recipients: fc.subarray([...route.parties.keys()], { minLength: 1 }) });
  it('Veilig Thuis for the Meldcode, with or without; every gate, seat and page stays as it was', () => {
    fc.assert(fc.property(some('onder-12', '12-15', '16-17', '18-plus'), fc.array(answer, { maxLength: 6 }), some(...dangerReasons), fc.boolean(), (age, answers, reason, parentsNotYet) => {
      const story: readonly Said[] = [
        openedAt(age), [juf, refer()], [juf, gezag('moeder')], ...answers.map(({ who, ...rest }): Said => [juf, consent(who, rest)]),
      ];
      const calm = play(route, ...story).state;
      const danger1 = play(route, ...story, [juf, danger({ reason, parentsNotYet, knows: [ib.person] })]).state;
      if (!calm || !danger1) throw new Error('no case');
      for (const recipient of route.parties.keys()) {
        for (const purpose of route.purposes.keys()) {
          const sharing = { sender: 'school', recipient, purpose };
          expect(gateFor(route, danger1, sharing, '2026-11-23')).toEqual(gateFor(route, calm, sharing, '2026-11-23'));
        }
      }
      for (const { person } of [juf, ib]) expect(seatOf(route, danger1, person, '2026-11-23')).toEqual(seatOf(route, calm, person, '2026-11-23'));
      expect(sharingOverview(route, danger1, '2026-11-23')).toEqual(sharingOverview(route, calm, '2026-11-23'));
      expect(mayShare(danger1, '2026-11-23', 'veilig-thuis', 'meldcode')).toBe(true);
      expect(mayShare(calm, '2026-11-23', 'veilig-thuis', 'meldcode')).toBe(true);
    }), { numRuns: 150 });
  });
});
