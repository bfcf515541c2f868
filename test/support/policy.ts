import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { requirementFor } from '../../src/route/consent.js';
import type { Route } from '../../src/route/model.js';
import { regieFor } from '../../src/route/regie.js';
import { policyFile, type PathStatement, type Statement } from './policy-schema.js';
import { walksOf, type Shown, type Walk } from './walks.js';

const FOLDER = new URL('../policy/', import.meta.url);

/** Every statement, with the name of its file. */
export function readPolicy(): readonly { readonly file: string; readonly statement: Statement }[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')).sort().flatMap((file) => {
    const parsed = policyFile.safeParse(parse(readFileSync(new URL(file, FOLDER), 'utf8')));
    if (!parsed.success) throw new Error(`test/policy/${file}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).slice(0, 5).join('; ')}`);
    return parsed.data.map((statement) => ({ file, statement }));
  });
}

/** The walks of a route, each tree walked once. */
export type Walks = (tree: string) => readonly Walk[];

export function walksFor(route: Route): Walks {
  const known = new Map<string, readonly Walk[]>();
  return (tree) => {
    const walks = known.get(tree) ?? walksOf(route, tree);
    known.set(tree, walks);
    return walks;
  };
}

/** Why a route does not do what the statement demands; nothing when it does. */
export function objection(route: Route, walks: Walks, statement: Statement): string | undefined {
  if ('when' in statement) return onWalks(statement, walks);
  if ('consent' in statement) return onMatrix(route, statement);
  if ('regie' in statement) {
    const { leervraag, leefvraag } = statement.regie;
    return first(leervraag.flatMap((leer) => leefvraag.map((leef) => {
      const cell = regieFor(route, leer, leef);
      if (cell === undefined) return `no cell for ${leer} × ${leef}`;
      if (cell.regie !== statement.then.regie || cell.inMatrix !== statement.then.inMatrix) return `${leer} × ${leef}: ${cell.regie}, inMatrix ${String(cell.inMatrix)}`;
      return worded(cell.text.toLowerCase(), statement.then);
    })));
  }
  if ('card' in statement) {
    const card = route.cards.get(statement.card);
    if (card === undefined) return `no role card '${statement.card}'`;
    return worded([card.summary, ...[...card.tasks, ...card.turn, ...card.not].map((each) => each.text), ...card.silent].join('\n').toLowerCase(), statement.then);
  }
  return worded(everyText(route), statement.then);
}

/** Does a walk, as shown, keep to a statement about paths? Undefined: it does. */
export function objectionAt(statement: PathStatement, walk: Pick<Walk, 'answers'>, shown: Shown): string | undefined {
  const broken = against(statement.then, shown);
  if (meant(statement, walk)) return broken;
  return statement.only && broken === undefined ? 'a path that it is not about has it too' : undefined;
}

function onWalks(statement: PathStatement, walks: Walks): string | undefined {
  const all = statement.trees.flatMap((tree) => walks(tree));
  const those = all.filter((walk) => meant(statement, walk));
  if (those.length === 0) return 'no path is meant by this';
  for (const [fact, values] of Object.entries(statement.when)) {
    const idle = values.find((value) => !those.some((walk) => walk.answers[fact] === value));
    if (idle !== undefined) return `no path has ${fact}=${idle}`;
  }
  return first(all.map((walk) => {
    const objected = objectionAt(statement, walk, walk.shown);
    return objected && `${Object.entries(walk.answers).map((pair) => pair.join('=')).join(' ')} → ${walk.shown.outcome}: ${objected}`;
  }));
}

function meant({ when }: PathStatement, { answers }: Pick<Walk, 'answers'>): boolean {
  return Object.entries(when).every(([fact, values]) => values.includes(answers[fact] ?? ''));
}

