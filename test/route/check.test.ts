import { describe, expect, it } from 'vitest';
import { faultsWith, FILES, files, goodRoute, lineOf } from './fixture.js';

const ZORG = 'dialogs/bomen/zorg.yaml';
const SAMEN = 'dialogs/bomen/samen.yaml';
const CONSENT = 'dialogs/toestemming.yaml';
const REGIE = 'dialogs/regie.yaml';
const ROLES = 'dialogs/stappen-rollen.yaml';
const REGION = 'dialogs/regios/hier.yaml';
type Edit = readonly [string, string];

/** One planted fault: where it is to be found (a text on its line), and what is to be said of it. */
const CASES: readonly (readonly [string, string, Edit, { at: string; node?: string; field?: string; says: string }])[] = [
  ['a node id that another tree has', SAMEN, ['id: o-regie-ggd', 'id: o-ggd'], { at: 'id: o-ggd', node: 'o-ggd', field: 'id', says: "duplicate node 'o-ggd'; it stands in dialogs/bomen/zorg.yaml line" }],
  ['a fact that stands twice', 'dialogs/feiten/alles.yaml', ['id: wie', 'id: zorg'], { at: 'XX', node: 'zorg', field: 'id', says: "duplicate fact 'zorg'" }],
  ['an alias that means two roles', ROLES, ['[intern begeleider]', '[Leer-kracht]'], { at: 'Leer-kracht', node: 'ib', field: 'aliases[0]', says: "already means the role 'leerkracht'" }],
  ['an unknown value in an option', ZORG, ['values: [klein]', 'values: [klien]'], { at: 'klien', node: 'q-zorg', field: 'options[0].values[0]', says: "unknown value of fact 'zorg' 'klien'; known: klein, groot" }],
  ['an unknown node', ZORG, ['next: o-klein', 'next: o-kleni'], { at: 'o-kleni', node: 'q-zorg', field: 'options[0].next', says: "unknown node 'o-kleni'; known: q-rol" }],
  ['an unknown tree', ZORG, ['{ tree: samen }', '{ tree: smaen }'], { at: 'smaen', node: 'q-wie', field: 'options[0].next.tree', says: "unknown tree 'smaen'; known: zorg, samen" }],
  ['an unknown start', ZORG, ['start: q-rol', 'start: q-lor'], { at: 'start:', node: 'zorg', field: 'start', says: "unknown node 'q-lor'" }],
  ['an unknown role', ZORG, ['role: leerkracht', 'role: juf'], { at: 'role: juf', node: 'o-klein', field: 'role', says: "unknown role 'juf'; known: leerkracht" }],
  ['an unknown registration', ZORG, ['registrations: [dossier]', 'registrations: [map]'], { at: '[map]', node: 'o-ggd', field: 'registrations[0]', says: "unknown registration 'map'; known: dossier" }],
  ['an unknown rule', 'dialogs/acties/alles.yaml', ['TOE-02', 'TOE-99'], { at: 'TOE-99', node: 'schrijf', field: 'rules[0]', says: "unknown rule 'TOE-99'; known: TOE-01" }],
  ['an unknown party', ROLES, ['sends: team', 'sends: taem'], { at: 'taem', node: 'casemanager', field: 'sends', says: "unknown party 'taem'; known: school, ggd, team" }],
  ['a role that answers an unknown value', ROLES, ['asks: school', 'asks: skool'], { at: 'skool', node: 'leerkracht', field: 'asks', says: "unknown value of fact 'rol' 'skool'" }],
  ['an unknown purpose', ZORG, ['purpose: overleg', 'purpose: praten'], { at: 'praten', node: 'o-ggd', field: 'consent[0].purpose', says: "unknown purpose 'praten'; known: overleg, mdo" }],
  ['a local name for an unknown role', REGION, ['roleNames: { jv:', 'roleNames: { vj:'], { at: 'vj:', node: 'hier', field: 'roleNames.vj', says: "unknown role 'vj'" }],
  ['a contact for an unknown role', REGION, ['contacts: { jv:', 'contacts: { vj:'], { at: 'vj:', node: 'hier', field: 'contacts.vj', says: "unknown role 'vj'" }],
  ['a term for what is no step of a case', REGION, ['  zien:', '  uit:'], { at: '  uit:', node: 'hier', field: 'terms.uit', says: "unknown case step 'uit'; known: zien, samen" }],
  ['a value that no option has', ZORG, ['values: [tot-12, vanaf-12]', 'values: [tot-12]'], { at: 'XX', node: 'q-leeftijd', field: 'options', says: "'vanaf-12' of fact 'leeftijd' is in no option" }],
  ['a value that two options have', ZORG, ['values: [groot]', 'values: [groot, klein]'], { at: 'groot, klein', node: 'q-zorg', field: 'options[1].values[1]', says: "'klein' of fact 'zorg' is in more than one option" }],
  ['an outcome out of reach', SAMEN, ['next: o-regie-ggd', 'next: q-leer'], { at: 'id: o-regie-ggd', node: 'o-regie-ggd', says: "unreachable: nothing leads from the start 'q-rol-samen'" }],
  ['a circle in a tree', ZORG, ['next: q-wie', 'next: q-zorg'], { at: 'next: q-zorg }\n', node: 'q-leeftijd', field: 'options[0].next', says: "goes round in a circle: this option leads back to 'q-zorg'" }],
  ['a circle over trees', SAMEN, ['next: o-regie }', 'next: { tree: zorg } }'], { at: 'tree: zorg', node: 'q-leef', field: 'options[0].next', says: 'goes round in a circle' }],
  ['a question that makes no difference', ZORG, ['values: [klein], next: o-klein', 'values: [klein], next: q-leeftijd'], { at: 'XX', node: 'q-zorg', field: 'options', says: 'the options can not change the outcome: the outcome is the same whatever is answered' }],
  ['consent by age before the age is asked', ZORG, ['next: q-leeftijd', 'next: q-wie'], { at: 'recipient:', node: 'o-ggd', field: 'consent[0]', says: "the consent depends on age, but the fact 'leeftijd' is not answered on every path to it" }],
  ['consent by age before the role is asked', ZORG, ['start: q-rol', 'start: q-zorg'], { at: 'recipient:', node: 'o-ggd', field: 'consent[0]', says: "the consent depends on age, but the fact 'rol' is not answered on every path to it" }],
  ['a recipient that was not asked for', SAMEN, ['actions: [praat]', 'actions: [praat]\n    consent: [{ recipient: { fact: wie }, purpose: mdo }]'], { at: 'recipient', node: 'o-regie-ggd', field: 'consent[0].recipient', says: "the fact 'wie' names the recipient, but is not answered" }],
  ['regie before the leefvraag is asked', SAMEN, ['values: [enkelvoudig, complex], next: q-leef', 'values: [enkelvoudig, complex], next: o-regie'], { at: 'role: regie', node: 'o-regie', field: 'role', says: "the regie matrix decides, but the fact 'leefvraag' is not answered" }],
  ['a combination without regie', REGIE, ['  - { leervraag: enkelvoudig, leefvraag: complex, regie: casemanager, text: Zorg., inMatrix: true, rules: [RGM-03] }\n', ''], { at: 'cells:', field: 'cells', says: "no cell for leervraag × leefvraag 'enkelvoudig × complex'" }],
  ['a combination with regie twice', REGIE, ['leervraag: complex, leefvraag: complex', 'leervraag: complex, leefvraag: enkelvoudig'], { at: 'regie: none', field: 'cells[3]', says: "'complex × enkelvoudig' stands here twice" }],
  ['regie by an unknown role', REGIE, ['regie: casemanager', 'regie: manager'], { at: 'regie: manager', field: 'cells[2].regie', says: "unknown role 'manager'" }],
  ['rows that overlap', CONSENT, ['senders: any', 'senders: [ggd, school]'], { at: 'id: ggd-ggd', node: 'ggd-ggd', says: "overlaps with the row 'iemand-ggd' (sender ggd, recipient ggd, purpose overleg)" }],
  ['a row without an age band', CONSENT, ['      tot-12: { kind: none, text: Intern., rules: [TOE-02] }\n', ''], { at: 'XX', node: 'ggd-ggd', field: 'ages', says: "the age band 'tot-12' is missing; needed: tot-12, vanaf-12" }],
  ['a row with an unknown age band', CONSENT, ['vanaf-12:\n', 'va-12:\n'], { at: 'va-12', node: 'iemand-ggd', field: 'ages.va-12', says: "unknown age band 'va-12'" }],
  ['an unknown age fact', CONSENT, ['ageFact: leeftijd', 'ageFact: jaren'], { at: 'ageFact', field: 'ageFact', says: "unknown fact 'jaren'" }],
  ['nothing to do now', ZORG, ['actions: [praat, schrijf]', 'actions: [schrijf]'], { at: 'id: q-zorg', node: 'q-zorg', says: 'share no action, so that there is nothing to do now; for example after rol=school' }],
];

