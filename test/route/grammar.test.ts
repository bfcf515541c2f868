import { describe, expect, it } from 'vitest';
import { condition, conditionsByName, judge } from '../../src/route/conditions.js';
import { contradictionIn } from '../../src/route/contradictions.js';
import { loadRoute } from '../../src/route/load.js';
import type { Route } from '../../src/route/model.js';
import { readValue } from '../../src/route/numbers.js';
import { pathsOf, resolve } from '../../src/route/resolve.js';
import { faultsWith, files, goodRoute } from './fixture.js';

type Edits = Parameters<typeof files>[0];
const ZORG = 'dialogs/bomen/zorg.yaml';
const FEITEN = 'dialogs/feiten/alles.yaml';
const ACTIES = 'dialogs/acties/alles.yaml';

/** A young child with a big worry at the school goes on its own way. */
const jong = condition('jong-en-groot', ['leeftijd', 'zorg'], ({ leeftijd, zorg }) => leeftijd === 'tot-12' && zorg === 'groot');
const conditions = conditionsByName([jong]);
const BRANCH: Edits = { [ZORG]: [['{ values: [tot-12, vanaf-12], next: q-wie }', '{ values: [tot-12, vanaf-12], next: { when: jong-en-groot, yes: o-ggd-jong, no: q-wie } }'], ['outcomes:\n', `outcomes:
  - { id: o-ggd-jong, step: zien, role: jv, title: Jong, summary: Jong., actions: [praat, schrijf], rules: [SVO-01] }
`]] };

const question = (id: string, fact: string, options: string) => `  - { id: ${id}, fact: ${fact}, question: Vraag?, why: Daarom., options: [${options}] }\n`;
/** A tree of these questions, with two outcomes. */
const small = (questions: readonly string[]) => `tree: zorg
title: Een zorg
start: ${/id: ([a-z-]+)/.exec(questions[0] ?? '')?.[1] ?? ''}
questions:
${questions.join('')}outcomes:
  - { id: o-een, step: zien, role: none, title: Een, summary: Een., actions: [praat, schrijf], registrations: [dossier], rules: [SVO-01] }
  - { id: o-twee, step: zien, role: none, title: Twee, summary: Twee., actions: [praat], rules: [SVO-01] }
`;

function loaded(edits: Edits): Route {
  const read = loadRoute(files(edits), 'hier', conditions);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.route;
}

describe('a branch on more than one fact', () => {
  it('follows the condition', () => {
    const route = loaded(BRANCH);
    expect(resolve(route, 'zorg', { rol: 'school', zorg: 'groot', leeftijd: 'tot-12' })).toMatchObject({ kind: 'outcome', outcome: { id: 'o-ggd-jong' } });
    expect(resolve(route, 'zorg', { rol: 'school', zorg: 'groot', leeftijd: 'vanaf-12' })).toMatchObject({ kind: 'question', question: { id: 'q-wie' } });
  });

  it('is refused under a name that is not there', () => {
    const read = loadRoute(files(BRANCH), 'hier', conditionsByName([]));
    expect(read.ok ? [] : read.faults).toMatchObject([{ file: ZORG, node: 'q-leeftijd', field: 'options[0].next.when', message: "unknown condition 'jong-en-groot'; known: none" }]);
  });

  it('is refused when it reads a fact that some path has not answered', () => {
    const read = loadRoute(files(BRANCH), 'hier', conditionsByName([condition('jong-en-groot', ['leeftijd', 'wie'], ({ wie }) => wie === 'ggd')]));
    expect(read.ok ? [] : read.faults).toMatchObject([{
      node: 'q-leeftijd', field: 'options[0].next.when', message: expect.stringContaining("reads the fact 'wie', which is not answered on every path to it") as string,
    }]);
  });

  it('is refused where it reads such a fact at a question that was answered before', () => {
    const tree = small([
      question('q-zorg-eerst', 'zorg', '{ values: [klein], next: q-wie }, { values: [groot], next: q-zorg }'),
      question('q-wie', 'wie', '{ values: [team], next: o-een }, { values: [ggd], next: q-zorg }'),
      question('q-zorg', 'zorg', '{ values: [klein], next: o-twee }, { values: [groot], next: { when: bij-ggd, yes: o-een, no: o-twee } }'),
    ]);
    const read = loadRoute(files({ [ZORG]: tree }), 'hier', conditionsByName([condition('bij-ggd', ['wie'], ({ wie }) => wie === 'ggd')]));
    expect(read.ok ? [] : read.faults).toMatchObject([{
      node: 'q-zorg', field: 'options[1].next.when', message: expect.stringMatching(/reads the fact 'wie', which is not answered.*after zorg=groot$/) as string,
    }]);
  });

  it('sees no other facts than those it says it reads', () => {
    const seen: unknown[] = [];
    judge(condition('ziet', ['zorg'], (facts) => { seen.push(facts); return true; }), new Map([['zorg', 'groot'], ['leeftijd', 'tot-12']]));
    expect(seen).toEqual([{ zorg: 'groot' }]);
    expect(judge(jong, new Map([['zorg', 'groot']]))).toBeUndefined();
  });
});

