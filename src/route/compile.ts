import { createHash } from 'node:crypto';
import { compileCalendar, NO_CALENDAR } from './calendar.js';
import type { Conditions } from './conditions.js';
import type { Route, Tree } from './model.js';
import type { Located, Parts, TreePart } from './parts.js';
import { NO_KEEPING } from './schema-keeping.js';
import { compileRights } from './schema-rights.js';
import type { ConsentRowData } from './schema.js';
import type { RegionData } from './schema-local.js';

/** Puts the parts together for one region. What comes out is a route only when the check found nothing. */
export function compile(parts: Parts, region: RegionData, conditions: Conditions): Route {
  const trees = new Map(parts.trees.map((part) => [part.id, treeOf(part)]));
  const route = {
    facts: byId(parts.facts.items), trees, steps: byId(parts.steps.items), roles: byId(parts.roles.items),
    parties: byId(parts.parties.items), purposes: byId(parts.purposes.items), actions: byId(parts.actions.items),
    registrations: byId(parts.registrations.items), rules: byId(parts.rules.items),
    ageFact: parts.consent?.ageFact ?? '', roleFact: parts.consent?.roleFact ?? '',
    consent: parts.rows.items.map((row) => row.data), regie: parts.cells.items.map((cell) => cell.data), region,
    contradictions: parts.contradictions.items.map((each) => each.data), conditions,
    cards: byId(parts.cards.items), blocks: parts.blocks.items.map((block) => block.data), arrows: parts.arrows.map((arrow) => arrow.data),
    keeping: parts.keeping?.data ?? NO_KEEPING,
    rights: compileRights(parts.rights?.data),
    calendar: parts.calendar ? compileCalendar(parts.calendar.data, region.kalender) : NO_CALENDAR,
  };
  return { ...route, hash: structureHash(route), consentHash: consentHash(route) };
}

function treeOf(part: TreePart): Tree {
  return { id: part.id, title: part.title, start: part.start, questions: byId(part.questions.items), outcomes: byId(part.outcomes.items) };
}

function byId<T extends { readonly id: string }>(items: readonly Located<T>[]): ReadonlyMap<string, T> {
  return new Map(items.map(({ data }) => [data.id, data]));
}

/** What a live visit or case must not see change under it: ids, branches, duties, who has the regie, the order of steps, the terms. Not the wording. */
function structureHash(route: Pick<Route, 'facts' | 'contradictions' | 'trees' | 'steps' | 'roles' | 'regie' | 'region'>): string {
  const trees = sorted([...route.trees.values()].map((tree) => ({
    id: tree.id, start: tree.start,
    questions: sorted([...tree.questions.values()].map(({ id, fact, options }) => ({
      id, fact, options: sorted(options.map(({ values, next }) => ({ values: [...values].sort(), next }))),
    }))),
    outcomes: sorted([...tree.outcomes.values()].map(({ id, step, role, actions, registrations, consent, note, offers, tone }) => ({
      id, step, role, actions, registrations, consent, note, offers, tone,
    }))),
  })));
  const facts = sorted([...route.facts.values()].map(({ id, values }) => ({ id, values: values.map((value) => value.id).sort() })));
  const steps = [...route.steps.values()].map(({ id, caseStep }) => ({ id, caseStep }));
  const terms = Object.entries(route.region.terms).map(([step, { workingDays, graceDays }]) => ({ step, workingDays, graceDays }));
  const contradictions = sorted(route.contradictions.map(({ id, facts: values }) => ({ id, values })));
  // In their order: of the roles that answer alike the first one sends.
  const roles = [...route.roles.values()].map(({ id, asks, sends, receives, mdo }) => ({ id, asks, sends, receives, mdo }));
  const regie = sorted(route.regie.map(({ leervraag, leefvraag, regie: who }) => ({ leervraag, leefvraag, who })));
  return shortHash({ trees, facts, contradictions, steps, roles, regie, terms: sorted(terms) });
}

function consentHash(route: Pick<Route, 'consent' | 'ageFact' | 'roleFact'>): string {
  const bands = (ages: ConsentRowData['ages']) => sorted(Object.entries(ages).map(([age, { kind, ask, inform, rules }]) => ({ age, kind, ask, inform, rules })));
  const named = (ids: 'any' | readonly string[]) => (ids === 'any' ? ids : [...ids].sort());
  const rows = sorted(route.consent.map(({ id, senders, recipients, purposes, ages }) => ({
    id, senders: named(senders), recipients: named(recipients), purposes: named(purposes), ages: bands(ages),
  })));
  return shortHash({ ageFact: route.ageFact, roleFact: route.roleFact, rows });
}

/** By content: the order in a file is wording. */
function sorted<T>(items: readonly T[]): T[] {
  return items.map((item) => ({ item, text: canonical(item) })).sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0)).map(({ item }) => item);
}

function shortHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex').slice(0, 16);
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'object' && each !== null && !Array.isArray(each)
    ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
    : each));
}
