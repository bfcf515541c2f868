import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRouteFiles } from '../../src/files.js';
import { boardOf } from '../../src/route/boards.js';
import { checkRegions } from '../../src/route/check-regions.js';
import { gapsOf } from '../../src/route/gaps.js';
import { loadRoute } from '../../src/route/load.js';
import type { Route } from '../../src/route/model.js';
import { readParts } from '../../src/route/parts.js';
import { files, goodRoute, lineOf } from './fixture.js';

type Edits = Parameters<typeof files>[0];
const REGION = 'dialogs/regios/hier.yaml';
const PICTURE = 'dialogs/schema.yaml';
const CARDS = 'dialogs/rolkaarten.yaml';
const RULES = 'knowledge/regels.yaml';

const faults = (edits: Edits) => checkRegions(readParts(files(edits)).parts);
/** The region of the fixture with more at its end. */
const region = (more: string): Edits => ({ [REGION]: [['workingDays: 10', 'workingDays: 10'], ['setOn: 2026-01-05 }\n', `setOn: 2026-01-05 }\n${more}`]] });
const agreement = (rest: string) => region(`agreements:\n  - { id: samen, text: Samen., setBy: Overleg, ${rest} }\n`);
/** A rule of another region beside the rules of the fixture. */
const FOREIGN: readonly [string, string] = ['rules:\n', 'rules:\n  - { id: UW-07, text: Elders., source: Bron, status: U, kind: background }\n'];

/** What the partners agreed for a case that nobody picks up. */
const POINT = 'stagnatiepunt: { againAfterDays: 3, secondAfterDays: 2, second: iemand@gemeente.example, setBy: Overleg, setOn: 2026-01-05, proposal: true }\n';

describe('what a region agreed about the stagnatiepunt and the schoolbesturen', () => {
  it('may be left out, or stand there in whole', () => {
    expect(goodRoute().region).toMatchObject({ schoolbesturen: [] });
    expect(goodRoute().region.stagnatiepunt).toBeUndefined();
    const { region: filled } = goodRoute(region(`${POINT}schoolbesturen: [{ name: Bestuur, schools: [De School, De Andere] }]\n`));
    expect(filled.stagnatiepunt).toEqual({ againAfterDays: 3, secondAfterDays: 2, second: 'iemand@gemeente.example', setBy: 'Overleg', setOn: '2026-01-05', proposal: true });
    expect([boardOf({ region: filled }, ' de andere '), boardOf({ region: filled }, 'Elders')]).toEqual(['Bestuur', undefined]);
  });

  it.each([
    ['a number that is no number of days', POINT.replace('againAfterDays: 3', 'againAfterDays: 0'), 'stagnatiepunt.againAfterDays'],
    ['a second person who is no address', POINT.replace('iemand@gemeente.example', 'iemand'), 'stagnatiepunt.second'],
    ['no second person', POINT.replace('second: iemand@gemeente.example, ', ''), 'stagnatiepunt.second'],
    ['a board without schools', 'schoolbesturen: [{ name: Bestuur, schools: [] }]\n', 'schoolbesturen[0].schools'],
  ])('has not %s', (_, more, field) => {
    expect(readParts(files(region(more))).faults).toMatchObject([{ file: REGION, field }]);
  });

  it('names a board and a school once: a case reaches one regievoerder zorg, not two', () => {
    const twice = region('schoolbesturen:\n  - { name: Een, schools: [De School] }\n  - { name: een, schools: [de school] }\n');
    expect(faults(twice)).toMatchObject([
      { file: REGION, field: 'schoolbesturen[1].name', message: expect.stringContaining("duplicate schoolbestuur 'een'") as string },
      { file: REGION, field: 'schoolbesturen[1].schools[0]', message: expect.stringContaining("duplicate school 'de school'") as string },
    ]);
  });
});

