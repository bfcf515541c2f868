import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/files.js';
import { namesFrom } from '../../../src/knowledge/personal/names.js';
import { scrubFrom } from '../../../src/knowledge/personal/scrub.js';
import { holdsBsn } from '../../../src/knowledge/personal-data.js';
import { ORDINARY } from './ordinary.js';

const file = readSource('knowledge/namen.yaml');
const scrub = scrubFrom(file);
const names = namesFrom(file);

describe('nothing is taken out of', () => {
  it.each(ORDINARY)('%s', (text) => {
    expect(scrub(text)).toEqual({ text, refused: [] });
  });
  it('at least 150 ordinary texts', () => {
    expect(new Set(ORDINARY).size).toBeGreaterThanOrEqual(150);
  });
});

/** Invented names. Between them: first and last name, tussenvoegsels, initials, lower case, a letter for the last name. */
const FULL = [
  'Daan de Vries', 'daan de vries', 'Daan V.', 'Daan de V.', 'daan v.', 'Daan de V', 'fatima el idrissi', 'Fatima El Idrissi', 'Fatima El-Idrissi', 'J. Jansen', 'j. jansen', 'J.P. de Vries',
  'J. P. de Vries', 'Lisa Bakker', 'lisa bakker', 'Tim de Boer', 'tim de boer', 'Sanne van der Meer', 'sanne van der meer', 'sanne van den broek', 'Yusuf Demir', 'yusuf yilmaz', 'Emre Öztürk', 'Mohamed Ali', 'Zofia Kowalska',
  'Wiebe Hoekstra', 'wiebe hoekstra', 'Sjoukje van der Ploeg', 'Geesje Nienhuis', 'Anne-Fleur Jansen', 'Anne Fleur Jansen-de Vries', 'Jan-Willem Postma', 'Roos Bakker', 'Roos de Wit', 'roos hofstra',
  'Oleksandr Shevchenko', 'Shurandy Martina', 'Ranomi Pengel', 'Selam Tesfaye', 'Ahmad Alhamad', 'Kevin Smit', 'Joshua Brown', 'Zyon de Vries', 'Daan Zwerinkveld', 'Noor van Dijk', 'noor van dijk',
  'Youssef Ait Hammou', 'Luuk Hofstra', 'Sem in \'t Veld', 'Mees Visser', 'Guus Mulder', 'Sterre Kuipers', 'Jansen, Daan', 'Bakker, Lisa', 'Aleksandra Wiśniewska', 'Łukasz Nowak', 'Zeynep Şahin', 'Inès Bouzid',
] as const;

describe('the full name of a child is refused', () => {
  it.each(FULL)('%s', (name) => {
    for (const text of [`Wat kan ik doen voor ${name}?`, `Ik maak me zorgen over ${name}, wat nu?`]) {
      const { text: rest, refused } = scrub(text);
      expect(refused).toEqual(['name']);
      expect(rest).toContain('het kind');
      const last = name.split(' ').at(-1) ?? '';
      if (last.length > 2) expect(rest.toLowerCase()).not.toContain(last.toLowerCase());
    }
  });
  it.each([
    ['daan de vries komt niet naar school', 'het kind komt niet naar school'], ['Daan de V. is vaak weg', 'het kind is vaak weg'], ['leerling fatima el idrissi', 'leerling het kind'],
    ['J. Jansen uit groep 5', 'het kind uit groep 5'], ['leerling Zyon Pereirinha spijbelt', 'leerling het kind spijbelt'], ['over mijn leerling luuk hofstra', 'over mijn leerling het kind'],
    ['naam kind: Roos Bakker', 'naam kind: het kind'], ['Daan de Vries, de mentor en ik', 'het kind, de mentor en ik'], ['ik ben de mentor van Daan de Vries', 'ik ben de mentor van het kind'],
    ['DAAN DE VRIES KOMT NIET', 'het kind KOMT NIET'], ['moeder Fatima el Idrissi is ziek', 'moeder [weg] is ziek'], ['p. de vries uit 4 havo', 'het kind uit 4 havo'],
    ['leerling Petra Jansen, onze ib\'er belde', 'leerling het kind, onze ib\'er belde'],
  ])('%s', (text, expected) => {
    expect(scrub(text)).toEqual({ text: expected, refused: ['name'] });
  });
});

