import type { Route } from '../../route/model.js';
import { contactOf, roleLabel } from '../../route/roles.js';

type Facts = { title: string; value: string }[];

/** Whom somebody of this role asks next. Who it is, the region says. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  leerkracht: ['ib-er'], mentor: ['ib-er'], gedragsdeskundige: ['ib-er'], 'ib-er': ['regievoerder', 'stagnatiepunt'], directie: ['regievoerder', 'stagnatiepunt'],
  schoolbestuur: ['regievoerder'], koo: ['casemanager'], doktersassistente: ['jeugdverpleegkundige'], jeugdverpleegkundige: ['jeugdarts'], jeugdarts: ['casemanager'],
  casemanager: ['gedragswetenschapper', 'stagnatiepunt'], gedragswetenschapper: ['stagnatiepunt'], leerplichtambtenaar: ['regievoerder'],
  regievoerder: ['coordinator-swv', 'stagnatiepunt'], 'bovenschools-team': ['coordinator-swv'], 'gedragswetenschapper-onderwijs': ['coordinator-swv'],
  'coordinator-swv': ['stagnatiepunt'], stagnatiepunt: ['regievoerder', 'casemanager'], manager: ['stagnatiepunt'],
};
const ANYBODY = ['ib-er', 'casemanager'] as const;

export function nextRoles(role: string): readonly string[] {
  return NEXT[role] ?? ANYBODY;
}

/** Whom to call: roles with what this region filled in, and which it did not. */
export interface Contacts {
  readonly facts: Facts;
  /** A sentence about the roles without a contact; '' when there is one for all. */
  readonly missing: string;
}

/** Of these roles, each once. Veilig Thuis has national numbers, and a huisarts is one's own. */
export function contactsOf(route: Route, roles: readonly string[]): Contacts {
  const facts: Facts = [];
  const missing: string[] = [];
  for (const role of new Set(roles)) {
    const contact = contactOf(route, role);
    if (contact !== undefined) facts.push({ title: roleLabel(route, role), value: contact });
    else if (role === 'veilig-thuis') facts.push(...dangerNumbers(route));
    else if (role === 'huisarts') facts.push({ title: roleLabel(route, role), value: 'de huisarts van het kind zelf' });
    else missing.push(roleLabel(route, role));
  }
  return { facts, missing: notFilledIn(route, missing) };
}

function notFilledIn(route: Route, labels: readonly string[]): string {
  if (labels.length === 0) return '';
  return `Voor ${route.region.label} is nog niet ingevuld wie dit is: ${labels.join(', ')}. Vraag in je organisatie wie dat bij jullie is.`;
}

/** Every role of which this region says whom to call. */
export function allContacts(route: Route): Facts {
  return [...route.roles.keys()].flatMap((role) => {
    const contact = contactOf(route, role);
    return contact === undefined ? [] : [{ title: roleLabel(route, role), value: contact }];
  });
}

export function dangerNumbers(route: Route): Facts {
  return route.region.safetyContacts.map(({ label, contact }) => ({ title: label, value: contact }));
}
