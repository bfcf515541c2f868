import { expect, it } from 'vitest';
import { statisticOf } from '../../src/summary/statistics.js';
import { juf, open, play, type Said } from '../support/case.js';
import { strike } from '../support/record.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const LATER = '2027-02-03T08:00:00.000Z';
const of = (...said: readonly Said[]) => {
  const { state, events } = play(route, ...said);
  return state && statisticOf(state, events, LATER);
};

it('says months, step, age band, stall, ending and how long; nothing that leads back', () => {
  const line = of([juf, open({ code: 'K0007', ageBand: '12-15' })], [juf, { type: 'stuck', kind: 'plek', parentsKnow: true }], [juf, { type: 'runs-again' }], [juf, { type: 'close', ending: 'overgedragen', reasonId: 't-reden' }, '2026-12-01T08:00:00.000Z']);
  expect(line).toEqual({ region: 'midden-groningen', opened: '2026-11', ended: '2026-12', step: 'signaal', ageBand: '12-15', stalled: true, ending: 'overgedragen', weeksOpen: 1 });
});
it('of an open case that is deleted the day of deletion counts', () => {
  expect(of([juf, open()])).toMatchObject({ ending: 'verwijderd', ended: '2027-02', weeksOpen: 10, stalled: false });
});
it('does not stumble over what was struck out', () => {
  expect(of([juf, open()], [juf, { type: 'set-levels', leervraag: 'geen', leefvraag: 'geen' }], [juf, strike(3)])).toMatchObject({ step: 'signaal' });
});
