import { describe, expect, it } from 'vitest';
import { outcomesOf } from '../../src/cli/outcomes.js';
import { advise } from '../../src/route/advise.js';
import { goodRoute } from '../route/fixture.js';
import { realRoute } from '../support/route.js';

const route = goodRoute({
  'dialogs/feiten/alles.yaml': [
    ['    label: Leeftijd\n', '    label: Leeftijd\n    number: { unit: jaar, min: 0, max: 27 }\n'],
    ['{ id: tot-12,', '{ id: tot-12, from: 0,'], ['{ id: vanaf-12,', '{ id: vanaf-12, from: 12,'],
    ['{ id: complex, label: Complex }]\n  - id: wie', '{ id: complex, label: Complex, danger: true }]\n  - id: wie'],
    ['label: GGD }]\n', 'label: GGD }]\ncontradictions:\n  - { id: niet-samen, facts: { zorg: [klein], leeftijd: [vanaf-12] }, text: Dat gaat niet samen. }\n'],
  ],
  'dialogs/bomen/samen.yaml': [['title: Samen\n    summary: Samen.', 'title: Samen\n    tone: danger\n    summary: Samen.']],
});
const refused = (facts: Record<string, unknown>) => {
  const advice = advise(route, 'zorg', facts);
  if (advice.kind !== 'refused') throw new Error(`not refused: ${JSON.stringify(advice)}`);
  return advice.reasons;
};

describe('advice for facts from outside', () => {
  it('is the outcome when nothing is left to ask', () => {
    expect(advise(route, 'zorg', { rol: 'school', zorg: 'groot', leeftijd: 13, wie: 'ggd' })).toEqual({
      kind: 'outcome', tree: 'zorg', unused: [],
      outcome: {
        id: 'o-ggd', step: 'zien', role: 'jv', actions: ['schrijf', 'praat', 'bel'],
        consent: [{
          recipient: 'ggd', purpose: 'overleg', kind: 'ask', inform: [], rules: ['TOE-06'],
          ask: [{ who: 'gezaghebbenden', weight: 'required' }, { who: 'jeugdige', weight: 'required' }],
        }],
        registrations: ['dossier'], term: { workingDays: 10, graceDays: 2, setBy: 'Overleg', setOn: '2026-01-05', proposal: false },
        rules: ['SVO-01', 'TOE-02', 'TOE-01', 'TOE-03', 'TOE-06', 'REG-03'], title: 'Naar de GGD', summary: 'Naar de GGD.', silent: [],
      },
    });
  });

  it('names nobody and no term where there is none', () => {
    const advice = advise(route, 'samen', { rol: 'ggd' });
    expect(advice).toMatchObject({ kind: 'outcome', outcome: { id: 'o-regie-ggd', role: null, term: null } });
  });

  it('is the first question that is still open, with what can be done already', () => {
    expect(advise(route, 'zorg', { rol: 'school', zorg: 'groot', leeftijd: '13' })).toEqual({
      kind: 'question', tree: 'zorg', fact: 'wie', question: 'Wie erbij?', why: 'Daarom.',
      values: [{ id: 'team', label: 'Team' }, { id: 'ggd', label: 'GGD' }], now: ['praat', 'bel'], unused: [],
    });
  });

  it('offers only the answers that can be true beside all that was given, also what comes up later', () => {
    const advice = advise(route, 'zorg', { rol: 'school', leeftijd: 13 });
    expect(advice).toMatchObject({ kind: 'question', fact: 'zorg', values: [{ id: 'groot' }], unused: ['leeftijd'] });
    expect(advise(route, 'zorg', { rol: 'school', leeftijd: 3 })).toMatchObject({ values: [{ id: 'klein' }, { id: 'groot' }] });
  });

  it('follows a jump into another tree', () => {
    expect(advise(route, 'zorg', { rol: 'ggd', zorg: 'groot', leeftijd: 3, wie: 'team' })).toMatchObject({ kind: 'outcome', tree: 'samen' });
  });

  it('says which facts played no part', () => {
    expect(advise(route, 'zorg', { rol: 'school', zorg: 'klein', wie: 'ggd', leervraag: 'complex' })).toMatchObject({ kind: 'outcome', unused: expect.arrayContaining(['wie', 'leervraag']) as unknown });
  });
});

