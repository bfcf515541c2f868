import type { Route, Tree } from './model.js';
import type { OutcomeData, QuestionData } from './schema.js';
import { LEEFVRAAG, LEERVRAAG } from './regie.js';

/** A node of a tree. The trees together are one graph: a jump leads to the start of another tree. */
export interface Spot {
  readonly tree: Tree;
  readonly node: string;
}

export type Trees = Route['trees'];
type Next = QuestionData['options'][number]['next'];

/** Identifies a spot over all trees. */
export function spotKey(spot: Spot): string {
  return `${spot.tree.id}/${spot.node}`;
}

/** Where an option leads; undefined when it leads nowhere, which the check refuses. */
export function follow(trees: Trees, tree: Tree, next: Next): Spot | undefined {
  const there = typeof next === 'string' ? tree : trees.get(next.tree);
  const node = typeof next === 'string' ? next : there?.start;
  if (there === undefined || node === undefined) return undefined;
  return there.questions.has(node) || there.outcomes.has(node) ? { tree: there, node } : undefined;
}

/** Where a value of the question's fact leads. */
export function followValue(trees: Trees, tree: Tree, question: QuestionData, value: string): Spot | undefined {
  const option = question.options.find((each) => each.values.includes(value));
  return option && follow(trees, tree, option.next);
}

/** The nodes of a tree that something leads to from its start, whatever was answered. */
export function withinReach(tree: Tree): ReadonlySet<string> {
  const reached = new Set([tree.start]);
  for (const id of reached) {
    for (const { next } of tree.questions.get(id)?.options ?? []) if (typeof next === 'string') reached.add(next);
  }
  return reached;
}

/** An option that leads back to a question that is still being walked. */
export interface BackEdge {
  readonly from: Spot;
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
    const stack: { spot: Spot; option: number }[] = [{ spot: start, option: 0 }];
    state.set(spotKey(start), 'open');
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const option = top.spot.tree.questions.get(top.spot.node)?.options[top.option];
      if (option === undefined) {
        state.set(spotKey(top.spot), 'done');
        order.push(top.spot);
        stack.pop();
        continue;
      }
      const to = follow(trees, top.spot.tree, option.next);
      const seen = to && state.get(spotKey(to));
      if (to !== undefined && seen === 'open') back.push({ from: top.spot, option: top.option, to });
      top.option += 1;
      if (to !== undefined && seen === undefined) {
        state.set(spotKey(to), 'open');
        stack.push({ spot: to, option: 0 });
      }
    }
  }
  return { order, back };
}

/** By spot: the facts that something at or after it asks or looks at. `order` has children first. */
export function factsAhead(route: Pick<Route, 'trees' | 'ageFact' | 'roleFact'>, order: readonly Spot[]): ReadonlyMap<string, readonly string[]> {
  const ahead = new Map<string, readonly string[]>();
  for (const spot of order) {
    const question = spot.tree.questions.get(spot.node);
    const outcome = spot.tree.outcomes.get(spot.node);
    const facts = new Set<string>(outcome ? factsOfOutcome(route, outcome) : []);
    if (question !== undefined) {
      facts.add(question.fact);
      for (const { next } of question.options) {
        const to = follow(route.trees, spot.tree, next);
        for (const fact of (to && ahead.get(spotKey(to))) ?? []) facts.add(fact);
      }
    }
    ahead.set(spotKey(spot), [...facts].sort());
  }
  return ahead;
}

function factsOfOutcome(route: Pick<Route, 'ageFact' | 'roleFact'>, outcome: OutcomeData): readonly string[] {
  const recipients = outcome.consent.flatMap(({ recipient }) => (typeof recipient === 'string' ? [] : [recipient.fact]));
  return [
    ...(outcome.consent.length > 0 ? [route.ageFact, route.roleFact] : []), ...recipients,
    ...(outcome.role === 'regie' ? [LEERVRAAG, LEEFVRAAG] : []),
  ];
}