describe('a first name alone is "het kind"', () => {
  it.each([
    ['de ouders van Daan', 'de ouders van het kind'], ['de ouders van daan zijn gescheiden', 'de ouders van het kind zijn gescheiden'], ['Daan is 12', 'het kind is 12'], ['Daan\'s moeder belt', 'het kind moeder belt'],
    ['daans moeder belt', 'het kind moeder belt'], ['Lucas\' vader', 'het kind vader'], ['wat nu met fatima', 'wat nu met het kind'], ['Sem en Lotte', 'het kind en het kind'], ['Ik maak me zorgen over Roos', 'Ik maak me zorgen over het kind'],
    ['Roos is stil', 'het kind is stil'], ['in gesprek met Mees en zijn vader', 'in gesprek met het kind en zijn vader'], ['een jongen, Milan, 8 jaar', 'een jongen, het kind, 8 jaar'], ['Zijn broer Thijmen zit in groep 4', 'Zijn broer het kind zit in groep 4'],
    ['leerling Zyon komt niet', 'leerling het kind komt niet'], ['mag ik met de jgz over Yusuf praten', 'mag ik met de jgz over het kind praten'], ['hoi, Anne-Fleur is weer weg', 'hoi, het kind is weer weg'], ['mentor van daan', 'mentor van het kind'],
    ['is daan de weg kwijt', 'is het kind de weg kwijt'], ['Daan de laatste tijd', 'het kind de laatste tijd'], ['Daan al weken thuis', 'het kind al weken thuis'], ['daan i.v.m. ziekte', 'het kind i.v.m. ziekte'], ['de klas van Wiebe', 'de klas van het kind'],
  ])('%s', (text, expected) => {
    expect(scrub(text)).toEqual({ text: expected, refused: [] });
  });
});

describe('who works there passes, as a colleague', () => {
  it.each([
    ['juf Anja zegt dat', 'een collega zegt dat'], ['meester Ouafik', 'een collega'], ['mevrouw De Vries belde', 'een collega belde'], ['dhr. P. de Boer van de gemeente', 'een collega van de gemeente'], ['contact met dr. H. Smit', 'contact met een collega'],
    ['mw. Jansen', 'een collega'], ['hr. Van Dalen van de gemeente', 'een collega van de gemeente'], ['meneer van der Meer', 'een collega'], ['jeugdarts mw. Van der Meer', 'jeugdarts een collega'], ['mijn collega Petra', 'mijn collega een collega'], ['onze ib\'er Karin wil een mdo', 'onze ib\'er een collega wil een mdo'],
    ['de mentor Daan de Boer zegt', 'de mentor een collega zegt'], ['casemanager Fatima El Idrissi belt', 'casemanager een collega belt'], ['wijkagent Kees van Dijk', 'wijkagent een collega'], ['leerplichtambtenaar Sanne Postma', 'leerplichtambtenaar een collega'],
    ['Petra Jansen, onze ib\'er, belt', 'een collega, onze ib\'er, belt'], ['Petra Jansen (ib\'er)', 'een collega (ib\'er)'], ['Petra van leerplicht zei dat', 'een collega van leerplicht zei dat'], ['Petra Jansen van de GGD', 'een collega van de GGD'],
    ['wie belt Sanne van het sociaal team', 'wie belt een collega van het sociaal team'], ['Karin de Boer is onze mentor', 'een collega is onze mentor'], ['Kees van Dijk, wijkagent', 'een collega, wijkagent'], ['de collega\'s Petra en Karin', 'de collega\'s een collega en een collega'],
    ['Ik ben Petra Jansen, leerkracht', 'Ik ben een collega, leerkracht'], ['Mijn naam is Petra', 'Mijn naam is een collega'], ['Groetjes, Petra', 'Groetjes, een collega'], ['mvg Karin de Boer', 'mvg een collega'], ['Leerkracht: Wietske Hofstra', 'Leerkracht: een collega'],
    ['juf Roos en meester Storm', 'een collega en een collega'],
  ])('%s', (text, expected) => {
    expect(scrub(text)).toEqual({ text: expected, refused: [] });
  });
});

