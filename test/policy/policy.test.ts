import { describe, expect, it } from 'vitest';
import { contentRoute } from '../route/content-route.js';
import { unknownNames } from '../support/policy-names.js';
import { objection, readPolicy, walksFor } from '../support/policy.js';

const route = contentRoute();
const walks = walksFor(route);
const policy = readPolicy();

describe.each([...new Set(policy.map(({ file }) => file))])('what the rules demand: %s', (file) => {
  it.each(policy.filter((each) => each.file === file).map(({ statement }) => [`${statement.rule} ${statement.says}`, statement] as const))('%s', (_, statement) => {
    expect(objection(route, walks, statement)).toBeUndefined();
  });
});

describe('the policy', () => {
  const proven = new Set(policy.map(({ statement }) => statement.rule));

  it('names rules that are in the register', () => {
    expect([...proven].filter((rule) => !route.rules.has(rule))).toEqual([]);
  });

  it('names only what the route has', () => {
    expect(policy.flatMap(({ file, statement }) => unknownNames(route, statement).map((name) => `${file} ${statement.rule}: ${name}`))).toEqual([]);
    const says = 'zoiets mag hier niet';
    expect(unknownNames(route, { rule: 'S1-01', says, trees: ['bos'], when: { rol: ['smid'], kleur: ['rood'] }, then: { noActions: ['vlieg'], noConsent: ['bakker'], noOffers: ['taart'] } }))
      .toEqual(['tree bos', 'fact kleur', 'value of rol smid', 'value of kleur rood', 'action vlieg', 'party bakker', 'offer taart']);
    expect(unknownNames(route, { rule: 'TOE-01', says, consent: { sender: ['school'], recipient: ['bakker'], age: ['99'] }, then: { kind: 'silent', ask: [], inform: [] } }))
      .toEqual(['party bakker', 'age 99']);
  });

  it('proves every rule in force here that is a branch, a cell of a matrix or a duty', () => {
    const demanding = [...route.rules.values()].filter((rule) => rule.status === 'A' && ['branch', 'matrix', 'duty'].includes(rule.kind));
    expect(demanding.length).toBeGreaterThan(80);
    expect(demanding.map((rule) => rule.id).filter((id) => !proven.has(id))).toEqual([]);
  });

  it('proves how each contradiction between the sources is resolved', () => {
    const contradictions = Array.from({ length: 25 }, (_, index) => `C-${String(index + 1).padStart(2, '0')}`);
    expect(contradictions.filter((id) => !proven.has(id))).toEqual([]);
  });
});
