import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCase } from '../../src/app/run-case.js';
import { overviewOf } from '../../src/summary/overview.js';
import { caseEndings, stagnationEndings, stuckKinds } from '../../src/case/values.js';
import { openHouse, route, shownIn, type House, type Who } from '../support/house.js';
import { agree, mdoForm } from '../support/mdo.js';

const some = fc.constantFrom;
const steps = [...route.steps.values()].filter((step) => step.caseStep).map((step) => step.id);
const ages = ['onder-12', '12-15', '16-17', '18-plus'];

/** One thing that somebody does to one of the cases; which one is a number, so that it can be drawn beforehand. */
const deed = fc.oneof(
  fc.record({ kind: some('open'), who: some<Who>('juf', 'ib', 'koo', 'jgz'), step: some(...steps), age: some(...ages) }),
  fc.record({ kind: some('press'), who: some<Who>('juf', 'ib', 'punt', 'elders'), which: fc.nat(20), verb: some('refer', 'step-done', 'step-waits', 'stuck', 'runs-again', 'claim', 'stagnation-close', 'mdo', 'consent', 'close') }),
  fc.record({ kind: some('wait'), days: some(1, 15, 30) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

async function drive(house: House, deeds: readonly Deed[]): Promise<string[]> {
  const refs: string[] = [];
  let now = Date.parse(house.parts.clock.now());
  for (const [index, one] of deeds.entries()) {
    if ('step' in one) refs.push((await house.openCase(one.who, one)).ref);
    else if ('days' in one) {
      now += one.days * 86_400_000;
      house.at(new Date(now).toISOString());
      await house.deliver();
    } else {
      const ref = refs[one.which % Math.max(refs.length, 1)];
      if (!ref) continue;
      if (one.verb === 'consent') await agree(house, ref, 'jgz,koo', 'gegeven', one.who);
      const step = (await house.store.row(ref))?.step ?? '';
      const pick = <T>(list: readonly T[]): string => String(list[index % list.length]);
      await house.press(one.who, await house.on(ref, one.verb, { step, card: 'case' }), {
        ...(await mdoForm(house, ['jgz', 'koo'])), kind: pick(stuckKinds), waitFor: 'ouders', until: '2027-02-01', parentsKnow: 'ja',
        ending: one.verb === 'close' ? pick(caseEndings) : pick(stagnationEndings),
      }, { channel: one.verb === 'claim' });
    }
  }
  return refs;
}

describe('the overview', () => {
  it('equals a recount from the events, whatever happened', async () => {
    await fc.assert(fc.asyncProperty(fc.array(deed, { maxLength: 40, size: 'max' }), async (deeds) => {
      const house = await openHouse();
      try {
        const refs = await drive(house, deeds);
        const loaded = await Promise.all(refs.map((ref) => loadCase(house.parts, ref)));
        const recounted = loaded.flatMap((one) => (one && !one.state.closed
          ? [{ stream: one.stream, version: one.version, code: one.state.code, step: one.state.step?.id ?? null, ageBand: one.state.ageBand, stalled: one.state.stagnation !== null, openedAt: one.state.openedAt, people: one.state.people.map((each) => each.person) }] : []));
        const rows = (await house.store.openCases(route.region.region)).map(({ stream, version, code, step, ageBand, stalled, openedAt, people }) => ({ stream, version, code, step, ageBand, stalled, openedAt, people }));
        const byStream = (one: { stream: string }, other: { stream: string }) => (one.stream < other.stream ? -1 : 1);
        expect([...rows].sort(byStream)).toEqual([...recounted].sort(byStream));
        expect(overviewOf(rows, steps, ages)).toEqual(overviewOf(recounted, steps, ages));
      } finally {
        await house.close();
      }
    }), { numRuns: 12 });
  }, 60_000);

  it('counts what is open and hides what is small', async () => {
    const house = await openHouse();
    for (let count = 0; count < 12; count += 1) await house.openCase('juf', { step: count < 5 ? 'signaal' : 'triage', age: count < 6 ? '12-15' : 'onder-12' });
    const { ref } = await house.openCase('juf', { step: 'plan' });
    await house.press('juf', await house.on(ref, 'close'), { ending: 'niet-nodig' });
    const shown = shownIn(await house.say('baas', 'overzicht'));
    expect(shown).toContain('"12"');
    expect(shown).not.toContain('"13"');
    for (const word of ['Wietske', 'Proefschool']) expect(shown).not.toContain(word);
    await house.close();
  });
});
