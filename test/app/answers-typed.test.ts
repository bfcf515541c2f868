import { describe, expect, it } from 'vitest';
import { isNumber, typedAnswer } from '../../src/app/answers/typed.js';
import { resolve } from '../../src/route/resolve.js';
import type { Answers, Position } from '../../src/route/model.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
type Question = Extract<Position, { kind: 'question' }>;

function question(tree: string, answers: Answers = {}, known: Answers = { rol: 'ib-er' }): Question {
  const position = resolve(route, tree, answers, known);
  if (position.kind !== 'question') throw new Error('no question is open');
  return position;
}
/** A question as if it were the open one. */
function about(factId: string): Question {
  const fact = route.facts.get(factId);
  if (!fact) throw new Error(`no fact ${factId}`);
  return { ...question('wat-nu'), fact, values: fact.values };
}
const read = (asked: Question, text: string, facts: Answers = {}) => {
  const typed = typedAnswer(asked, text, facts);
  return typed?.kind === 'value' ? typed.value.id : typed?.as;
};
/** A fact whose answers begin with one ja and one nee. */
const yesNo = [...route.facts.values()].find(({ values }) => values.filter(({ label }) => label.startsWith('Ja')).length === 1 && values.filter(({ label }) => label.startsWith('Nee')).length === 1 && values.some(({ id }) => id === 'twijfel'));

describe('a typed answer', () => {
  it('every label and id of every question is an answer to it', () => {
    for (const fact of route.facts.values()) {
      for (const value of fact.values) {
        expect(read(about(fact.id), value.label), `${fact.id}: ${value.label}`).toBe(value.id);
        expect(read(about(fact.id), value.label.toUpperCase()), fact.id).toBe(value.id);
      }
    }
  });
  it.each([
    ['ja', 'ja'], ['ja hoor', 'ja'], ['Yep!', 'ja'], ['klopt', 'ja'], ['nee', 'nee'], ['Nope', 'nee'], ['nee hoor', 'nee'], ['weet ik niet', 'twijfel'], ['geen idee', 'twijfel'], ['weet niet', 'twijfel'],
  ])('"%s" is %s where one answer says so', (text, value) => {
    expect(read(about(yesNo?.id ?? ''), text)).toBe(value);
  });
  it('yes, no and no idea are nothing else where no answer says so', () => {
    expect([read(about('leeftijd'), 'ja'), read(about('leeftijd'), 'nope'), read(about('leeftijd'), 'geen idee')]).toEqual(['yes', 'no', 'dont-know']);
  });
  it.each([
    ['leeftijd', '13', '12-15'], ['leeftijd', '11', 'onder-12'], ['leeftijd', '13 jr', '12-15'], ['leeftijd', 'ze is 16', '16-17'], ['leeftijd', 'Hij is 8 jaar oud.', 'onder-12'], ['leeftijd', '99', 'number'],
    ['leeftijd', '3 weken', undefined], ['leeftijd', 'bijna 12', undefined], ['leeftijd', 'groep 8', undefined], ['leeftijd', 'klas 2', undefined], ['leeftijd', '12 of 13', undefined],
    ['schoolsoort', 'vo', 'vo'], ['schoolsoort', 'SBO', 'sbo'], ['schoolsoort', 'VSO', 'so'], ['schoolsoort', 'bassischool', 'basisschool'], ['schoolsoort', 'praktijkonderwys', 'pro'],
    ['schoolsoort', '4', 'vo'], ['schoolsoort', 'optie 4', 'vo'], ['schoolsoort', 'de eerste', 'basisschool'], ['schoolsoort', '9', 'number'], ['schoolsoort', '13 jaar', undefined],
  ])('for %s "%s" is %s', (fact, text, value) => {
    expect(read(about(fact), text)).toBe(value);
  });
  it.each([
    ['leefvraag', 'er is een leefvraag', undefined], ['leefvraag', 'een enkelvoudige leervraag', undefined], ['leefvraag', 'enkelvoudige leefvrag', 'enkelvoudig'], ['leefvraag', 'er is geen leefvraag', 'geen'],
    ['leervraag', 'een complexe leefvraag', undefined], ['leervraag', 'een komplexe leervraag', 'complex'],
  ])('one letter that changes everything is no slip: for %s "%s" is %s', (fact, text, value) => {
    expect(read(about(fact), text)).toBe(value);
  });
  it('a fact in the text counts for the very question that is open', () => {
    expect(read(about('leeftijd'), 'het gaat om een meisje van 13 op het vo', { leeftijd: '12-15', schoolsoort: 'vo' })).toBe('12-15');
    expect(read(about('verzuimsoort'), 'het gaat om een meisje van 13 op het vo', { leeftijd: '12-15' })).toBeUndefined();
  });
  it('an answer that can not be true any more is none', () => {
    const asked = { ...about('schoolsoort'), values: about('schoolsoort').values.filter(({ id }) => id !== 'mbo') };
    expect(read(asked, 'mbo')).toBeUndefined();
    expect(read(asked, 'het gaat om het mbo', { schoolsoort: 'mbo' })).toBeUndefined();
  });
  it('a question is none', () => {
    for (const text of ['wat is een koo?', 'wie moet toestemming geven', '', '??']) expect(read(question('wat-nu'), text)).toBeUndefined();
  });
});

it('a number alone is a number', () => {
  for (const text of ['13', '13 jaar', ' 3 weken ', 'hij is 13']) expect(isNumber(text), text).toBe(true);
  for (const text of ['groep 8', '13 wil dood', 'stap 2', 'hij is 13 en weg', '2e', '[nummer]']) expect(isNumber(text), text).toBe(false);
});
