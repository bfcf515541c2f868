import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/case/decision.js';
import type { ChosenInvitee } from '../../src/case/mdo/commands.js';
import { waitingFor } from '../../src/case/people/waiting.js';
import { consent, gezag, ib, invitees, jgz, juf, mdo, open, outcomeOf, play, planned, refer, reply, type Said } from '../support/case.js';
import { AFTER, attended, cancel, choosing } from '../support/mdo.js';
import { answered, cmj, invite, jgz2, offer, replace, withdrawn, withJgz } from '../support/people.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const end = (...said: readonly Said[]) => outcomeOf(play(route, ...said).last);
const stateOf = (...said: readonly Said[]) => {
  const { state } = play(route, ...said);
  if (!state) throw new Error('no case');
  return state;
};
const waits = (person: Actor, now: string, ...said: readonly Said[]) => waitingFor(route, stateOf(...said), person.person, now).map(({ what }) => what);
const again = mdo({ mdo: 'm2', instead: 'm1', date: '2026-12-10' });
const asInvitee = ({ person, role, organisation }: Actor): ChosenInvitee => ({ key: `person:${person}`, personId: person, role, organisation });

describe('another school', () => {
  const cmjCase: readonly Said[] = [[cmj, open()], [cmj, gezag('moeder')], [cmj, consent('moeder', { recipients: ['school', 'jgz'] })]];
  const elsewhere: ChosenInvitee = { key: 'person:p-elders', personId: 'p-elders', role: 'ib-er', organisation: 'De Andere School' };
  it('is not invited by somebody of the gemeente either, beside the school that takes part', () => {
    expect(end(...cmjCase, [cmj, invite(ib)], [cmj, mdo({ invitees: [elsewhere, invitees.jgz] })])).toBe('mdo-other-school');
    expect(end(...cmjCase, [cmj, invite(ib)], [cmj, mdo({ invitees: [asInvitee(ib), invitees.jgz] })])).toEqual(['MdoPlanned']);
  });
  it('nor are two schools at once: the consent is for that of the child', () => {
    expect(end(...cmjCase, [cmj, mdo({ invitees: [elsewhere, asInvitee(ib)] })])).toBe('mdo-other-school');
    expect(end(...cmjCase, [cmj, mdo({ invitees: [asInvitee(ib), invitees.jgz] })])).toEqual(['MdoPlanned']);
  });
});

describe('an MDO that is over and of which nothing was recorded', () => {
  it('is not planned over: who was there would be lost', () => {
    expect(end(...planned, [juf, again, AFTER])).toBe('mdo-record-first');
    expect(end(...planned, [juf, attended(), AFTER], [juf, again])).toEqual(['MdoPlanned']);
    expect(end(...planned, [juf, cancel(), AFTER], [juf, again])).toEqual(['MdoPlanned']);
    expect(end(...planned, [juf, again, '2026-12-01T12:00:00.000Z'])).toEqual(['MdoPlanned']);
  });
  it('of which no moment was ever chosen is', () => {
    expect(end(...choosing, [juf, again, '2026-12-07T08:00:00.000Z'])).toEqual(['MdoPlanned']);
  });
  it('is, where nobody who runs it may see the case any more', () => {
    // The JGZ owns the case and organised the MDO; then sharing with the JGZ stopped.
    const given: readonly Said[] = [
      ...withJgz, [juf, refer()], [juf, offer(jgz)], [jgz, answered('accept-handover')], [ib, consent('moeder', { recipients: ['sociaal-team', 'koo'] })],
      [jgz, consent('moeder', { recipients: ['school', 'sociaal-team'] })], [jgz, mdo({ invitees: [asInvitee(ib), invitees.casemanager] })],
      [ib, consent('moeder', { status: 'ingetrokken', on: '2026-11-23' })],
    ];
    expect(end(...given, [ib, mdo({ mdo: 'm2', instead: 'm1', date: '2026-12-10', invitees: [invitees.casemanager, invitees.directie] }), AFTER])).toEqual(['MdoPlanned']);
  });
});

