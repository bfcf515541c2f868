import type { Route, Tree } from '../../src/route/model.js';
import type { ConsentRowData, OutcomeData, QuestionData, RegieCellData } from '../../src/route/schema.js';

/** One small change for the worse. `apply` gives the changed route. */
export interface Mutant {
  readonly name: string;
  readonly kind: 'branch' | 'matrix' | 'duty';
  /** The tree that changed, and for a duty the outcome. */
  readonly tree?: string;
  readonly outcome?: OutcomeData;
  readonly apply: (route: Route) => Route;
}

/** Each answer of each question leads elsewhere, one at a time; a condition is turned round. */
export function branchMutants(route: Route): readonly Mutant[] {
  return [...route.trees.values()].flatMap((tree) => [...tree.questions.values()].flatMap((question) => {
    const targets = [...new Set(question.options.map((option) => JSON.stringify(option.next)))].map((text) => JSON.parse(text) as QuestionData['options'][number]['next']);
    const moved = targets.length < 2 ? [] : question.options.flatMap((option) => option.values.flatMap((value) => {
      const here = targets.findIndex((target) => JSON.stringify(target) === JSON.stringify(option.next));
      const there = targets[(here + 1) % targets.length];
      if (there === undefined) return [];
      const options = [
        ...question.options.map((each) => ({ ...each, values: each.values.filter((one) => one !== value) })).filter((each) => each.values.length > 0),
        { values: [value], next: there },
      ];
      return [branch(tree, `${question.id}: ${value} → ${JSON.stringify(there)}`, { ...question, options })];
    }));
    const turned = question.options.flatMap((option, index) => (typeof option.next !== 'string' && 'when' in option.next
      ? [branch(tree, `${question.id}: not ${option.next.when}`, {
        ...question, options: question.options.map((each, at) => (at === index && typeof each.next !== 'string' && 'when' in each.next
          ? { ...each, next: { when: each.next.when, yes: each.next.no, no: each.next.yes } } : each)),
      })] : []));
    return [...moved, ...turned];
  }));
}

function branch(tree: Tree, name: string, question: QuestionData): Mutant {
  return { kind: 'branch', name: `${tree.id} ${name}`, tree: tree.id, apply: (route) => withTree(route, { ...tree, questions: new Map(tree.questions).set(question.id, question) }) };
}

/** Each duty of each outcome is dropped or changed, one at a time. */
export function dutyMutants(route: Route): readonly Mutant[] {
  return [...route.trees.values()].flatMap((tree) => [...tree.outcomes.values()].flatMap((outcome) => (
    changedOutcomes(route, outcome).map(({ name, changed }) => ({
      kind: 'duty' as const, name: `${tree.id} ${outcome.id}: ${name}`, tree: tree.id, outcome: changed,
      apply: (from: Route) => withTree(from, { ...tree, outcomes: new Map(tree.outcomes).set(outcome.id, changed) }),
    }))
  )));
}

function changedOutcomes(route: Route, outcome: OutcomeData): { readonly name: string; readonly changed: OutcomeData }[] {
  const without = <Key extends 'actions' | 'consent' | 'registrations' | 'offers'>(key: Key) => outcome[key].map((each, index) => ({
    name: `without ${key} ${typeof each === 'string' ? each : JSON.stringify(each)}`,
    changed: { ...outcome, [key]: outcome[key].filter((_, at) => at !== index) },
  }));
  const others = <Key extends 'step' | 'role'>(key: Key, ids: readonly string[]) => ids.filter((id) => id !== outcome[key])
    .map((id) => ({ name: `${key} ${id}`, changed: { ...outcome, [key]: id } }));
  const [first, second, ...rest] = outcome.actions;
  return [
    ...without('actions'), ...without('consent'), ...without('registrations'), ...without('offers'),
    ...others('step', [...route.steps.keys()]), ...others('role', [...route.roles.keys(), 'none']),
    { name: `note ${String(!outcome.note)}`, changed: { ...outcome, note: !outcome.note } },
    { name: 'the other tone', changed: { ...outcome, tone: outcome.tone === 'danger' ? 'normal' as const : 'danger' as const } },
    // What comes first matters where a child may be in danger.
    ...(outcome.tone === 'danger' && first !== undefined && second !== undefined ? [{ name: 'another first action', changed: { ...outcome, actions: [second, first, ...rest] } }] : []),
  ];
}

/** Each cell of the consent matrix and of the regie matrix is changed, one at a time. */
export function matrixMutants(route: Route): readonly Mutant[] {
  const rows = route.consent.flatMap((row, at) => changedRows(row).map(({ name, changed }): Mutant => ({
    kind: 'matrix', name: `consent ${row.id}: ${name}`, apply: (from) => ({ ...from, consent: from.consent.with(at, changed) }),
  })));
  const dropped = route.consent.map((row, at): Mutant => ({ kind: 'matrix', name: `consent ${row.id}: gone`, apply: (from) => ({ ...from, consent: from.consent.toSpliced(at, 1) }) }));
  const cells = route.regie.flatMap((cell, at) => changedCells(cell).map((changed): Mutant => ({
    kind: 'matrix', name: `regie ${cell.leervraag} × ${cell.leefvraag}: ${changed.regie} ${String(changed.inMatrix)}`,
    apply: (from) => ({ ...from, regie: from.regie.with(at, changed) }),
  })));
  return [...rows, ...dropped, ...cells];
}

const WEIGHTS = ['required', 'advice', 'unless-declined'] as const;
const KINDS = ['none', 'ask', 'inform', 'silent'] as const;

function changedRows(row: ConsentRowData): { readonly name: string; readonly changed: ConsentRowData }[] {
  const narrower = (['senders', 'recipients', 'purposes'] as const).flatMap((key) => {
    const ids = row[key];
    return ids === 'any' || ids.length < 2 ? [] : ids.map((id) => ({ name: `not for ${key} ${id}`, changed: { ...row, [key]: ids.filter((each) => each !== id) } }));
  });
  return [...narrower, ...Object.entries(row.ages).flatMap(([age, band]) => {
    const cell = (name: string, changed: Partial<typeof band>) => ({ name: `${age} ${name}`, changed: { ...row, ages: { ...row.ages, [age]: { ...band, ...changed } } } });
    return [
      ...KINDS.filter((kind) => kind !== band.kind).map((kind) => cell(`is ${kind}`, { kind })),
      ...band.ask.map((asked, index) => cell(`does not ask ${asked.who}`, { ask: band.ask.filter((_, at) => at !== index) })),
      ...band.ask.flatMap((asked, index) => WEIGHTS.filter((weight) => weight !== asked.weight).map((weight) => (
        cell(`asks ${asked.who} as ${weight}`, { ask: band.ask.with(index, { ...asked, weight }) })
      ))),
      ...(band.ask.length > 1 ? [cell('asks in another order', { ask: band.ask.toReversed() })] : []),
      ...band.inform.map((who, index) => cell(`does not inform ${who}`, { inform: band.inform.filter((_, at) => at !== index) })),
    ];
  })];
}

function changedCells(cell: RegieCellData): readonly RegieCellData[] {
  return [...['onderwijs', 'casemanager', 'none'].filter((regie) => regie !== cell.regie).map((regie) => ({ ...cell, regie })), { ...cell, inMatrix: !cell.inMatrix }];
}

function withTree(route: Route, tree: Tree): Route {
  return { ...route, trees: new Map(route.trees).set(tree.id, tree) };
}
