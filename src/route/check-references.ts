import type { Conditions } from './conditions.js';
import { placesOf } from './graph.js';
import type { RouteFault } from './model.js';
import type { OutcomeData } from './schema.js';
import { knownIds, unknown, type Located, type Parts, type TreePart } from './parts.js';
import { faultAt, type Path, type Source } from './source.js';

type Known = ReadonlySet<string> | undefined;

/** References to a fact, value, node, tree, role, step, action, registration, rule, party or purpose that is not there. */
export function checkReferences(parts: Parts, conditions: Conditions): readonly RouteFault[] {
  const faults: RouteFault[] = [];
  const known = {
    fact: knownIds(parts.facts), step: knownIds(parts.steps), role: knownIds(parts.roles), party: knownIds(parts.parties),
    purpose: knownIds(parts.purposes), action: knownIds(parts.actions), registration: knownIds(parts.registrations),
    rule: knownIds(parts.rules),
  };
  const refer = (what: string, among: Known, id: string, source: Source, path: Path, on: 'key' | 'value' = 'value') => {
    if (among !== undefined && !among.has(id)) faults.push(faultAt(source, path, unknown(what, id, among), on));
  };
  const referAll = (what: string, among: Known, ids: readonly string[], source: Source, path: Path) => {
    ids.forEach((id, index) => { refer(what, among, id, source, [...path, index]); });
  };
  const valueOf = (fact: string, id: string, source: Source, path: Path) => {
    const values = parts.facts.items.find((item) => item.data.id === fact)?.data.values;
    if (values !== undefined) refer(`value of fact '${fact}'`, new Set(values.map((value) => value.id)), id, source, path);
  };

  for (const { data, source, path } of [...parts.actions.items, ...parts.registrations.items]) {
    referAll('rule', known.rule, data.rules, source, [...path, 'rules']);
    referAll('party', known.party, data.shares, source, [...path, 'shares']);
  }
  for (const { data, source, path } of parts.contradictions.items) {
    for (const [fact, values] of Object.entries(data.facts)) {
      refer('fact', known.fact, fact, source, [...path, 'facts', fact], 'key');
      values.forEach((value, index) => { valueOf(fact, value, source, [...path, 'facts', fact, index]); });
    }
  }
  for (const { data, source, path } of parts.roles.items) {
    refer('party', known.party, data.sends, source, [...path, 'sends']);
    refer('party', known.party, data.receives, source, [...path, 'receives']);
    if (parts.consent !== undefined) valueOf(parts.consent.roleFact, data.asks, source, [...path, 'asks']);
  }
  for (const tree of parts.trees) {
    checkNext(tree, parts, conditions, refer);
    for (const { data, source, path } of tree.questions.items) {
      refer('fact', known.fact, data.fact, source, [...path, 'fact']);
      referAll('rule', known.rule, data.rules, source, [...path, 'rules']);
      data.options.forEach((option, o) => {
        option.values.forEach((value, v) => { valueOf(data.fact, value, source, [...path, 'options', o, 'values', v]); });
      });
    }
    for (const { data, source, path } of tree.outcomes.items) {
      refer('step', known.step, data.step, source, [...path, 'step']);
      if (data.role !== 'regie' && data.role !== 'none') refer('role', known.role && new Set([...known.role, 'regie', 'none']), data.role, source, [...path, 'role']);
      referAll('action', known.action, data.actions, source, [...path, 'actions']);
      referAll('registration', known.registration, data.registrations, source, [...path, 'registrations']);
      referAll('rule', known.rule, data.rules, source, [...path, 'rules']);
      outcomeConsent({ data, source, path });
    }
  }
  function outcomeConsent({ data, source, path }: Located<OutcomeData>): void {
    data.consent.forEach(({ recipient, purpose }, index) => {
      const at = [...path, 'consent', index];
      if (typeof recipient === 'string') refer('party', known.party, recipient, source, [...at, 'recipient']);
      else refer('fact', known.fact, recipient.fact, source, [...at, 'recipient', 'fact']);
      refer('purpose', known.purpose, purpose, source, [...at, 'purpose']);
    });
  }
  if (parts.consent !== undefined) {
    const { source, ageFact, roleFact } = parts.consent;
    if (ageFact !== '') refer('fact', known.fact, ageFact, source, ['ageFact']);
    if (roleFact !== '') refer('fact', known.fact, roleFact, source, ['roleFact']);
  }
  for (const { data, source, path } of parts.rows.items) {
    if (data.senders !== 'any') referAll('party', known.party, data.senders, source, [...path, 'senders']);
    referAll('party', known.party, data.recipients, source, [...path, 'recipients']);
    if (data.purposes !== 'any') referAll('purpose', known.purpose, data.purposes, source, [...path, 'purposes']);
    for (const [age, band] of Object.entries(data.ages)) referAll('rule', known.rule, band.rules, source, [...path, 'ages', age, 'rules']);
  }
  for (const { data, source, path } of parts.cells.items) {
    valueOf('leervraag', data.leervraag, source, [...path, 'leervraag']);
    valueOf('leefvraag', data.leefvraag, source, [...path, 'leefvraag']);
    if (data.regie !== 'none') refer('role', known.role && new Set([...known.role, 'none']), data.regie, source, [...path, 'regie']);
    referAll('rule', known.rule, data.rules, source, [...path, 'rules']);
  }
  const caseSteps = parts.steps.complete
    ? new Set([...parts.steps.items.filter((step) => step.data.caseStep).map((step) => step.data.id), ...parts.steps.broken]) : undefined;
  for (const { data, source } of parts.regions) {
    for (const role of Object.keys(data.roleNames)) refer('role', known.role, role, source, ['roleNames', role], 'key');
    for (const role of Object.keys(data.contacts)) refer('role', known.role, role, source, ['contacts', role], 'key');
    for (const step of Object.keys(data.terms)) refer('case step', caseSteps, step, source, ['terms', step], 'key');
    data.safetyContacts.forEach((contact, index) => { referAll('rule', known.rule, contact.rules, source, ['safetyContacts', index, 'rules']); });
  }
  return faults;
}

type Refer = (what: string, among: Known, id: string, source: Source, path: Path) => void;

/** The start, and where each option leads. */
function checkNext(tree: TreePart, parts: Parts, conditions: Conditions, refer: Refer): void {
  const questions = knownIds(tree.questions);
  const outcomes = knownIds(tree.outcomes);
  const nodes = questions && outcomes && new Set([...questions, ...outcomes]);
  const trees = parts.treesComplete ? new Set(parts.trees.map((each) => each.id)) : undefined;
  if (tree.start !== '') refer('node', nodes, tree.start, tree.source, ['start']);
  for (const { data, source, path } of tree.questions.items) {
    data.options.forEach(({ next }, index) => {
      const at = [...path, 'options', index, 'next'];
      const conditional = typeof next !== 'string' && 'when' in next;
      if (conditional) refer('condition', new Set(conditions.keys()), next.when, source, [...at, 'when']);
      placesOf(next).forEach((place, side) => {
        const there = conditional ? [...at, side === 0 ? 'yes' : 'no'] : at;
        if (typeof place === 'string') refer('node', nodes, place, source, there);
        else refer('tree', trees, place.tree, source, [...there, 'tree']);
      });
    });
  }
}
