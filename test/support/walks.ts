import { possibleValues } from '../../src/route/contradictions.js';
import { follow, followAnswer, type Spot } from '../../src/route/graph.js';
import type { Answers, Route } from '../../src/route/model.js';
import { resolveOutcome } from '../../src/route/outcome.js';
import type { OutcomeData } from '../../src/route/schema.js';

/** One way through a tree, with every question on it answered, also those that the product would skip. */
export interface Walk {
  readonly answers: Answers;
  /** The tree in which it ends, and the outcome as written there. */
  readonly end: Spot;
  readonly shown: Shown;
}

/** What a person gets, in the words of the policy. */
export interface Shown {
  readonly outcome: string;
  readonly step: string;
  readonly role: string;
  readonly actions: readonly string[];
  readonly consent: readonly string[];
  readonly registrations: readonly string[];
  readonly note: boolean;
  readonly offers: readonly string[];
  readonly tone: string;
  readonly text: string;
}

/** Every walk through a tree. Apart from `resolve`, so that the two can be held against each other. */
export function walksOf(route: Route, treeId: string): readonly Walk[] {
  const tree = route.trees.get(treeId);
  const start = tree && follow(route.trees, tree, tree.start);
  if (start === undefined) throw new Error(`no tree '${treeId}'`);
  const walks: Walk[] = [];
  const walk = (spot: Spot, given: ReadonlyMap<string, string>): void => {
    const question = spot.tree.questions.get(spot.node);
    const outcome = spot.tree.outcomes.get(spot.node);
    if (outcome !== undefined) walks.push({ answers: Object.fromEntries(given), end: spot, shown: shownAt(route, spot.tree.id, outcome, given) });
    if (question === undefined) return;
    const fact = route.facts.get(question.fact);
    if (fact === undefined) throw new Error(`no fact '${question.fact}'`);
    const values = given.has(fact.id) ? fact.values.filter((value) => value.id === given.get(fact.id)) : possibleValues(route, fact, given);
    for (const value of values) {
      const settled = new Map(given).set(fact.id, value.id);
      const to = followAnswer(route, spot.tree, question, settled);
      if (to === undefined) throw new Error(`${question.id}: ${value.id} leads nowhere`);
      walk(to, settled);
    }
  };
  walk(start, new Map());
  return walks;
}

/** An outcome as the policy sees it. */
export function shownAt(route: Route, treeId: string, outcome: OutcomeData, given: ReadonlyMap<string, string>): Shown {
  const resolved = resolveOutcome(route, outcome, given, treeId);
  return {
    outcome: outcome.id, step: resolved.step.id, role: resolved.role?.id ?? 'none', actions: resolved.actions.map((action) => action.id),
    consent: resolved.consent.map((need) => `${need.recipient} ${need.purpose}`), registrations: resolved.registrations.map(({ id }) => id),
    note: resolved.note, offers: resolved.offers, tone: resolved.tone,
    text: [resolved.title, resolved.summary, ...resolved.actions.map((action) => action.text), ...resolved.silent].join('\n').toLowerCase(),
  };
}
