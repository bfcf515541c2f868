import { describe, expect, it } from 'vitest';
import { seesRisk } from '../../src/case/stagnation/risk.js';
import { consent, gezag, ib, jgz, juf, open, outsider, outcomeOf, play, punt, refer, regievoerder, type Said } from '../support/case.js';
import { agreedRoute, mark, motherKnows, opened, progress, silentRoute } from '../support/stagnation.js';

const route = agreedRoute;
const known: readonly Said[] = [opened, ...motherKnows];
const marked: readonly Said[] = [...known, [juf, mark()]];
const DAY = '2026-11-23';
const sees = (who: typeof regievoerder, ...story: readonly Said[]) => {
  const { state } = play(route, ...story);
  return state !== undefined && seesRisk(route, state, who, DAY);
};
const no = consent('moeder', { recipients: ['regievoerder'], purpose: 'vastlopen', status: 'ingetrokken', on: '2026-11-22' });

describe('a pupil at risk', () => {
  it('is put on the list by the school, under the school that says so', () => {
    const { last, state } = play(route, ...known, [juf, mark('thuiszitter')]);
    expect(last).toEqual({ kind: 'events', events: [{ type: 'RiskMarked', data: { risk: 'thuiszitter', school: juf.organisation } }] });
    expect(state?.risk).toMatchObject({ risk: 'thuiszitter', stage: 'in-beeld' });
  });
  it('the same again changes nothing, another risk keeps how far the offer is', () => {
    expect(outcomeOf(play(route, ...marked, [juf, mark()]).last)).toEqual([]);
    expect(play(route, ...marked, [juf, progress()], [juf, mark('thuiszitter')]).state?.risk).toMatchObject({ risk: 'thuiszitter', stage: 'zoekt-plek' });
  });
  it('not while the parents do not know, and never by somebody outside', () => {
    expect(play(route, opened, [juf, gezag('moeder')], [juf, mark()]).last).toMatchObject({ refusal: { id: 'risk-closed', text: expect.stringContaining('de ouders met gezag het weten') as string } });
    for (const who of [outsider, jgz, punt, regievoerder]) expect(outcomeOf(play(route, ...known, [who, mark()]).last)).toBe('not-a-participant');
  });
  it('from 16 the jongere must know', () => {
    const older: readonly Said[] = [[juf, open({ ageBand: '16-17' })]];
    expect(play(route, ...older, [juf, mark()]).last).toMatchObject({ refusal: { text: expect.stringContaining('de jongere het weet') as string } });
    expect(outcomeOf(play(route, ...older, [juf, consent('jeugdige', { recipients: ['regievoerder'], purpose: 'vastlopen', status: 'weet-het' })], [juf, mark()]).last)).toEqual(['RiskMarked']);
  });
  it('not where no board is known, with whom to call', () => {
    expect(play(silentRoute, ...known, [juf, mark()]).last).toMatchObject({ refusal: { id: 'no-board', text: expect.stringContaining('schoolbestuur') as string } });
  });
});

describe('the regievoerder zorg', () => {
  const elders = { ...regievoerder, organisation: 'Bestuur Elders' };
  it('sees the own board alone (ROL-REG-01)', () => {
    expect(sees(regievoerder, ...marked)).toBe(true);
    expect(sees(elders, ...marked)).toBe(false);
    expect(sees({ ...regievoerder, role: 'directie' }, ...marked)).toBe(false);
  });
  it.each<[string, readonly Said[]]>([
    ['what is not marked', known],
    ['what was withdrawn', [...marked, [juf, no]]],
    ['what ended', [...marked, [juf, { type: 'end-risk' }]]],
    ['what is closed', [...marked, [juf, { type: 'close', ending: 'niet-nodig' }]]],
  ])('does not see %s', (_, story) => {
    expect(sees(regievoerder, ...story)).toBe(false);
    expect(outcomeOf(play(route, ...story, [regievoerder, progress()]).last)).toMatch(/not-a-participant|case-closed/);
  });
  it('follows the way to a fitting offer (ROL-REG-03), like the school', () => {
    for (const who of [regievoerder, juf]) {
      const { last, state } = play(route, ...marked, [who, progress('plek-gevonden'), '2026-11-25T08:00:00.000Z']);
      expect(outcomeOf(last)).toEqual(['OfferProgressed']);
      expect(state?.risk).toMatchObject({ stage: 'plek-gevonden', stageSince: '2026-11-25T08:00:00.000Z', since: '2026-11-23T08:00:00.000Z' });
      expect(outcomeOf(play(route, ...marked, [who, { type: 'end-risk' }]).last)).toEqual(['RiskEnded']);
    }
    expect(outcomeOf(play(route, ...marked, [juf, refer()], [ib, progress()]).last)).toEqual(['OfferProgressed']);
  });
  it('of another board is told nothing, not even that there is a risk', () => {
    for (const story of [marked, known]) expect(outcomeOf(play(route, ...story, [elders, progress()]).last)).toBe('not-a-participant');
  });
});
