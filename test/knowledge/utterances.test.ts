import { describe, expect, it } from 'vitest';
import { openArticles } from '../../src/content.js';
import { rulesOf, type Article } from '../../src/knowledge/articles/article.js';
import { realRoute } from '../support/route.js';
import { realUnderstanding } from '../support/understanding.js';

/**
 * The examples of what people type, each with what must answer it, what that answer must rest on and say, and what a naive
 * bot would say wrongly. A situation that the route itself answers is walked in test/e2e/utterances.test.ts.
 */
const route = realRoute();
const understand = realUnderstanding();
const articles = openArticles(route).bySlug;

interface Utterance {
  readonly id: string;
  readonly role: string;
  readonly text: string;
  readonly kind: 'article' | 'route' | 'safety' | 'answered';
  /** Any of these is right; the first is held against what follows. */
  readonly about: readonly string[];
  readonly facts?: Readonly<Record<string, string>>;
  readonly rests?: readonly string[];
  readonly says?: readonly RegExp[];
  /** The trap. */
  readonly never?: readonly RegExp[];
}

const UTTERANCES: readonly Utterance[] = [
  { id: 'U-01', role: 'leerkracht', kind: 'route', about: ['signaal'], facts: { aanleiding: 'zorg', schoolsoort: 'basisschool' },
    text: 'hoi ik maak me zorgen over een jongen uit groep 5, hij is zo teruggetrokken de laatste tijd. wat nu?',
    rests: ['TOE-01', 'TOE-02', 'TOE-03', 'REG-03'], says: [/eerst met de ouders/i, /IB'er/], never: [/direct naar (het sociaal team|de GGD)/i] },
  { id: 'U-04', role: 'ib-er', kind: 'answered', about: ['gescheiden', 'gezag', 'toestemming-weigeren'],
    text: 'vader en moeder zijn gescheiden en vader tekent niet. kan ik door met alleen moeders handtekening?',
    rests: ['F-C10', 'F-C12', 'F-C14'], says: [/gezag/i, /allebei|beide/i], never: [/(één|1|een) handtekening is genoeg(?! voor de aanvraag)/i] },
  { id: 'U-07', role: 'ib-er', kind: 'route', about: ['regiematrix', 'regie'], facts: { aanleiding: 'mdo', leervraag: 'complex', leefvraag: 'complex' },
    text: 'allebei complex, leren en thuis. wie trekt de kar?',
    rests: ['RGM-04'], says: [/casemanager/i, /onderwijs/i] },
  { id: 'U-10', role: 'mentor', kind: 'answered', about: ['ziekteverzuim'], facts: { verzuimsoort: 'ziek' },
    text: 'meisje al 4 wkn ziekgemeld met buikpijn, ouders vaag. leerplicht melden?',
    rests: ['F-C19', 'ROL-JGZ-08', 'TOE-06'], says: [/jeugdarts|JGZ/i, /niet/i], never: [/meld (het|dit|een ziek kind) (meteen |direct )?bij (de )?leerplicht/i] },
  { id: 'U-13', role: 'leerplichtambtenaar', kind: 'answered', about: ['vrijstelling5a', 'utrecht-west', 'vrijstelling5b'],
    text: 'vrijstelling geven we toch alleen voor 1 jaar na overleg met het swv?',
    rests: ['UW-07'], says: [/Utrecht West/] },
  { id: 'U-16', role: 'mentor', kind: 'safety', about: ['suicidaliteit'], text: 'leerling (15) appte dat ze er niet meer wil zijn' },
  { id: 'U-19', role: 'koo', kind: 'answered', about: ['koo', 'armoede'],
    text: 'ik kom in een gezin met schulden en kind eet slecht, kan ik dit zelf oppakken',
    rests: ['ROL-KOO-07'], says: [/armoede|opvoed/i] },
  { id: 'U-22', role: 'jeugdarts', kind: 'answered', about: ['triage-ggd', 'jgz', 'regie'], text: 'ouders willen dat de ggd de casusregie doet. kan dat?',
    rests: ['S2-09'], says: [/sociaal team/i] },
  { id: 'U-25', role: 'ib-er', kind: 'answered', about: ['handelingsverlegenheid', 'bovenschools-team'], text: 'we zijn echt handelingsverlegen bij een kleuter',
    rests: ['ROL-IB-03'], says: [/bovenschools/i] },
  { id: 'U-28', role: 'directie', kind: 'article', about: ['zat'], text: 'hoe vaak moet dat zat eigenlijk', rests: ['OVL-02'], says: [/(vier|4) keer/i] },
  { id: 'U-31', role: 'ib-er', kind: 'route', about: ['mdo-voorbereiden', 'mdo'], facts: { aanleiding: 'mdo' }, text: 'mdo plannne volgende week, wie nodigd uit?',
    says: [/route zegt niet/i] },
  { id: 'U-34', role: 'leerkracht', kind: 'answered', about: ['opp', 'evaluatie-plan', 'leerkracht'], text: 'opp evalueer ik 1x per jaar klopt dat?',
    rests: ['F-P07', 'ROL-LK-06'], says: [/twee keer per jaar|2 keer per jaar/i, /jaar/i] },
  { id: 'U-37', role: 'ib-er', kind: 'route', about: ['zorgplicht', 'regievoerder-zorg'], facts: { aanleiding: 'vastgelopen', vastsoort: 'plek' }, text: 'geen enkele school wil haar hebben!!',
    rests: ['F-P01'], says: [/bestuur/i, /regievoerder/i] },
  { id: 'U-40', role: 'ib-er', kind: 'answered', about: ['grensverkeer'], text: 'lln woont in veendam maar zit bij ons in hoogezand. welke regievoerder en welke gemeente?',
    rests: ['C-16'], says: [/school/i, /woon/i] },
  { id: 'U-43', role: 'casemanager', kind: 'answered', about: ['enkelvoudig'], text: 'aanmelding binnen, blijkt enkelvoudig. wie houdt regie vanuit ons?',
    rests: ['PRB-05'], says: [/niet betrokken|geen regie|niemand/i] },
  { id: 'U-46', role: 'casemanager', kind: 'article', about: ['specialistisch-casemanagement'], text: 'wanneer is het specialistisch casemanagement?', rests: ['CAS-04', 'C-15'], says: [/2014/] },
  { id: 'U-49', role: 'mentor', kind: 'answered', about: ['toestemming16'], facts: { leeftijd: '16-17' }, text: 'lln van 16 wil niet dat ik haar ouders bel',
    rests: ['TOE-10', 'C-01'], says: [/jongere/i], never: [/altijd eerst (met )?(de )?ouders/i] },
  { id: 'U-52', role: 'directie', kind: 'answered', about: ['verlof'], text: 'ouders willen 3 weken naar turkije voor familie, wie beslist', rests: ['F-L16'], says: [/leerplichtambtenaar/i, /10 schooldagen/i] },
  { id: 'U-55', role: 'manager', kind: 'answered', about: ['oogo-geschil'], text: 'we komen er niet uit in het oogo jeugd. wat nu', rests: ['OOG-08', 'OOG-09', 'OOG-11'], says: [/gemeenteraad/i, /niet bindend|bindt niet|niet-bindend/i] },
  { id: 'U-58', role: 'ib-er', kind: 'answered', about: ['oza'], text: 'hoelang duurt een oza aanvraag bij jullie', rests: ['UW-11'], says: [/Utrecht West/] },
  { id: 'U-61', role: 'leerkracht', kind: 'answered', about: ['bericht-aan-ouders', 'dossiernotitie'], text: 'schrijf ff een mailtje naar de ouders van Daan over de zorgen', rests: ['TOE-01', 'REG-03'], says: [/\[naam kind\]/], never: [/Daan/] },
  { id: 'U-64', role: 'ib-er', kind: 'answered', about: ['verzuim-melden'], text: 'telt week 42 mee voor die 16 uur? herfstvakantie toch', rests: ['F-L04'], says: [/vakantie/i, /tel(t|len) niet mee/i] },
];

const textOf = ({ question, short, sections, silent }: Article) =>
  [question, ...short.map(({ text }) => text), ...sections.flatMap(({ heading, statements }) => [heading, ...statements.map(({ text }) => text)]), ...silent].join('\n');

describe.each(UTTERANCES)('$id: "$text"', ({ text, role, kind, about, facts = {}, rests = [], says = [], never = [] }) => {
  const got = understand(text, role);
  it(`is understood as ${kind} about ${about.join(' or ')}`, () => {
    if (kind === 'answered') expect(['article', 'route', 'choices']).toContain(got.kind);
    else expect(got.kind).toBe(kind);
    if (got.kind !== 'none') expect(about).toContain(got.id);
    expect(got.facts).toMatchObject(facts);
    expect(got.refused).toEqual([]);
  });
  if (kind === 'safety') return;
  it('is answered by what its rules say, and not by the trap', () => {
    const article = articles.get(about[0] ?? '');
    if (!article) throw new Error(`there is no article ${about[0] ?? ''}`);
    for (const rule of rests) expect(rulesOf(article)).toContain(rule);
    for (const part of says) expect(textOf(article)).toMatch(part);
    for (const part of never) expect(textOf(article)).not.toMatch(part);
  });
});

describe('age', () => {
  it('is never read from a groep or klas, where consent hangs on it', () => {
    for (const text of ['jongen uit groep 8 mag ik de ggd bellen', 'meisje uit groep 5', 'leerling uit 3 havo wil niet dat ouders het weten']) expect(understand(text).facts).not.toHaveProperty('leeftijd');
  });
});
