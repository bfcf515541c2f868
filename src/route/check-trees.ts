import type { Route, RouteFault } from './model.js';
import type { QuestionData } from './schema.js';
import type { Located, Parts, TreePart } from './parts.js';
import { childrenFirst, follow, placesOf, spotKey, withinReach, type Spot } from './graph.js';
import { faultAt, shown } from './source.js';

/** More questions after each other than anyone would answer; keeps the walks within bounds. */
const LONGEST_WALK = 200;

/** The shape of the trees: each value in exactly one option, no circles, nothing out of reach. `sound`: trees that can be walked. */
export function checkTrees(parts: Parts, draft: Route): { readonly faults: readonly RouteFault[]; readonly sound: ReadonlySet<string> } {
  const faults: RouteFault[] = [];
  const ill = new Set<string>();
  for (const part of parts.trees) {
    if (!part.sound || parts.trees.filter((each) => each.id === part.id).length > 1) ill.add(part.id);
    const wrong = part.questions.items.flatMap((question) => coverage(question, draft));
    const loose = part.questions.items.some((question) => !leadsOn(part, question.data, draft));
    if (wrong.length > 0 || loose || !isNode(part, part.start)) ill.add(part.id);
    faults.push(...wrong, ...unreachable(part, draft));
  }
  const starts = parts.trees.flatMap((part) => startOf(part, draft));
  const { order, back } = childrenFirst(draft.trees, starts);
  for (const { from, option, to } of back) {
    ill.add(from.tree.id);
    const place = placeOf(parts, from);
    if (place === undefined) continue;
    const message = `goes round in a circle: this option leads back to ${shown(to.node)}; every path must end in an outcome`;
    faults.push(faultAt(place.source, [...place.path, 'options', option, 'next'], message));
  }
  for (const spot of tooFar(draft, order)) {
    ill.add(spot.tree.id);
    const place = placeOf(parts, spot);
    if (place !== undefined) faults.push(faultAt(place.source, place.path, `a path of more than ${LONGEST_WALK} questions starts here`));
  }
  return { faults, sound: walkable(draft, ill) };
}

/** Where a question was written. */
export function placeOf(parts: Parts, spot: Spot): Located<unknown> | undefined {
  const tree = parts.trees.find((each) => each.id === spot.tree.id);
  return [...tree?.questions.items ?? [], ...tree?.outcomes.items ?? []].find((item) => item.data.id === spot.node);
}

function coverage({ data, source, path }: Located<QuestionData>, draft: Route): RouteFault[] {
  const fact = draft.facts.get(data.fact);
  if (fact === undefined) return [];
  const faults: RouteFault[] = [];
  const seen = new Set<string>();
  data.options.forEach((option, o) => option.values.forEach((value, v) => {
    if (seen.has(value)) faults.push(faultAt(source, [...path, 'options', o, 'values', v], `the value ${shown(value)} of fact ${shown(fact.id)} is in more than one option; allowed: once`));
    seen.add(value);
  }));
  for (const { id } of fact.values) {
    if (!seen.has(id)) faults.push(faultAt(source, [...path, 'options'], `the value ${shown(id)} of fact ${shown(fact.id)} is in no option; every value must be in one`, 'key'));
  }
  return faults;
}

function isNode(part: TreePart, id: string): boolean {
  return [...part.questions.items, ...part.outcomes.items].some((item) => item.data.id === id);
}

function leadsOn(part: TreePart, question: QuestionData, draft: Route): boolean {
  const fact = draft.facts.get(question.fact);
  return fact !== undefined && question.options.every(({ values, next }) => (
    (typeof next === 'string' || !('when' in next) || draft.conditions.has(next.when))
    && values.every((value) => fact.values.some((each) => each.id === value))
    && placesOf(next).every((place) => (typeof place === 'string' ? isNode(part, place) : draft.trees.has(place.tree)))
  ));
}

function startOf(part: TreePart, draft: Route): Spot[] {
  const tree = draft.trees.get(part.id);
  return (tree && follow(draft.trees, tree, part.start)) ? [{ tree, node: part.start }] : [];
}

function unreachable(part: TreePart, draft: Route): RouteFault[] {
  const tree = draft.trees.get(part.id);
  // A broken node may lead anywhere.
  if (!part.sound || tree === undefined || !isNode(part, part.start)) return [];
  const reached = withinReach(tree);
  return [...part.questions.items, ...part.outcomes.items].filter((item) => !reached.has(item.data.id)).map((item) => (
    faultAt(item.source, item.path, `unreachable: nothing leads from the start ${shown(part.start)} to ${shown(item.data.id)}`)
  ));
}

function tooFar(draft: Route, order: readonly Spot[]): Spot[] {
  const length = new Map<string, number>();
  return order.filter((spot) => {
    const options = spot.tree.questions.get(spot.node)?.options ?? [];
    const next = options.flatMap((option) => placesOf(option.next)).map((place) => follow(draft.trees, spot.tree, place)).map((to) => (to && length.get(spotKey(to))) ?? 0);
    const here = options.length === 0 ? 0 : 1 + next.reduce((a, b) => Math.max(a, b), 0);
    length.set(spotKey(spot), here);
    return here === LONGEST_WALK + 1;
  });
}

/** Trees that are sound and lead, over any number of jumps, to sound trees only. */
function walkable(draft: Route, ill: ReadonlySet<string>): ReadonlySet<string> {
  const off = new Set(ill);
  for (let before = -1; before !== off.size;) {
    before = off.size;
    for (const tree of draft.trees.values()) {
      const jumps = [...tree.questions.values()].flatMap((question) => question.options.flatMap((option) => placesOf(option.next)));
      if (jumps.some((place) => typeof place !== 'string' && off.has(place.tree))) off.add(tree.id);
    }
  }
  return new Set([...draft.trees.keys()].filter((id) => !off.has(id)));
}