describe('answers that can not both be true', () => {
  const EXCLUDES: Edits = { [FEITEN]: [['    values: [{ id: team, label: Team }, { id: ggd, label: GGD }]\n', `    values: [{ id: team, label: Team }, { id: ggd, label: GGD }]
contradictions:
  - { id: jong-zonder-team, facts: { leeftijd: [tot-12], wie: [team] }, text: Een jong kind heeft geen team. }
`]] };

  it('are not offered, and a kept answer that became impossible is passed over', () => {
    const route = goodRoute(EXCLUDES);
    const answers = { rol: 'school', zorg: 'groot', leeftijd: 'tot-12', wie: 'team' };
    expect(contradictionIn(route, answers)?.text).toBe('Een jong kind heeft geen team.');
    // Only one answer is left, so that it is not asked.
    expect(resolve(route, 'zorg', answers)).toMatchObject({ kind: 'outcome', outcome: { id: 'o-ggd' } });
    expect(resolve(route, 'zorg', { ...answers, leeftijd: 'vanaf-12' })).toMatchObject({ kind: 'question', question: { id: 'q-leer' } });
  });

  it('lie on no path', () => {
    const route = goodRoute(EXCLUDES);
    for (const { answers } of pathsOf(route, 'zorg')) expect(contradictionIn(route, answers)).toBeUndefined();
  });

  it('make an earlier question matter when it decides which answers are left to a later one', () => {
    const route = goodRoute({
      [FEITEN]: [['label: Team }, { id: ggd, label: GGD }]\n', `label: Team }, { id: arts, label: Arts }, { id: ggd, label: GGD }]
contradictions:
  - { id: jong, facts: { leeftijd: [tot-12], wie: [team] }, text: Niet jong. }
  - { id: oud, facts: { leeftijd: [vanaf-12], wie: [arts] }, text: Niet oud. }
`]],
      // Whatever the age is, two answers are left, and these lead to the same two outcomes.
      [ZORG]: small([
        question('q-leeftijd', 'leeftijd', '{ values: [tot-12, vanaf-12], next: q-wie }'),
        question('q-wie', 'wie', '{ values: [team, arts], next: o-een }, { values: [ggd], next: q-zorg }'),
        question('q-zorg', 'zorg', '{ values: [klein], next: o-een }, { values: [groot], next: o-twee }'),
      ]),
    });
    expect(resolve(route, 'zorg', {})).toMatchObject({ kind: 'question', question: { id: 'q-leeftijd' } });
    expect(resolve(route, 'zorg', { leeftijd: 'vanaf-12', wie: 'team' })).toMatchObject({ kind: 'outcome', outcome: { id: 'o-een' } });
  });

  it('leave an answer whatever role is known beforehand, also where nobody is asked for it', () => {
    const faults = faultsWith({
      [FEITEN]: [['label: GGD }]\n', 'label: GGD }]\ncontradictions:\n  - { id: niets, facts: { rol: [school], zorg: [klein, groot] }, text: Dat kan niet. }\n']],
      [ZORG]: small([question('q-zorg', 'zorg', '{ values: [klein], next: o-een }, { values: [groot], next: o-twee }')]),
    });
    expect(faults).toMatchObject([{ node: 'q-zorg', message: expect.stringMatching(/no answer is possible here.*after rol=school$/) as string }]);
  });

  it('are refused when they name what is not there, or only one fact', () => {
    const text = EXCLUDES[FEITEN]?.[0]?.[1] ?? '';
    const wrong = (from: string, to: string) => faultsWith({ [FEITEN]: [['    values: [{ id: team, label: Team }, { id: ggd, label: GGD }]\n', String(text).replace(from, to)]] });
    expect(wrong('wie: [team]', 'wie: [taem]')).toMatchObject([{ field: 'facts.wie[0]', message: expect.stringContaining("'taem'") as string }]);
    expect(wrong(', wie: [team]', '')[0]).toMatchObject({ field: 'facts', message: 'a contradiction is between at least two facts' });
  });

  it('are refused when they leave a question without an answer', () => {
    const text = String(EXCLUDES[FEITEN]?.[0]?.[1] ?? '').replace('wie: [team]', 'wie: [team, ggd]');
    const all = faultsWith({ [FEITEN]: [['    values: [{ id: team, label: Team }, { id: ggd, label: GGD }]\n', text]] });
    expect(all).toMatchObject([{ node: 'q-wie', message: expect.stringContaining('no answer is possible here') as string }]);
  });
});

