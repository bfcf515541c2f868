import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Position } from '../../src/route/model.js';
import { pathsOf, resolve } from '../../src/route/resolve.js';
import { goodRoute } from './fixture.js';

const route = goodRoute();
const at = (position: Position) => (position.kind === 'question' ? position.question.id : position.outcome.id);
const asked = (position: Position) => position.path.map((step) => `${step.fact}=${step.value}${step.known ? ' (known)' : ''}`);
const walk = (answers: Answers, known: Answers = {}) => resolve(route, 'zorg', answers, known);

describe('resolving answers', () => {
  it('replays from the first question, over a jump to another tree', () => {
    expect(at(walk({}))).toBe('q-rol');
    expect(at(walk({ rol: 'school', zorg: 'klein' }))).toBe('o-klein');
    const end = walk({ rol: 'school', zorg: 'groot', leeftijd: 'tot-12', wie: 'team', leervraag: 'complex', leefvraag: 'complex' });
    expect(end).toMatchObject({ kind: 'outcome', tree: 'samen', outcome: { id: 'o-regie' } });
    expect(asked(end)).toEqual(['rol=school', 'zorg=groot', 'leeftijd=tot-12', 'wie=team', 'leervraag=complex', 'leefvraag=complex']);
  });

  it('keeps later answers when an earlier one changes', () => {
    const answers = { rol: 'school', zorg: 'groot', leeftijd: 'tot-12', wie: 'ggd' };
    expect(at(walk(answers))).toBe('o-ggd');
    expect(asked(walk({ ...answers, leeftijd: 'vanaf-12' }))).toEqual(['rol=school', 'zorg=groot', 'leeftijd=vanaf-12', 'wie=ggd']);
  });

  it('drops answers that are off the route, and takes them up again when the route comes back', () => {
    const answers = { rol: 'school', zorg: 'groot', leeftijd: 'tot-12', wie: 'ggd' };
    const off = walk({ ...answers, zorg: 'klein' });
    expect([at(off), asked(off)]).toEqual(['o-klein', ['rol=school', 'zorg=klein']]);
    expect(at(walk({ ...answers, zorg: 'groot' }))).toBe('o-ggd');
  });

  it('passes over answers that are no value of their fact', () => {
    expect(at(walk({ rol: 'school', zorg: 'reusachtig', weer: 'mooi' }))).toBe('q-zorg');
    expect(at(walk(JSON.parse('{"__proto__": "x", "rol": "constructor", "toString": "y"}') as Answers))).toBe('q-rol');
  });

  it('does not ask what is known, and known wins', () => {
    const position = walk({ rol: 'ggd' }, { rol: 'school', leeftijd: 'onzin' });
    expect([at(position), asked(position)]).toEqual(['q-zorg', ['rol=school (known)']]);
    expect(at(walk({}, { rol: 'niemand' }))).toBe('q-rol');
  });

  it('does not ask a fact again in the next tree', () => {
    const position = walk({ zorg: 'groot', leeftijd: 'tot-12', wie: 'team' }, { rol: 'school' });
    expect([at(position), asked(position).filter((step) => step.startsWith('rol'))]).toEqual(['q-leer', ['rol=school (known)']]);
  });

  it('skips a question that can not change the outcome any more', () => {
    const ggd = walk({ rol: 'ggd', zorg: 'groot' });
    expect([at(ggd), asked(ggd)]).toEqual(['q-wie', ['rol=ggd', 'zorg=groot']]);
    expect(asked(walk({ rol: 'ggd', zorg: 'groot', leeftijd: 'tot-12', wie: 'ggd' }))).toEqual(['rol=ggd', 'zorg=groot', 'wie=ggd']);
    expect(at(walk({ rol: 'school', zorg: 'groot' }))).toBe('q-leeftijd');
  });

  it('says what can be done now: what all outcomes that can follow share, in order', () => {
    const now = (position: Position) => (position.kind === 'question' ? position.now.map((action) => action.id) : []);
    expect(now(walk({ rol: 'school' }))).toEqual(['praat']);
    expect(now(walk({ rol: 'school', zorg: 'groot' }))).toEqual(['praat', 'bel']);
    expect(now(walk({ rol: 'ggd', zorg: 'groot' }))).toEqual(['praat']);
  });

  it('looks up consent by sender, age and the answered recipient', () => {
    const needs = (answers: Answers) => {
      const position = walk(answers);
      return position.kind === 'outcome' ? position.outcome.consent.map((need) => [need.sender, need.recipient, need.requirement.row, need.requirement.ask.length]) : [];
    };
    expect(needs({ rol: 'school', zorg: 'groot', leeftijd: 'tot-12', wie: 'ggd' })).toEqual([['school', 'ggd', 'iemand-ggd', 1]]);
    expect(needs({ rol: 'school', zorg: 'groot', leeftijd: 'vanaf-12', wie: 'ggd' })).toEqual([['school', 'ggd', 'iemand-ggd', 2]]);
    expect(needs({ rol: 'ggd', zorg: 'groot', wie: 'ggd' })).toEqual([['ggd', 'ggd', 'ggd-ggd', 0]]);
  });

  it('looks up the role by the regie matrix, with its local name, and the term of the region', () => {
    const role = (leervraag: string, leefvraag: string) => {
      const position = resolve(route, 'samen', { rol: 'school', leervraag, leefvraag });
      return position.kind === 'outcome' ? position.outcome.role?.id : position.kind;
    };
    expect([role('complex', 'enkelvoudig'), role('enkelvoudig', 'complex'), role('complex', 'complex')]).toEqual(['onderwijs', 'casemanager', undefined]);
    const ggd = walk({ rol: 'ggd', zorg: 'groot', wie: 'ggd' });
    expect(ggd).toMatchObject({ outcome: { role: { label: 'wijkzuster' }, term: { workingDays: 10 } } });
    expect(resolve(route, 'samen', { rol: 'ggd' })).toMatchObject({ outcome: { role: undefined, term: undefined, regie: undefined } });
  });

  it('lists each rule once: of the outcome, its actions, its consent, its registrations', () => {
    const end = walk({ rol: 'school', zorg: 'groot', leeftijd: 'tot-12', wie: 'ggd' });
    expect(end.kind === 'outcome' && end.outcome.rules.map((rule) => rule.id)).toEqual(['SVO-01', 'TOE-02', 'TOE-01', 'TOE-03', 'TOE-06', 'REG-03']);
  });

  it('enumerates every way to walk through a tree', () => {
    const paths = [...pathsOf(route, 'zorg', { rol: 'ggd' })];
    expect(paths.map((path) => [path.answers, path.outcome.id])).toEqual([
      [{ zorg: 'klein' }, 'o-klein'], [{ zorg: 'groot', wie: 'team' }, 'o-regie-ggd'], [{ zorg: 'groot', wie: 'ggd' }, 'o-ggd'],
    ]);
    expect([...pathsOf(route, 'zorg')]).toHaveLength(14);
  });

  it('throws only for a tree that is not there', () => {
    expect(() => resolve(route, 'bos', {})).toThrow("not in this route: 'bos'");
  });
});

