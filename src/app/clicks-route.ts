import { REFUSED } from './access/opened.js';
import { refuse } from '../case/refusals.js';
import { positionOf } from '../case/visit.js';
import { blockAt } from '../route/picture.js';
import { takesPart } from './case/takes-part.js';
import { field, listInPlace, type Click } from './click.js';
import type { Reply } from './input.js';
import { noticeFor } from './notices.js';
import { show, type Parts } from './parts.js';
import type { Person, Rendered } from './ports.js';
import { roleCard, rolesCard, rolesMeant, type Between } from './present/role.js';
import { schemaCard, type Standing } from './present/schema.js';
import { button } from './present/words.js';
import { loadCase } from './run-case.js';
import { lastVisit } from './run-visit.js';
import { roleLabel } from '../route/roles.js';

/** The stroomschema, with the block of the last question of this person. */
export async function schemaFor(parts: Parts, person: Person): Promise<Rendered> {
  return show(parts, 'schema', schemaCard(parts.route, await standingOf(parts, person)));
}

/** A button "Stroomschema", or "Waar staan we in de route?" on the card of a case. */
export async function onSchema(parts: Parts, click: Click): Promise<Reply> {
  const { ref } = click.pressed;
  if (ref === '') return listInPlace(parts, click, await schemaFor(parts, click.person));
  const loaded = await loadCase(parts, ref);
  const inside = loaded && takesPart(loaded, click.person);
  if (loaded) parts.opened?.(ref, click.person, inside ? 'schema' : REFUSED);
  if (!loaded || !inside) return { kind: 'card', message: noticeFor(parts, click.person, refuse(loaded ? 'not-a-participant' : 'gone')) };
  const { state, stream, version } = loaded;
  const step = state.closed ? undefined : state.stagnation ? 'stagnatie' : state.step?.id;
  const standing: Standing = {
    of: 'case', block: step === undefined ? undefined : blockAt(parts.route, { step }),
    back: button('Terug naar de casus', 'show', { ref: stream, seen: version }, { view: 'case' }),
  };
  return listInPlace(parts, click, show(parts, 'schema', schemaCard(parts.route, standing)));
}

/** The block of the question that is open, or of the step of the advice. */
async function standingOf(parts: Parts, person: Person): Promise<Standing | undefined> {
  const visit = await lastVisit(parts, person);
  if (!visit || visit.state.stopped) return undefined;
  const position = positionOf(visit.route, visit.state);
  const block = position.kind === 'outcome' ? blockAt(parts.route, { step: position.outcome.step.id }) : blockAt(parts.route, { tree: position.tree });
  const title = position.kind === 'outcome' ? 'Terug naar het advies' : 'Terug naar je vraag';
  return { of: 'visit', block, back: button(title, 'resume', { ref: visit.stream, seen: visit.version }) };
}

/** What the role does that somebody asks about; undefined when no role is meant. */
export function roleSaid(parts: Parts, person: Person, said: string, between: Between = {}): Rendered | undefined {
  const { cards, noCard } = rolesMeant(parts.route, said);
  const [first, ...others] = cards;
  if (first && others.length === 0) return show(parts, 'role', roleCard(parts.route, first, person.role, undefined, between));
  if (first) return show(parts, 'roles', rolesCard(parts.route, cards, between.banner, between));
  if (noCard === undefined) return undefined;
  const text = `Over de rol “${roleLabel(parts.route, noCard)}” is er nog geen uitleg. Dit zijn de rollen waar wel uitleg over is.`;
  return show(parts, 'roles', rolesCard(parts.route, undefined, { text, tone: 'info' }, between));
}

export function rolesFor(parts: Parts): Rendered {
  return show(parts, 'roles', rolesCard(parts.route));
}

export async function onRoles(parts: Parts, click: Click): Promise<Reply> {
  return listInPlace(parts, click, rolesFor(parts));
}

/** A button with a role: its card; from an advice with the way back to it. */
export async function onRole(parts: Parts, click: Click): Promise<Reply> {
  const card = parts.route.cards.get(field(click, 'role'));
  if (!card) return { kind: 'card', message: noticeFor(parts, click.person, undefined) };
  const { ref, seen } = click.pressed;
  const target = ref.startsWith('v-') ? { ref, seen } : undefined;
  return listInPlace(parts, click, show(parts, 'role', roleCard(parts.route, card, click.person.role, target)));
}
