import { describe, expect, it } from 'vitest';
import { contradictionIn } from '../../src/route/contradictions.js';
import { readValue } from '../../src/route/numbers.js';
import { contentRoute } from './content-route.js';

const route = contentRoute();
const read = (id: string, given: number) => {
  const fact = route.facts.get(id);
  const found = fact && readValue(fact, given);
  return found?.ok === true ? found.value : 'refused';
};

describe('a number falls on the side of the border where the rule puts it', () => {
  it.each([
    // Consent: the jeugdige from 12, the jongere first from 16, alone from 18 (C-01, F-C01).
    ['leeftijd', 0, 'onder-12'], ['leeftijd', 11, 'onder-12'], ['leeftijd', 12, '12-15'], ['leeftijd', 15, '12-15'], ['leeftijd', 16, '16-17'],
    ['leeftijd', 17, '16-17'], ['leeftijd', 18, '18-plus'], ['leeftijd', 27, '18-plus'], ['leeftijd', 28, 'refused'], ['leeftijd', -1, 'refused'],
    // Halt from 9 hours (F-L17), a report at 16 (F-L04, F-L05).
    ['verzuimuren', 8, 'onder-9'], ['verzuimuren', 9, '9-15'], ['verzuimuren', 15, '9-15'], ['verzuimuren', 16, '16-plus'],
    // Three weeks is no thuiszitter yet, four is (F-L13, F-L14); three months is thirteen weeks (F-L15).
    ['verzuimweken', 3, 'onder-4'], ['verzuimweken', 4, '4-12'], ['verzuimweken', 12, '4-12'], ['verzuimweken', 13, '13-plus'],
    // The head of the school up to ten school days (F-L16).
    ['verlofdagen', 10, 'tot-10'], ['verlofdagen', 11, 'meer-dan-10'],
  ])('%s %i is %s', (fact, given, value) => {
    expect(read(fact, given)).toBe(value);
  });
});

describe('answers that can not both be true', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['a child under 12 at the mbo', { leeftijd: 'onder-12', schoolsoort: 'mbo' }],
    ['a jongere of 16 at a primary school', { leeftijd: '16-17', schoolsoort: 'basisschool' }],
    ['a jongere of 18 in the SBO', { leeftijd: '18-plus', schoolsoort: 'sbo' }],
    ['from primary to secondary school at 16', { overstap: 'po-vo', leeftijd: '16-17' }],
    ['to the mbo or to work under 12', { overstap: 'naar-werk', leeftijd: 'onder-12' }],
    ['turning 18 at 13', { overstap: 'achttien', leeftijd: '12-15' }],
    ['a TLV for the SBO at 16', { tlvschool: 'sbo', leeftijd: '16-17' }],
  ];
  it.each(cases)('are %s', (_, answers) => {
    expect(contradictionIn(route, answers)).toBeDefined();
  });

  it('are no others than these, so that nobody is refused who exists', () => {
    const met = new Set(cases.map(([, answers]) => contradictionIn(route, answers)?.id));
    expect(route.contradictions.filter((each) => !met.has(each.id)).map((each) => each.id)).toEqual([]);
    // Somebody of 11 may have skipped a class; somebody of 17 may still be in the praktijkonderwijs.
    for (const answers of [{ leeftijd: 'onder-12', schoolsoort: 'vo' }, { leeftijd: 'onder-12', schoolsoort: 'pro' }, { leeftijd: '16-17', schoolsoort: 'pro' }, { leeftijd: '18-plus', schoolsoort: 'so' }]) {
      expect(contradictionIn(route, answers)).toBeUndefined();
    }
  });
});

it('an answer that says or fears that a child is not safe counts as danger', () => {
  const danger = [...route.facts.values()].flatMap((fact) => fact.values.filter((value) => value.danger).map((value) => `${fact.id} ${value.id}`));
  expect(danger).toEqual(expect.arrayContaining([
    'veiligheid acuut', 'veiligheid vermoeden', 'veiligheid suicidaliteit', 'veiligheid collega', 'planstand onveilig', 'gezagsituatie gevaar',
    'vastsoort onveilig', 'stand niet-veilig', 'hulpvraag onveilig', 'zorgplek onveilig', 'koo-begin niet-veilig', 'gesprek niet-veilig',
    'st-moment crisis', 'bedreiging veiligheid', 'gesprek-veilig nee', 'weging-ernst ja',
    'weging-hulp-mogelijk nee', 'weging-hulp-aanvaard nee', 'weging-hulp-werkt nee',
  ]));
  // Whatever is called unsafe is marked, also in a tree that is yet to be written.
  const named = [...route.facts.values()].flatMap((fact) => fact.values.filter((value) => /onveilig|niet-veilig|gevaar|crisis/.test(value.id)).map((value) => `${fact.id} ${value.id}`));
  expect(named.filter((each) => !danger.includes(each) && each !== 'aanleiding onveilig')).toEqual([]);
});
