import { describe, expect, it } from 'vitest';
import { requirementFor } from '../../src/route/consent.js';
import { regieFor } from '../../src/route/regie.js';
import { contentRoute } from './content-route.js';

const route = contentRoute();
const AGES = ['onder-12', '12-15', '16-17', '18-plus'];

// Written by hand from the domain's rules, not from the files. G = ouders met gezag, J = jeugdige,
// capital = required, `j` = advice, `G?` = unless the jongere declined; the order is the order of asking.
const ROUTE = ['vraag G', 'vraag G+J', 'vraag J+G?', 'vraag J']; // TOE-04/05/06 with C-01, TOE-10; also the careful ask of F-C04
const KOO = ['vraag G', 'vraag G+j', 'vraag J+G?', 'vraag J']; // TOE-03 with C-03
const NIET = ['geen', 'geen', 'geen', 'geen'];
const STIL = ['stil', 'stil', 'stil', 'stil'];
const VERTEL = ['vertel G', 'vertel G+J', 'vertel J', 'vertel J'];

type Row = readonly [sender: string, recipient: string, purpose: string, expected: readonly string[], rule: string];
const MATRIX: readonly Row[] = [
  ['school', 'school', 'betrekken', NIET, 'TOE-02'],
  ['school', 'koo', 'betrekken', KOO, 'TOE-03'],
  ['school', 'jgz', 'betrekken', ROUTE, 'TOE-06'],
  ['school', 'sociaal-team', 'betrekken', ROUTE, 'TOE-05'],
  ['koo', 'school', 'betrekken', ROUTE, 'F-C04'],
  ['koo', 'koo', 'betrekken', NIET, 'TOE-15'],
  ['koo', 'jgz', 'betrekken', ROUTE, 'F-C04'],
  ['koo', 'sociaal-team', 'betrekken', ROUTE, 'TOE-05'],
  ['koo', 'sociaal-team', 'betrekken', ROUTE, 'ROL-KOO-03'],
  // "Iedereen" of TOE-05 is everybody, and what the route does not name is asked with the same care, whoever shares.
  ...['regievoerder', 'swv', 'bovenschools-team', 'stagnatiepunt', 'veilig-thuis'].flatMap((sender): Row[] => [
    [sender, 'sociaal-team', 'betrekken', ROUTE, 'TOE-05'],
    [sender, 'jgz', 'betrekken', ROUTE, 'F-C04'],
    [sender, 'koo', 'betrekken', ROUTE, 'F-C04'],
  ]),
  ['stagnatiepunt', 'school', 'betrekken', ROUTE, 'F-C04'],
  ['swv', 'school', 'betrekken', STIL, 'TOE-13'],
  ['bovenschools-team', 'school', 'betrekken', STIL, 'ROL-BOT-02'],
  ['jgz', 'school', 'betrekken', ROUTE, 'TOE-04'],
  ['jgz', 'koo', 'betrekken', ROUTE, 'F-C04'],
  ['jgz', 'jgz', 'betrekken', NIET, 'TOE-15'],
  ['jgz', 'sociaal-team', 'betrekken', ROUTE, 'TOE-04'],
  ['sociaal-team', 'school', 'betrekken', ROUTE, 'F-C04'],
  ['sociaal-team', 'koo', 'betrekken', ROUTE, 'F-C04'],
  ['sociaal-team', 'jgz', 'betrekken', ROUTE, 'TOE-06'],
  ['sociaal-team', 'sociaal-team', 'betrekken', NIET, 'TOE-15'],
  ['leerplicht', 'school', 'betrekken', ROUTE, 'F-C04'],
  ['leerplicht', 'school', 'verzuim', STIL, 'F-C07'],
  ['leerplicht', 'koo', 'betrekken', ROUTE, 'F-C04'],
  ['leerplicht', 'jgz', 'betrekken', ROUTE, 'F-C04'],
  ['leerplicht', 'sociaal-team', 'betrekken', ROUTE, 'TOE-05'],
  ['anders', 'school', 'betrekken', ROUTE, 'F-C04'],
  ['anders', 'koo', 'betrekken', ROUTE, 'F-C04'],
  ['anders', 'jgz', 'betrekken', ROUTE, 'F-C04'],
  ['anders', 'sociaal-team', 'betrekken', ROUTE, 'TOE-05'],
  ['leerplicht', 'leerplicht', 'betrekken', NIET, 'TOE-15'],
  ...['school', 'koo', 'jgz', 'sociaal-team', 'anders'].flatMap((sender): Row[] => [
    [sender, 'leerplicht', 'verzuim', STIL, 'TOE-12'],
    [sender, 'leerplicht', 'betrekken', STIL, 'N-08'],
  ]),
  ...['school', 'koo', 'jgz', 'sociaal-team', 'leerplicht', 'anders'].flatMap((sender): Row[] => [
    // The regievoerder belongs to the schoolbestuur: for help from outside the school that is another organisation (F-C04).
    [sender, 'regievoerder', 'betrekken', ...(['koo', 'jgz', 'sociaal-team'].includes(sender) ? [ROUTE, 'F-C04'] as const : [STIL, 'TOE-13'] as const)],
    [sender, 'regievoerder', 'vastlopen', STIL, 'TOE-13'],
    [sender, 'swv', 'betrekken', STIL, 'TOE-13'],
    [sender, 'swv', 'vastlopen', STIL, 'TOE-13'],
    [sender, 'bovenschools-team', 'betrekken', STIL, 'N-10'],
    [sender, 'stagnatiepunt', 'vastlopen', STIL, 'N-10'],
    [sender, 'anders', 'betrekken', ROUTE, 'F-C04'],
    [sender, 'registratie', 'registreren', VERTEL, 'N-05'],
    [sender, 'veilig-thuis', 'meldcode', VERTEL, 'F-M06'],
    [sender, 'veilig-thuis', 'betrekken', STIL, 'F-M06'],
  ]),
];

