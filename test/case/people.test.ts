import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../src/case/state.js';
import { circleOf, seatOf } from '../../src/case/people/circle.js';
import { consent, gezag, ib, jgz, juf, mdo, open, outcomeOf, play, refer, regievoerder, type Said } from '../support/case.js';
import { answered, cmj, directie, duo, duoOf, elders, invite, jgz2, koo, mark, offer, outsiderJoins, replace, stranger, turnTo, withdrawn, withJgz } from '../support/people.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const opened: Said = [juf, open()];
const DAY = '2026-11-23';
const names = (state: CaseState | undefined) => state?.people.map((one) => one.person);
const end = (...story: readonly Said[]) => outcomeOf(play(route, ...story).last);
const seat = (story: readonly Said[], person: string) => { const { state } = play(route, ...story); return state && seatOf(route, state, person, DAY)?.kind; };

describe('somebody is brought in', () => {
  it('within the own school without a gate, and by no gate ever shut out', () => {
    const { state } = play(route, opened, [juf, invite(ib)]);
    expect(state?.people[1]).toMatchObject({ person: ib.person, role: 'ib-er', organisation: 'De Proefschool', sender: null });
  });
  it('the KOO is not within the school, and not within the sociaal team of the same gemeente', () => {
    expect(end(opened, [juf, invite({ ...koo, organisation: juf.organisation })])).toBe('invite-gate');
    const inside: readonly Said[] = [opened, [juf, gezag('moeder')], [juf, consent('moeder', { recipients: ['koo'] })], [juf, invite(koo)]];
    expect(end(...inside)).toEqual(['PersonJoined']);
    expect(end(...inside, [koo, invite(cmj)])).toBe('invite-gate');
  });
  it('says which gate is closed, and why', () => {
    const { last } = play(route, opened, [juf, invite(jgz)]);
    expect(last.kind === 'refused' && last.refusal.text).toMatch(/JGZ van de GGD: Leg eerst vast wie het gezag heeft\.$/);
  });
  it('through the open gate, and sees nothing while it is closed', () => {
    expect(seat(withJgz, jgz.person)).toBe('open');
    expect(seat(withdrawn, jgz.person)).toBe('closed');
  });
  it('who came in through a gate brings in nobody past it: a colleague hangs on the same one', () => {
    const story: readonly Said[] = [...withJgz, [jgz, invite(jgz2)]];
    expect(play(route, ...story).state?.people.at(-1)).toMatchObject({ person: jgz2.person, sender: 'school' });
    const closed: readonly Said[] = [...story, [juf, consent('moeder', { status: 'ingetrokken', on: DAY })]];
    expect(seat(closed, jgz2.person)).toBe('closed');
    expect(end(...closed, [jgz, invite({ ...jgz2, person: 'p-jgz3' })])).toBe('sharing-stopped');
  });
  it('from another school by nobody but the regievoerder, also not by who is of no school', () => {
    expect(end(...withJgz, [juf, consent('moeder', { recipients: ['school'] })], [jgz, invite(elders)])).toBe('person-other-school');
    expect(end([regievoerder, open()], [regievoerder, invite(elders)])).toEqual(['PersonJoined']);
  });
  it('two of no side have no organisation in common', () => {
    const huisarts = { person: 'p-ha', role: 'huisarts', organisation: 'Praktijk' };
    expect(end([huisarts, open()], [huisarts, invite({ ...huisarts, person: 'p-an', role: 'anders' })])).toBe('invite-gate');
  });
  it('outside Teams through the same gate', () => {
    expect(end(opened, [juf, outsiderJoins()])).toBe('invite-gate');
    const { state } = play(route, ...withJgz, [juf, outsiderJoins({ nameId: 't-9' })]);
    expect(state?.outsiders).toEqual([{ key: 'out:1', role: 'jeugdarts', nameId: 't-9', sender: 'school', by: juf.person }]);
    expect(play(route, ...withJgz, [juf, outsiderJoins()], [juf, { type: 'remove-outsider', key: 'out:1' }]).state?.outsiders).toEqual([]);
  });
  it('by somebody who is not in the register not at all', () => {
    for (const command of [invite(ib), outsiderJoins(), offer(ib), turnTo(juf), mark(), refer()]) expect(end([stranger, open()], [stranger, command])).toBe('register-only');
  });
});

describe('somebody leaves', () => {
  it('and the turn goes back to the owner', () => {
    const story: readonly Said[] = [opened, [juf, refer()], [juf, turnTo(ib)], [ib, { type: 'leave' }]];
    expect(end(...story)).toEqual(['HolderSet', 'PersonLeft']);
    const { state } = play(route, ...story);
    expect(names(state)).toEqual([juf.person]);
    expect(state?.step?.holder).toBe(juf.person);
  });
  it('also where nothing may be shared any more', () => {
    expect(end(...withdrawn, [jgz, { type: 'leave' }])).toEqual(['PersonLeft']);
  });
});

