import { describe, expect, it } from 'vitest';
import { readsNote, type Reader } from '../../src/case/contact/reads.js';
import { consent, gezag, ib, jgz, juf, open, outcomeOf, outsider, play, refer, type Said } from '../support/case.js';
import { talk } from '../support/contact.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const noted = (...more: readonly Said[]) => play(route, [juf, open()], ...more);

describe('a note of a talk (REG-03)', () => {
  it('holds the three parts, and for whom it is to read', () => {
    const { state, events } = noted([juf, talk({ with: ['moeder', 'moeder', 'role:huisarts'] })]);
    expect(state?.contacts).toEqual([{
      id: 'g1', organisation: juf.organisation, side: 'school', on: '2026-11-23', with: ['moeder', 'role:huisarts'],
      discussedId: 't-besproken', agreedId: 't-afgesproken', by: juf.person,
    }]);
    expect(events.at(-1)).toMatchObject({ type: 'ContactNoted', actor: juf.person });
  });
  it.each([['', 'date-needed'], ['gisteren', 'date-needed'], ['2026-02-30', 'date-needed'], ['2026-11-24', 'contact-in-future'], ['2026-12-24', 'contact-in-future']])('of the day %j is refused: %s', (on, id) => {
    expect(outcomeOf(noted([juf, talk({ on })]).last)).toBe(id);
  });
  it('of today counts by the Dutch calendar', () => {
    const late = '2026-11-23T23:30:00.000Z';
    expect(outcomeOf(noted([juf, talk({ on: '2026-11-24' }), late]).last)).toEqual(['ContactNoted']);
  });
  it.each([[[]], [['']], [['oma']], [['person:p-vreemd']], [['out:1']], [['role:stagnatiepunt']], [['role:constructor']], [['moeder', 'x']]])('with %j is refused', (withWhom) => {
    expect(outcomeOf(noted([juf, talk({ with: withWhom })]).last)).toMatch(/^contact-with/);
  });
  it('names who takes part, and not somebody towards whom sharing stopped', () => {
    const withJgz: Said[] = [[juf, gezag('moeder')], [juf, consent('moeder')], [juf, { type: 'invite-person', who: jgz, told: true, duo: false }]];
    expect(outcomeOf(noted(...withJgz, [juf, talk({ with: ['person:p-jgz'] })]).last)).toEqual(['ContactNoted']);
    const stopped: Said[] = [...withJgz, [juf, consent('moeder', { status: 'ingetrokken' })]];
    expect(outcomeOf(noted(...stopped, [juf, talk({ with: ['person:p-jgz'] })]).last)).toBe('contact-with-unknown');
    expect(outcomeOf(noted(...stopped, [jgz, talk()]).last)).toBe('sharing-stopped');
  });
  it('is for those who take part, in a case that is open', () => {
    expect(outcomeOf(noted([outsider, talk()]).last)).toBe('not-a-participant');
    expect(outcomeOf(noted([juf, { type: 'close', ending: 'niet-nodig', reasonId: null }], [juf, talk()]).last)).toBe('case-closed');
  });
});

describe('what was said in a talk', () => {
  const [note] = noted([juf, refer()], [juf, talk()]).state?.contacts ?? [];
  if (!note) throw new Error('no talk was noted');
  const reader = (changes: Partial<Reader>): Reader => ({ id: 'p-x', role: 'ib-er', organisation: juf.organisation, registered: true, ...changes });
  it('is read by who noted it, also out of the register, and by colleagues of the same side', () => {
    expect(readsNote(route, note, reader({ id: juf.person, role: 'onbekend', organisation: '', registered: false }))).toBe(true);
    expect(readsNote(route, note, reader({ id: ib.person }))).toBe(true);
  });
  it('is not read by anybody else (TOE-15, C-22)', () => {
    const others = [reader({ organisation: 'GGD' }), reader({ organisation: '' }), reader({ registered: false }), reader({ role: 'koo' }), reader({ role: 'manager' }), reader({ role: 'constructor' })];
    expect(others.filter((one) => readsNote(route, note, one))).toEqual([]);
    expect(readsNote(route, { ...note, organisation: '', side: 'anders' }, reader({ organisation: '', role: 'anders' }))).toBe(false);
  });
});
