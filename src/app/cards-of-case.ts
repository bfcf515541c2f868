import { caseCard } from './present/case.js';
import { consentCard } from './present/consent.js';
import { invitationCard, mdoCard, mdoForm } from './present/mdo.js';
import { stagnationCard, stagnationContactCard, termCard } from './present/stagnation.js';
import type { CaseView, Typed } from './present/view.js';
import { button, choices, unsafeButton, word, type Banner } from './present/words.js';
import { STRANGER } from '../case/decision.js';
import { caseEndings } from '../case/events.js';
import { roleLabel } from '../route/roles.js';
import { show, type Parts } from './parts.js';
import type { Person, Rendered, Store } from './ports.js';
import type { CaseCard } from './reactions.js';
import type { LoadedCase } from './run-case.js';

/** The views that a participant can open on the card of a case. Forms are never redrawn by what others do. */
export const caseViews = ['case', 'consent', 'mdo-form', 'mdo', 'term', 'close'] as const;
export type CaseViewName = (typeof caseViews)[number];
export const formViews: readonly string[] = ['consent', 'mdo-form', 'term', 'close'];

export interface Showing {
  readonly card: CaseCard;
  readonly view: CaseViewName;
  readonly banner: Banner | undefined;
  readonly typed?: Typed;
}

/** A card of a case for one viewer, as the case stands now; undefined when this viewer may not see it. */
export async function cardOfCase(parts: Parts, loaded: LoadedCase, viewer: Person, showing: Showing): Promise<Rendered | undefined> {
  const view = await viewFor(parts, loaded, viewer, showing.banner);
  const taking = takesPart(loaded, viewer);
  switch (showing.card) {
    case 'case': return taking ? caseCardView(parts, loaded, view, showing) : undefined;
    case 'term': {
      const data = taking ? termCard(loaded, view, 'term') : undefined;
      return data && show(parts, 'term', data);
    }
    case 'invitation': {
      const data = invitationCard(loaded, view);
      return data && show(parts, 'invitation', data);
    }
    case 'stagnation-contact': {
      const data = viewer.registered ? stagnationContactCard(loaded, view) : undefined;
      return data && show(parts, 'stagnation-contact', data);
    }
    case 'stagnation': return channelCard(parts, loaded, showing.banner);
  }
}

/** Who was taken out of the register sees nothing more of a case; somebody who never was in it keeps the own one. */
export function takesPart({ state }: LoadedCase, viewer: Person): boolean {
  const part = state.people.find((one) => one.person === viewer.id);
  return part !== undefined && (viewer.registered || part.role === STRANGER);
}

/** The card in the stagnatiepunt channel: the same for everybody there. */
export function channelCard(parts: Parts, loaded: LoadedCase, banner: Banner | undefined): Rendered | undefined {
  const data = stagnationCard(loaded, parts.route, parts.clock.now(), banner);
  return data && show(parts, 'stagnation', data);
}

async function caseCardView(parts: Parts, loaded: LoadedCase, view: CaseView, { view: name, typed }: Showing): Promise<Rendered> {
  const asCase = () => show(parts, 'case', caseCard(loaded, view));
  if (loaded.state.closed) return asCase();
  switch (name) {
    case 'case': return asCase();
    case 'consent': return show(parts, 'consent', consentCard(loaded, view, typed));
    case 'mdo-form': {
      const colleagues = await parts.store.peopleOfRegion(loaded.state.region);
      return show(parts, 'mdo-form', mdoForm(loaded, view, colleagues, typed));
    }
    case 'mdo': {
      const data = mdoCard(loaded, view);
      return data ? show(parts, 'mdo', data) : asCase();
    }
    case 'term': {
      const data = termCard(loaded, view, 'case');
      return data ? show(parts, 'term', data) : asCase();
    }
    case 'close': return show(parts, 'notice', closeCard(loaded, view));
  }
}

function closeCard({ stream, version, state }: LoadedCase, { banner }: CaseView) {
  const target = { ref: stream, seen: version };
  return {
    title: `Casus ${state.code} afsluiten`,
    text: 'Hoe is het afgelopen? Een afgesloten casus verdwijnt uit je lijst.',
    lines: [],
    buttons: [
      ...choices(caseEndings).map(({ value }) => button(word(value), 'close', target, { ending: value })),
      button('Terug naar de casus', 'show', target, { view: 'case' }),
      unsafeButton(),
    ],
    ...(banner ? { banner } : {}),
  };
}

/** Looks up everything that the presenters of this case may name. */
async function viewFor(parts: Parts, loaded: LoadedCase, viewer: Person, banner: Banner | undefined): Promise<CaseView> {
  const { state, events } = loaded;
  const ids = new Set([
    ...state.people.map((one) => one.person),
    ...(state.mdo?.invitees.flatMap((one) => (one.personId === null ? [] : [one.personId])) ?? []),
    ...events.flatMap((event) => (event.actor === null ? [] : [event.actor])),
  ]);
  const people = new Map<string, Person>();
  for (const id of ids) {
    const person = await parts.store.person(id);
    if (person) people.set(id, person);
  }
  const textIds = [state.mdo?.purposeId, ...(state.mdo?.invitees.map((one) => one.answer?.noteId) ?? []), state.lastStagnation?.noteId];
  const texts = new Map<string, string>();
  for (const id of textIds) {
    const body = id ? await parts.store.text(id) : undefined;
    if (id && body !== undefined) texts.set(id, body);
  }
  const rows = (await parts.store.undelivered(loaded.stream)).filter((row) => row.card !== 'case' || row.state === 'dead');
  const unreached = new Set(rows.flatMap(({ place }) => (place.kind === 'person' ? [place.personId] : [])));
  const undelivered = rows.map((row) => undeliveredLine(parts, row, people));
  return { route: parts.route, now: parts.clock.now(), viewer, people, texts, undelivered, unreached, banner };
}

type Undelivered = Awaited<ReturnType<Store['undelivered']>>[number];

/** "Niet bezorgd" in words: who has no chat with Routewijzer yet, and where sending failed. */
function undeliveredLine(parts: Parts, { place, state }: Undelivered, people: ReadonlyMap<string, Person>): string {
  if (place.kind === 'stagnatiepunt') return 'De melding aan het stagnatiepunt is nog niet bezorgd: er is nog geen kanaal gekoppeld.';
  const person = people.get(place.personId);
  const name = person ? `${person.name} (${roleLabel(parts.route, person.role)})` : 'een deelnemer';
  return state === 'waiting'
    ? `Nog niet bezorgd aan ${name}: diegene heeft nog geen chat met Routewijzer. Bel of mail zelf.`
    : `Niet bezorgd aan ${name}: Teams nam het bericht niet aan. Bel of mail zelf.`;
}
