import type { Button, CardData } from '../../cards/data.js';
import type { Route } from '../../route/model.js';
import { contactOf, plainRole, roleFrom, roleLabel } from '../../route/roles.js';
import type { RoleCardData } from '../../route/schema-local.js';
import { button, shownRule, unsafeButton, type Banner } from './words.js';

export interface Target {
  readonly ref: string;
  readonly seen: number;
}
/** Asked for in between: what is said about it, and the button back to the question that is open. */
export interface Between {
  readonly banner?: Banner | undefined;
  readonly back?: Button;
}
const nothing: Target = { ref: '', seen: 0 };

const NO_CONTACT = 'Voor deze regio is nog geen contact ingevuld. Vraag je IB’er of de gemeente.';

/** What a role does. `target` is the visit from whose advice it was opened, `viewerRole` the role of the one who reads it. */
export function roleCard(route: Route, card: RoleCardData, viewerRole: string, target: Target = nothing, between: Between = {}): CardData<'role'> {
  const ruleIds = new Set([...card.tasks, ...card.turn, ...card.not].flatMap((told) => told.rules));
  return {
    roleId: card.id,
    title: roleLabel(route, card.id),
    audience: viewerRole === card.id ? 'Dit is jouw rol.' : 'Geschreven voor wie deze rol heeft.',
    summary: card.summary,
    tasks: card.tasks.map((told) => told.text),
    turn: card.turn.map((told) => told.text),
    not: card.not.map((told) => told.text),
    with: card.with.map((role) => roleLabel(route, role)).join(', '),
    withButtons: card.with.flatMap((role) => roleButton(route, role, roleLabel(route, role), target)),
    region: route.region.label,
    contact: contactOf(route, card.id) ?? NO_CONTACT,
    silent: [...card.silent],
    rules: [...ruleIds].flatMap((id) => {
      const rule = route.rules.get(id);
      return rule ? [shownRule(rule)] : [];
    }),
    nav: [
      ...(between.back ? [between.back] : []),
      ...(target.ref === '' ? [] : [button('Terug naar het advies', 'resume', target)]),
      button('Alle rollen', 'roles', nothing), button('Stroomschema', 'schema', nothing),
      button('Nieuwe vraag', 'start', nothing, { tree: 'wat-nu' }), unsafeButton(),
    ],
    ...(between.banner ? { banner: between.banner } : {}),
  };
}

/** A button that opens the card of this role; none where it has no card. */
export function roleButton(route: Route, role: string, title: string, target: Target): Button[] {
  return route.cards.has(role) ? [button(title, 'role', target, { role })] : [];
}

/** Roles to choose from: all that have a card, or some of them. */
export function rolesCard(route: Route, some: readonly RoleCardData[] = [...route.cards.values()], banner?: Banner, { back }: Between = {}): CardData<'roles'> {
  return {
    title: 'Rollen in de route',
    intro: 'Kies een rol. Je ziet dan wat die doet, wanneer die aan zet is en wie je belt.',
    roles: some.flatMap(({ id }) => roleButton(route, id, roleLabel(route, id), nothing)),
    nav: [
      ...(back ? [back] : []),
      ...(some.length === route.cards.size ? [] : [button('Alle rollen', 'roles', nothing)]),
      button('Stroomschema', 'schema', nothing), button('Nieuwe vraag', 'start', nothing, { tree: 'wat-nu' }), unsafeButton(),
    ],
    ...(banner ? { banner } : {}),
  };
}

/**
 * The roles that people mean when they ask what somebody does: one by its name, or all with a card of an organisation
 * ("het sociaal team"). `noCard` is a role that is known but has no card.
 */
export function rolesMeant(route: Route, said: string): { readonly cards: readonly RoleCardData[]; readonly noCard: string | undefined } {
  const role = roleFrom(route, said);
  const own = role && route.cards.get(role.id);
  if (own) return { cards: [own], noCard: undefined };
  const wanted = plainRole(said);
  const party = [...route.parties.values()].find(({ id, label }) => wanted !== '' && [id, label].some((name) => plainRole(name) === wanted));
  const cards = party === undefined ? [] : [...route.cards.values()].filter(({ id }) => route.roles.get(id)?.receives === party.id);
  return { cards, noCard: cards.length === 0 ? role?.id : undefined };
}
