import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSource } from '../../src/files.js';
import { normal } from '../../src/knowledge/normal.js';
import { understandingFrom, type Understood } from '../../src/knowledge/understand.js';
import { CALM, DANGER } from '../support/danger-texts.js';
import { realRoute } from '../support/route.js';
import { realUnderstanding } from '../support/understanding.js';

const understand = realUnderstanding();
const facts = (understood: Understood) => (understood.kind === 'route' ? understood.facts : understood.kind === 'safety' ? { veiligheid: understood.id } : { [understood.kind]: '' });

describe.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['a worry about a child (U-01)', { aanleiding: 'zorg' }, [
    'hoi ik maak me zorgen over een jongen uit groep 5, hij is zo teruggetrokken de laatste tijd. wat nu?',
    'Ik heb zorgen over een meisje in mijn klas', 'ik ben bezorgd om een leerling uit groep 3', 'een leerling wordt steeds stiller, wat kan ik doen?',
    'Er is een jongen in mijn klas die zich zorgen maakt om niets en somber is', 'een meisje trekt zich terug in de klas', 'ik ben ongerust over een kind',
  ]],
  ['both complex (U-07)', { aanleiding: 'mdo', overlegsoort: 'een-leerling', leervraag: 'complex', leefvraag: 'complex' }, [
    'allebei complex, leren en thuis. wie trekt de kar?', 'de leervraag en de leefvraag zijn beide complex, wie heeft de regie?',
    'Zowel thuis als het leren is complex. Wie is aan zet?', 'leervraag en leefvraag allebei ingewikkeld, wie heeft de leiding',
  ]],
  ['not wanting to live (U-16)', { veiligheid: 'suicidaliteit' }, [
    'leerling (15) appte dat ze er niet meer wil zijn', 'Een meisje schreef dat ze niet meer wil leven', 'hij zegt dat hij er liever niet meer was', 'een jongen uit 4 havo zegt dat hij dood wil',
  ]],
  ['an MDO (U-31)', { aanleiding: 'mdo', overlegsoort: 'een-leerling' }, [
    'mdo plannne volgende week, wie nodigd uit?', 'Hoe organiseer ik een MDO?', 'wie nodig ik uit voor het multidisciplinair overleg', 'we willen een MDO houden met gemeente en GGD', 'wie voert de regie?',
  ]],
  ['no school that takes her (U-37)', { aanleiding: 'vastgelopen', vastsoort: 'plek' }, [
    'geen enkele school wil haar hebben!!', 'We vinden geen school voor hem', 'hij wordt overal afgewezen', 'alle scholen zeggen nee', 'er is nergens plek voor deze leerling', 'Er is geen passende plek', 'elke school weigert haar',
  ]],
])('%s', (_, expected, texts) => {
  it.each(texts)('%s', (text) => {
    expect(facts(understand(text))).toMatchObject(expected);
  });
});

describe('danger', () => {
  it.each(DANGER)('%s: %s', (value, text) => {
    expect(understand(text)).toMatchObject({ kind: 'safety', id: value });
  });
  it('comes before everything else in the same text', () => {
    expect(understand('Mag ik met de GGD delen dat hij thuis geslagen wordt? MDO?').kind).toBe('safety');
    expect(understand('wat nu? ze wil dood').kind).toBe('safety');
  });
  it('is seen whatever the capitals, accents and punctuation', () => {
    expect(understand('ZE IS SUÏCIDAAL!!!').kind).toBe('safety');
    expect(understand('...blauwe-plekken...').kind).toBe('safety');
  });
});

describe('no danger', () => {
  it.each(CALM)('%s', (text) => {
    expect(understand(text).kind).not.toBe('safety');
  });
});

describe('a BSN in a text', () => {
  it.each(['ik maak me zorgen over 123456782', 'wat nu', '123.456.782 wil niet meer leven', 'zomaar 123456782'])('is noticed beside what it says: %s', (text) => {
    expect(understand(text).refused.includes('bsn')).toBe(text.includes('123'));
  });
});

describe('what was taken out', () => {
  it.each(['123456782', '123 456 782', '06-12345678', 'bel@iemand.example'])('is no word of anything: %s', (text) => {
    expect(understand(text).kind).toBe('none');
  });
  it('leaves a command what it is', () => { expect(understand('stop bsn 123456782')).toMatchObject({ refused: ['bsn'] }); });
});