describe('any walk', () => {
  const facts = [...route.facts.values()];
  const answers = fc.record(Object.fromEntries(facts.map((fact) => [fact.id, fc.constantFrom(...fact.values.map((value) => value.id), 'onzin')])), { requiredKeys: [] }) as fc.Arbitrary<Answers>;
  const tree = fc.constantFrom(...route.trees.keys());
  const junk = fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', ...facts.map((fact) => fact.id))), fc.anything()) as fc.Arbitrary<Answers>;
  const valid = (all: Answers) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== 'onzin'));

  it('ends in an outcome, whatever is answered', () => {
    fc.assert(fc.property(tree, answers, fc.array(fc.nat(9)), (id, known, choices) => {
      let given: Answers = {};
      for (let turn = 0; turn <= facts.length; turn += 1) {
        const position = resolve(route, id, given, known);
        if (position.kind === 'outcome') return;
        const { values } = position.fact;
        given = { ...given, [position.fact.id]: values[(choices[turn] ?? 0) % values.length]?.id ?? '' };
      }
      throw new Error('no outcome after every fact was answered');
    }));
  });

  it('gives the same position for the same answers, also on a route that was loaded again', () => {
    const again = goodRoute();
    fc.assert(fc.property(tree, answers, answers, (id, given, known) => {
      expect(resolve(again, id, given, known)).toEqual(resolve(route, id, given, known));
    }), { numRuns: 60 });
  });

  it('is not moved by answers that are not on its path', () => {
    fc.assert(fc.property(tree, answers, (id, given) => {
      const position = resolve(route, id, given);
      const onPath = Object.fromEntries(position.path.map((step) => [step.fact, step.value]));
      expect(resolve(route, id, onPath)).toEqual(position);
    }));
  });

  it('is as good as one in which every question was asked', () => {
    fc.assert(fc.property(tree, answers, (id, given) => {
      const full = { ...Object.fromEntries(facts.map((fact) => [fact.id, fact.values[0]?.id ?? ''])), ...valid(given) };
      const lazy = resolve(route, id, full);
      const eager = resolve(route, id, {}, full);
      expect(lazy.kind === 'outcome' && eager.kind === 'outcome' && lazy.outcome).toEqual(eager.kind === 'outcome' && eager.outcome);
    }));
  });

  it('never throws for junk', () => {
    fc.assert(fc.property(tree, junk, junk, (id, given, known) => {
      expect(() => resolve(route, id, given, known)).not.toThrow();
    }));
  });
});