describe('an overlay of a region', () => {
  it('may lay names, contacts, terms, registers, texts and agreements over the route', () => {
    expect(faults(agreement('trees: [zorg], outcomes: [o-klein], rules: [SVO-01]'))).toEqual([]);
    expect(faults(region('registers: { dossier: Ons dossier. }\ntexts: { praat: Overleg. }\n'))).toEqual([]);
  });

  it.each([
    ['registers', region('registers: { map: Map. }\n'), 'map:', 'registers.map', "unknown registration 'map'; known: dossier"],
    ['texts', region('texts: { praten: Praat. }\n'), 'praten:', 'texts.praten', "unknown action 'praten'; known: praat"],
    ['trees', agreement('trees: [zrog]'), 'zrog', 'trees[0]', "unknown tree 'zrog'; known: zorg, samen"],
    ['outcomes', agreement('outcomes: [o-kleni]'), 'o-kleni', 'outcomes[0]', "unknown outcome 'o-kleni'; known: o-klein"],
    ['rules', agreement('trees: [zorg], rules: [TOE-99]'), 'TOE-99', 'rules[0]', "unknown rule 'TOE-99'; known: TOE-01"],
  ])('names only %s that are there', (_, edits, at, field, says) => {
    expect(faults(edits)).toEqual([
      { file: REGION, line: lineOf(files(edits), REGION, at), node: expect.anything() as string, field, message: expect.stringContaining(says) as string },
    ]);
  });

  it('says at which trees or outcomes an agreement is shown', () => {
    const edits = agreement('rules: [SVO-01]');
    expect(faults(edits)).toMatchObject([{ file: REGION, line: lineOf(files(edits), REGION, 'id: samen'), node: 'samen', message: expect.stringContaining('nobody sees it') as string }]);
  });

  it('has no two agreements with one id', () => {
    const edits = region('agreements:\n  - { id: samen, text: A., setBy: B, trees: [zorg] }\n  - { id: samen, text: C., setBy: D, trees: [zorg] }\n');
    const line = lineOf(files(edits), REGION, 'id: samen');
    expect(faults(edits)).toMatchObject([{ line: line + 1, field: 'id', message: `duplicate agreement 'samen'; it stands on line ${line} too` }]);
  });

  it.each(['blocks', 'steps', 'trees', 'questions', 'outcomes', 'arrows', 'cards'])('cannot change the route itself: no %s', (key) => {
    const edits = region(`${key}: []\n`);
    expect(readParts(files(edits)).faults).toEqual([
      { file: REGION, line: lineOf(files(edits), REGION, `${key}:`), node: 'hier', field: key, message: expect.stringMatching(new RegExp(`^unknown key '${key}'.*a region cannot change blocks or their order$`)) as string },
    ]);
  });

  it('may rest on a rule of Utrecht West only when it is that region', () => {
    const elsewhere = { ...agreement('trees: [zorg], rules: [UW-07]'), [RULES]: [FOREIGN] };
    expect(faults(elsewhere)).toMatchObject([{ file: REGION, field: 'rules[0]', message: "rule 'UW-07' has status U: only the region 'utrecht-west' may cite it" }]);
    const there = 'region: utrecht-west\nlabel: Utrecht West\nagreements:\n  - { id: samen, text: Samen., setBy: Overleg, trees: [zorg], rules: [UW-07] }\n';
    expect(faults({ 'dialogs/regios/utrecht-west.yaml': there, [RULES]: [FOREIGN] })).toEqual([]);
  });
});

describe('a rule of another region', () => {
  it.each([
    ['an action', 'dialogs/acties/alles.yaml', 'rules: [TOE-01] }', 'praat'],
    ['an outcome', 'dialogs/bomen/zorg.yaml', 'rules: [SVO-01]', 'o-klein'],
    ['the consent matrix', 'dialogs/toestemming.yaml', 'rules: [TOE-', expect.anything()],
    ['the regie matrix', 'dialogs/regie.yaml', 'rules: [RGM-01]', undefined],
    ['a role card', CARDS, 'rules: [TOE-06]', 'jv'],
    ['a block', PICTURE, 'rules: [SVO-01]', 'begin'],
  ])('carries nothing here: not %s', (_, file, text, node) => {
    const found = faults({ [file]: [[text, text.replace('[', '[UW-07, ')]], [RULES]: [FOREIGN] });
    expect(found).toMatchObject([{ file, node, message: expect.stringContaining("rule 'UW-07' has status U") as string }]);
  });
});

