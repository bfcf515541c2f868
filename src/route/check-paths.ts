import type { Route, RouteFault } from './model.js';
import { checkOutcome } from './check-outcomes.js';
import { placeOf } from './check-trees.js';
import { possibleValues } from './contradictions.js';
import { follow, followAnswer, spotKey, withinReach, type Spot } from './graph.js';
import { makeLookahead, type Ahead, type Lookahead } from './lookahead.js';
import type { Given } from './outcome.js';
import type { Parts } from './parts.js';
import { faultAt, fileFault, shown, type Path } from './source.js';

/** More than this and nobody can say any more that every path was thought about. */
export const MOST_PATHS = 5000;

/** What only shows when every path is walked. Needs whole lists of what decides about an outcome: facts, roles, both matrices. */
export function checkPaths(parts: Parts, draft: Route, sound: ReadonlySet<string>): readonly RouteFault[] {
  const whole = [parts.facts, parts.roles, parts.rows, parts.cells].every((list) => list.complete && list.broken.size === 0);
  if (!whole) return [];
  const route: Route = { ...draft, trees: new Map([...draft.trees].filter(([id]) => sound.has(id))) };
  const starts = [...route.trees.values()].flatMap((tree) => follow(route.trees, tree, tree.start) ?? []);
  const lookahead = makeLookahead(route, MOST_PATHS);
  const paths = starts.reduce((sum, start) => sum + lookahead.from(start, new Map()).paths, 0);
  if (lookahead.tooMany() || paths > MOST_PATHS) {
    return [fileFault(parts.trees[0]?.source.name ?? 'dialogs/bomen', `more than ${MOST_PATHS} paths through the trees; ask less, or later`)];
  }
  const faults: RouteFault[] = [];
  const told = new Set<string>();
  /** Once for each place: one way to get there is enough to see what is wrong. */
  const tell = (spot: Spot, path: Path, message: string, on: 'key' | 'value' = 'value') => {
    const place = placeOf(parts, spot);
    const key = `${spotKey(spot)} ${path.join('.')} ${message.split(';')[0] ?? ''}`;
    if (place === undefined || told.has(key)) return;
    told.add(key);
    faults.push(faultAt(place.source, [...place.path, ...path], message, on));
  };

  const all = [...lookahead.seen()];
  // A role that is known beforehand rules out answers too, also where nobody is asked for it.
  for (const known of knownRoles(route)) for (const start of starts) lookahead.from(start, known);
  for (const ahead of lookahead.seen()) {
    for (const { path, message } of unanswerable(route, ahead)) tell(ahead.spot, path, `${message}; for example after ${after(ahead.given)}`);
  }
  // Beyond a question that can not be answered nothing is reached, which would be told of every node there.
  if (faults.length > 0) return faults;
  checkQuestions(route, all, tell);
  for (const ahead of all) {
    const outcome = ahead.spot.tree.outcomes.get(ahead.spot.node);
    if (outcome !== undefined) {
      for (const { path, message } of checkOutcome(route, outcome, ahead.given)) tell(ahead.spot, path, `${message}; for example after ${after(ahead.given)}`);
    }
  }
  for (const { spot, given } of emptyNow(route, lookahead, starts)) {
    tell(spot, [], `the outcomes that can still follow share no action, so that there is nothing to do now; for example after ${after(given)}`);
  }
  return faults;
}

type Tell = (spot: Spot, path: Path, message: string, on?: 'key' | 'value') => void;

function checkQuestions(route: Route, all: readonly Ahead[], tell: Tell): void {
  const mattering = new Set(all.filter((ahead) => ahead.matters).map((ahead) => spotKey(ahead.spot)));
  const reached = new Set(all.map((ahead) => spotKey(ahead.spot)));
  for (const tree of route.trees.values()) {
    const near = withinReach(tree);
    for (const question of tree.questions.values()) {
      const spot = { tree, node: question.id };
      if (!near.has(question.id) || mattering.has(spotKey(spot))) continue;
      const why = reached.has(spotKey(spot)) ? 'the outcome is the same whatever is answered' : 'wherever it comes up, its fact has been answered';
      tell(spot, ['options'], `the options can not change the outcome: ${why}`, 'key');
    }
    for (const outcome of tree.outcomes.values()) {
      const spot = { tree, node: outcome.id };
      if (near.has(outcome.id) && !reached.has(spotKey(spot))) tell(spot, [], `unreachable: no answers lead from the start to ${shown(outcome.id)}`);
    }
  }
}

/** A question that leaves no answer, or whose condition looks at a fact that was not answered on the way. */
function unanswerable(route: Route, { spot, given }: Ahead): readonly { readonly path: Path; readonly message: string }[] {
  const question = spot.tree.questions.get(spot.node);
  const fact = question && route.facts.get(question.fact);
  if (question === undefined || fact === undefined) return [];
  const answer = given.get(question.fact);
  const unread = question.options.flatMap(({ next, values }, option) => {
    if (answer !== undefined && !values.includes(answer)) return [];
    const condition = typeof next !== 'string' && 'when' in next ? route.conditions.get(next.when) : undefined;
    return (condition?.reads ?? []).filter((read) => read !== question.fact && !given.has(read)).map((read) => (
      { path: ['options', option, 'next', 'when'], message: `the condition reads the fact ${shown(read)}, which is not answered on every path to it` }
    ));
  });
  return answer !== undefined || possibleValues(route, fact, given).length > 0 ? unread
    : [...unread, { path: ['options'], message: 'no answer is possible here: each contradicts an earlier one' }];
}

/** Questions at which something was answered and yet nothing can be done now, whoever asks. */
function* emptyNow(route: Route, lookahead: Lookahead, starts: readonly Spot[]): Generator<{ spot: Spot; given: Given }> {
  const seen = { asked: new Set<Ahead>(), untouched: new Set<Ahead>() };
  const walk = function* (spot: Spot, given: Given, asked: boolean): Generator<{ spot: Spot; given: Given }> {
    const ahead = lookahead.from(spot, given);
    const { spot: at, matters, shared } = ahead;
    const question = at.tree.questions.get(at.node);
    const before = asked ? seen.asked : seen.untouched;
    if (question === undefined || before.has(ahead)) return;
    before.add(ahead);
    if (matters && asked && shared.length === 0) yield { spot: at, given };
    const fact = route.facts.get(question.fact);
    const values = fact ? possibleValues(route, fact, given) : [];
    for (const value of matters ? values : values.slice(0, 1)) {
      const settled = new Map(given).set(question.fact, value.id);
      const to = followAnswer(route, at.tree, question, settled);
      if (to !== undefined) yield* walk(to, settled, asked || matters);
    }
  };
  for (const known of [new Map<string, string>(), ...knownRoles(route)]) {
    for (const start of starts) yield* walk(start, known, false);
  }
}

/** What is known of a person from the register: the role. */
function knownRoles(route: Route): readonly Given[] {
  return (route.facts.get(route.roleFact)?.values ?? []).map((role) => new Map([[route.roleFact, role.id]]));
}

function after(given: Given): string {
  return [...given].map(([fact, value]) => `${fact}=${value}`).join(', ') || 'no answers';
}