describe('an answer that is a number', () => {
  const NUMBER: Edits = { [FEITEN]: [['    label: Leeftijd\n', '    label: Leeftijd\n    number: { unit: jaar, min: 0, max: 20 }\n'], ['{ id: tot-12,', '{ id: tot-12, from: 0,'], ['{ id: vanaf-12,', '{ id: vanaf-12, from: 12,']] };

  it.each([[0, 'tot-12'], [11, 'tot-12'], ['11', 'tot-12'], [12, 'vanaf-12'], [' 20 ', 'vanaf-12'], ['vanaf-12', 'vanaf-12']])('%j falls in a band', (given, value) => {
    const fact = goodRoute(NUMBER).facts.get('leeftijd');
    expect(fact && readValue(fact, given)).toEqual({ ok: true, value });
  });

  it.each([[-1], [21], [11.5], ['twaalf'], [''], [null], [{ jaar: 12 }], ['1e1'], [Number.NaN]])('%j is refused in Dutch', (given) => {
    const fact = goodRoute(NUMBER).facts.get('leeftijd');
    expect(fact && readValue(fact, given)).toMatchObject({ ok: false, reason: expect.stringContaining('geen heel getal van 0 tot en met 20 (jaar)') as string });
  });

  it('has bands that rise from the lowest number', () => {
    expect(faultsWith({ ...NUMBER, [FEITEN]: [...(NUMBER[FEITEN] as readonly (readonly [string, string])[]), ['from: 12', 'from: 0']] }))
      .toMatchObject([{ node: 'leeftijd', field: 'values[1].from', message: expect.stringContaining('must rise from 0 to at most 20') as string }]);
    expect(faultsWith({ [FEITEN]: [['{ id: tot-12,', '{ id: tot-12, from: 0,']] })).toMatchObject([{ message: "'from' belongs to a fact with a 'number'" }]);
  });
});

describe('what reaches nobody', () => {
  it('is refused, once nothing else is wrong: an action of no outcome, a fact that no question asks', () => {
    const edits: Edits = {
      [ACTIES]: [['registrations:\n', '  - { id: zwaai, text: Zwaai., rules: [TOE-01] }\nregistrations:\n  - { id: lijst, text: Lijst., rules: [REG-03] }\n']],
      [FEITEN]: [['  - id: wie\n', '  - { id: waar, label: Waar, values: [{ id: hier, label: Hier }, { id: daar, label: Daar }] }\n  - id: wie\n']],
    };
    expect(faultsWith(edits).map(({ file, node, message }) => `${file} ${node ?? ''}: ${message.split(';')[0] ?? ''}`)).toEqual([
      `${ACTIES} zwaai: the action 'zwaai' is used nowhere`, `${ACTIES} lijst: the registration 'lijst' is used nowhere`,
      `${FEITEN} waar: the fact 'waar' is used nowhere`,
    ]);
    expect(faultsWith({ ...edits, [ZORG]: [['role: leerkracht', 'role: juf']] }).map((fault) => fault.node)).toEqual(['o-klein']);
  });
});

describe('what every outcome must see to', () => {
  it('after an answer that means danger the safety advice comes first', () => {
    const faults = faultsWith({ [FEITEN]: [['{ id: groot, label: Groot }', '{ id: groot, label: Groot, danger: true }']] });
    expect(faults.map((fault) => `${fault.node ?? ''} ${fault.field ?? ''}`)).toContain('o-ggd tone');
    expect(faults.every((fault) => fault.message.includes("'zorg: groot' means danger"))).toBe(true);
  });

  it('names the consent for each party that an action shares with', () => {
    const faults = faultsWith({ [ACTIES]: [['text: Bel.,', 'text: Bel., shares: [team],']] });
    expect(faults.map((fault) => `${fault.node ?? ''} ${fault.message}`)).toEqual(expect.arrayContaining([
      expect.stringContaining("o-ggd the action 'bel' shares with 'team', but the outcome names no consent for it"),
      expect.stringContaining("o-regie the action 'bel' shares with 'team'"),
    ]));
    // The first who gets there may be of that party itself; the others are not.
    const own = faultsWith({
      [ACTIES]: [['text: Praat.,', 'text: Praat., shares: [school],']],
      [ZORG]: small([question('q-rol', 'rol', '{ values: [school], next: o-een }, { values: [ggd], next: q-zorg }'), question('q-zorg', 'zorg', '{ values: [klein], next: o-een }, { values: [groot], next: o-twee }')]),
    });
    expect(own.map((fault) => fault.node)).toEqual(expect.arrayContaining(['o-een', 'o-twee']));
    const registered = faultsWith({ [ACTIES]: [['text: Dossier.,', 'text: Dossier., shares: [team],']] });
    expect(registered).toMatchObject([{ node: 'o-ggd', field: 'registrations[0]', message: expect.stringContaining("'dossier' shares with 'team'") as string }]);
    expect(faultsWith({ [ACTIES]: [['text: Bel.,', 'text: Bel., shares: [taem],']] })[0]?.message).toContain("unknown party 'taem'");
  });
});