describe('checking a route', () => {
  it.each(CASES)('finds %s', (_, name, edit, { at, node, field, says }) => {
    const edits = { [name]: [edit] };
    const found = faultsWith(edits).find((fault) => fault.message.includes(says));
    expect(found, JSON.stringify(faultsWith(edits))).toBeDefined();
    expect(found).toMatchObject({ file: name, node, field });
    if (at !== 'XX') expect((files(edits).find((file) => file.name === name)?.text.split('\n') ?? [])[(found?.line ?? 0) - 1]).toContain(at.trim());
  });

  it('points at the list that lacks something', () => {
    const edits = { [ZORG]: [['values: [tot-12, vanaf-12]', 'values: [tot-12]'] as const] };
    expect(faultsWith(edits)[0]?.line).toBe(lineOf(files(edits), ZORG, 'fact: leeftijd') + 3);
  });

  it('finds more than one thing at once', () => {
    const faults = faultsWith({
      [ZORG]: [['role: leerkracht', 'role: juf'], ['fact: wie\n', 'fact: weet-ik-niet\n']],
      [SAMEN]: [['next: o-regie-ggd', 'next: q-leer'], ['step: samen', 'step: smaen']],
      [REGIE]: [['regie: casemanager', 'regie: manager']], [CONSENT]: [['senders: any', 'senders: [ggd]']],
      [REGION]: [['  zien:', '  uit:']],
    });
    expect(faults.map((fault) => `${fault.node ?? fault.file} ${fault.field ?? ''}`)).toEqual([
      'q-wie fact', 'o-klein role', 'o-regie step', 'dialogs/regie.yaml cells[2].regie', 'hier terms.uit',
      'o-regie-ggd ', 'ggd-ggd ', 'q-rol-samen options',
    ]);
  });

  it('walks no paths while what decides about an outcome can not be read', () => {
    expect(faultsWith({ [REGIE]: [['regie: casemanager', 'rol: casemanager']] }).every((fault) => fault.file === REGIE)).toBe(true);
  });

  it('lets a row that names the sender override a row for any sender', () => {
    expect(goodRoute().consent.map((row) => row.senders)).toEqual(['any', ['ggd']]);
  });

  it('refuses more than five thousand paths without walking them all', () => {
    const names = Array.from({ length: 40 }, (_, i) => `v${i}`);
    const facts = `${FILES['dialogs/feiten/alles.yaml'] ?? ''}${names.map((name) => `  - { id: ${name}, label: V, values: [{ id: ja, label: Ja }, { id: nee, label: Nee }] }\n`).join('')}`;
    const outcome = (id: string) => `  - { id: ${id}, step: zien, role: none, title: T, summary: S, actions: [praat], rules: [SVO-01] }\n`;
    const question = (name: string, i: number) => `  - { id: q-${name}, fact: ${name}, question: Q, why: W, options: [{ values: [ja], next: ${i < 39 ? `q-v${i + 1}` : 'o-b'} }, { values: [nee], next: ${i < 39 ? `q-v${i + 1}` : 'o-a'} }] }\n`;
    const faults = faultsWith({
      'dialogs/feiten/alles.yaml': facts,
      'dialogs/schema.yaml': [['trees: [zorg]', 'trees: [zorg, veel]']],
      'dialogs/bomen/veel.yaml': `tree: veel\ntitle: Veel\nstart: q-v0\nquestions:\n${names.map(question).join('')}outcomes:\n${outcome('o-a')}${outcome('o-b')}`,
    });
    expect(faults).toMatchObject([{ message: expect.stringContaining('more than 5000 paths') as string }]);
  });

  it('refuses a walk that is too long to be walked', () => {
    const question = (i: number) => `  - { id: q-v${i}, fact: zorg, question: Q, why: W, options: [{ values: [klein, groot], next: ${i < 299 ? `q-v${i + 1}` : 'o-a'} }] }\n`;
    const faults = faultsWith({
      'dialogs/schema.yaml': [['trees: [zorg]', 'trees: [zorg, lang]']],
      'dialogs/bomen/lang.yaml': `tree: lang\ntitle: Lang\nstart: q-v0\nquestions:\n${Array.from({ length: 300 }, (_, i) => question(i)).join('')}outcomes:\n  - { id: o-a, step: zien, role: none, title: T, summary: S, actions: [praat], rules: [SVO-01] }\n`,
    });
    expect(faults).toMatchObject([{ message: expect.stringContaining('more than 200 questions') as string }]);
  });
});