function short(sender: string, recipient: string, purpose: string, age: string): string {
  const { kind, ask, inform } = requirementFor(route, { sender, recipient, purpose, age });
  const letter = (who: string) => (who === 'jeugdige' ? 'J' : 'G');
  const asked = ask.map(({ who, weight }) => (weight === 'required' ? letter(who) : weight === 'advice' ? letter(who).toLowerCase() : `${letter(who)}?`));
  const told = inform.map(letter);
  const word = { none: 'geen', ask: 'vraag', inform: 'vertel', silent: 'stil' }[kind];
  return [word, [...asked, ...told].join('+')].filter((part) => part !== '').join(' ');
}

describe('the consent matrix', () => {
  it.each(MATRIX)('%s → %s for %s', (sender, recipient, purpose, expected, rule) => {
    expect(AGES.map((age) => short(sender, recipient, purpose, age))).toEqual(expected);
    // From 18 the route is silent and the law is the same for every recipient.
    const underEighteen = AGES.slice(0, 3).map((age) => requirementFor(route, { sender, recipient, purpose, age }).rules);
    for (const rules of underEighteen) expect(rules).toContain(rule);
  });

  it('has no row that this table does not know', () => {
    const known = new Set(MATRIX.map(([sender, recipient, purpose]) => requirementFor(route, { sender, recipient, purpose, age: 'onder-12' }).row));
    expect(route.consent.map((row) => row.id).filter((id) => !known.has(id))).toEqual([]);
    expect(known.has('geen')).toBe(false);
  });

  it('opens nothing more in danger (N-07)', () => {
    for (const [sender, recipient, , expected] of MATRIX.filter(([, to, purpose]) => purpose === 'betrekken' && to !== 'veilig-thuis')) {
      expect(AGES.map((age) => short(sender, recipient, 'meldcode', age))).toEqual(expected);
    }
  });

  const asking = route.consent.flatMap((row) => AGES.map((age) => ({ row: row.id, age, need: row.ages[age] })))
    .filter(({ need }) => need?.kind === 'ask');
  it('says of both parents with gezag that this is national law (N-13)', () => {
    for (const { age, need } of asking.filter(({ age: band }) => band === 'onder-12' || band === '12-15')) {
      expect(need?.text, age).toMatch(/twee ouders gezag\? Vraag het dan allebei/);
      expect(need?.text).toMatch(/landelijk/i);
      expect(need?.rules).toContain('F-C10');
    }
  });
  it('sends nobody to the parents of a jongere of 16 or 17 without the jongere (C-01)', () => {
    for (const { need } of asking.filter(({ age }) => age === '16-17')) {
      expect(need?.text).toMatch(/Vraag eerst de jongere zelf/);
      expect(need?.text).toMatch(/Neem nooit contact op met de ouders buiten de jongere om/);
      expect(need?.rules).toEqual(expect.arrayContaining(['C-01', 'TOE-10']));
    }
  });
  it('says from 18 that the route is silent', () => {
    for (const { need } of asking.filter(({ age }) => age === '18-plus')) expect(need?.text).toMatch(/landelijke regel\)\. De route zegt niets over 18/);
  });
  it('marks the jeugdige at the KOO as advice, and the limits at leerplicht', () => {
    expect(requirementFor(route, { sender: 'school', recipient: 'koo', purpose: 'betrekken', age: '12-15' }).text).toMatch(/Advies: vraag het ook aan de jeugdige/);
    const leerplicht = requirementFor(route, { sender: 'school', recipient: 'leerplicht', purpose: 'verzuim', age: '12-15' });
    expect(leerplicht.text).toMatch(/niets over ziekte en niets over de inhoud/);
    expect(leerplicht.text).toMatch(/nog geen plek bij een MDO/);
  });
  it('says of absence that no consent is asked, and of a seat at an MDO that they know and agree (N-08)', () => {
    for (const age of AGES) {
      const { text } = requirementFor(route, { sender: 'school', recipient: 'leerplicht', purpose: 'verzuim', age });
      expect(text).toMatch(age === '18-plus' ? /geen leerplicht meer/ : /geen toestemming voor contact over verzuim/);
      expect(text).toMatch(/niets over ziekte en niets over de inhoud.* plek bij een MDO: daarvoor (weten de ouders|weet de jongere) het en/);
    }
    expect(requirementFor(route, { sender: 'school', recipient: 'leerplicht', purpose: 'verzuim', age: '16-17' }).text).toMatch(/ouders horen wel dat, hoe vaak en wanneer/);
  });
  it('where the route is silent: the parents know and agree, from 16 the jongere first, from 18 the jongere alone (TOE-13)', () => {
    for (const recipient of ['regievoerder', 'swv', 'bovenschools-team', 'stagnatiepunt']) {
      const texts = AGES.map((age) => requirementFor(route, { sender: 'school', recipient, purpose: 'betrekken', age }).text);
      for (const young of texts.slice(0, 2)) expect(young).toMatch(/ouders het weten en het ermee eens zijn\.$/);
      expect(texts[2]).toMatch(/eerst met de jongere\. Die kiest of de ouders het horen\.$/);
      expect(texts[3]).toMatch(/jongere het weet en het ermee eens is\.$/);
      expect(texts[3]).not.toMatch(/ouders/);
      // Whoever is stuck is not asked for the age, so that each age must find its own words.
      for (const age of AGES) {
        const { text } = requirementFor(route, { sender: 'school', recipient, purpose: 'vastlopen', age });
        expect(text).toMatch(/Onder 16 jaar: .*ouders het weten en het ermee eens.*Bij 16 en 17 jaar: .*eerst met de jongere.*Vanaf 18 jaar: .*jongere het weet en het ermee eens/);
      }
    }
  });
  it('leerplicht may speak with the school about absence, and about nothing else (F-C07)', () => {
    const text = (purpose: string, age: string) => requirementFor(route, { sender: 'leerplicht', recipient: 'school', purpose, age }).text;
    for (const age of AGES.slice(0, 3)) expect(text('verzuim', age)).toMatch(/op grond van de wet/);
    expect(text('verzuim', '18-plus')).toMatch(/geen leerplicht meer.*jongere het weet en het ermee eens is/);
    for (const age of AGES) expect(text('betrekken', age)).toMatch(/^Gaat het om iets anders dan verzuim\?/);
  });
  it('excuses telling about Veilig Thuis or a registration only for danger (F-M02, F-J06)', () => {
    for (const age of AGES) {
      expect(requirementFor(route, { sender: 'school', recipient: 'veilig-thuis', purpose: 'meldcode', age }).text).toMatch(/behalve als dat gevaar geeft/);
      expect(requirementFor(route, { sender: 'school', recipient: 'registratie', purpose: 'registreren', age }).text).toMatch(/behalve als dat gevaar geeft/);
    }
  });
  it('leaves no partner to the default, whoever shares and for whatever (N-09)', () => {
    const partners = [...route.parties.keys()].filter((party) => party !== 'registratie');
    for (const sender of route.parties.keys()) {
      for (const recipient of partners) {
        for (const purpose of route.purposes.keys()) {
          for (const age of AGES) expect(requirementFor(route, { sender, recipient, purpose, age }).row, `${sender} → ${recipient}, ${purpose}`).not.toBe('geen');
        }
      }
    }
  });
});