describe('the role cards and the stroomschema', () => {
  it('hang together in the fixture', () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    ['a card of an unknown role', CARDS, ['id: jv', 'id: vj'], 'vj', "unknown role 'vj'; known: leerkracht"],
    ['a card that works with an unknown role', CARDS, ['with: [ib]', 'with: [bi]'], 'bi]', "unknown role 'bi'"],
    ['a card with an unknown rule', CARDS, ['TOE-06', 'TOE-98'], 'TOE-98', "unknown rule 'TOE-98'"],
    ['a block with an unknown role', PICTURE, ['roles: [ib]', 'roles: [bi]'], 'bi]', "unknown role 'bi'"],
    ['a block with an unknown rule', PICTURE, ['rules: [SVO-01]', 'rules: [SVO-98]'], 'SVO-98', "unknown rule 'SVO-98'"],
    ['an arrow to an unknown block', PICTURE, ['to: verder', 'to: vreder'], 'vreder', "unknown block 'vreder'; known: begin, verder"],
    ['a step in two blocks', PICTURE, ['steps: [samen, uit]', 'steps: [samen, uit, zien]'], 'zien]', "the step 'zien' stands in the block 'begin' already; allowed: one block"],
    ['a tree in two blocks', PICTURE, ['trees: [samen]', 'trees: [samen, zorg]'], '[samen, zorg]', "the tree 'zorg' stands in the block 'begin' already; allowed: one block"],
    ['a step in no block', PICTURE, ['steps: [samen, uit]', 'steps: [samen]'], 'blocks:', "the step 'uit' stands in no block; every step must stand in one"],
    ['a tree in no block', PICTURE, ['trees: [samen], ', ''], 'blocks:', "the tree 'samen' stands in no block; every tree must stand in one"],
  ] as const)('have no %s', (_, file, edit, at, says) => {
    const edits: Edits = { [file]: [edit] };
    const all = files(edits);
    const found = faults(edits);
    expect(found).toMatchObject([{ file, message: expect.stringContaining(says) as string }]);
    const text = all.find((each) => each.name === file)?.text.split('\n')[(found[0]?.line ?? 0) - 1];
    expect(text).toContain(at);
  });

  it.each([
    ['step', 'steps: [zien]', 'steps: [zein]'],
    ['tree', 'trees: [zorg]', 'trees: [zrog]'],
  ])('name no %s that is not there', (what, from, to) => {
    const name = to.slice(to.indexOf('[') + 1, -1);
    expect(faults({ [PICTURE]: [[from, to]] })[0]?.message).toContain(`unknown ${what} '${name}'`);
  });

  it('hold one card for a role and one block of a name', () => {
    const card = (summary: string) => `  - { id: jv, summary: ${summary}, tasks: [{ text: K., rules: [TOE-01] }], turn: [{ text: B., rules: [TOE-01] }] }\n`;
    expect(faults({ [CARDS]: `cards:\n${card('Een')}${card('Twee')}` })).toMatchObject([{ line: 3, node: 'jv', field: 'id', message: "duplicate role card 'jv'; it stands on line 2 too" }]);
    expect(faults({ [PICTURE]: [['id: verder', 'id: begin'], ['to: verder', 'to: begin']] })).toMatchObject([{ node: 'begin', message: expect.stringContaining("duplicate block 'begin'") as string }]);
  });

  it('are not called incomplete while one block cannot be read', () => {
    expect(faults({ [PICTURE]: [['lane: flow, steps: [samen, uit]', 'lane: beside, steps: [samen, uit]']] })).toEqual([]);
  });
});

describe('the gaps of a region', () => {
  it('are the contacts, terms, safety contacts and registers that are not filled in', () => {
    const unsure = ['id: REG-03, text: Regel., source: Bron, status: A, kind: duty', 'id: REG-03, text: Regel., source: Bron, status: A, kind: duty, verify: true, asOf: 2026-01-05'] as const;
    expect(gapsOf(goodRoute({ [RULES]: [unsure] }))).toEqual([
      "dialogs/regios/hier.yaml: contacts: no contact for the role 'casemanager'",
      "dialogs/regios/hier.yaml: terms: no term for the step 'samen'",
      'dialogs/regios/hier.yaml: kalender: no vakantieregio, so school holidays are not counted out',
      'dialogs/regios/hier.yaml: stagnatiepunt: nothing is agreed for a case that nobody picks up',
      'dialogs/regios/hier.yaml: schoolbesturen: no schoolbestuur, so no regievoerder zorg is found for a school',
      'dialogs/regios/hier.yaml: safetyContacts: there is no safety contact',
      "dialogs/regios/hier.yaml: registers: 'dossier' rests on REG-03, to be checked (last looked up 2026-01-05)",
    ]);
  });

  it('go when the region fills them in, and stay while a term is a proposal', () => {
    const filled = goodRoute({
      [REGION]: [
        ['contacts: { jv: "088 0000000" }', 'contacts: { jv: "088 0000000", casemanager: "088 0000001" }\nsafetyContacts: [{ label: Gevaar, contact: "112", rules: [] }]\nregisters: { dossier: Ons dossier. }\n' + POINT + 'kalender: { vakantieregio: noord }\nschoolbesturen: [{ name: Bestuur, schools: [De School] }]'],
        ['setOn: 2026-01-05 }', 'setOn: 2026-01-05, proposal: true }\n  samen: { workingDays: 5, graceDays: 2, setBy: Overleg, setOn: 2026-01-05 }'],
      ],
    });
    expect(gapsOf(filled)).toEqual([
      "dialogs/regios/hier.yaml: terms: the term for the step 'zien' is still a proposal",
      'dialogs/regios/hier.yaml: stagnatiepunt: what happens when nobody picks a case up is still a proposal',
    ]);
  });
});

