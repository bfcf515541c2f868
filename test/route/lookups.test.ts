import { describe, expect, it } from 'vitest';
import { requirementFor } from '../../src/route/consent.js';
import { regieFor } from '../../src/route/regie.js';
import { contactOf, roleFrom, roleLabel } from '../../src/route/roles.js';
import { goodRoute } from './fixture.js';

const route = goodRoute();

describe('the consent matrix', () => {
  const ask = { sender: 'school', recipient: 'ggd', purpose: 'overleg', age: 'tot-12' };

  it('answers by recipient, purpose and age', () => {
    expect(requirementFor(route, ask)).toMatchObject({ row: 'iemand-ggd', kind: 'ask', text: 'Vraag ouders.', rules: ['TOE-06'] });
  });

  it('prefers the row that names the sender', () => {
    expect(requirementFor(route, { ...ask, sender: 'ggd' })).toMatchObject({ row: 'ggd-ggd', kind: 'none' });
  });

  it('takes the most careful band when the age is not known', () => {
    expect(requirementFor(route, { ...ask, age: undefined })).toMatchObject({ text: 'Vraag ouders en jeugdige.' });
    expect(requirementFor(route, { ...ask, age: 'constructor' })).toMatchObject({ text: 'Vraag ouders en jeugdige.' });
  });

  it('holds silent to be more careful than inform, and inform than none', () => {
    const kinds = (first: string, second: string) => goodRoute({ 'dialogs/toestemming.yaml': [
      ['tot-12: { kind: none', `tot-12: { kind: ${first}`], ['vanaf-12: { kind: none', `vanaf-12: { kind: ${second}`],
    ] });
    const kind = (first: string, second: string) => requirementFor(kinds(first, second), { ...ask, sender: 'ggd', age: undefined, purpose: 'mdo' }).kind;
    expect([kind('inform', 'silent'), kind('none', 'inform'), kind('none', 'none')]).toEqual(['silent', 'inform', 'none']);
  });

  it('says so where it is silent', () => {
    expect(requirementFor(route, { ...ask, recipient: 'team' })).toEqual({
      row: 'geen', kind: 'silent', ask: [], inform: [], rules: ['TOE-13'],
      text: 'De route zegt hier niets over. Zorg dat ouders het weten en ermee instemmen.',
    });
  });
});

describe('the regie matrix', () => {
  it('has a cell for each combination, and none for anything else', () => {
    expect(regieFor(route, 'enkelvoudig', 'complex')).toMatchObject({ regie: 'casemanager', inMatrix: true });
    expect(regieFor(route, 'complex', 'complex')).toMatchObject({ regie: 'none', inMatrix: false });
    expect(regieFor(route, 'complex', 'weet-niet')).toBeUndefined();
  });
});

describe('roles', () => {
  it.each([['IB’er', 'ib'], ['ib er', 'ib'], ['Intern-Begeleider', 'ib'], ['JV', 'jv'], ['Wijkzuster', 'jv'], ['bakker', undefined], ['', undefined], ['-', undefined]])(
    'reads %j as %j', (text, id) => { expect(roleFrom(route, text)?.id).toBe(id); },
  );

  it('are called by their local name', () => {
    expect([roleLabel(route, 'jv'), roleLabel(route, 'ib'), roleLabel(route, 'constructor')]).toEqual(['wijkzuster', "IB'er", 'constructor']);
  });

  it('have a contact where the region gives one', () => {
    expect([contactOf(route, 'jv'), contactOf(route, 'ib'), contactOf(route, 'constructor')]).toEqual(['088 0000000', undefined, undefined]);
  });
});