function against(then: PathStatement['then'], shown: Shown): string | undefined {
  const has = (name: string, wanted: readonly string[] | undefined, there: readonly string[]) => {
    const missing = wanted?.filter((each) => !there.includes(each)) ?? [];
    return missing.length > 0 ? `${name} without ${missing.join(', ')}` : undefined;
  };
  const lacks = (name: string, unwanted: readonly string[] | undefined, there: readonly string[]) => {
    const found = unwanted?.filter((each) => there.includes(each)) ?? [];
    return found.length > 0 ? `${name} with ${found.join(', ')}` : undefined;
  };
  return first([
    then.outcome && !then.outcome.includes(shown.outcome) ? 'another outcome' : undefined,
    then.step !== undefined && then.step !== shown.step ? `step ${shown.step}` : undefined,
    then.role && !then.role.includes(shown.role) ? `role ${shown.role}` : undefined,
    then.first !== undefined && then.first !== shown.actions[0] ? `first ${shown.actions[0] ?? 'nothing'}` : undefined,
    has('actions', then.actions, shown.actions), lacks('actions', then.noActions, shown.actions),
    has('consent', then.consent, shown.consent), lacks('consent', then.noConsent, shown.consent.map((each) => each.split(' ')[0] ?? '')),
    has('registrations', then.registrations, shown.registrations),
    then.noRegistrations && shown.registrations.length > 0 ? 'registrations' : undefined,
    then.note !== undefined && then.note !== shown.note ? `note ${String(shown.note)}` : undefined,
    has('offers', then.offers, shown.offers), then.offers?.length === 0 && shown.offers.length > 0 ? 'offers' : undefined,
    lacks('offers', then.noOffers, shown.offers),
    then.tone !== undefined && then.tone !== shown.tone ? `tone ${shown.tone}` : undefined,
    worded(shown.text, then),
  ]);
}

function onMatrix(route: Route, { consent, then }: Extract<Statement, { consent: unknown }>): string | undefined {
  const { sender: senders, recipient: recipients, age: ages } = consent;
  return first(senders.flatMap((sender) => recipients.flatMap((recipient) => ages.flatMap((age) => {
    const purposes = consent.purpose ?? sameRow(route, sender, recipient, age);
    return purposes.map((purpose) => {
      const { kind, ask, inform, text } = requirementFor(route, { sender, recipient, purpose, age });
      const found = JSON.stringify([kind, ask.map(({ who, weight }) => `${who} ${weight}`), inform]);
      const wanted = JSON.stringify([then.kind, then.ask, then.inform]);
      const said = worded(text.toLowerCase(), then);
      return found === wanted && said === undefined ? undefined : `${sender} → ${recipient}, ${purpose}, ${age}: ${said ?? found}`;
    });
  }))));
}

/** The purposes that go with getting somebody involved, as the matrix has it. */
function sameRow(route: Route, sender: string, recipient: string, age: string): readonly string[] {
  const rowOf = (purpose: string) => requirementFor(route, { sender, recipient, purpose, age }).row;
  return [...route.purposes.keys()].filter((purpose) => purpose === 'betrekken' || rowOf(purpose) === rowOf('betrekken'));
}

function worded(text: string, { says, neverSays }: { readonly says?: readonly string[] | undefined; readonly neverSays?: readonly string[] | undefined }): string | undefined {
  const missing = says?.find((each) => !text.includes(each.toLowerCase()));
  const found = neverSays?.find((each) => text.includes(each.toLowerCase()));
  return missing !== undefined ? `does not say '${missing}'` : found !== undefined ? `says '${found}'` : undefined;
}

/** Everything that the route tells people, apart from the register of rules. */
export function everyText(route: Route): string {
  return [
    ...[...route.trees.values()].flatMap((tree) => [
      tree.title,
      ...[...tree.questions.values()].flatMap(({ question, why }) => [question, why]),
      ...[...tree.outcomes.values()].flatMap(({ title, summary, silent }) => [title, summary, ...silent]),
    ]),
    ...[...route.facts.values()].flatMap(({ label, values }) => [label, ...values.flatMap((value) => [value.label, value.help ?? ''])]),
    ...[...route.actions.values(), ...route.registrations.values()].map(({ text }) => text),
    ...[...route.steps.values(), ...route.blocks].flatMap(({ label, explain }) => [label, explain]),
    ...[...route.roles.values()].map(({ label }) => label),
    ...[...route.cards.values()].flatMap(({ summary, tasks, turn, not, silent }) => [summary, ...[...tasks, ...turn, ...not].map((each) => each.text), ...silent]),
    ...route.consent.flatMap(({ ages }) => Object.values(ages).map(({ text }) => text)), ...route.regie.map(({ text }) => text),
    ...route.contradictions.map(({ text }) => text),
  ].join('\n').toLowerCase();
}

function first(found: readonly (string | undefined)[]): string | undefined {
  return found.find((each) => each !== undefined);
}
