import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRoute } from '../../src/route/load.js';
import { faultsWith, FILES, files, goodRoute, lineOf } from './fixture.js';

const ZORG = 'dialogs/bomen/zorg.yaml';

describe('loading a route', () => {
  it('gives the compiled route when nothing is wrong', () => {
    const route = goodRoute();
    expect([...route.trees.keys()]).toEqual(['zorg', 'samen']);
    expect(route).toMatchObject({ ageFact: 'leeftijd', roleFact: 'rol', region: { region: 'hier' } });
    expect(route.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(route.consentHash).toMatch(/^[0-9a-f]{16}$/);
  });

  it('reports faults of syntax, schema and reference at once, each with file, line, node and field', () => {
    const edits = {
      'dialogs/regie.yaml': 'cells:\n  - { leervraag: [\n',
      'dialogs/acties/alles.yaml': [['text: Schrijf.', 'tekst: Schrijf.']] as const,
      [ZORG]: [['fact: zorg', 'fact: zrog'], ['actions: [praat, schrijf]', 'actions: [praat, schrijven]']] as const,
    };
    const faults = faultsWith(edits);
    const syntax = faults.filter((fault) => fault.message.startsWith('not valid YAML'));
    expect(syntax.length).toBeGreaterThan(0);
    expect(syntax.every((fault) => fault.file === 'dialogs/regie.yaml')).toBe(true);
    const line = (name: string, text: string) => lineOf(files(edits), name, text);
    expect(faults.slice(syntax.length)).toEqual([
      { file: 'dialogs/acties/alles.yaml', line: line('dialogs/acties/alles.yaml', 'tekst:'), node: 'schrijf', field: 'text', message: expect.stringContaining("'text' is missing") as string },
      { file: 'dialogs/acties/alles.yaml', line: line('dialogs/acties/alles.yaml', 'tekst:'), node: 'schrijf', field: 'tekst', message: "unknown key 'tekst'; allowed: id, text, rules, shares" },
      { file: ZORG, line: line(ZORG, 'zrog'), node: 'q-zorg', field: 'fact', message: "unknown fact 'zrog'; known: rol, leeftijd, zorg, leervraag, leefvraag, wie" },
      { file: ZORG, line: line(ZORG, 'schrijven'), node: 'o-klein', field: 'actions[1]', message: "unknown action 'schrijven'; known: praat, bel, schrijf" },
    ]);
  });

  it('still checks the sound items of a file in which another item is not', () => {
    const faults = faultsWith({ [ZORG]: [['question: Wie ben je?', 'vraag: Wie ben je?'], ['step: zien', 'step: zein']] });
    expect(faults.map((fault) => [fault.node, fault.field])).toEqual([['q-rol', 'question'], ['q-rol', 'vraag'], ['o-klein', 'step']]);
  });

  it('says which file is missing, which does not belong, and which regions there are', () => {
    const some = files({ 'dialogs/losse.yaml': 'a: 1' }).filter((file) => file.name !== 'knowledge/regels.yaml');
    const loaded = loadRoute(some, 'daar');
    expect(loaded.ok ? [] : loaded.faults.map((fault) => `${fault.file}: ${fault.message}`)).toEqual([
      expect.stringContaining('dialogs/losse.yaml: not a route file; known: dialogs/feiten/*.yaml'),
      'knowledge/regels.yaml: the file is missing',
      "dialogs/regios: unknown region 'daar'; known: hier",
    ]);
  });

  it('refuses aliases, keys that stand twice and keys that reach into a prototype', () => {
    expect(faultsWith({ 'dialogs/regios/hier.yaml': 'region: hier\nlabel: &a Hier\nroleNames: { jv: *a }\n' }))
      .toMatchObject([{ line: 3, node: 'hier', field: 'roleNames.jv', message: expect.stringContaining('aliases') as string }]);
    expect(faultsWith({ 'dialogs/regios/hier.yaml': 'region: hier\nlabel: Hier\nlabel: Daar\n' }))
      .toMatchObject([{ line: 3, node: 'hier', field: 'label', message: expect.stringContaining('twice') as string }]);
    expect(faultsWith({ 'dialogs/regios/hier.yaml': 'region: hier\nlabel: Hier\nroleNames:\n  __proto__: x\n  constructor: y\n' }))
      .toMatchObject([{ line: 4, field: 'roleNames.__proto__' }, { line: 5, field: 'roleNames.constructor' }]);
  });

  it.each([
    ['empty', ''], ['a comment', '# niets'], ['a number', '42'], ['a list', '- a\n- b'], ['text', 'zomaar wat'], ['null', '~'],
    ['binary', '\u0000\u0001\ufffd{{{'], ['deep nesting', '['.repeat(20_000)], ['deep blocks', `${'- '.repeat(5_000)}x`],
    ['huge', 'a: b\n'.repeat(200_000)], ['many keys', Array.from({ length: 2_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['an alias bomb', `a: &a [x,x,x,x]\n${'bcdefgh'.split('').map((name, i) => `${name}: &${name} [*${'abcdefg'[i] ?? 'a'},*${'abcdefg'[i] ?? 'a'}]`).join('\n')}`],
    ['two documents', 'a: 1\n---\nb: 2'], ['a tag', 'a: !!js/function x'], ['complex keys', '? [a, b]\n: 1\n? { c: d }\n: 2'], ['a merge key', '<<: { a: 1 }'],
    ['wrong types', 'facts: 1\nsteps: x\nroles: [1, null, []]\nactions: {}\nquestions: [[[]]]\nrows: { a: 1 }\ncells: [~]\ntree: []\nregion: 7\nageFact: {}'],
  ])('answers %s with a fault in each file', (_, text) => {
    for (const name of Object.keys(FILES)) {
      expect(faultsWith({ [name]: text }).some((fault) => fault.file === name && fault.line >= 1)).toBe(true);
    }
  });

  it('never throws for a file in which lines were dropped, doubled or moved', () => {
    const names = Object.keys(FILES);
    fc.assert(fc.property(fc.constantFrom(...names), fc.array(fc.tuple(fc.nat(80), fc.nat(80)), { maxLength: 4 }), fc.boolean(), (name, moves, double) => {
      const lines = (FILES[name] ?? '').split('\n');
      for (const [from, to] of moves) {
        const [line] = double ? lines.slice(from % lines.length, (from % lines.length) + 1) : lines.splice(from % lines.length, 1);
        if (line !== undefined) lines.splice(to % (lines.length + 1), 0, line);
      }
      expect(() => faultsWith({ [name]: lines.join('\n') })).not.toThrow();
    }), { numRuns: 150 });
  });

  it('gives structure a hash that wording does not change', () => {
    const { hash, consentHash } = goodRoute();
    const reworded = goodRoute({
      [ZORG]: [['Hoe oud is het kind?', 'Leeftijd?']], 'dialogs/acties/alles.yaml': [['Praat.', 'Overleg.']],
      'dialogs/toestemming.yaml': [['Vraag ouders.', 'Vraag het de ouders.']], 'dialogs/feiten/alles.yaml': [['label: Klein', 'label: Kleintje']],
    });
    expect(reworded).toMatchObject({ hash, consentHash });
    expect(goodRoute({ [ZORG]: [['actions: [praat, schrijf]', 'actions: [praat]']] }).hash).not.toBe(hash);
    expect(goodRoute({ 'dialogs/regios/hier.yaml': [['workingDays: 10', 'workingDays: 11']] }).hash).not.toBe(hash);
    expect(goodRoute({ 'dialogs/regie.yaml': [['leefvraag: complex, regie: casemanager', 'leefvraag: complex, regie: jv']] }).hash).not.toBe(hash);
    expect(goodRoute({ 'dialogs/stappen-rollen.yaml': [['sends: team, receives: team', 'sends: ggd, receives: team']] }).hash).not.toBe(hash);
    expect(goodRoute({ [ZORG]: [['registrations: [dossier]', 'registrations: [dossier]\n    note: true']] }).hash).not.toBe(hash);
    const stricter = goodRoute({ 'dialogs/toestemming.yaml': [['kind: none, text: Intern.', 'kind: inform, text: Intern.']] });
    expect(stricter.hash).toBe(hash);
    expect(stricter.consentHash).not.toBe(consentHash);
  });
});
