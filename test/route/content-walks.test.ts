import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideVisit, evolveVisit, positionOf, type VisitCommand, type VisitState } from '../../src/case/visit.js';
import type { Answers } from '../../src/route/model.js';
import { senderOf } from '../../src/route/outcome.js';
import { pathsOf, resolve } from '../../src/route/resolve.js';
import { walksFor } from '../support/policy.js';
import { contentRoute } from './content-route.js';

/** The real route, walked by a plain recursion that skips nothing, held against the walk that people get. */
const route = contentRoute();
const walks = walksFor(route);
const trees = [...route.trees.keys()];
/** The way in repeats the other trees. */
const apart = trees.filter((tree) => tree !== 'wat-nu');

describe.each(trees)('every walk through %s', (tree) => {
  it('ends in the outcome that people get who skip what makes no difference', () => {
    for (const walk of walks(tree)) {
      const position = resolve(route, tree, walk.answers);
      expect(position.kind === 'outcome' && [position.outcome.id, position.outcome.role?.id ?? 'none', position.outcome.consent.length])
        .toEqual([walk.shown.outcome, walk.shown.role, walk.shown.consent.length]);
    }
  });

  it('has the consent of everybody with whom it shares something', () => {
    for (const { answers, shown } of walks(tree)) {
      const asked = shown.consent.map((each) => each.split(' ')[0]);
      const own = senderOf(route, new Map(Object.entries(answers)));
      const shares = shown.actions.flatMap((id) => route.actions.get(id)?.shares ?? []).filter((party) => party !== own);
      expect(shares.filter((party) => !asked.includes(party)), shown.outcome).toEqual([]);
    }
  });

  it('gives the safety advice first when an answer means danger', () => {
    const safety = ['F-M07', 'F-M08', 'F-M09', 'F-M10', 'F-M18'];
    for (const { answers, shown } of walks(tree)) {
      const danger = Object.entries(answers).some(([fact, value]) => route.facts.get(fact)?.values.some((each) => each.id === value && each.danger) === true);
      if (!danger) continue;
      const first = route.actions.get(shown.actions[0] ?? '');
      expect(shown.tone, `${shown.outcome} after ${JSON.stringify(answers)}`).toBe('danger');
      expect(first?.rules.some((rule) => safety.includes(rule)), `${shown.outcome} begins with ${String(first?.id)}`).toBe(true);
    }
  });
});

describe.each(apart)('every question of %s', (tree) => {
  it('is asked only where its answer can change the outcome', () => {
    const all = walks(tree).map((walk) => ({ answers: walk.answers, text: JSON.stringify([walk.shown, consentAt(tree, walk.answers)]) }));
    const checked = new Set<string>();
    for (const { answers } of pathsOf(route, tree)) {
      const asked = Object.entries(answers);
      asked.forEach(([fact], index) => {
        const before = asked.slice(0, index);
        const key = JSON.stringify([before, fact]);
        if (checked.has(key)) return;
        checked.add(key);
        const ahead = all.filter((walk) => before.every(([each, value]) => walk.answers[each] === value));
        expect(new Set(ahead.map((walk) => walk.text)).size, `${fact} after ${JSON.stringify(before)}`).toBeGreaterThan(1);
      });
    }
  });
});

/** What must be asked of whom, which a walk does not show. */
function consentAt(tree: string, answers: Answers): unknown {
  const position = resolve(route, tree, answers);
  return position.kind === 'outcome' ? position.outcome.consent : undefined;
}

describe('going back and changing an answer', () => {
  const facts = [...route.facts.values()];
  const anAnswer = fc.constantFrom(...facts).chain((fact) => fc.constantFrom(...fact.values).map((value) => ({ fact: fact.id, value: value.id })));
  /** Answers what is asked, goes back, or changes an earlier answer. */
  const move = fc.oneof(
    { weight: 4, arbitrary: fc.nat(20).map((pick) => ({ kind: 'answer' as const, pick })) },
    { weight: 2, arbitrary: fc.constant({ kind: 'back' as const }) },
    { weight: 2, arbitrary: fc.nat(8).map((pick) => ({ kind: 'change' as const, pick })) },
  );

  const begun = (tree: string): VisitState => {
    const decision = decideVisit(route, undefined, { type: 'start', person: 'p', tree, known: {}, answers: {} });
    const state = decision.kind === 'events' ? decision.events.reduce(evolveVisit, undefined as VisitState | undefined) : undefined;
    if (!state) throw new Error('not begun');
    return state;
  };
  const doing = (state: VisitState, command: VisitCommand): VisitState => {
    const decision = decideVisit(route, state, command);
    return decision.kind === 'events' ? decision.events.reduce<VisitState | undefined>(evolveVisit, state) ?? state : state;
  };

  it('never loses an answer that was not taken back, and never acts on one that was', () => {
    fc.assert(fc.property(fc.constantFrom(...trees), fc.array(move, { maxLength: 25 }), (tree, moves) => {
      let state = begun(tree);
      const expected = new Map<string, string>();
      for (const each of moves) {
        const position = positionOf(route, state);
        if (each.kind === 'answer') {
          if (position.kind !== 'question') continue;
          const value = position.values[each.pick % position.values.length];
          if (value === undefined) continue;
          expected.set(position.fact.id, value.id);
          state = doing(state, { type: 'answer', fact: position.fact.id, value: value.id });
        } else {
          const step = each.kind === 'back' ? position.path.at(-1) : position.path[each.pick % Math.max(position.path.length, 1)];
          if (step === undefined) continue;
          expected.delete(step.fact);
          state = doing(state, each.kind === 'back' ? { type: 'back' } : { type: 'change', fact: step.fact });
          const after = positionOf(route, state);
          // The answer is open again: it is asked, or it does not matter any more.
          expect(after.path.map((passed) => passed.fact)).not.toContain(step.fact);
        }
        expect(new Map(Object.entries(state.answers))).toEqual(expected);
        for (const passed of positionOf(route, state).path) expect(passed.value).toBe(expected.get(passed.fact));
      }
    }), { numRuns: 300, endOnFailure: true });
  });

  it('an answer to what is not asked changes nothing', () => {
    fc.assert(fc.property(fc.constantFrom(...trees), anAnswer, (tree, answer) => {
      const state = begun(tree);
      const position = positionOf(route, state);
      if (position.kind === 'question' && position.fact.id === answer.fact) return;
      expect(doing(state, { type: 'answer', ...answer })).toEqual(state);
    }), { endOnFailure: true });
  });
});