describe('advice on the route of this repository', () => {
  const real = realRoute();

  it.each([
    [{ aanleiding: 'zorg', rol: 'leerkracht', veiligheid: 'acuut' }, 'acuut-gevaar'],
    [{ veiligheid: 'suicidaliteit' }, 'suicidaliteit'],
    [{ rol: 'ib-er', aanleiding: 'mdo', leervraag: 'complex', veiligheid: 'vermoeden' }, 'vermoeden-onveilig'],
  ])('is about safety as soon as a fact means danger: %j', (facts, outcome) => {
    expect(advise(real, 'wat-nu', facts)).toMatchObject({ kind: 'outcome', outcome: { id: outcome, step: 'veiligheid' } });
  });

  it('asks what is the matter where a sign of danger does not say it, and stays in the Meldcode where that is being walked', () => {
    expect(advise(real, 'wat-nu', { stand: 'niet-veilig' })).toMatchObject({ kind: 'question', tree: 'veiligheid', fact: 'veiligheid' });
    expect(advise(real, 'meldcode', { 'weging-ernst': 'ja' })).toMatchObject({ kind: 'question', tree: 'meldcode' });
    expect(advise(real, 'zorg', { rol: 'leerkracht' })).toMatchObject({ kind: 'question', tree: 'zorg', fact: 'stand' });
  });

  it('is, for the answers of every path, what that path leads to', () => {
    const other = outcomesOf(real).filter(({ tree, answers, outcome }) => {
      const advice = advise(real, tree, answers);
      if (advice.kind !== 'outcome' || advice.unused.length > 0) return true;
      return Object.entries(outcome).some(([key, value]) => JSON.stringify(value) !== JSON.stringify(advice.outcome[key as keyof typeof outcome]));
    });
    expect(other).toEqual([]);
  });
});

describe('facts that can not be used', () => {
  it('are all refused, each with its reason, whatever else is right', () => {
    expect(refused({ rol: 'school', zrg: 'groot', zorg: 'reusachtig', leeftijd: 'dertien' })).toEqual([
      { fact: 'zrg', value: 'groot', reason: "'zrg' is geen feit van de route." },
      { fact: 'zorg', value: 'reusachtig', reason: expect.stringContaining('klein, groot') as unknown },
      { fact: 'leeftijd', value: 'dertien', reason: expect.stringContaining('0 tot en met 27') as unknown },
    ]);
  });

  it.each([-1, 28, 12.5, '1e1', '', null, true, Number.NaN])('are refused with %s as an age', (leeftijd) => {
    expect(refused({ leeftijd })).toHaveLength(1);
  });

  it.each([0, 11, '11', ' 9 '])('read %s as an age under 12', (leeftijd) => {
    expect(advise(route, 'zorg', { rol: 'school', zorg: 'groot', wie: 'ggd', leeftijd })).toMatchObject({ outcome: { consent: [{ ask: [{ who: 'gezaghebbenden' }] }] } });
  });

  it('are refused when they contradict each other, with the reason at each of them', () => {
    expect(refused({ rol: 'school', zorg: 'klein', leeftijd: 14 })).toEqual([
      { fact: 'zorg', value: 'klein', reason: 'Dat gaat niet samen.' }, { fact: 'leeftijd', value: 14, reason: 'Dat gaat niet samen.' },
    ]);
  });

  it('are refused when together they leave no answer to what was not given', () => {
    const narrow = goodRoute({ 'dialogs/feiten/alles.yaml': [['label: GGD }]\n', `label: GGD }]
contradictions:
  - { id: jong, facts: { leeftijd: [tot-12], leervraag: [complex] }, text: Te jong. }
  - { id: oud, facts: { leeftijd: [vanaf-12], leefvraag: [complex] }, text: Te oud. }
`]] });
    expect(advise(narrow, 'zorg', { rol: 'school', zorg: 'groot', leervraag: 'complex', leefvraag: 'complex' })).toEqual({
      kind: 'refused', reasons: [{ fact: 'leervraag', value: 'complex', reason: 'Te jong.' }, { fact: 'leefvraag', value: 'complex', reason: 'Te oud.' }],
    });
    expect(advise(narrow, 'zorg', { rol: 'school', zorg: 'groot', leervraag: 'complex' })).toMatchObject({ kind: 'question', fact: 'leeftijd', values: [{ id: 'vanaf-12' }] });
  });

  it('are refused when they reach for a prototype', () => {
    const facts = JSON.parse('{"__proto__":"school","constructor":"school","toString":"x"}') as Record<string, unknown>;
    expect(refused(facts).map((reason) => reason.fact)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(refused({ rol: 'constructor' })).toHaveLength(1);
  });

  it('are refused when they nest, however deep', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(refused({ rol: deep, zorg: { groot: true } })).toMatchObject([{ fact: 'rol', value: '[…]' }, { fact: 'zorg', value: '{…}' }]);
  });
});