describe('the regions in the repository', () => {
  const all = readRouteFiles();
  const known = new Map<string, Route>();
  const load = (id: string, more: typeof all = []) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const loaded = loadRoute([...all, ...more], id);
    if (!loaded.ok) throw new Error(loaded.faults.map((fault) => `${fault.file}:${fault.line} ${fault.message}`).join('\n'));
    known.set(id, loaded.route);
    return loaded.route;
  };

  it.each(['midden-groningen', 'ommelanden', 'utrecht-west'])('%s lies over the same route, with numbers to call in danger', (id) => {
    const route = load(id);
    expect(route.region.safetyContacts.map((contact) => contact.contact)).toEqual(expect.arrayContaining(['112', expect.stringContaining('0800-2000'), expect.stringContaining('113')]));
    expect(gapsOf(route).every((gap) => gap.startsWith(`dialogs/regios/${id}.yaml: `))).toBe(true);
  });

  it('know nobody to call in Midden-Groningen until somebody fills it in, and say so', () => {
    const gaps = gapsOf(load('midden-groningen')).join('\n');
    for (const role of ['jeugdverpleegkundige', 'casemanager', 'regievoerder', 'stagnatiepunt']) expect(gaps).toContain(`no contact for the role '${role}'`);
    expect(gaps).toContain("the term for the step 'plan' is still a proposal");
    expect(gaps).toContain('what happens when nobody picks a case up is still a proposal');
    expect(gaps).toContain("'registratie-zvjg' rests on F-J10, to be checked");
  });

  it('rest on no rule in force in Midden-Groningen for what is of Utrecht West, and tell people to check it', () => {
    const { agreements } = load('utrecht-west').region;
    expect(agreements.length).toBeGreaterThan(5);
    for (const agreement of agreements) {
      expect(agreement.text, agreement.id).toMatch(/^Controleer: /);
      expect(agreement.rules[0], agreement.id).toMatch(/^UW-/);
    }
  });

  it('name the Groninger handreiking for every agreement of the Ommelanden, and set no terms', () => {
    const { agreements, terms } = load('ommelanden').region;
    expect(terms).toEqual({});
    for (const agreement of agreements) expect(agreement.setBy, agreement.id).toMatch(/^(Groninger handreiking|Procesbeschrijving Groningen 2014)/);
  });

  it('can be made from the template, with and without its examples', () => {
    const template = readFileSync(new URL('../../dialogs/sjabloon/regio.yaml', import.meta.url), 'utf8');
    const examples = template.replace(/^#?(\w+):(?: \{\}| \[\])?\n((?:#  .*\n)+)/gm, (_, key: string, lines: string) => `${key}:\n${lines.replace(/^#/gm, '')}`);
    const made = [template, examples.replace('region: mijn-regio', 'region: voorbeelden')].map((text, index) => ({ name: `dialogs/regios/nieuw-${index}.yaml`, text }));
    const regions = readParts(made).parts.regions.map((region) => region.data);
    load('voorbeelden', made);
    expect(regions[0]).toMatchObject({ region: 'mijn-regio', contacts: {}, agreements: [] });
    expect(regions[1]).toMatchObject({
      roleNames: { casemanager: expect.anything() as string }, contacts: { stagnatiepunt: expect.anything() as string }, terms: { signaal: { proposal: true } },
      registers: { 'registratie-zvjg': expect.anything() as string }, texts: { netwerk: expect.anything() as string }, agreements: [{ trees: ['invoeren'] }],
      stagnatiepunt: { againAfterDays: 3, proposal: true }, schoolbesturen: [{ schools: ['De school'] }],
    });
  });
});
