import { describe, expect, it } from 'vitest';
import { gateFor } from '../../src/case/consent/gate.js';
import { forgottenTexts, ownEntries } from '../../src/case/record/entries.js';
import { holdsSomething } from '../../src/case/record/holds.js';
import { consent, gezag, ib, jgz, juf, MONDAY, open, outcomeOf, play, refer, type Said } from '../support/case.js';
import { invite, note, strike } from '../support/record.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const jgzGate = (said: readonly Said[]) => {
  const { state } = play(route, ...said);
  return state && gateFor(route, state, { sender: 'school', recipient: 'jgz', purpose: 'betrekken' }, '2026-11-23').open;
};
/** The number of the last event of a type. */
const last = (said: readonly Said[], type: string) => play(route, ...said).events.findLastIndex((event) => event.type === type) + 1;

describe('striking out a wrong entry', () => {
  const opened: readonly Said[] = [[juf, open()], [juf, gezag('moeder')]];

  it('the case is as if it had not been made, and says only that there was one', () => {
    const yes: readonly Said[] = [...opened, [juf, consent('moeder')]];
    expect(jgzGate(yes)).toBe(true);
    const struck: readonly Said[] = [...yes, [juf, strike(last(yes, 'ConsentRecorded'))]];
    expect(outcomeOf(play(route, ...struck).last)).toEqual(['EntryStruck']);
    expect(jgzGate(struck)).toBe(false);
    expect(play(route, ...struck).state?.ledger).toEqual([]);
  });

  it('what stood before it counts again', () => {
    const said: readonly Said[] = [...opened, [juf, { type: 'set-levels', leervraag: 'complex', leefvraag: 'geen' }], [juf, { type: 'set-levels', leervraag: 'geen', leefvraag: 'geen' }]];
    const { state } = play(route, ...said, [juf, strike(last(said, 'LevelsSet'))]);
    expect(state?.levels).toMatchObject({ leervraag: 'complex' });
  });

  it('an own no by mistake can be struck, and then the yes before it counts again', () => {
    const said: readonly Said[] = [...opened, [juf, consent('moeder')], [juf, consent('moeder', { status: 'ingetrokken', on: '2026-11-21' })]];
    expect(jgzGate(said)).toBe(false);
    expect(jgzGate([...said, [juf, strike(last(said, 'ConsentRecorded'))]])).toBe(true);
  });

  it('never takes away the no of somebody else: also not by taking a name off the gezag', () => {
    const said: readonly Said[] = [
      [juf, open()], [juf, refer()], [juf, gezag('moeder')], [juf, consent('moeder')],
      [juf, gezag('moeder', 'vader')], [ib, consent('vader', { status: 'geweigerd' })],
    ];
    expect(outcomeOf(play(route, ...said, [juf, strike(last(said, 'GezagRecorded'))]).last)).toBe('strike-opens');
    const own: readonly Said[] = said.map(([, command], index): Said => [index === 5 ? juf : said[index]?.[0] ?? juf, command]);
    expect(outcomeOf(play(route, ...own, [juf, strike(last(own, 'GezagRecorded'))]).last)).toBe('strike-opens');
  });

  it('a no that two people recorded stays when one of them strikes their own', () => {
    const said: readonly Said[] = [
      [juf, open()], [juf, refer()], [juf, gezag('moeder')], [juf, consent('moeder')],
      [ib, consent('moeder', { status: 'ingetrokken', on: '2026-11-21' })], [juf, consent('moeder', { status: 'ingetrokken', on: '2026-11-22' })],
    ];
    const { state, last: decided } = play(route, ...said, [juf, strike(last(said, 'ConsentRecorded'))]);
    expect(outcomeOf(decided)).toEqual(['EntryStruck']);
    expect(state?.ledger).toMatchObject([{ who: 'moeder', status: 'ingetrokken', by: ib.person }]);
  });

  it('one answer that stopped several sides is struck as one', () => {
    const said: readonly Said[] = [...opened, [juf, consent('moeder')], [juf, invite(jgz)], [jgz, consent('moeder', { recipients: ['sociaal-team'] })],
      [juf, consent('moeder', { status: 'ingetrokken', recipients: ['sociaal-team'] })]];
    const { events } = play(route, ...said);
    const stopped = events.filter((event) => event.type === 'ConsentRecorded' && event.data.status === 'ingetrokken').length;
    const { last: decided } = play(route, ...said, [juf, strike(last(said, 'ConsentRecorded'))]);
    expect(stopped).toBeGreaterThan(1);
    expect(outcomeOf(decided)).toHaveLength(stopped);
  });

  it('takes its texts along, and nothing else does', () => {
    const { events } = play(route, ...opened, [juf, note()]);
    const number = events.findIndex((event) => event.type === 'ContactNoted') + 1;
    expect(forgottenTexts(events, [{ type: 'EntryStruck', data: { entry: number, reason: 'hoort-hier-niet' } }])).toEqual(['t-besproken', 't-afgesproken']);
    expect(forgottenTexts(events, [{ type: 'EntryStruck', data: { entry: 2, reason: 'hoort-hier-niet' } }])).toEqual([]);
  });

  it('is for who made it; of what closes nothing also for the owner, of talks only in the own house', () => {
    const said: readonly Said[] = [...opened, [juf, refer()], [juf, consent('moeder')], [juf, invite(jgz)], [ib, note()], [jgz, note({ note: 'g2' })], [ib, { type: 'set-levels', leervraag: 'geen', leefvraag: 'geen' }]];
    const { events } = play(route, ...said);
    const typesOf = (actor: typeof juf) => ownEntries(events, actor, juf.person, actor === jgz ? 'jgz' : 'school').map(({ event }) => `${event.type} ${event.actor ?? ''}`);
    expect(typesOf(juf)).toEqual(['LevelsSet p-ib', 'ContactNoted p-ib', 'ConsentRecorded p-juf', 'GezagRecorded p-juf']);
    expect(typesOf(jgz)).toEqual(['ContactNoted p-jgz']);
  });

  it('a closed case can be put right too', () => {
    const said: readonly Said[] = [...opened, [juf, note()], [juf, { type: 'close', ending: 'niet-nodig' }]];
    expect(outcomeOf(play(route, ...said, [juf, strike(last(said, 'ContactNoted'))]).last)).toEqual(['EntryStruck']);
  });

  it('a danger is struck by who noted it; nobody else learns that there is one', () => {
    const danger = { type: 'note-danger', danger: 'd1', reason: 'kind', noteId: 't-gevaar', parentsNotYet: true, knows: [] } as const;
    const said: readonly Said[] = [[juf, open()], [juf, refer()], [ib, danger]];
    const number = last(said, 'DangerNoted');
    expect(outcomeOf(play(route, ...said, [juf, strike(number)]).last)).toBe('strike-unknown');
    expect(outcomeOf(play(route, ...said, [ib, strike(number)]).last)).toEqual(['EntryStruck']);
  });
});

