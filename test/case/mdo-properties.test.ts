import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../src/case/commands.js';
import { gateFor } from '../../src/case/consent/gate.js';
import { decideCase } from '../../src/case/decide.js';
import type { CaseEvent, RecordedCaseEvent } from '../../src/case/events.js';
import { caseState } from '../../src/case/evolve.js';
import { dayOf } from '../../src/case/time.js';
import { consent, ib, invitees, jgz, juf, MONDAY, outsider, planned, play, recorded, regievoerder, reply } from '../support/case.js';
import { attended, cancel, choosing, colleague, fix, remind, sends } from '../support/mdo.js';
import { realRoute } from '../support/route.js';

const route = realRoute();

describe('whatever is done with an MDO, in whatever order', () => {
  const some = <T>(...items: readonly T[]) => fc.constantFrom(...items);
  const people = [juf, juf, ib, jgz, { ...jgz, person: 'p-jgz2' }, regievoerder, outsider, null] as const;
  const keys = [invitees.jgz.key, invitees.directie.key, invitees.koo.key, colleague.key, 'role:jeugdarts', 'person:p-juf', 'constructor'];
  const chosen = some(colleague, invitees.koo, invitees.directieElders, { key: 'role:jeugdarts', personId: null, role: 'jeugdarts', organisation: '' }, undefined);
  const command: fc.Arbitrary<CaseCommand> = fc.oneof(
    fc.record({ answer: some('komt', 'kan-niet', 'ander-moment', 'stuurt-iemand', 'x'), invitee: some(...keys), options: fc.subarray(['o1', 'o2', 'o9']), proposal: some('', '2026-12-03') }).map((one) => reply(one)),
    fc.record({ chosen, invitee: some(...keys), told: fc.boolean() }).map((one) => sends(one.chosen, { told: one.told }, one.invitee)),
    some('o1', 'o2', 'o9').map(fix), some('te-weinig', 'x').map(cancel), some('antwoord' as const, 'bijna' as const, 'geweest' as const).map((why) => remind(why)),
    fc.record({ present: fc.subarray(keys), option: some('', 'o1'), colleagues: fc.subarray([jgz, { ...jgz, person: 'p-jgz2', role: 'jeugdarts' }]) }).map((one) => attended(one)),
    fc.record({ status: some('gegeven', 'ingetrokken'), recipients: some(['jgz'], ['koo']) }).map((one) => consent('moeder', one)),
  );
  const turns = fc.array(fc.record({ actor: some(...people), command, hours: some(0, 1, 30, 100) }), { maxLength: 25, size: 'max' });

  it('nobody comes in through a closed gate, only who may changes it, and the same events give the same state', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(some(planned, choosing), turns, (begin, list) => {
      let events: readonly RecordedCaseEvent[] = play(route, ...begin).events;
      let now = Date.parse(MONDAY);
      for (const { actor, command: given, hours } of list) {
        now += hours * 3_600_000;
        const moment = new Date(now).toISOString();
        const state = caseState(events);
        if (!state?.mdo) throw new Error('no MDO');
        const decision = decideCase(state, given, { route, now: moment, actor });
        const made: readonly CaseEvent[] = decision.kind === 'events' ? decision.events : [];
        const open = (recipient: string) => gateFor(route, state, { sender: 'school', recipient, purpose: 'betrekken' }, dayOf(moment)).open;
        for (const event of made) {
          seen.add(event.type);
          if (event.type === 'MdoAnswered') {
            const invitee = state.mdo.invitees.find((one) => one.key === event.data.invitee);
            expect(open(invitee?.recipient ?? '')).toBe(true);
            if (event.data.instead) expect(event.data.instead.recipient).toBe(invitee?.recipient);
            expect([juf.person, invitee?.personId]).toContain(actor?.person);
          } else if (event.type === 'PersonJoined') expect(open('jgz')).toBe(true);
          else if (event.type === 'MdoReminded') {
            expect(actor).toBeNull();
            for (const key of event.data.to) expect(open(state.mdo.invitees.find((one) => one.key === key)?.recipient ?? '')).toBe(true);
          } else if (event.type.startsWith('Mdo')) expect(actor?.person).toBe(juf.person);
        }
        events = [...events, ...made.map((event) => recorded(event, moment, actor))];
      }
      const end = caseState(events);
      expect(end?.mdo?.invitees.length).toBeLessThanOrEqual(24);
      expect(new Set(end?.mdo?.invitees.map((one) => one.key)).size).toBe(end?.mdo?.invitees.length);
    }), { numRuns: 1000 });
    expect([...seen]).toEqual(expect.arrayContaining(['MdoAnswered', 'MdoDateFixed', 'MdoCancelled', 'MdoHeld', 'PersonJoined', 'MdoReminded']));
  });
});
