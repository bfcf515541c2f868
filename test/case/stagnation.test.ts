import { describe, expect, it } from 'vitest';
import { isKnown } from '../../src/case/stagnation/knows.js';
import { clock, juf, open, outcomeOf, play, punt, punt2, type Said } from '../support/case.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const stuck = (kind: string, parentsKnow = true): Said[1] => ({ type: 'stuck', kind, parentsKnow });
const close = (ending = 'samenwerking-hervat'): Said[1] => ({ type: 'close-stagnation', ending, noteId: null });

const opened: Said = [juf, open()];
const asked: readonly Said[] = [opened, [clock, { type: 'term-passed' }, '2026-12-08T08:00:00.000Z']];
const silent: readonly Said[] = [...asked, [clock, { type: 'grace-passed' }, '2026-12-14T08:00:00.000Z']];
const claimed: readonly Said[] = [opened, [juf, stuck('samenwerking')], [punt, { type: 'claim' }]];

describe('silence after the grace', () => {
  it('reaches the stagnatiepunt as silence, not as blame', () => {
    const { last, state } = play(route, ...silent);
    expect(last).toEqual({ kind: 'events', events: [{ type: 'Escalated', data: { reason: 'silence', againAt: '2026-12-18T08:00:00.000Z' } }] });
    expect(state?.stagnation).toMatchObject({ reason: 'silence', kind: null, atStagnatiepunt: true, parentsKnow: false });
  });
  it('not a moment before the grace is over', () => {
    expect(outcomeOf(play(route, ...asked, [clock, { type: 'grace-passed' }, '2026-12-14T07:59:59.999Z']).last)).toEqual([]);
  });
  it.each<[string, Said[1]]>([
    ['done', { type: 'step-done', step: 'signaal' }],
    ['waiting', { type: 'step-waits', waitFor: 'ouders', until: '2026-12-20' }],
    ['stuck', stuck('plek')],
  ])('a holder who said "%s" is not reported', (_, said) => {
    expect(outcomeOf(play(route, ...asked, [juf, said], [clock, { type: 'grace-passed' }, '2026-12-14T08:00:00.000Z']).last)).toEqual([]);
  });
  it('a late timer does nothing twice', () => {
    expect(outcomeOf(play(route, ...silent, [clock, { type: 'grace-passed' }]).last)).toEqual([]);
    expect(outcomeOf(play(route, ...silent, [clock, { type: 'term-passed' }]).last)).toEqual([]);
  });
  it.each<[string, Said[1], string]>([
    ['done', { type: 'step-done', step: 'signaal' }, 'StepDone'],
    ['waiting', { type: 'step-waits', waitFor: 'ouders', until: '2026-12-20' }, 'StepWaits'],
  ])('the holder who records "%s" after all ends it', (_, said, event) => {
    const { state, last } = play(route, ...silent, [juf, said]);
    expect(outcomeOf(last)).toEqual(expect.arrayContaining(['StagnationClosed', event]));
    expect(state?.stagnation).toBeNull();
    expect(state?.lastStagnation?.ending).toBe('alsnog-vastgelegd');
  });
  it('who says what it is stuck on adds to it and starts nothing anew', () => {
    const { last, state } = play(route, ...silent, [juf, stuck('samenwerking')]);
    expect(outcomeOf(last)).toEqual(['CaseStuck']);
    expect(state?.stagnation).toMatchObject({ reason: 'silence', kind: 'samenwerking', atStagnatiepunt: true, since: '2026-12-14T08:00:00.000Z' });
  });
});

describe('"het loopt vast"', () => {
  it.each(['samenwerking', 'beide', 'weet-niet'])('%s goes to the stagnatiepunt (N-03)', (kind) => {
    const { last, state } = play(route, opened, [juf, stuck(kind)]);
    expect(outcomeOf(last)).toEqual(['CaseStuck', 'Escalated']);
    expect(state?.stagnation).toMatchObject({ kind, atStagnatiepunt: true, parentsKnow: true });
  });
  it('a missing place alone goes the road of the regievoerder', () => {
    const { last, state } = play(route, opened, [juf, stuck('plek')]);
    expect(outcomeOf(last)).toEqual(['CaseStuck']);
    expect(state?.stagnation?.atStagnatiepunt).toBe(false);
    expect(outcomeOf(play(route, opened, [juf, stuck('plek')], [punt, { type: 'claim' }]).last)).toBe('not-stuck');
  });
  it('needs no term', () => {
    const bare = { ...route, region: { ...route.region, terms: {} } };
    expect(outcomeOf(play(bare, opened, [juf, stuck('samenwerking')]).last)).toEqual(['CaseStuck', 'Escalated']);
  });
});

