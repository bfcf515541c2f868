import type { Route, Tree } from './model.js';
import { judge } from './conditions.js';
import { contradictionPartners } from './contradictions.js';
import type { NextData, OutcomeData, PlaceData, QuestionData } from './schema.js';
import { LEEFVRAAG, LEERVRAAG } from './regie.js';

/** A node of a tree. The trees together are one graph: a jump leads to the start of another tree. */
export interface Spot {
  readonly tree: Tree;
  readonly node: string;
}

export type Trees = Route['trees'];

/** Identifies a spot over all trees. */
export function spotKey(spot: Spot): string {
  return `${spot.tree.id}/${spot.node}`;
}

/** Everywhere an option may lead. */
export function placesOf(next: NextData): readonly PlaceData[] {
  return typeof next !== 'string' && 'when' in next ? [next.yes, next.no] : [next];
}

/** The spot at a place; undefined when it is nowhere, which the check refuses. */
export function follow(trees: Trees, tree: Tree, place: PlaceData): Spot | undefined {
  const there = typeof place === 'string' ? tree : trees.get(place.tree);
  const node = typeof place === 'string' ? place : there?.start;
  if (there === undefined || node === undefined) return undefined;
  return there.questions.has(node) || there.outcomes.has(node) ? { tree: there, node } : undefined;
}

/** Where the answer to this question leads, with everything that is settled, the answer included. */
export function followAnswer(route: Pick<Route, 'trees' | 'conditions'>, tree: Tree, question: QuestionData, given: ReadonlyMap<string, string>): Spot | undefined {
  const value = given.get(question.fact);
  const next = question.options.find((each) => value !== undefined && each.values.includes(value))?.next;
  if (next === undefined) return undefined;
  if (typeof next === 'string' || 'tree' in next) return follow(route.trees, tree, next);
  const condition = route.conditions.get(next.when);
  const holds = condition && judge(condition, given);
  return holds === undefined ? undefined : follow(route.trees, tree, holds ? next.yes : next.no);
}

/** The nodes of a tree that something leads to from its start, whatever was answered. */
export function withinReach(tree: Tree): ReadonlySet<string> {
  const reached = new Set([tree.start]);
  for (const id of reached) {
    for (const { next } of tree.questions.get(id)?.options ?? []) {
      for (const place of placesOf(next)) if (typeof place === 'string') reached.add(place);
    }
  }
  return reached;
}

/** An option that leads back to a question that is still being walked. */
export interface BackEdge {
  readonly from: Spot;
  /** Index of the option, and where in it. */
  readonly option: number;
  readonly to: Spot;
}

/** All spots that can be reached from these, each after everything it leads to; and the options that close a circle. */
export function childrenFirst(trees: Trees, starts: readonly Spot[]): { readonly order: readonly Spot[]; readonly back: readonly BackEdge[] } {
  const order: Spot[] = [];
  const back: BackEdge[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const start of starts) {
    if (state.has(spotKey(start))) continue;
    // Our own stack: a long chain of questions must not end in a stack overflow.
    const stack: { spot: Spot; ways: readonly Way[]; next: number }[] = [{ spot: start, ways: waysFrom(start), next: 0 }];
    state.set(spotKey(start), 'open');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const way = top.ways[top.next];
      if (way === undefined) {
        state.set(spotKey(top.spot), 'done');
        order.push(top.spot);
        stack.pop();
        continue;
      }
      const to = follow(trees, top.spot.tree, way.place);
      const seen = to && state.get(spotKey(to));
      if (to !== undefined && seen === 'open') back.push({ from: top.spot, option: way.option, to });
      top.next += 1;
      if (to !== undefined && seen === undefined) {
        state.set(spotKey(to), 'open');
        stack.push({ spot: to, ways: waysFrom(to), next: 0 });
      }
    }
  }
  return { order, back };
}

interface Way {
  readonly option: number;
  readonly place: PlaceData;
}

function waysFrom(spot: Spot): readonly Way[] {
  const options = spot.tree.questions.get(spot.node)?.options ?? [];
  return options.flatMap(({ next }, option) => placesOf(next).map((place) => ({ option, place })));
}

type ForFacts = Pick<Route, 'trees' | 'facts' | 'actions' | 'registrations' | 'contradictions' | 'conditions' | 'ageFact' | 'roleFact'>;

/** By spot: the facts that something at or after it asks or looks at. `order` has children first. */
export function factsAhead(route: ForFacts, order: readonly Spot[]): ReadonlyMap<string, readonly string[]> {
  const ahead = new Map<string, readonly string[]>();
  const danger = [...route.facts.values()].filter((fact) => fact.values.some((value) => value.danger)).map((fact) => fact.id);
  for (const spot of order) {
    const question = spot.tree.questions.get(spot.node);
    const outcome = spot.tree.outcomes.get(spot.node);
    const facts = new Set<string>(outcome ? [...factsOfOutcome(route, outcome), ...danger] : []);
    if (question !== undefined) {
      facts.add(question.fact);
      for (const fact of contradictionPartners(route, question.fact)) facts.add(fact);
      for (const { next } of question.options) {
        if (typeof next !== 'string' && 'when' in next) for (const fact of route.conditions.get(next.when)?.reads ?? []) facts.add(fact);
      }
      for (const { place } of waysFrom(spot)) {
        const to = follow(route.trees, spot.tree, place);
        for (const fact of (to && ahead.get(spotKey(to))) ?? []) facts.add(fact);
      }
    }
    ahead.set(spotKey(spot), [...facts].sort());
  }
  return ahead;
}

function factsOfOutcome(route: ForFacts, outcome: OutcomeData): readonly string[] {
  const recipients = outcome.consent.flatMap(({ recipient }) => (typeof recipient === 'string' ? [] : [recipient.fact]));
  // Nobody needs consent to share with the own party.
  const shares = [...outcome.actions.map((id) => route.actions.get(id)), ...outcome.registrations.map((id) => route.registrations.get(id))]
    .some((each) => each !== undefined && each.shares.length > 0);
  return [
    ...(outcome.consent.length > 0 ? [route.ageFact] : []), ...(outcome.consent.length > 0 || shares ? [route.roleFact] : []), ...recipients,
    ...(outcome.role === 'regie' ? [LEERVRAAG, LEEFVRAAG] : []),
  ];
}
