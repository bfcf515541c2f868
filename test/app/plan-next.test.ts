import { describe, expect, it } from 'vitest';
import { nextLines } from '../../src/app/plan/next.js';
import { juf, mdo, open, planned, play, type Said } from '../support/case.js';
import { adopted, drafted, evaluate, EVALUATION, levels } from '../support/plan.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const next = (...said: readonly Said[]): string => {
  const { state } = play(route, ...said);
  return state ? nextLines(route, state).join('\n') : '';
};
const triage: Said = [juf, open({ step: 'triage' })];
const plan: Said = [juf, open({ step: 'plan' })];

describe('what comes next', () => {
  it('in the signaal: the triage', () => { expect(next([juf, open()])).toContain('onderzoek en triage'); });
  it('in the triage: first what there is', () => { expect(next(triage)).toContain('Leg vast of er een leervraag en een leefvraag is'); });
  it('both: an MDO and a plan; enkelvoudig says that the gemeente has no regie, but its contactpersoon is there', () => {
    const lines = next(triage, [juf, levels('complex', 'enkelvoudig')]);
    for (const words of ['volgt een MDO', 'de gemeente voert geen regie', 'wel bij elke evaluatie']) expect(lines).toContain(words);
    expect(next(triage, [juf, levels('complex', 'complex')])).not.toContain('geen regie');
  });
  it('only a leervraag stays with the onderwijs, and the route does not say who', () => {
    const lines = next(triage, [juf, levels('complex', 'geen')]);
    for (const words of ['blijft bij het onderwijs', 'De route zegt hier niets over', 'regievoerder zorg een MDO']) expect(lines).toContain(words);
    expect(lines).not.toContain('Plan een MDO');
  });
  it('only a leervraag: the jeugdverpleegkundige or the bovenschools team, or both (N-11)', () => {
    const lines = next(triage, [juf, levels('enkelvoudig', 'geen')]);
    for (const words of ['basisondersteuning niet genoeg', 'jeugdverpleegkundige, met toestemming', 'bovenschools team', 'allebei']) expect(lines).toContain(words);
  });
  it('only an enkelvoudige leefvraag: nobody of the gemeente stays', () => {
    const lines = next(triage, [juf, levels('geen', 'enkelvoudig')]);
    for (const words of ['De gemeente blijft niet betrokken', 'geen regie', 'Sluit de casus dan af']) expect(lines).toContain(words);
    expect(lines).not.toContain('casemanager');
  });
  it('only a complexe leefvraag: the matrix is silent, the core task of the casemanager is not', () => {
    const lines = next(triage, [juf, levels('geen', 'complex')]);
    for (const words of ['De regiematrix zegt hier niets', 'casemanager jeugd']) expect(lines).toContain(words);
  });
  it('nothing at all: the route says nothing', () => { expect(next(triage, [juf, levels('geen', 'geen')])).toContain('De route zegt hier niets over'); });
  it('in the plan: the MDO, then what is missing, then adopting', () => {
    expect(next(plan, [juf, levels()])).toContain('Plan een MDO');
    expect(next(...planned.slice(0, -1), [juf, mdo()], [juf, { type: 'step-done', step: 'signaal' }], [juf, { type: 'step-done', step: 'triage' }])).toContain('Het MDO is op di 1 december 2026');
    expect(next(...drafted.slice(0, 4))).toContain('Nog nodig: verantwoordelijkheden, regie.');
    expect(next(...drafted)).toContain('Leg het plan vast');
  });
  it('with a plan: its evaluation, with both contactpersonen', () => {
    const lines = next(...adopted);
    for (const words of ['De evaluatie is afgesproken op ma 18 januari 2027', 'contactpersonen van school en gemeente', 'Er staat nog 1 actie open']) expect(lines).toContain(words);
  });
  it.each([['bijstellen', 'stellen het plan bij'], ['opschalen', 'de leefvraag beslist'], ['afschalen', 'De route zegt niet hoe je die overdraagt']])('after %s', (outcome, words) => {
    expect(next(...adopted, [juf, evaluate({ outcome }), EVALUATION])).toContain(words);
  });
  it('in the werkvoorraad: a normal place, no lateness', () => {
    const lines = next(triage, [juf, { type: 'step-waits', waitFor: 'werkvoorraad', until: '2027-02-01' }]);
    for (const words of ['gewone plek in de route', 'geen vertraging', 'geen langste tijd']) expect(lines).toContain(words);
    expect(lines).not.toMatch(/te laat|achter/);
  });
  it('a closed case has nothing next', () => { expect(next(triage, [juf, { type: 'close', ending: 'niet-nodig' }])).toBe(''); });
  it('never says u, and ends its sentences', () => {
    const all = [[triage], [triage, [juf, levels('complex', 'geen')]], [triage, [juf, levels('geen', 'enkelvoudig')]], drafted, adopted] as readonly (readonly Said[])[];
    for (const line of all.flatMap((story) => next(...story).split('\n'))) {
      expect(line).toMatch(/^[A-Z].*[.]$/);
      expect(line).not.toMatch(/\b(u|uw)\b/);
    }
  });
});
