import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CaseCommand } from '../../src/case/commands.js';
import { isNo } from '../../src/case/consent/answers.js';
import { gateFor } from '../../src/case/consent/gate.js';
import { decideCase } from '../../src/case/decide.js';
import { caseEventSchema } from '../../src/case/events.js';
import { caseState } from '../../src/case/evolve.js';
import { seatOf } from '../../src/case/people/circle.js';
import { joining } from '../../src/case/record/taken.js';
import { strikeReasons } from '../../src/case/values.js';
import { consent, gezag, ib, jgz, juf, MONDAY, open, outsider, play, punt, recorded, refer, type Said } from '../support/case.js';
import { invite, merge, note, otherOf, strike } from '../support/record.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const DAY = '2026-11-23';
const some = fc.constantFrom;

const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.subarray(['moeder', 'vader', 'voogd'], { minLength: 1 }).map((who) => gezag(...who)),
  fc.record({
    who: some('moeder', 'vader', 'jeugdige'), recipients: fc.subarray(['jgz', 'koo', 'sociaal-team', 'school'], { minLength: 1 }),
    status: some('gegeven', 'gegeven', 'geweigerd', 'ingetrokken', 'gevraagd'), on: some('2026-11-18', '2026-11-19', '2026-11-20'),
  }).map(({ who, ...changes }) => consent(who, changes)),
  some(invite(jgz), note(), note({ note: 'g2' })),
);
const turn = fc.tuple(some(juf, juf, ib, jgz), command);
const story = (code: string, ...begin: readonly Said[]) => fc.tuple(some('onder-12', '12-15'), fc.array(turn, { maxLength: 14, size: 'max' }))
  .map(([ageBand, turns]): Said[] => [[juf, open({ code, ageBand })], ...begin, ...turns]);
const helped: readonly Said[] = [[juf, refer()], [juf, gezag('moeder')], [juf, consent('moeder', { on: '2026-11-17' })], [juf, consent('jeugdige', { on: '2026-11-17' })], [juf, invite(jgz)]];

it('nobody strikes out the no of somebody else, or opens what it closed', () => {
  let struck = 0;
  fc.assert(fc.property(story('K0001', [juf, refer()]), fc.nat(200), some(juf, juf, ib, jgz, outsider, punt, null), some(...strikeReasons), (said, number, actor, reason) => {
    const { state: before, events: history } = play(route, ...said);
    if (!before) return;
    const decision = decideCase(before, strike((number % history.length) + 1, reason), { route, now: MONDAY, actor, history });
    if (decision.kind === 'refused') return;
    struck += 1;
    expect(before.people.some((one) => one.person === actor?.person)).toBe(true);
    for (const { type, data } of decision.events) expect(caseEventSchema.safeParse({ type, data }).success).toBe(true);
    const after = caseState([...history, ...decision.events.map((event) => recorded(event, MONDAY, actor))]);
    for (const no of before.ledger.filter((one) => isNo(one.status) && one.by !== actor?.person)) {
      expect(after?.ledger).toContainEqual(no);
      const sharing = { sender: no.sender, recipient: no.recipient, purpose: no.purpose };
      if (after && !gateFor(route, before, sharing, DAY).open) expect(gateFor(route, after, sharing, DAY).open).toBe(false);
    }
  }), { numRuns: 800 });
  expect(struck).toBeGreaterThan(50);
});

it('whoever comes along to another case has an open seat there, and no no is lost on the way', () => {
  let came = 0;
  fc.assert(fc.property(story('K0001'), story('K0002', ...helped), (here, there) => {
    const begun = play(route, ...here).state;
    const other = otherOf(route, ...there);
    const { state, last } = play(route, ...here, [juf, merge(other)]);
    if (!begun || !state || last.kind === 'refused') return;
    for (const one of state.people) {
      if (begun.people.some((known) => known.person === one.person)) continue;
      came += 1;
      expect(seatOf(route, state, one.person, DAY)?.kind).toBe('open');
    }
    for (const no of [...begun.ledger, ...other.state.ledger].filter((one) => isNo(one.status))) {
      const now = state.ledger.find((one) => one.sender === no.sender && one.recipient === no.recipient && one.who === no.who && one.purpose === no.purpose);
      expect(now && isNo(now.status)).toBe(true);
    }
    // Again, with nothing new: nobody and nothing comes twice.
    const again = joining(route, state, other, DAY);
    expect([again.people, again.taken.contacts, again.taken.ledger]).toEqual([[], [], []]);
  }), { numRuns: 1200 });
  expect(came).toBeGreaterThan(20);
});