describe('what waits round an MDO', () => {
  const LATE = '2026-12-07T08:00:00.000Z';
  it('no answer once the last of the moments is over; then the organiser plans again', () => {
    expect(waits(jgz, '2026-12-04T08:00:00.000Z', ...choosing)).toEqual(['mdo-uitnodiging']);
    expect(waits(jgz, LATE, ...choosing)).toEqual([]);
    expect(waits(juf, LATE, ...choosing)).toEqual(['mdo-verlopen']);
  });
  it('a moment to choose does not wait for whom no answer can come from', () => {
    const closed: readonly Said[] = [...choosing, [juf, reply({ invitee: invitees.directie.key, options: ['o1'] })], [juf, consent('moeder', { status: 'ingetrokken', on: '2026-11-23' })]];
    expect(waits(juf, '2026-11-24T08:00:00.000Z', ...closed)).toEqual(['mdo-moment']);
  });
  it('nor longer than until the first moment is near', () => {
    expect(waits(juf, '2026-11-27T08:00:00.000Z', ...choosing)).toEqual([]);
    expect(waits(juf, '2026-11-30T08:00:00.000Z', ...choosing)).toEqual(['mdo-moment']);
  });
  it('for the owner, when the organiser takes no part any more', () => {
    const given: readonly Said[] = [...planned.slice(0, -1), [juf, refer()], [ib, mdo()], [ib, { type: 'leave' }, AFTER]];
    expect(waits(juf, AFTER, ...given)).toEqual(['mdo-geweest']);
    expect(waits(juf, AFTER, ...given.slice(0, -1))).toEqual([]);
  });
});

describe('who takes over a place takes over the invitation', () => {
  const given: readonly Said[] = [...withJgz, [juf, mdo()], [jgz, reply()]];
  const invited = (...said: readonly Said[]) => stateOf(...said).mdo?.invitees.map(({ key, answer }) => [key, answer?.answer ?? null]);
  it('to answer it anew', () => {
    const moved = [['person:p-jgz2', null], ['person:p-dir', null]];
    expect(invited(...given, [jgz, offer(jgz2)], [jgz2, answered('accept-handover')])).toEqual(moved);
    expect(invited(...given, [juf, replace(jgz, jgz2, { gone: true })])).toEqual(moved);
  });
  it('not from another side: that would be another invitation', () => {
    const other: readonly Said[] = [...given, [juf, consent('moeder', { recipients: ['sociaal-team'] })], [juf, invite(cmj)], [juf, replace(jgz, cmj)]];
    expect(invited(...other)).toEqual([['person:p-jgz', 'komt'], ['person:p-dir', null]]);
  });
  it('nor twice, nor besides organising it', () => {
    const both: readonly Said[] = [...withJgz, [juf, mdo({ invitees: [invitees.jgz, asInvitee(jgz2)] })], [jgz, offer(jgz2)], [jgz2, answered('accept-handover')]];
    expect(invited(...both)).toEqual([['person:p-jgz2', null]]);
    const organiser: readonly Said[] = [...planned, [juf, refer()], [juf, mdo({ mdo: 'm2', instead: 'm1', invitees: [invitees.jgz, asInvitee(ib)] })], [juf, offer(ib)], [ib, answered('accept-handover')]];
    expect(invited(...organiser)).toEqual([['person:p-jgz', null]]);
  });
});

describe('an owner with whom nothing may be shared any more', () => {
  const owned: readonly Said[] = [...withJgz, [juf, refer()], [juf, offer(jgz)], [jgz, answered('accept-handover')]];
  const stopped: readonly Said[] = [...owned, [ib, consent('moeder', { status: 'ingetrokken', on: '2026-11-23' })]];
  it('can be replaced by a participant who hangs on no gate, also by the own person', () => {
    expect(end(...owned, [ib, replace(jgz, ib)])).toBe('replace-not-yours');
    expect(end(...stopped, [ib, replace(jgz, ib)])).toEqual(['PersonReplaced']);
    expect(stateOf(...stopped, [ib, replace(jgz, ib)]).owner).toBe(ib.person);
  });
  it('does not get the turn back', () => {
    expect(end(...stopped, [ib, { type: 'set-holder', person: ib.person }], [ib, { type: 'leave' }])).toBe('leave-turn');
  });
  it('a closed seat that is not the owner is nobody else\'s to take', () => {
    expect(end(...withdrawn, [juf, refer()], [ib, replace(jgz, ib)])).toBe('replace-not-yours');
  });
});

describe('a step that was offered', () => {
  const NEXT = '2026-11-24T08:00:00.000Z';
  const offered: readonly Said[] = [[juf, open()], [juf, refer()], [juf, offer(ib, { what: 'stap' })]];
  const nextStep: readonly Said[] = [...offered, [juf, { type: 'step-done', step: 'signaal' }, NEXT]];
  it('is not the step after it', () => {
    const state = stateOf(...nextStep);
    expect(state.step?.startedAt).toBe(NEXT);
    expect(end(...nextStep, [ib, answered('accept-handover')])).toBe('handover-passed');
  });
  it('does not wait any more when the step is another one, or somebody else\'s', () => {
    expect(waits(ib, NEXT, ...offered)).toEqual(['overdracht']);
    expect(waits(ib, NEXT, ...nextStep)).toEqual([]);
    expect(waits(ib, NEXT, ...offered, [juf, { type: 'set-holder', person: ib.person }])).toEqual([]);
  });
});
