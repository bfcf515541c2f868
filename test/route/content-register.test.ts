import { describe, expect, it } from 'vitest';
import { contentRoute } from './content-route.js';

const route = contentRoute();
const rules = [...route.rules.values()];
const facts = rules.filter((rule) => rule.id.startsWith('F-'));
const ids = (list: typeof rules) => list.map((rule) => rule.id).sort();

/** Facts of this region or of one school elsewhere. Written by hand. */
const REGIONAL = ['F-C09', 'F-C17', 'F-J05', 'F-J08', 'F-J09', 'F-M13', 'F-M14', 'F-M15', 'F-P14', 'F-P15', 'F-P16', 'F-P19'];
/** Facts that nobody has looked up yet. */
const KNOWN_ONLY = ['F-B06', 'F-C18', 'F-J03', 'F-J04', 'F-L22', 'F-L26', 'F-M16', 'F-P13', 'F-P20', 'F-P21', 'F-R04', 'F-R08'];

describe('the register of rules', () => {
  it('calls national what is national, and nothing of a region', () => {
    expect(ids(facts.filter((rule) => !rule.national))).toEqual([...REGIONAL].sort());
    for (const rule of facts) {
      expect(rule.status === 'N', rule.id).toBe(rule.national);
      if (rule.national) expect(rule.source, rule.id).toMatch(/^Landelijk[:,]/);
      else expect(rule.source, rule.id).toMatch(/^(Groningen|Midden-Groningen|Samenwerkingsverband|Een school elders)/);
    }
  });
  it('gives a place to look it up, unless it still has to be checked', () => {
    const unchecked = facts.filter((rule) => rule.source === 'Landelijk, nog te controleren');
    expect(ids(unchecked)).toEqual(KNOWN_ONLY);
    expect(unchecked.every((rule) => rule.verify)).toBe(true);
    for (const rule of facts.filter((each) => each.national && !unchecked.includes(each))) {
      expect(rule.source, rule.id).toMatch(/\w\.(nl|net|com|org|eu|nu|pub)\b|afgeleid|nagerekend|Kamer/);
    }
  });
  it('says of what is not sure that it must be checked', () => {
    for (const id of ['F-M07', 'F-M15', 'F-M17', 'F-L24', 'F-P15', 'F-P16', 'F-P19', 'F-J10', 'F-C21', 'F-B02']) {
      expect(rules.find((rule) => rule.id === id)?.verify, id).toBe(true);
    }
  });
  it('does not pass off our own reading as a text of the route', () => {
    for (const rule of rules.filter((each) => /^[CN]-\d\d$/.test(each.id))) expect(rule.source, rule.id).toBe('Uitleg van Routewijzer, geen tekst van de route');
  });

  it('has every rule in force here carried by something, and the rest in the background unless the route leans on it', () => {
    expect(ids(rules.filter((rule) => rule.status === 'A' && rule.kind === 'background'))).toEqual([]);
    expect(ids(rules.filter((rule) => ['U', 'O'].includes(rule.status) && rule.kind !== 'background'))).toEqual([]);
    expect(ids(facts.filter((rule) => rule.kind !== 'background'))).toEqual([]);
  });
  it.each([
    ['branch', 'a question', carriers().branch],
    ['matrix', 'a cell of the consent matrix or the regie matrix', carriers().matrix],
    ['duty', 'an outcome, an action or a registration', carriers().duty],
    ['text', 'a role card, a block or an advice', new Set([...carriers().text, ...carriers().branch, ...carriers().duty])],
  ] as const)('calls a rule a %s only when %s rests on it', (kind, _, carried) => {
    expect(ids(rules.filter((rule) => rule.kind === kind && !carried.has(rule.id)))).toEqual([]);
  });
  it('has every rule about a role or a meeting in force here on a role card', () => {
    const told = new Set([...route.cards.values()].flatMap((card) => [...card.tasks, ...card.turn, ...card.not].flatMap((each) => each.rules)));
    expect(ids(rules.filter((rule) => rule.status === 'A' && /^(ROL|OVL)-/.test(rule.id) && !told.has(rule.id)))).toEqual([]);
  });
});

/** By kind, the rules that something of that kind cites. */
function carriers() {
  const trees = [...route.trees.values()];
  const cited = (list: readonly { readonly rules: readonly string[] }[]) => new Set(list.flatMap((each) => each.rules));
  return {
    branch: cited(trees.flatMap((tree) => [...tree.questions.values()])),
    duty: cited([...trees.flatMap((tree) => [...tree.outcomes.values()]), ...route.actions.values(), ...route.registrations.values()]),
    matrix: cited([...route.regie, ...route.consent.flatMap((row) => Object.values(row.ages))]),
    text: cited([...route.blocks, ...route.arrows, ...[...route.cards.values()].flatMap((card) => [...card.tasks, ...card.turn, ...card.not])]),
  };
}
