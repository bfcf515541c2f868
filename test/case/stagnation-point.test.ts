import { describe, expect, it } from 'vitest';
import { mdoAhead } from '../../src/case/stagnation/point.js';
import { clock, consent, gezag, ib, jgz, juf, mdo, open, outsider, outcomeOf, play, punt, punt2, refer, regievoerder, type Said } from '../support/case.js';
import { agreedRoute, claimed, close, handOn, motherKnows, opened, silentRoute, stuck } from '../support/stagnation.js';

const route = agreedRoute;
const AGAIN = '2026-11-26T08:00:00.000Z';
const SECOND = '2026-12-01T08:00:00.000Z';
const second: Said = [clock, { type: 'unclaimed-second', second: 'p-baas' }, SECOND];
const raised: readonly Said[] = [opened, [juf, stuck('samenwerking')]];
const repeated: readonly Said[] = [...raised, [clock, { type: 'unclaimed' }, AGAIN]];
const nudge = (person = juf.person): Said[1] => ({ type: 'nudge', person });

describe('a case that nobody picks up', () => {
  it('is told again after what the region agreed, and then the second person is asked', () => {
    expect(play(route, ...raised).state?.stagnation).toMatchObject({ againAt: AGAIN, secondAt: null });
    const again = play(route, ...repeated);
    expect(again.last).toEqual({ kind: 'events', events: [{ type: 'StagnationRepeated', data: { secondAt: SECOND } }] });
    const asked = play(route, ...repeated, second);
    expect(asked.last).toEqual({ kind: 'events', events: [{ type: 'SecondAsked', data: { person: 'p-baas' } }] });
    expect(asked.state?.stagnation).toMatchObject({ repeated: 1, secondAsked: 'p-baas', againAt: null, secondAt: null, claimedBy: null });
  });
  it('is not told again where the region agreed nothing (N-17)', () => {
    expect(play(silentRoute, ...raised).state?.stagnation?.againAt).toBeNull();
    expect(outcomeOf(play(silentRoute, ...raised, [clock, { type: 'unclaimed' }, '2027-11-26T08:00:00.000Z']).last)).toEqual([]);
  });
  it.each<[string, readonly Said[]]>([
    ['early', [...raised, [clock, { type: 'unclaimed' }, '2026-11-26T07:59:59.999Z']]],
    ['twice', [...repeated, [clock, { type: 'unclaimed' }]]],
    ['claimed', [...raised, [punt, { type: 'claim' }], [clock, { type: 'unclaimed' }, AGAIN]]],
    ['over', [...raised, [juf, { type: 'runs-again' }], [clock, { type: 'unclaimed' }, AGAIN]]],
    ['the second person too early', [...repeated, [clock, { type: 'unclaimed-second', second: 'p-baas' }, AGAIN]]],
    ['the second person twice', [...repeated, second, second]],
    ['the second person after a claim', [...repeated, [punt, { type: 'claim' }], second]],
    ['a second person who is not in the register', [...repeated, [clock, { type: 'unclaimed-second', second: null }, SECOND]]],
    ['a place, which does not go to the stagnatiepunt', [opened, [juf, stuck('plek')], [clock, { type: 'unclaimed' }, '2027-11-26T08:00:00.000Z']]],
  ])('%s: nothing happens', (_, story) => {
    expect(outcomeOf(play(route, ...story).last)).toEqual([]);
  });
  it('given back, its time begins anew', () => {
    const { last, state } = play(route, ...repeated, [punt, { type: 'claim' }], [punt, { type: 'release-claim' }]);
    expect(outcomeOf(last)).toEqual(['StagnationReleased']);
    expect(state?.stagnation).toMatchObject({ claimedBy: null, claimedAt: null, againAt: '2026-12-01T08:00:00.000Z' });
    expect(outcomeOf(play(route, ...repeated, [punt, { type: 'claim' }], [punt, { type: 'release-claim' }], [punt2, { type: 'claim' }]).last)).toEqual(['StagnationClaimed']);
  });
});

describe('only the one who picked it up', () => {
  it.each<[string, Said[1]]>([
    ['gives it back', { type: 'release-claim' }], ['asks a role', nudge()], ['proposes an MDO', { type: 'propose-mdo' }], ['hands it on', handOn()], ['ends it', close()],
  ])('%s', (_, command) => {
    expect(outcomeOf(play(route, ...claimed, [punt2, command]).last)).toBe('not-claimed');
    expect(outcomeOf(play(route, ...raised, [punt, command]).last)).toBe('not-claimed');
    expect(outcomeOf(play(route, ...claimed, [juf, command]).last)).toBe('stagnatiepunt-only');
    expect(outcomeOf(play(route, ...claimed, [juf, { type: 'runs-again' }], [punt, command]).last)).toBe('not-stuck');
  });
});

