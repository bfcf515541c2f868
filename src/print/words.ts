import { showDay } from '../case/time.js';

/** The Dutch words for the values of a case, in the plain words of a page for parents as much as for professionals. */
const WORDS: Readonly<Record<string, string>> = {
  moeder: 'moeder', vader: 'vader', 'tweede-moeder': 'tweede moeder', 'tweede-vader': 'tweede vader', voogd: 'voogd', jeugdige: 'jeugdige',
  gevraagd: 'gevraagd, nog geen antwoord', gegeven: 'ja', geweigerd: 'nee', ingetrokken: 'toestemming ingetrokken', verlopen: 'telt niet meer, wordt opnieuw gevraagd',
  'weet-het': 'weet het en vindt het goed', geinformeerd: 'is verteld', 'ouders-erbuiten': 'ja, zonder de ouders erbij',
  mondeling: 'mondeling', schriftelijk: 'op papier',
  ggd: 'de GGD', leerplicht: 'Leerplicht', zvjg: 'Zorg voor Jeugd Groningen',
  'stond-er': 'stond er al', gemaakt: 'gemaakt', 'niet-gedaan': 'niet gedaan',
  samenwerking: 'de samenwerking', plek: 'een passende plek', beide: 'de samenwerking en een passende plek', 'weet-niet': 'nog niet duidelijk waarop',
  'samenwerking-hervat': 'de samenwerking loopt weer', 'mdo-afgesproken': 'er is een MDO afgesproken', 'naar-regievoerder': 'doorgegeven aan de regievoerder zorg',
  'alsnog-vastgelegd': 'de voortgang is alsnog vastgelegd', 'loopt-weer': 'het loopt weer', 'casus-gesloten': 'de casus is afgesloten', anders: 'iets anders',
  'zorgwekkend-verzuim': 'zorgwekkend verzuim', dreigend: 'dreigt thuis te komen zitten', thuiszitter: 'zit thuis',
  'in-beeld': 'in beeld', onderzoek: 'onderzoek', 'zoekt-plek': 'zoekt een plek', 'plek-gevonden': 'plek gevonden', geplaatst: 'geplaatst',
  komt: 'komt', 'kan-niet': 'kan niet', 'ander-moment': 'stelt een ander moment voor', 'stuurt-iemand': 'stuurt iemand anders',
  geen: 'geen', enkelvoudig: 'enkelvoudig', complex: 'complex', zorg: 'zorg', none: 'niemand van de gemeente',
  doorgaan: 'doorgaan', bijstellen: 'bijstellen', opschalen: 'opschalen', afschalen: 'afschalen', afsluiten: 'afsluiten',
  ouders: 'de ouders', school: 'school', jgz: 'de GGD (JGZ)', 'sociaal-team': 'het sociaal team', werkvoorraad: 'de werkvoorraad van het sociaal team', swv: 'het samenwerkingsverband',
  'doelen-bereikt': 'de doelen zijn bereikt', 'terug-naar-basis': 'basisondersteuning is weer genoeg', overgedragen: 'overgedragen', 'niet-nodig': 'bij nader inzien niet nodig',
};

/** The Dutch word for a value; the value itself where there is none. */
export function wordOf(value: string): string {
  return Object.hasOwn(WORDS, value) ? WORDS[value] ?? value : value;
}

/** "20 november 2026". */
export function dayInWords(day: string): string {
  return day === '' ? 'nog niet bekend' : showDay(day).replace(/^\p{L}+\.? /u, '');
}

/** "20-11-2026". */
export function dayInFigures(day: string): string {
  return day.split('-').reverse().join('-');
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