const REGIE: readonly (readonly [string, string, string, boolean, string])[] = [
  ['enkelvoudig', 'enkelvoudig', 'onderwijs', true, 'RGM-01'],
  ['complex', 'enkelvoudig', 'onderwijs', true, 'RGM-02'],
  ['enkelvoudig', 'complex', 'casemanager', true, 'RGM-03'],
  ['complex', 'complex', 'casemanager', true, 'RGM-04'],
  ['enkelvoudig', 'geen', 'onderwijs', false, 'RGM-06'],
  ['complex', 'geen', 'onderwijs', false, 'RGM-06'],
  ['geen', 'enkelvoudig', 'none', false, 'PRB-06'],
  ['geen', 'complex', 'casemanager', false, 'ROL-CMJ-03'],
  ['geen', 'geen', 'none', false, 'RGM-06'],
];

describe('the regie matrix', () => {
  it.each(REGIE)('leervraag %s and leefvraag %s: %s', (leervraag, leefvraag, regie, inMatrix, rule) => {
    const cell = regieFor(route, leervraag, leefvraag);
    expect(cell).toMatchObject({ regie, inMatrix });
    expect(cell?.rules).toContain(rule);
    if (regie === 'none') expect(cell?.text).toMatch(/geen regie|geen regie te verdelen/);
    else expect(cell?.text).toContain(regie === 'onderwijs' ? 'onderwijs' : 'casemanager jeugd');
    if (!inMatrix) expect(cell?.text).toMatch(/matrix zegt hier niets/);
    else expect(cell?.text).toMatch(/Ouders houden zoveel mogelijk regie/);
  });
  it('the SWV comes in by way of the regievoerder, which is no ban (S1-09, N-02)', () => {
    for (const cell of route.regie.filter(({ text }) => text.includes('samenwerkingsverband'))) {
      expect(cell.text).toMatch(/regievoerder zorg kan het samenwerkingsverband inschakelen; dat is de weg van de route/);
      expect(cell.rules).toEqual(expect.arrayContaining(['S1-09', 'N-02']));
    }
    expect(route.regie.filter((cell) => cell.rules.includes('S1-09')).map((cell) => cell.leefvraag)).toEqual(['geen', 'geen']);
  });
  it('has these nine cells', () => { expect(route.regie).toHaveLength(REGIE.length); });
});