describe('writing a talk anew', () => {
  it('the old note goes in the same moment in which the new one comes', () => {
    const said: readonly Said[] = [[juf, open()], [juf, note()]];
    const better = note({ note: 'g2', with: ['vader'], discussedId: 't-beter', agreedId: 't-beter2' });
    const { state, last: decided } = play(route, ...said, [juf, { type: 'replace-note', entry: last(said, 'ContactNoted'), note: better }]);
    expect(outcomeOf(decided)).toEqual(['EntryStruck', 'ContactNoted']);
    expect(state?.contacts).toMatchObject([{ id: 'g2', with: ['vader'] }]);
  });
  it('a new note with a part missing is refused, and the old one stands', () => {
    const said: readonly Said[] = [[juf, open()], [juf, note()]];
    const { state, last: decided } = play(route, ...said, [juf, { type: 'replace-note', entry: last(said, 'ContactNoted'), note: note({ with: [] }) }]);
    expect(outcomeOf(decided)).toBe('contact-with');
    expect(state?.contacts).toHaveLength(1);
  });
  it('only by who made it, and only of a talk', () => {
    const said: readonly Said[] = [[juf, open()], [juf, refer()], [ib, note()], [juf, gezag('moeder')]];
    expect(outcomeOf(play(route, ...said, [juf, { type: 'replace-note', entry: last(said, 'ContactNoted'), note: note() }]).last)).toBe('strike-not-yours');
    expect(outcomeOf(play(route, ...said, [juf, { type: 'replace-note', entry: last(said, 'GezagRecorded'), note: note() }]).last)).toBe('strike-unknown');
  });
});

it('who owns an open case or has the turn is still needed in it', () => {
  const { state } = play(route, [juf, open()], [juf, refer()], [juf, { type: 'step-done', step: 'signaal' }, MONDAY]);
  expect(state && [holdsSomething(state, juf.person), holdsSomething(state, ib.person), holdsSomething(state, jgz.person)]).toEqual([true, true, false]);
  const closed = play(route, [juf, open()], [juf, { type: 'close', ending: 'niet-nodig' }]).state;
  expect(closed && holdsSomething(closed, juf.person)).toBe(false);
});