describe('the stagnatiepunt', () => {
  it('claims once', () => {
    expect(play(route, ...claimed).state?.stagnation?.claimedBy).toBe(punt.person);
    expect(outcomeOf(play(route, ...claimed, [punt2, { type: 'claim' }]).last)).toBe('already-claimed');
    expect(outcomeOf(play(route, ...claimed, [punt, { type: 'claim' }]).last)).toBe('already-claimed');
  });
  it('only the one who claimed it says how it ended, and the step gets its term anew', () => {
    expect(outcomeOf(play(route, ...claimed, [punt2, close()]).last)).toBe('not-claimed');
    const { last, state } = play(route, ...claimed, [punt, close(), '2026-12-15T08:00:00.000Z']);
    expect(outcomeOf(last)).toEqual(['StagnationClosed', 'StepStarted']);
    expect(state).toMatchObject({ stagnation: null, lastStagnation: { ending: 'samenwerking-hervat', claimedBy: punt.person }, step: { holder: juf.person, dueAt: '2027-01-13T08:00:00.000Z' } });
  });
  it('decides nothing about the case itself (ROL-STP-03)', () => {
    for (const command of [{ type: 'step-done', step: 'signaal' }, { type: 'close', ending: 'overgedragen' }, { type: 'runs-again' }] as const) {
      expect(outcomeOf(play(route, ...claimed, [punt, command]).last), command.type).toBe('not-a-participant');
    }
  });
  it('participants may record that it runs again', () => {
    const { last, state } = play(route, ...claimed, [juf, { type: 'runs-again' }]);
    expect(outcomeOf(last)).toEqual(['StagnationClosed', 'StepStarted']);
    expect(state?.lastStagnation?.ending).toBe('loopt-weer');
    expect(outcomeOf(play(route, ...claimed, [juf, { type: 'runs-again' }], [punt, close()]).last)).toBe('not-stuck');
  });
  it('a case can get stuck a second time', () => {
    const { state } = play(route, ...claimed, [punt, close()], [juf, stuck('beide')]);
    expect(state?.stagnation).toMatchObject({ kind: 'beide', claimedBy: null });
  });
});

describe('who picked it up left the stagnatiepunt', () => {
  it('a colleague picks it up, and ends it', () => {
    const taken: readonly Said[] = [...claimed, [punt2, { type: 'claim', claimerGone: true }]];
    expect(play(route, ...taken).state?.stagnation?.claimedBy).toBe(punt2.person);
    expect(outcomeOf(play(route, ...taken, [punt, close()]).last)).toBe('not-claimed');
    expect(outcomeOf(play(route, ...taken, [punt2, close()]).last)).toEqual(['StagnationClosed', 'StepStarted']);
    expect(outcomeOf(play(route, ...claimed, [punt, { type: 'claim', claimerGone: true }]).last)).toBe('already-claimed');
  });
});

describe('what somebody said is stuck', () => {
  it.each<[string, Said[1], string]>([
    ['done', { type: 'step-done', step: 'signaal' }, 'StepDone'], ['waiting', { type: 'step-waits', waitFor: 'ouders', until: '2026-12-20' }, 'StepWaits'],
  ])('is not over because somebody else records "%s"', (_, said, event) => {
    const { last, state } = play(route, ...claimed, [juf, said]);
    expect(outcomeOf(last)).toContain(event);
    expect(outcomeOf(last)).not.toContain('StagnationClosed');
    expect(state?.stagnation).toMatchObject({ kind: 'samenwerking', claimedBy: punt.person });
  });
  it('a missing place first, and cooperation later: then the stagnatiepunt hears of it', () => {
    const place: readonly Said[] = [opened, [juf, stuck('plek')]];
    expect(outcomeOf(play(route, ...place, [juf, stuck('plek')]).last)).toBe('already-stuck');
    const { last, state } = play(route, ...place, [juf, stuck('samenwerking', false)]);
    expect(outcomeOf(last)).toEqual(['CaseStuck', 'Escalated']);
    expect(state?.stagnation).toMatchObject({ kind: 'samenwerking', atStagnatiepunt: true, raisedBy: juf.person });
    expect(outcomeOf(play(route, opened, [juf, stuck('beide')], [juf, stuck('plek')]).last)).toBe('already-stuck');
  });
  it('what the parents were told stays, when somebody adds to it without the tick', () => {
    expect(play(route, ...silent, [juf, { type: 'parents-told' }], [juf, stuck('beide', false)]).state?.stagnation?.parentsKnow).toBe(true);
  });
  it('that the parents know does not count for a jongere who became 16 since (TOE-10)', () => {
    const young: readonly Said[] = [[juf, open({ ageBand: '12-15', borderMonth: '2026-12' })], [juf, stuck('beide')]];
    const known = (day: string) => {
      const { state } = play(route, ...young);
      return state?.stagnation ? isKnown(state, state.stagnation, day) : undefined;
    };
    expect(known('2026-12-31')).toBe(true);
    expect(known('2027-01-01')).toBe(false);
    const { last, state } = play(route, ...young, [juf, { type: 'parents-told' }, '2027-01-04T08:00:00.000Z']);
    expect(outcomeOf(last)).toEqual(['StagnationParentsTold']);
    expect(state?.stagnation && isKnown(state, state.stagnation, '2027-01-04')).toBe(true);
  });
});
