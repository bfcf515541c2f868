import type { Route } from './model.js';
import { contactOf } from './roles.js';
import { shown } from './source.js';

/** Parties that no region can give a number for: each school has its own people, and Veilig Thuis is a safety contact. */
const NOT_OF_A_REGION = new Set(['school', 'anders', 'veilig-thuis']);

/** What this region has not filled in or confirmed yet, a line each, with the file where it belongs. No faults: the route works without. */
export function gapsOf(route: Route): readonly string[] {
  const file = `dialogs/regios/${route.region.region}.yaml`;
  return [...contacts(route), ...terms(route), ...kalender(route), ...stagnatiepunt(route), ...schoolbesturen(route), ...safety(route), ...registers(route)].map((gap) => `${file}: ${gap}`);
}

function contacts(route: Route): string[] {
  const responsible = new Set([...route.trees.values()].flatMap((tree) => [...tree.outcomes.values()].flatMap(({ role }) => (
    role === 'regie' ? route.regie.map((cell) => cell.regie) : [role]
  ))));
  return [...route.roles.values()]
    .filter((role) => responsible.has(role.id) && !NOT_OF_A_REGION.has(role.receives) && contactOf(route, role.id) === undefined)
    .map((role) => `contacts: no contact for the role ${shown(role.id)}`);
}

function terms(route: Route): string[] {
  return [...route.steps.values()].filter((step) => step.caseStep).flatMap((step) => {
    const term = Object.hasOwn(route.region.terms, step.id) ? route.region.terms[step.id] : undefined;
    if (term === undefined) return [`terms: no term for the step ${shown(step.id)}`];
    return term.proposal ? [`terms: the term for the step ${shown(step.id)} is still a proposal`] : [];
  });
}

function kalender({ region: { kalender: own } }: Route): string[] {
  if (own === undefined) return ['kalender: no vakantieregio, so school holidays are not counted out'];
  const proposals = [...own.changes.map((each) => each.vakantie), ...own.free.map((each) => each.what), ...own.freeDays.map((each) => each.label)]
    .filter((_, at) => [...own.changes, ...own.free, ...own.freeDays][at]?.proposal === true);
  return [
    ...(own.verify ? [`kalender: the vakantieregio ${shown(own.vakantieregio)} is to be checked`] : []),
    ...proposals.map((name) => `kalender: ${shown(name)} is still a proposal`),
  ];
}

function stagnatiepunt({ region: { stagnatiepunt: agreed } }: Route): string[] {
  if (agreed === undefined) return ['stagnatiepunt: nothing is agreed for a case that nobody picks up'];
  return agreed.proposal ? ['stagnatiepunt: what happens when nobody picks a case up is still a proposal'] : [];
}

function schoolbesturen({ region }: Route): string[] {
  return region.schoolbesturen.length === 0 ? ['schoolbesturen: no schoolbestuur, so no regievoerder zorg is found for a school'] : [];
}

function safety(route: Route): string[] {
  const { safetyContacts } = route.region;
  if (safetyContacts.length === 0) return ['safetyContacts: there is no safety contact'];
  return safetyContacts.flatMap((contact) => unsure(route, contact.rules).map((rule) => `safetyContacts: ${shown(contact.label)} rests on ${rule}`));
}

/** A register that may be gone or called otherwise, until the region says in its own words which one it uses. */
function registers(route: Route): string[] {
  return [...route.registrations.values()].filter((registration) => !Object.hasOwn(route.region.registers, registration.id))
    .flatMap((registration) => unsure(route, registration.rules).map((rule) => `registers: ${shown(registration.id)} rests on ${rule}`));
}

function unsure(route: Route, rules: readonly string[]): string[] {
  return rules.flatMap((id) => route.rules.get(id) ?? []).filter((rule) => rule.verify)
    .map((rule) => `${rule.id}, to be checked (last looked up ${rule.asOf ?? 'unknown'})`);
}
