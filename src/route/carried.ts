import type { Route, RouteFault, SourceFile } from './model.js';
import type { RuleData } from './schema.js';
import { faultAt, fileFault, readSource } from './source.js';

/** The file in which every rule stands. */
export const RULES_FILE = 'knowledge/regels.yaml';

/** A place that rests on a rule, and so carries it. */
export interface Carrier {
  readonly kind: 'branch' | 'matrix' | 'duty' | 'text';
  /** Undefined for an action and a registration: a compiled route does not know in which file of `dialogs/acties` they stand. */
  readonly file: string | undefined;
  readonly node: string;
}

/**
 * Where the route carries each rule, by rule id: a question as a branch, a cell of a matrix, a duty, or as text.
 * Every action and registration is one of some outcome: the check refuses the others. Of the regions only the one that the route
 * was compiled for.
 */
export function carriedAt(route: Route): ReadonlyMap<string, readonly Carrier[]> {
  const found = new Map<string, Carrier[]>();
  for (const { rules, ...carrier } of [...inTrees(route), ...inMatrices(route), ...inTexts(route)]) {
    for (const rule of new Set(rules)) {
      const there = found.get(rule) ?? [];
      // A row of the consent matrix says it for each age; it is one place.
      if (!there.some((each) => each.kind === carrier.kind && each.file === carrier.file && each.node === carrier.node)) there.push(carrier);
      found.set(rule, there);
    }
  }
  return found;
}

/**
 * Rules in force (status A) that the route does not carry in the way that the register says it does, or only as background.
 * With the text of the register each fault names its line.
 */
export function uncarried(route: Route, register?: SourceFile): readonly RouteFault[] {
  const carried = carriedAt(route);
  const source = register && readSource(register).source;
  return [...route.rules.values()].flatMap((rule, index) => {
    const message = objection(rule, carried.get(rule.id) ?? []);
    if (message === undefined) return [];
    const fault = source ? faultAt(source, ['rules', index, 'kind'], message) : fileFault(RULES_FILE, message);
    return [{ ...fault, node: rule.id, field: 'kind' }];
  });
}

function objection(rule: RuleData, carriers: readonly Carrier[]): string | undefined {
  if (rule.status !== 'A') return undefined;
  if (rule.kind === 'background') return `a rule with status A is in force and can not be background; allowed: branch, matrix, duty, text`;
  if (carriers.some((carrier) => carrier.kind === rule.kind)) return undefined;
  const elsewhere = [...new Set(carriers.map((carrier) => carrier.kind))].join(', ');
  return `not carried as ${rule.kind}: ${BY_KIND[rule.kind]} cites it${elsewhere === '' ? '' : `; it is carried as ${elsewhere}`}`;
}

const BY_KIND: Readonly<Record<Carrier['kind'], string>> = {
  branch: 'no question',
  matrix: 'no cell of the consent matrix or the regie matrix',
  duty: 'no outcome, and no action or registration of an outcome,',
  text: 'no role card, block, arrow, agreement or safety contact',
};

type Citing = Carrier & { readonly rules: readonly string[] };

function inTrees(route: Route): Citing[] {
  const nodes = [...route.trees.values()].flatMap((tree) => {
    const file = `dialogs/bomen/${tree.id}.yaml`;
    return [
      ...[...tree.questions.values()].map(({ id, rules }): Citing => ({ kind: 'branch', file, node: id, rules })),
      ...[...tree.outcomes.values()].map(({ id, rules }): Citing => ({ kind: 'duty', file, node: id, rules })),
    ];
  });
  const asked = [...route.actions.values(), ...route.registrations.values()];
  return [...nodes, ...asked.map(({ id, rules }): Citing => ({ kind: 'duty', file: undefined, node: id, rules }))];
}

function inMatrices(route: Route): Citing[] {
  return [
    ...route.consent.flatMap(({ id, ages }) => Object.values(ages).map(({ rules }): Citing => ({ kind: 'matrix', file: 'dialogs/toestemming.yaml', node: id, rules }))),
    ...route.regie.map(({ leervraag, leefvraag, rules }): Citing => ({ kind: 'matrix', file: 'dialogs/regie.yaml', node: `${leervraag} × ${leefvraag}`, rules })),
  ];
}

function inTexts(route: Route): Citing[] {
  const text = (file: string, node: string, rules: readonly string[]): Citing => ({ kind: 'text', file, node, rules });
  const region = `dialogs/regios/${route.region.region}.yaml`;
  return [
    ...[...route.cards.values()].flatMap(({ id, tasks, turn, not }) => [...tasks, ...turn, ...not].map(({ rules }) => text('dialogs/rolkaarten.yaml', id, rules))),
    ...route.blocks.map(({ id, rules }) => text('dialogs/schema.yaml', id, rules)),
    ...route.arrows.map(({ from, to, rules }) => text('dialogs/schema.yaml', `${from} → ${to}`, rules)),
    ...route.region.agreements.map(({ id, rules }) => text(region, id, rules)),
    ...route.region.safetyContacts.map(({ label, rules }) => text(region, label, rules)),
  ];
}
