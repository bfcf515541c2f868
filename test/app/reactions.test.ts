import { describe, expect, it } from 'vitest';
import { caseReactions } from '../../src/app/reactions.js';
import type { OutboxInput } from '../../src/app/store-port.js';
import { caseState } from '../../src/case/evolve.js';
import { clock, consent, jgz, juf, mdo, open, planned, play, punt, refer, reply, type Said } from '../support/case.js';
import { realRoute } from '../support/route.js';

const route = realRoute();

/** What the last of these commands leads to, in short. */
function after(...said: readonly Said[]): string[] {
  const { state, events } = play(route, ...said);
  const { events: earlier } = play(route, ...said.slice(0, -1));
  if (!state) throw new Error('no case');
  return caseReactions(caseState(earlier), state, events.slice(earlier.length), '2026-11-23T08:00:00.000Z', route).map(short).sort();
}
function short(row: OutboxInput): string {
  if (row.kind === 'timer') return `${row.timer} at ${row.dueAt}`;
  return `${row.mode} ${row.card} ${row.place.kind === 'person' ? row.place.personId : `channel ${row.place.region}`}`;
}
const opened: Said = [juf, open()];
const stuck: readonly Said[] = [opened, [juf, { type: 'stuck', kind: 'samenwerking', parentsKnow: true }]];

describe('what must still happen', () => {
  it('after opening: a timer for the term', () => {
    expect(after(opened)).toEqual(['term at 2026-12-08T08:00:00.000Z', 'update case p-juf']);
  });
  it('after taking somebody along: the case is posted there, and only there', () => {
    expect(after(opened, [juf, refer()])).toEqual(['post case p-ib', 'update case p-juf']);
  });
  it('after a passed term: the holder is asked, and a timer for the grace', () => {
    expect(after(opened, [clock, { type: 'term-passed' }, '2026-12-08T08:00:00.000Z'])).toEqual(['grace at 2026-12-14T08:00:00.000Z', 'post term p-juf', 'update case p-juf']);
  });
  it('after a step: the question of its old holder is updated, the new term is timed', () => {
    expect(after(opened, [juf, refer()], [juf, { type: 'step-done', step: 'signaal' }])).toEqual(
      ['term at 2026-12-15T08:00:00.000Z', 'update case p-ib', 'update case p-juf', 'update term p-juf'],
    );
  });
  it('after getting stuck: the channel of the region is told, and who raised it follows what happens', () => {
    expect(after(...stuck)).toEqual(['post raised p-juf', 'post stagnation channel midden-groningen', 'unclaimed at 2026-11-27T08:00:00.000Z', 'update case p-juf', 'update term p-juf']);
  });
  it('a missing place alone posts nothing in the channel', () => {
    expect(after(opened, [juf, { type: 'stuck', kind: 'plek', parentsKnow: true }]).filter((row) => row.startsWith('post'))).toEqual(['post raised p-juf']);
  });
  it('after a claim: only the claimer gets the contacts', () => {
    expect(after(...stuck, [punt, { type: 'claim' }])).toEqual(['post raised p-juf', 'post stagnation-contact p-punt', 'update case p-juf', 'update stagnation channel midden-groningen']);
  });
  it('after it ended: channel, claimer and holder are brought up to date', () => {
    expect(after(...stuck, [punt, { type: 'claim' }], [punt, { type: 'close-stagnation', ending: 'anders', noteId: null }])).toEqual(expect.arrayContaining(
      ['update stagnation channel midden-groningen', 'update stagnation-contact p-punt', 'update term p-juf'],
    ));
  });
  // The directie in school days, the GGD in working days: the same here, but each by its own timer.
  it('after planning: everybody of the register who is invited', () => {
    expect(after(...planned)).toEqual([
      'mdo-after at 2026-12-02T08:00:00.000Z', 'mdo-answers at 2026-11-27T08:00:00.000Z', 'mdo-answers at 2026-11-27T08:00:00.000Z',
      'mdo-near at 2026-11-30T08:00:00.000Z', 'mdo-near at 2026-11-30T08:00:00.000Z',
      'post invitation p-dir', 'post invitation p-jgz', 'update case p-juf',
    ]);
  });
  it('who is no longer invited gets no new message, only the old one closed', () => {
    const other = { key: 'person:p-koo', personId: 'p-koo', role: 'koo', organisation: 'Gemeente' };
    const directie = { key: 'person:p-dir', personId: 'p-dir', role: 'directie', organisation: juf.organisation };
    expect(after(...planned, [juf, consent('moeder', { recipients: ['koo'] })], [juf, mdo({ mdo: 'm2', instead: 'm1', invitees: [other, directie] })]).filter((row) => row.includes('invitation') || row.includes('case'))).toEqual(
      ['post invitation p-dir', 'post invitation p-koo', 'update case p-juf', 'update invitation p-jgz'],
    );
  });
  it.each<[string, Said]>([
    ['a withdrawal', [juf, consent('moeder', { status: 'ingetrokken' })]],
    ['an answer', [jgz, reply()]],
    ['closing', [juf, { type: 'close', ending: 'niet-nodig' }]],
  ])('%s brings every invitation up to date', (_, said) => {
    const rows = after(...planned, said);
    for (const person of ['p-jgz', 'p-dir']) expect(rows.some((row) => row.endsWith(`invitation ${person}`))).toBe(true);
  });
  it('each card and timer is asked for once', () => {
    const rows = after(...planned, [juf, { type: 'stuck', kind: 'beide', parentsKnow: true }]);
    const names = rows.map((row) => row.replace(/^(post|update) /, ''));
    expect(new Set(names).size).toBe(names.length);
  });
});
