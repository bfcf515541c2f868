import { seatOf } from '../case/people/circle.js';
import { peopleNamed } from '../case/plan/nameable.js';
import { dayOf } from '../case/time.js';
import { roleLabel } from '../route/roles.js';
import { channelView, stagnatiepuntViewers } from './channel-view.js';
import { closedSeatCard } from './case/closed-seat.js';
import { caseViews } from './case/views.js';
import { consentCards, consentViews } from './consent/views.js';
import { contactViews } from './contact/views.js';
import { mdoCards, mdoViews } from './mdo/views.js';
import { chatOf, show, type Parts } from './parts.js';
import { leftCard } from './people/left.js';
import { peopleCards, peopleViews } from './people/views.js';
import { planCards, planViews } from './plan/views.js';
import type { Person, Rendered } from './ports.js';
import type { Store } from './store-port.js';
import { takesPart } from './case/takes-part.js';
import { caseTextIds } from './case/texts.js';
import type { CaseView, Typed } from './present/view.js';
import type { Banner } from './present/words.js';
import { printViews } from './print/views.js';
import { recordCards, recordViews } from './record/views.js';
import { refreshing } from './refreshing.js';
import type { LoadedCase } from './run-case.js';
import { claimerLeft } from './stagnation/claimer-left.js';
import { stagnationCards, stagnationViews } from './stagnation/views.js';
import { stagnationCard } from './stagnation/present.js';
import { stepCards, stepViews } from './step/views.js';
import type { CardOfCase, Drawing, View } from './views.js';

/** The views that a participant can open on a case, by name. */
const VIEWS: ReadonlyMap<string, View> = new Map(Object.entries({
  ...caseViews, ...stepViews, ...peopleViews, ...consentViews, ...contactViews, ...mdoViews, ...planViews, ...stagnationViews, ...recordViews, ...printViews,
}));
/** The cards of a case besides its own, by name. A sent card is found again by stream, card and place. */
const CARDS: ReadonlyMap<string, CardOfCase> = new Map(Object.entries({
  ...stepCards, ...peopleCards, ...consentCards, ...mdoCards, ...planCards, ...stagnationCards, ...recordCards,
}));

/** A view of this name, else the case itself: a card may name anything. */
export function viewNamed(name: string): string {
  return VIEWS.has(name) ? name : 'case';
}

export function isForm(view: string): boolean {
  return VIEWS.get(view)?.form === true;
}

export interface Showing {
  /** `case`, or another card of a case. */
  readonly card: string;
  readonly view: string;
  readonly banner: Banner | undefined;
  readonly typed?: Typed;
}

/** A card of a case for one viewer, as the case stands now; undefined when this viewer may not see it. */
export async function cardOfCase(parts: Parts, loaded: LoadedCase, viewer: Person, showing: Showing): Promise<Rendered | undefined> {
  const drawing: Drawing = { parts, loaded, view: await viewFor(parts, loaded, viewer, showing.banner), typed: showing.typed ?? {} };
  if (showing.card !== 'case') return CARDS.get(showing.card)?.draw(drawing);
  const seat = takesPart(loaded, viewer) ? seatOf(parts.route, loaded.state, viewer.id, dayOf(parts.clock.now())) : undefined;
  const view = VIEWS.get(showing.view);
  if (!seat) return (view?.outside?.(loaded, viewer) ? await view.draw(drawing) : undefined) ?? leftCard(drawing);
  if (seat.kind === 'closed') return (view?.closedSeat === true && !loaded.state.closed ? await view.draw(drawing) : undefined) ?? closedSeatCard(drawing);
  const allowed = view && (loaded.state.closed === null || view.closed === true) ? view : undefined;
  const message = await allowed?.draw(drawing);
  if (message && showing.view !== 'case') return message;
  return withRefresh(parts, loaded, viewer, message ?? await VIEWS.get('case')?.draw(drawing));
}

/** The case's own card: when its reader comes back to it, it shows the present. */
async function withRefresh(parts: Parts, { stream, version }: LoadedCase, viewer: Person, message: Rendered | undefined): Promise<Rendered | undefined> {
  const userId = message && (await parts.store.conversation(chatOf(viewer)))?.userId;
  return message && refreshing(message, 'case', { ref: stream, seen: version }, userId === undefined ? [] : [userId]);
}

/** May this card be posted to this viewer now, for the first time? */
export function isNews(parts: Parts, card: string, loaded: LoadedCase, viewer: Person | undefined): boolean {
  const known = CARDS.get(card);
  return known === undefined || (viewer !== undefined && known.news(parts, loaded.state, viewer));
}

/** The card in the stagnatiepunt channel: as it stands there for everybody, or as this viewer gets it by looking. */
export async function channelCard(parts: Parts, loaded: LoadedCase, banner: Banner | undefined, viewer?: Person): Promise<Rendered | undefined> {
  const data = stagnationCard(loaded, parts.route, parts.clock.now(), banner, await claimerLeft(parts, loaded.state));
  if (!data) return undefined;
  const viewers = await stagnatiepuntViewers(parts, loaded.state.region);
  const message = show(parts, 'stagnation', channelView(data, loaded, viewers.length > 0, viewer));
  return refreshing(message, 'stagnation', { ref: loaded.stream, seen: loaded.version }, viewers);
}

/** Looks up everything that the presenters of this case may name. */
export async function viewFor(parts: Parts, loaded: LoadedCase, viewer: Person, banner: Banner | undefined): Promise<CaseView> {
  const { state, events } = loaded;
  const ids = new Set([
    ...state.people.map((one) => one.person),
    ...state.handovers.map((one) => one.to),
    ...peopleNamed(state),
    ...(state.mdo?.invitees.flatMap((one) => (one.personId === null ? [] : [one.personId])) ?? []),
    ...events.flatMap((event) => (event.actor === null ? [] : [event.actor])),
  ]);
  const people = new Map<string, Person>();
  for (const id of ids) {
    const person = await parts.store.person(id);
    if (person) people.set(id, person);
  }
  const texts = new Map<string, string>();
  for (const id of caseTextIds(parts.route, state, viewer)) {
    const body = await parts.store.text(id);
    if (body !== undefined) texts.set(id, body);
  }
  const rows = (await parts.store.undelivered(loaded.stream)).filter((row) => row.card !== 'case' || row.state === 'dead');
  const unreached = new Set(rows.flatMap(({ place }) => (place.kind === 'person' ? [place.personId] : [])));
  const undelivered = rows.map((row) => undeliveredLine(parts, row, people));
  return { route: parts.route, now: parts.clock.now(), viewer, people, texts, undelivered, unreached, prints: parts.publicUrl() !== undefined, banner };
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
