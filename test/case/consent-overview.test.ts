import { describe, expect, it } from 'vitest';
import { sharingOverview } from '../../src/case/consent/overview.js';
import { reachChanged, reachOf } from '../../src/case/consent/reach.js';
import { consent, gezag, jgz, juf, planned, play, type Said } from '../support/case.js';
import { openedAt } from '../support/consent.js';
import { outsiderJoins, withdrawn, withJgz } from '../support/people.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const DAY = '2026-11-23';

function overview(...said: readonly Said[]) {
  const { state } = play(route, ...said);
  if (!state) throw new Error('no case');
  return sharingOverview(route, state, DAY).map(({ sender, recipient, purpose, asked, open, reasons }) => ({
    way: `${sender} > ${recipient}, ${purpose}`, asked: asked.map(({ who, weight, said: what }) => `${who} ${weight} ${what?.status ?? '-'}`), open, reasons,
  }));
}

describe('what is shared with whom', () => {
  it('nothing, as long as nobody was asked, invited or brought in', () => {
    expect(overview(openedAt('onder-12'))).toEqual([]);
  });
  it('per recipient and purpose who is asked, what each said and what is missing', () => {
    expect(overview(openedAt('12-15'), [juf, gezag('moeder', 'vader')], [juf, consent('moeder', { recipients: ['jgz', 'koo'] })])).toEqual([
      { way: 'school > koo, betrekken', asked: ['moeder required gegeven', 'vader required -', 'jeugdige advice -'], open: false, reasons: ['De toestemming van de vader is nog niet vastgelegd.'] },
      {
        way: 'school > jgz, betrekken', asked: ['moeder required gegeven', 'vader required -', 'jeugdige required -'], open: false,
        reasons: ['De toestemming van de vader is nog niet vastgelegd.', 'De toestemming van de jeugdige is nog niet vastgelegd.'],
      },
    ]);
  });
  it('from 16 the jongere stands first (C-01)', () => {
    expect(overview(openedAt('16-17'), [juf, gezag('moeder')], [juf, consent('jeugdige', { status: 'ouders-erbuiten' })])).toMatchObject([{ asked: ['jeugdige required ouders-erbuiten', 'moeder unless-declined -'], open: true }]);
  });
  it('who has gezag stands for itself until it is known', () => {
    expect(overview(openedAt('onder-12'), [juf, consent('moeder')])).toMatchObject([{ asked: ['gezaghebbenden required -'], open: false }]);
  });
  it('where the route is silent they must know; what is only told is told', () => {
    expect(overview(openedAt('onder-12'), [juf, gezag('moeder')], [juf, consent('moeder', { recipients: ['leerplicht'], status: 'weet-het' })],
      [juf, consent('moeder', { recipients: ['registratie'], purpose: 'registreren', status: 'geinformeerd' })])).toEqual([
      { way: 'school > leerplicht, betrekken', asked: ['moeder knows weet-het'], open: true, reasons: [] },
      { way: 'school > registratie, registreren', asked: ['moeder inform geinformeerd'], open: true, reasons: [] },
    ]);
  });
  it('holds everybody who takes part from another side, is invited, or takes part outside Teams', () => {
    expect(overview(...withJgz).map((one) => one.way)).toEqual(['school > jgz, betrekken']);
    expect(overview(...planned).map((one) => one.way)).toContain('school > jgz, betrekken');
    expect(overview(...withJgz, [juf, outsiderJoins()]).map((one) => one.way)).toEqual(['school > jgz, betrekken']);
  });
});

describe('towards whom sharing stops', () => {
  const at = (...said: readonly Said[]) => { const { state } = play(route, ...said); if (!state) throw new Error('no case'); return { state, day: DAY }; };
  it('a participant of another side, and an invitee; nobody of the own side', () => {
    expect(reachOf(route, at(...withJgz).state, jgz.person, DAY)).toEqual([{ sender: 'school', recipient: 'jgz', open: true }]);
    expect(reachOf(route, at(...withJgz).state, juf.person, DAY)).toEqual([]);
    expect(reachChanged(route, at(...withJgz), at(...withdrawn))).toEqual({ stopped: [jgz.person], resumed: [] });
    const stops: Said = [juf, consent('moeder', { status: 'ingetrokken' })];
    expect(reachChanged(route, at(...planned), at(...planned, stops))).toEqual({ stopped: [jgz.person], resumed: [] });
  });
  it('and where it starts again', () => {
    expect(reachChanged(route, at(...withdrawn), at(...withdrawn, [juf, consent('moeder', { on: '2026-11-23' })]))).toEqual({ stopped: [], resumed: [jgz.person] });
  });
  it('what was closed before is no news, nor is what never was shared', () => {
    expect(reachChanged(route, at(...withdrawn), at(...withdrawn, [juf, consent('moeder', { status: 'geweigerd' })]))).toEqual({ stopped: [], resumed: [] });
    expect(reachChanged(route, at(...withJgz), at(...withJgz, [juf, consent('moeder', { recipients: ['koo'], status: 'geweigerd' })]))).toEqual({ stopped: [], resumed: [] });
  });
});
