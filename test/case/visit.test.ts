import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideVisit, evolveVisit, positionOf, type VisitCommand, type VisitState } from '../../src/case/visit.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const start: VisitCommand = { type: 'start', person: 'p-juf', tree: 'wat-nu', known: { rol: 'leerkracht' }, answers: {} };
const say = (fact: string, value: string): VisitCommand => ({ type: 'answer', fact, value });

function walk(...commands: readonly VisitCommand[]): { state: VisitState | undefined; last: string } {
  let state: VisitState | undefined;
  let last = '';
  for (const command of commands) {
    const decision = decideVisit(route, state, command);
    last = decision.kind === 'refused' ? decision.refusal.id : decision.events.map((event) => event.type).join(' ');
    if (decision.kind === 'events') state = decision.events.reduce<VisitState | undefined>(evolveVisit, state);
  }
  return { state, last };
}
const at = (...commands: readonly VisitCommand[]): string => {
  const { state } = walk(...commands);
  if (!state) return 'nowhere';
  const position = positionOf(route, state);
  return position.kind === 'question' ? position.fact.id : position.outcome.id;
};

describe('a visit', () => {
  it('begins at the first question that is not known yet', () => {
    expect(at(start)).toBe('aanleiding');
    expect(at({ ...start, tree: 'zorg', known: {} })).toBe('rol');
    expect(at({ ...start, tree: 'zorg' })).toBe('stand');
  });
  it('begins with what a text already told', () => {
    expect(at({ ...start, answers: { aanleiding: 'zorg' } })).toBe('stand');
  });
  it('goes on with each answer', () => {
    expect(at(start, say('aanleiding', 'vastgelopen'))).toBe('vastsoort');
    expect(at(start, say('aanleiding', 'vastgelopen'), say('vastsoort', 'plek'), say('plekstand', 'ingeschreven'))).toBe('geen-plek');
  });
  it('goes back over what was answered, not over what was known', () => {
    expect(at(start, say('aanleiding', 'vastgelopen'), { type: 'back' })).toBe('aanleiding');
    expect(walk(start, { type: 'back' }).last).toBe('nothing-before');
  });
  it('a changed answer leads elsewhere, and what was answered before comes back with it', () => {
    const stuck = [start, say('aanleiding', 'vastgelopen'), say('vastsoort', 'plek'), say('plekstand', 'ingeschreven'), { type: 'change', fact: 'aanleiding' }] as const;
    expect(at(...stuck)).toBe('aanleiding');
    expect(at(...stuck, say('aanleiding', 'zorg'))).toBe('stand');
    expect(at(...stuck, say('aanleiding', 'zorg'), { type: 'change', fact: 'aanleiding' }, say('aanleiding', 'vastgelopen'))).toBe('geen-plek');
  });
  it('what is known from the register can not be changed', () => {
    expect(walk(start, say('aanleiding', 'zorg'), { type: 'change', fact: 'rol' }).last).toBe('stale-card');
  });
  it('an older card is refused as such', () => {
    expect(walk(start, say('aanleiding', 'zorg'), say('aanleiding', 'mdo')).last).toBe('stale-card');
    expect(walk(start, { type: 'change', fact: 'leeftijd' }).last).toBe('stale-card');
    expect(walk(start, start).last).toBe('stale-card');
  });
  it('stops once, and resumes where it was', () => {
    const stopped = [start, say('aanleiding', 'zorg'), { type: 'stop' }] as const;
    expect(walk(...stopped).state?.stopped).toBe(true);
    expect(walk(...stopped, { type: 'stop' }).last).toBe('stale-card');
    expect(walk(...stopped, { type: 'resume' }).state?.stopped).toBe(false);
    expect(at(...stopped, { type: 'resume' })).toBe('stand');
    expect(walk(start, { type: 'resume' }).last).toBe('');
  });
  it('who answers after stopping goes on', () => {
    expect(walk(start, { type: 'stop' }, say('aanleiding', 'zorg')).state?.stopped).toBe(false);
  });
});

describe('whatever a card brings in', () => {
  const odd = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'rol', 'aanleiding', 'zorg', 'leerkracht', 'veiligheid'));
  const command = fc.oneof(
    fc.record({ type: fc.constant('answer' as const), fact: odd, value: odd }), fc.record({ type: fc.constant('change' as const), fact: odd }),
    fc.constantFrom<VisitCommand>({ type: 'back' }, { type: 'stop' }, { type: 'resume' }, say('aanleiding', 'zorg'), say('stand', 'ouders'), say('aanleiding', 'mdo')),
  );
  it('a visit never fails and always stands somewhere', () => {
    fc.assert(fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      expect(at(start, ...commands)).not.toBe('nowhere');
    }), { numRuns: 200 });
  });
  it('an answer that is no value of its fact is never kept', () => {
    fc.assert(fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      for (const [fact, value] of Object.entries(walk(start, ...commands).state?.answers ?? {})) {
        expect(route.facts.get(fact)?.values.map((one) => one.id)).toContain(value);
      }
    }), { numRuns: 100 });
  });
});