describe('a question about a role', () => {
  it.each([
    ['wat doet een koo', 'koo'], ['Wat doet de KOO eigenlijk precies?', 'koo'], ['rol stagnatiepunt', 'stagnatiepunt'], ['Wat is de rol van de IB\'er?', 'ib er'],
    ['wat is een jeugdarts in de route', 'jeugdarts'], ['wie is de regievoerder zorg?', 'regievoerder zorg'],
  ])('in "%s" is about "%s"', (text, role) => {
    expect(understand(text)).toMatchObject({ role });
  });
  it.each(['een koo', 'ik wil weten wat een koo doet', 'rollen', 'rolstoel', 'wat nu', 'wat doet'])('is not in "%s"', (text) => {
    expect(understand(text)).not.toHaveProperty('role');
  });
  it('never hides a situation, and danger never waits for it', () => {
    expect(understand('wat doet leerplicht bij verzuim')).toMatchObject({ kind: expect.stringMatching(/article|choices/) as string, role: 'leerplicht bij verzuim' });
    expect(understand('wat is er met hem, vader slaat hem')).toMatchObject({ kind: 'safety' });
  });
});

describe('understanding', () => {
  it.each([['Wat nu?', 'wat-nu'], ['  MIJN CASUSSEN ', 'casussen'], ['stop!', 'stop'], ['Help', 'help'], ['Overzicht', 'overzicht'], ['Schema', 'schema'], ['waar ben ik?', 'schema'], ['rollen', 'rollen']])('takes %s as a command', (text, id) => {
    expect(understand(text)).toMatchObject({ kind: 'command', id });
  });
  it('an enkelvoudige vraag is never read as complex', () => {
    expect(facts(understand('leervraag enkelvoudig en leefvraag complex, allebei belangrijk, wie heeft de regie'))).toMatchObject({ aanleiding: 'mdo', leervraag: 'enkelvoudig', leefvraag: 'complex' });
  });
  it('says so when it knows nothing', () => {
    expect(understand('hoe laat is het').kind).toBe('none');
    expect(understand('hij heeft nergens zin in').kind).toBe('none');
  });
  it('only ever answers with what the route knows', () => {
    const route = realRoute();
    fc.assert(fc.property(fc.array(fc.constantFrom('mdo', 'allebei complex', 'regie', 'zorgen over', 'ziekgemeld', 'toestemming', 'blauwe plek', 'zelfmoord', 'geen enkele school', 'wil haar', 'wie'), { maxLength: 5 }), (words) => {
      for (const [fact, value] of Object.entries(understand(words.join(' ')).facts)) {
        expect(route.facts.get(fact)?.values.map((one) => one.id)).toContain(value);
      }
    }));
  });
  it('never fails, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(understand(text)).toHaveProperty('kind'); }));
  });
  it('every phrase of the file can be found: it is written as a text becomes when it is read', () => {
    const { routes } = parse(readSource('knowledge/herkenning.yaml').text) as Record<'routes', { phrases: string[][][] }[]>;
    for (const phrase of routes.flatMap((entry) => entry.phrases).flat(2)) expect(normal(phrase)).toBe(phrase.trimEnd());
  });
  it('a file that breaks its schema is named', () => {
    const nothing = () => undefined;
    const readers = { danger: nothing, alarm: nothing, order: nothing, facts: () => ({}), scrub: (text: string) => ({ text, refused: [] }), rank: () => ({ candidates: [], none: 1 }) };
    expect(() => understandingFrom({ name: 'x.yaml', text: 'commands: []' }, readers)).toThrow(/x\.yaml/);
  });
});

describe('the word Meldcode alone', () => {
  it.each(['Meldcode', 'de meldcode?', 'stappen van de meldcode'])('"%s" starts the steps, and is no alarm', (text) => {
    expect(understand(text)).toMatchObject({ kind: 'command', id: 'meldcode' });
  });
  it('in a sentence about a child in danger stays an alarm', () => {
    expect(understand('ik vermoed mishandeling, moet ik de meldcode volgen')).toMatchObject({ kind: 'safety' });
  });
});