describe('a polite question', () => {
  it('is recorded, and asked again after three working days at the earliest', () => {
    const asked: readonly Said[] = [...claimed, [punt, nudge()]];
    expect(play(route, ...asked).state?.stagnation?.nudges).toEqual([{ person: juf.person, at: '2026-11-23T08:00:00.000Z', by: punt.person }]);
    const early = play(route, ...asked, [punt, nudge(), '2026-11-27T07:59:00.000Z']).last;
    expect(early).toMatchObject({ kind: 'refused', refusal: { id: 'nudged-already', text: expect.stringContaining('27 november 2026') as string } });
    expect(outcomeOf(play(route, ...asked, [punt, nudge(), '2026-11-27T08:00:00.000Z']).last)).toEqual(['RoleNudged']);
  });
  it('to one says nothing of another', () => {
    expect(outcomeOf(play(route, ...claimed, [juf, refer()], [punt, nudge()], [punt, nudge(ib.person)]).last)).toEqual(['RoleNudged']);
  });
  it('does not reach somebody with whom nothing is shared', () => {
    expect(outcomeOf(play(route, ...claimed, [punt, nudge(outsider.person)]).last)).toBe('nudge-who');
  });
});

describe('an MDO', () => {
  it('is proposed once, and those who take part decide (ROL-STP-03)', () => {
    const { state, last } = play(route, ...claimed, [punt, { type: 'propose-mdo' }]);
    expect(outcomeOf(last)).toEqual(['MdoProposed']);
    expect(state?.mdo).toBeNull();
    expect(outcomeOf(play(route, ...claimed, [punt, mdo()]).last)).toBe('not-a-participant');
  });
  it('that is planned, is ahead until its day has passed', () => {
    const { state } = play(route, opened, [juf, gezag('moeder')], [juf, consent('moeder')], [juf, mdo()]);
    if (!state) throw new Error('no case');
    expect([mdoAhead(state, '2026-12-01'), mdoAhead(state, '2026-12-02')]).toEqual([true, false]);
  });
});

describe('"the parents know"', () => {
  const silent: readonly Said[] = [opened, [juf, stuck('samenwerking', false)], [punt, { type: 'claim' }]];
  it.each([['a participant', juf], ['the claimer', punt]])('is ticked by %s', (_, who) => {
    const { last, state } = play(route, ...silent, [who, { type: 'parents-told' }]);
    expect(outcomeOf(last)).toEqual(['StagnationParentsTold']);
    expect(state?.stagnation?.parentsKnow).toBe(true);
  });
  it('is ticked by nobody else', () => {
    for (const who of [outsider, punt2, jgz, regievoerder]) expect(outcomeOf(play(route, ...silent, [who, { type: 'parents-told' }]).last)).toBe('not-a-participant');
  });
  it('belongs to a case that is stuck', () => {
    expect(outcomeOf(play(route, opened, [juf, { type: 'parents-told' }]).last)).toBe('not-stuck');
  });
});

describe('handing on to the regievoerder zorg', () => {
  it('names the person of the board of the school, and ends it here', () => {
    const { last, state } = play(route, ...claimed, [punt, handOn()]);
    expect(outcomeOf(last)).toEqual(['StagnationClosed', 'StepStarted']);
    expect(state?.lastStagnation).toMatchObject({ ending: 'naar-regievoerder', to: regievoerder.person });
    expect(state?.people.map((one) => one.person)).toEqual([juf.person]);
  });
  it('never goes to another board, whoever was chosen', () => {
    const elders = { ...regievoerder, person: 'p-regie2', organisation: 'Bestuur Elders' };
    expect(outcomeOf(play(route, ...claimed, [punt, handOn({ found: [elders] })]).last)).toBe('no-regievoerder');
    expect(outcomeOf(play(route, ...claimed, [punt, handOn({ found: [regievoerder, elders], to: elders.person })]).last)).toBe('choose-regievoerder');
  });
  it('says whom to call when there is none', () => {
    expect(play(route, ...claimed, [punt, handOn({ found: [] })]).last).toMatchObject({ refusal: { text: expect.stringContaining('schoolbestuur van de school weet wie') as string } });
  });
  it('waits until the parents know, unless the ledger says so already', () => {
    const unknown: readonly Said[] = [opened, [juf, stuck('plek', false)], [juf, { type: 'runs-again' }], [juf, stuck('beide', false)], [punt, { type: 'claim' }]];
    expect(outcomeOf(play(route, ...unknown, [punt, handOn()]).last)).toBe('hand-on-closed');
    expect(outcomeOf(play(route, ...unknown, [punt, { type: 'parents-told' }], [punt, handOn()]).last)).toEqual(['StagnationClosed', 'StepStarted']);
    expect(outcomeOf(play(route, ...unknown, ...motherKnows, [punt, handOn()]).last)).toEqual(['StagnationClosed', 'StepStarted']);
  });
  it('stops at a no, also where somebody ticked that the parents know', () => {
    const no = consent('moeder', { recipients: ['regievoerder'], purpose: 'vastlopen', status: 'geweigerd', on: '2026-11-21' });
    expect(play(route, ...claimed, [juf, gezag('moeder')], [juf, no], [punt, handOn()]).last).toMatchObject({ refusal: { id: 'hand-on-closed', text: expect.stringContaining('De moeder heeft geweigerd') as string } });
  });
  it('from 16 asks for the jongere, never for the parents', () => {
    const story: readonly Said[] = [[juf, open({ ageBand: '16-17' })], [juf, stuck('beide', false)], [punt, { type: 'claim' }], [punt, handOn()]];
    const { last } = play(route, ...story);
    expect(last).toMatchObject({ refusal: { text: expect.stringContaining('de jongere het weet') as string } });
    expect(last).not.toMatchObject({ refusal: { text: expect.stringMatching(/ouders/) as string } });
  });
});
