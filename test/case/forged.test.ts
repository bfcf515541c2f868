import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../src/case/commands.js';
import { caseEventSchema } from '../../src/case/events.js';
import { actor, route, run, turns } from '../support/any-command.js';
import { mdo } from '../support/case.js';

const some = fc.constantFrom;

describe('whatever a forged card brings in', () => {
  const odd = fc.oneof(fc.string({ maxLength: 20 }), some('__proto__', 'constructor', 'toString', '9999-12-31', '0000-01-01', '-00001-1-1', '2026-02-30', '\u0000', '😀', 'signaal', 'moeder'));
  /** A code and a role come from us and the register, never from a card. */
  const role = some(...route.roles.keys());
  const texts = fc.array(odd, { maxLength: 3 });
  const invitee = fc.oneof(fc.constant(undefined), fc.record({ key: odd.filter((text) => text !== ''), personId: fc.option(odd), role, organisation: odd }));
  const forged: fc.Arbitrary<CaseCommand> = fc.oneof(
    fc.record({ type: fc.constant('open' as const), code: fc.constant('K1'), region: odd, step: odd, ageBand: odd, borderMonth: odd, answers: fc.dictionary(odd, odd) }),
    fc.record({ type: fc.constant('refer' as const), person: odd.filter((text) => text !== ''), role, organisation: odd }),
    fc.record({ type: fc.constant('step-done' as const), step: odd }),
    fc.record({ type: fc.constant('step-waits' as const), waitFor: fc.oneof(odd, fc.constant('ouders')), until: odd }),
    fc.record({ type: fc.constant('stuck' as const), kind: odd, parentsKnow: fc.boolean() }),
    fc.record({ type: fc.constant('close-stagnation' as const), ending: odd, noteId: fc.option(odd) }),
    fc.record({ type: fc.constant('record-gezag' as const), who: texts }),
    fc.record({ type: fc.constant('record-consent' as const), recipients: fc.oneof(texts, fc.constant(['jgz'])), who: odd, status: odd, how: odd, on: odd }),
    fc.record({ invitees: fc.array(invitee, { maxLength: 4 }), leervraag: odd, leefvraag: odd, date: odd, time: odd }).map((changes) => mdo(changes)),
    fc.record({ invitees: fc.array(invitee, { maxLength: 4 }), date: odd }).map((changes) => mdo(changes)),
    fc.record({ type: fc.constant('answer-mdo' as const), mdo: odd, invitee: odd, answer: fc.constant('ander-moment' as const), proposal: odd, noteId: fc.constant(null), options: texts, substitute: fc.constant(null) }),
    fc.record({ type: fc.constant('close' as const), ending: odd }),
    fc.record({ type: fc.constant('correct-age' as const), ageBand: odd, month: odd }),
    fc.record({ type: fc.constant('set-border-month' as const), month: odd }),
    fc.record({ type: fc.constant('strike-entry' as const), entry: fc.oneof(fc.integer(), fc.double()), reason: odd }),
    fc.record({ type: fc.constant('note-registration' as const), results: fc.dictionary(odd, odd), informed: fc.boolean() }),
    fc.record({ type: fc.constant('note-danger' as const), danger: fc.constant('g-1'), reason: odd, noteId: fc.option(fc.constant('t-1')), parentsNotYet: fc.boolean(), knows: texts }),
  );
  it('the decision is a value, never an exception, and holds only what the schema of events knows', () => {
    fc.assert(fc.property(turns, fc.array(fc.record({ actor, command: forged, hours: fc.constant(1) }), { maxLength: 8 }), (list, more) => {
      for (const { events } of run([...list, ...more])) {
        for (const { type, data } of events) expect(caseEventSchema.safeParse({ type, data }).success, type).toBe(true);
      }
    }), { numRuns: 500 });
  });
});