describe('a handover', () => {
  it('changes nothing before the receiver accepts', () => {
    const { state } = play(route, opened, [juf, offer(ib)]);
    expect(names(state)).toEqual([juf.person]);
    expect(state?.owner).toBe(juf.person);
  });
  it('of a place brings along ownership, the turn and the MDO', () => {
    const { state } = play(route, ...withJgz, [juf, mdo()], [juf, offer(ib)], [ib, answered('accept-handover')]);
    expect(names(state)).toEqual([jgz.person, ib.person]);
    expect(state).toMatchObject({ owner: ib.person, step: { holder: ib.person, holderRole: 'ib-er' }, mdo: { organiser: ib.person }, handovers: [] });
  });
  it('of the turn leaves the giver where they are', () => {
    const { state } = play(route, opened, [juf, offer(ib, { what: 'stap' })], [ib, answered('accept-handover')]);
    expect(names(state)).toEqual([juf.person, ib.person]);
    expect(state).toMatchObject({ owner: juf.person, step: { holder: ib.person } });
  });
  it('to another organisation asks the gate, also again when it is accepted', () => {
    expect(end(opened, [juf, offer(jgz)])).toBe('invite-gate');
    const agreed: readonly Said[] = [opened, [juf, gezag('moeder')], [juf, consent('moeder')], [juf, offer(jgz)]];
    expect(end(...agreed, [jgz, answered('accept-handover')])).toEqual(['HandoverAccepted']);
    const { last } = play(route, ...agreed, [juf, consent('moeder', { status: 'ingetrokken', on: DAY })], [jgz, answered('accept-handover')]);
    // Whoever does not take part learns nothing of what parents said.
    expect(last.kind === 'refused' && last.refusal.text).not.toMatch(/moeder/);
  });
  it('is refused or withdrawn by the one whose it is, and by nobody else', () => {
    const offered: readonly Said[] = [opened, [juf, refer()], [juf, offer(directie)]];
    expect(end(...offered, [ib, answered('decline-handover')])).toBe('handover-none');
    expect(end(...offered, [ib, answered('withdraw-handover')])).toBe('handover-none');
    expect(play(route, ...offered, [directie, answered('decline-handover')]).state?.handovers).toEqual([]);
    expect(play(route, ...offered, [juf, answered('withdraw-handover')]).state?.handovers).toEqual([]);
    expect(end(...offered, [juf, answered('withdraw-handover')], [directie, answered('accept-handover')])).toBe('handover-none');
  });
  it('a second offer of the same takes the place of the first', () => {
    const { state } = play(route, opened, [juf, offer(ib)], [juf, offer(directie, { handover: 'h2' })]);
    expect(state?.handovers.map((one) => one.to)).toEqual([directie.person]);
  });
});

describe('somebody is replaced', () => {
  it('by the owner, by IB or directie of the same organisation, or by any participant when they are gone', () => {
    const three: readonly Said[] = [opened, [juf, refer()], [juf, invite(duo)]];
    expect(end(...three, [juf, replace(duo, directie)])).toEqual(['PersonReplaced']);
    expect(end(...three, [ib, replace(juf, ib)])).toEqual(['PersonReplaced']);
    expect(end(...three, [duo, replace(juf, directie, { gone: true })])).toEqual(['PersonReplaced']);
    expect(end(...three, [duo, replace(juf, directie)])).toBe('replace-not-yours');
  });
  it('and the new one hangs on the gate on which the one before hung', () => {
    const { state } = play(route, ...withJgz, [juf, replace(jgz, jgz2)]);
    expect(state?.people.at(-1)).toMatchObject({ person: jgz2.person, sender: 'school' });
    expect(end(...withdrawn, [juf, replace(jgz, jgz2)])).toBe('invite-gate');
  });
  it('an owner who is replaced owns no more', () => {
    expect(play(route, opened, [juf, refer()], [ib, replace(juf, duo)]).state).toMatchObject({ owner: duo.person, step: { holder: duo.person } });
  });
});

describe('a duo', () => {
  it('has one role at one organisation, and can end', () => {
    const story: readonly Said[] = [opened, [juf, invite(duo, { duo: true })]];
    expect(end(...story)).toEqual(['PersonJoined', 'DuoFormed']);
    expect(end(opened, [juf, invite(ib, { duo: true })])).toBe('duo-same');
    expect(play(route, ...story, [duo, duoOf(juf, duo, 'end-duo')]).state?.duos).toEqual([]);
    expect(end(opened, [juf, invite(duo)], [duo, duoOf(duo, juf)])).toEqual(['DuoFormed']);
  });
});

describe('an own mark', () => {
  it('is one for each organisation, and can be taken away', () => {
    const both: readonly Said[] = [...withJgz, [juf, mark()], [jgz, mark({ referenceId: 't-ggd' })]];
    expect(play(route, ...both).state?.references).toEqual({ 'De Proefschool': 't-mark', GGD: 't-ggd' });
    expect(play(route, ...both, [juf, mark({ referenceId: null })]).state?.references).toEqual({ GGD: 't-ggd' });
  });
});

it('the circle holds those with an open seat alone', () => {
  const { state } = play(route, ...withdrawn, [juf, refer()]);
  expect(state && circleOf(route, state, DAY).map((one) => one.person)).toEqual([juf.person, ib.person]);
});