describe('other things that lead to a person go', () => {
  it.each([
    ['geb. 12-03-2014', 'geb. [weg]'], ['geboren op 3 mei 2013', 'geboren op [weg]'], ['geboortedatum: 12/03/14', 'geboortedatum: [weg]'], ['geb 2014', 'geb [weg]'], ['Daan (12-03-2014) is ziek', 'het kind ([weg]) is ziek'],
    ['woont aan de Hoofdstraat 12a in Hoogezand', 'woont aan de [weg] in Hoogezand'], ['Kerkweg 3, 9601 AB Hoogezand', '[weg], [weg] Hoogezand'], ['de burgemeester van royenstraat 5', 'de burgemeester van [weg]'],
    ['mail p.jansen@school.example of bel 0598-612345', 'mail [weg] of bel [weg]'], ['06-12345678', '[weg]'], ['06 12 34 56 11', '[weg]'], ['+31 (0)6 12345609', '[weg]'], ['(0598) 61 23 45', '[weg]'], ['06.12.34.56.11', '[weg]'],
    ['NL91 ABNA 0417 1643 00', '[weg]'], ['leerlingnummer 20260117', 'leerlingnummer [weg]'], ['llnr: 4711', 'llnr: [weg]'], ['gezin Jansen heeft schulden', 'gezin [weg] heeft schulden'], ['mevrouw Jansen (moeder) belde', 'mevrouw [weg] (moeder) belde'],
    ['ik sprak met Hoekstra', 'ik sprak met [weg]'],
  ])('%s', (text, expected) => {
    expect(scrub(text)).toEqual({ text: expected, refused: [] });
  });
  it('and a BSN is refused', () => {
    expect(scrub('Daan de Vries, bsn 123.456.782, en nu?')).toEqual({ text: 'het kind, bsn [nummer], en nu?', refused: ['bsn', 'name'] });
    expect(scrub('leerlingnummer 123456782')).toEqual({ text: 'leerlingnummer [nummer]', refused: ['bsn'] });
    expect(scrub('bsn 123456789')).toEqual({ text: 'bsn [nummer]', refused: ['bsn'] });
  });
});

describe('whatever the text', () => {
  const first = fc.constantFrom('Daan', 'fatima', 'Roos', 'Wiebe', 'Anne-Fleur', 'jan', 'Elke');
  const piece = fc.oneof(
    first, fc.constantFrom('de Vries', 'Jansen', 'van der', 'bakker', 'V.', 'J.', 'leerling', 'juf', 'collega\'s', 'van leerplicht', 'kind', 'familie', 'geb.', 'bsn', '06-12345678', '123456782', '123.456.782', '12-03-2014', 'Hoofdstraat 12', 'a@b.example', ',', '.', '(', 'leerlingnummer', '10000008', 'wil', 'het kind', 'een collega', '[weg]'),
    fc.string({ maxLength: 12 }),
  );
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' '));
  it('scrubbing again changes nothing, and no BSN is left', () => {
    fc.assert(fc.property(text, (typed) => {
      const once = scrub(typed).text;
      expect(scrub(once).text).toBe(once);
      expect(holdsBsn(once)).toBe(false);
    }), { numRuns: 1500 });
  });
  it('it takes no unreasonable time', () => {
    for (const one of ['a', '1', ' ', 'a ', '1 ', 'J.', 'Jan ', 'van de ', '0', '06-', 'a@', '@a.', '-', '\'', 'leerling ', '€1.', 'A', 'ë', 'straat ', 'geb. ', '[', 'a-', 'B.']) {
      expect(scrub(one.repeat(10_000)).text.length).toBeGreaterThan(0);
    }
  });
});

describe('the lists', () => {
  it('are long enough', () => {
    expect(names.first.size).toBeGreaterThanOrEqual(900);
    expect(names.last.size).toBeGreaterThanOrEqual(250);
    expect(names.firstOrWord.size).toBeGreaterThan(50);
  });
  it('of another form are refused', () => {
    expect(() => scrubFrom({ name: 'namen.yaml', text: 'voornamen: {}' })).toThrow('namen.yaml');
  });
});
