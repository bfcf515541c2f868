import type { Route } from './model.js';
import { possibleValues } from './contradictions.js';
import { childrenFirst, factsAhead, follow, followAnswer, spotKey, type Spot } from './graph.js';
import { signatureOf, type Given } from './outcome.js';

/** What can still follow from a spot, given what is settled. */
export interface Ahead {
  readonly spot: Spot;
  /** One way in which it was reached; facts that nothing ahead looks at may have had other values. */
  readonly given: Given;
  /** Equal numbers: whatever is answered from here, the advice is the same. */
  readonly shape: number;
  /** At a question: does its answer make any difference? */
  readonly matters: boolean;
  /** Ids of the actions that every outcome ahead has, in order. */
  readonly shared: readonly string[];
  /** Number of ways to answer what is ahead. */
  readonly paths: number;
}

export interface Lookahead {
  /** `spot` may be a question that is already answered: then what follows it. */
  from(spot: Spot, given: Given): Ahead;
  seen(): Iterable<Ahead>;
  /** True when there were more than `mostPaths` ways ahead of some spot; what was returned since is void. */
  tooMany(): boolean;
}

const remembered = new WeakMap<Route, Lookahead>();

/** The lookahead of a checked route, kept as long as the route: it depends on nothing else. */
export function lookaheadOf(route: Route): Lookahead {
  const known = remembered.get(route);
  if (known !== undefined) return known;
  const made = makeLookahead(route, Infinity);
  remembered.set(route, made);
  return made;
}

/**
 * Looks ahead by working out every continuation once: a spot is remembered with the settled facts that
 * something ahead of it looks at. Works for trees without circles and without loose ends.
 */
export function makeLookahead(route: Route, mostPaths: number): Lookahead {
  const starts = [...route.trees.values()].flatMap((tree) => follow(route.trees, tree, tree.start) ?? []);
  const relevant = factsAhead(route, childrenFirst(route.trees, starts).order);
  const memo = new Map<string, Ahead>();
  const shapes = new Map<string, number>();
  let over = false;

  const shapeOf = (text: string): number => {
    const known = shapes.get(text) ?? shapes.size;
    shapes.set(text, known);
    return known;
  };
  const leaf = (spot: Spot, given: Given): Ahead => {
    const outcome = spot.tree.outcomes.get(spot.node);
    const text = outcome ? signatureOf(route, outcome, given) : 'void';
    return { spot, given, shape: shapeOf(`=${text}`), matters: false, shared: outcome?.actions ?? [], paths: 1 };
  };
  const branch = (spot: Spot, given: Given, fact: string, byValue: ReadonlyMap<string, Ahead>): Ahead => {
    const children = [...byValue.values()];
    const first = children[0];
    const matters = children.some((child) => child.shape !== first?.shape);
    const paths = children.reduce((sum, child) => sum + child.paths, 0);
    if (paths > mostPaths) over = true;
    return {
      spot, given, matters, paths,
      // With the values: where earlier answers leave other ones, what can be answered here differs.
      shape: matters || first === undefined ? shapeOf(`?${fact} ${[...byValue].map(([value, child]) => `${value} ${String(child.shape)}`).join(' ')}`) : first.shape,
      shared: first?.shared.filter((id) => children.every((child) => child.shared.includes(id))) ?? [],
    };
  };
  const from = (spot: Spot, given: Given): Ahead => {
    const question = spot.tree.questions.get(spot.node);
    const answered = question !== undefined && given.has(question.fact);
    const on = answered ? followAnswer(route, spot.tree, question, given) : undefined;
    if (on !== undefined) return from(on, given);
    const facts = relevant.get(spotKey(spot)) ?? [];
    const key = `${spotKey(spot)} ${facts.map((fact) => given.get(fact) ?? '').join(' ')}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    // An answer that leads nowhere is remembered too: the check tells what is wrong there.
    if (question === undefined || answered || over) return remember(key, leaf(spot, given));
    const children = new Map<string, Ahead>();
    const fact = route.facts.get(question.fact);
    for (const value of fact ? possibleValues(route, fact, given) : []) {
      const settled = new Map(given).set(question.fact, value.id);
      const to = followAnswer(route, spot.tree, question, settled);
      if (to !== undefined) children.set(value.id, from(to, settled));
    }
    return remember(key, branch(spot, given, question.fact, children));
  };
  const remember = (key: string, ahead: Ahead): Ahead => {
    memo.set(key, ahead);
    return ahead;
  };
  return { from, seen: () => memo.values(), tooMany: () => over };
}
