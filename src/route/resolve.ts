import type { Answers, Position, ResolvedOutcome, Route, Step } from './model.js';
import type { FactData, QuestionData } from './schema.js';
import { possibleValues } from './contradictions.js';
import { follow, followAnswer, type Spot } from './graph.js';
import { lookaheadOf } from './lookahead.js';
import { resolveOutcome } from './outcome.js';

/**
 * Where a walk through a tree stands, by replay from its first question. Known facts win over answers and are not
 * asked; an answer that is not on the path, is no value of its fact, or can not be true beside earlier answers, is
 * passed over; a question whose answer makes no difference any more is not asked. Throws only for a tree that is not in the route.
 */
export function resolve(route: Route, treeId: string, answers: Answers, known: Answers = {}): Position {
  const lookahead = lookaheadOf(route);
  const given = validKnown(route, known);
  const knownFacts = new Set(given.keys());
  const path: Step[] = [];
  let at = startOf(route, treeId);
  for (;;) {
    const question = at.tree.questions.get(at.node);
    if (question === undefined) return { kind: 'outcome', tree: at.tree.id, outcome: outcomeAt(route, at, given), path };
    let value = given.get(question.fact);
    if (value === undefined) {
      const ahead = lookahead.from(at, given);
      const fact = present(route.facts.get(question.fact), question.fact);
      const values = possibleValues(route, fact, given);
      if (!ahead.matters) {
        // Any value will do: what follows is the same. It is not on the path, for nobody said it.
        value = present(values[0], question.fact).id;
      } else {
        value = answerTo(question, values, answers);
        if (value === undefined) {
          const now = ahead.shared.map((id) => present(route.actions.get(id), id));
          return { kind: 'question', tree: at.tree.id, question, fact, values, path, now };
        }
        path.push({ tree: at.tree.id, question, fact: question.fact, value, known: false });
      }
      given.set(question.fact, value);
    } else if (knownFacts.delete(question.fact)) {
      path.push({ tree: at.tree.id, question, fact: question.fact, value, known: true });
    }
    at = present(followAnswer(route, at.tree, question, given), question.id);
  }
}

/** Every way to walk through a tree, as the answers that were asked for and the outcome they lead to. */
export function* pathsOf(
  route: Route, treeId: string, known: Answers = {}, answers: Answers = {},
): Generator<{ readonly answers: Answers; readonly outcome: ResolvedOutcome }> {
  const position = resolve(route, treeId, answers, known);
  if (position.kind === 'outcome') {
    yield { answers, outcome: position.outcome };
    return;
  }
  for (const value of position.values) {
    yield* pathsOf(route, treeId, known, { ...answers, [position.fact.id]: value.id });
  }
}

function validKnown(route: Route, known: Answers): Map<string, string> {
  const given = new Map<string, string>();
  for (const [fact, value] of Object.entries(known)) {
    if (route.facts.get(fact)?.values.some((each) => each.id === value) === true) given.set(fact, value);
  }
  return given;
}

function answerTo(question: QuestionData, values: FactData['values'], answers: Answers): string | undefined {
  const answer = Object.hasOwn(answers, question.fact) ? answers[question.fact] : undefined;
  return values.some((value) => value.id === answer) ? answer : undefined;
}

function startOf(route: Route, treeId: string): Spot {
  const tree = present(route.trees.get(treeId), treeId);
  return present(follow(route.trees, tree, tree.start), tree.start);
}

function outcomeAt(route: Route, at: Spot, given: ReadonlyMap<string, string>): ResolvedOutcome {
  return resolveOutcome(route, present(at.tree.outcomes.get(at.node), at.node), given, at.tree.id);
}

/** On a checked route everything that is referred to is there. */
function present<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`not in this route: '${id}'`);
  return value;
}
