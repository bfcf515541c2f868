import { contradictionIn, possibleValues } from './contradictions.js';
import type { Answers, ConsentRequirement, Position, ResolvedOutcome, Route } from './model.js';
import { readValue } from './numbers.js';
import { resolve } from './resolve.js';

/** An outcome as ids and settled values: what a program or a reviewer holds against the rules. */
export interface OutcomeTold {
  readonly id: string;
  readonly step: string;
  /** Null when nobody stays in charge. */
  readonly role: string | null;
  readonly actions: readonly string[];
  readonly consent: readonly (Pick<ConsentRequirement, 'kind' | 'ask' | 'inform' | 'rules'> & { readonly recipient: string; readonly purpose: string })[];
  readonly registrations: readonly string[];
  /** Null where the region has agreed on none. */
  readonly term: Route['region']['terms'][string] | null;
  /** Every rule that the advice rests on: of the outcome itself, and of what it asks. */
  readonly rules: readonly string[];
}

export interface Refusal {
  readonly fact: string;
  readonly value: unknown;
  /** In Dutch. */
  readonly reason: string;
}

/** What came of a set of facts. `unused` names the facts that played no part, or not yet. */
export type Advice =
  | { readonly kind: 'refused'; readonly reasons: readonly Refusal[] }
  | {
      readonly kind: 'question'; readonly tree: string; readonly fact: string; readonly question: string; readonly why: string;
      readonly values: readonly { readonly id: string; readonly label: string }[];
      /** Ids of the actions that fit whatever the answer is. */
      readonly now: readonly string[];
      readonly unused: readonly string[];
    }
  | {
      readonly kind: 'outcome'; readonly tree: string;
      readonly outcome: OutcomeTold & Pick<ResolvedOutcome, 'title' | 'summary' | 'silent'>;
      readonly unused: readonly string[];
    };

/** Where every sign of danger leads that the walk itself does not hear. */
const SAFETY_TREE = 'veiligheid';

/**
 * The advice for facts as they come from outside. Danger comes before everything (C-02): a fact that means danger, but plays no part
 * in the walk that was asked for, leads to the safety tree. One fact that can not be used refuses them all: advice on half of what was
 * given would look like advice on the whole. Throws only for a tree that is not in the route.
 */
export function advise(route: Route, treeId: string, facts: Readonly<Record<string, unknown>>): Advice {
  const read = readFacts(route, facts);
  if (!read.ok) return { kind: 'refused', reasons: read.reasons };
  const asked = resolve(route, treeId, read.answers);
  const position = unheard(route, asked, read.answers) ? resolve(route, SAFETY_TREE, read.answers) : asked;
  const unused = unusedOn(position, read.answers);
  if (position.kind === 'question') {
    const { question, fact, now, tree } = position;
    // A fact that was given but comes up later rules out answers here as well.
    const possible = new Set(possibleValues(route, fact, new Map(Object.entries(read.answers))));
    const values = position.values.filter((value) => possible.has(value));
    return {
      kind: 'question', tree, fact: fact.id, question: question.question, why: question.why,
      values: values.map(({ id, label }) => ({ id, label })), now: now.map((action) => action.id), unused,
    };
  }
  const { title, summary, silent } = position.outcome;
  return { kind: 'outcome', tree: position.tree, outcome: { ...tellOutcome(position.outcome), title, summary, silent }, unused };
}

/** A resolved outcome without its texts. */
export function tellOutcome({ id, step, role, actions, consent, registrations, term, rules }: ResolvedOutcome): OutcomeTold {
  return {
    id, step: step.id, role: role?.id ?? null, actions: actions.map((action) => action.id),
    consent: consent.map(({ recipient, purpose, requirement: { kind, ask, inform, rules: its } }) => ({ recipient, purpose, kind, ask, inform, rules: its })),
    registrations: registrations.map((registration) => registration.id), term: term ?? null, rules: rules.map((rule) => rule.id),
  };
}

type ReadFacts = { readonly ok: true; readonly answers: Answers } | { readonly ok: false; readonly reasons: readonly Refusal[] };

function readFacts(route: Route, facts: Readonly<Record<string, unknown>>): ReadFacts {
  const reasons: Refusal[] = [];
  const answers = new Map<string, string>();
  for (const [id, given] of Object.entries(facts)) {
    // A map, so that '__proto__' and 'constructor' are just facts that are not there.
    const fact = route.facts.get(id);
    const value = echo(given);
    const read = fact && readValue(fact, value);
    if (read === undefined) reasons.push({ fact: id, value, reason: `'${id.slice(0, 40)}' is geen feit van de route.` });
    else if (read.ok) answers.set(id, read.value);
    else reasons.push({ fact: id, value, reason: read.reason });
  }
  const sound = Object.fromEntries(answers);
  for (const { facts: between, text } of clashes(route, sound)) {
    for (const id of Object.keys(between)) if (Object.hasOwn(sound, id)) reasons.push({ fact: id, value: echo(facts[id]), reason: text });
  }
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, answers: sound };
}

/** The contradictions between these answers, and those that together leave a fact that was not answered no value at all. */
function clashes(route: Route, answers: Answers): ReadonlySet<Route['contradictions'][number]> {
  const given = new Map(Object.entries(answers));
  const among = (all: Route['contradictions'], settled: Answers) => all.filter((each) => contradictionIn({ contradictions: [each] }, settled) !== undefined);
  const stuck = [...route.facts.values()].filter((fact) => !given.has(fact.id) && possibleValues(route, fact, given).length === 0);
  return new Set([
    ...among(route.contradictions, answers),
    ...stuck.flatMap((fact) => fact.values.flatMap((value) => (
      among(route.contradictions.filter((each) => Object.hasOwn(each.facts, fact.id)), { ...answers, [fact.id]: value.id })
    ))),
  ]);
}

/** What was given, as it can be said back: a list or an object never answers a question, however deep it is. */
function echo(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  return Array.isArray(given) ? '[…]' : '{…}';
}

function unusedOn(position: Position, answers: Answers): readonly string[] {
  const used = new Set(position.path.map((step) => step.fact));
  return Object.keys(answers).filter((fact) => !used.has(fact));
}

/** Is there a sign of danger that this walk passes by? */
function unheard(route: Route, position: Position, answers: Answers): boolean {
  const outcomes = [...route.trees.get(position.tree)?.outcomes.values() ?? []];
  const heard = position.kind === 'outcome' ? position.outcome.tone === 'danger' : outcomes.length > 0 && outcomes.every((outcome) => outcome.tone === 'danger');
  if (heard || !route.trees.has(SAFETY_TREE)) return false;
  return unusedOn(position, answers).some((fact) => route.facts.get(fact)?.values.some((value) => value.danger && value.id === answers[fact]));
}
