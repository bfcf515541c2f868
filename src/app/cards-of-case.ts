import { seatOf } from '../case/people/circle.js';
import { peopleNamed } from '../case/plan/nameable.js';
import { dayOf } from '../case/time.js';
import { REFUSED } from './access/opened.js';
import { accessViews } from './access/views.js';
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
import { notDeliveredTo, undeliveredLines } from './undelivered/section.js';
import type { CardOfCase, Drawing, View } from './views.js';

/** The views that a participant can open on a case, by name. */
const VIEWS: ReadonlyMap<string, View> = new Map(Object.entries({
  ...caseViews, ...stepViews, ...peopleViews, ...consentViews, ...contactViews, ...mdoViews, ...planViews, ...stagnationViews, ...recordViews, ...printViews, ...accessViews,
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

/** A card of a case for one viewer, as the case stands now; undefined when this viewer may not see it. Who asked for it is heard. */
export async function cardOfCase(parts: Parts, loaded: LoadedCase, viewer: Person, showing: Showing): Promise<Rendered | undefined> {
  const { message, what } = await drawnFor(parts, loaded, viewer, showing);
  parts.opened?.(loaded.stream, viewer, what);
  return message;
}

/** What is drawn, and as what it counts that somebody opened it. */
interface Drawn { readonly message: Rendered | undefined; readonly what: string }

async function drawnFor(parts: Parts, loaded: LoadedCase, viewer: Person, showing: Showing): Promise<Drawn> {
  const drawing: Drawing = { parts, loaded, view: await viewFor(parts, loaded, viewer, showing.banner), typed: showing.typed ?? {} };
  if (showing.card !== 'case') {
    const message = await CARDS.get(showing.card)?.draw(drawing);
    return { message, what: message ? showing.card : REFUSED };
  }
  const seat = takesPart(loaded, viewer) ? seatOf(parts.route, loaded.state, viewer.id, dayOf(parts.clock.now())) : undefined;
  const view = VIEWS.get(showing.view);
  if (!seat) {
    const message = view?.outside?.(loaded, viewer) ? await view.draw(drawing) : undefined;
    return message ? { message, what: showing.view } : { message: leftCard(drawing), what: REFUSED };
  }
  // From a closed seat nothing of the case is seen, whatever is drawn.
  if (seat.kind === 'closed') return { message: (view?.closedSeat === true && !loaded.state.closed ? await view.draw(drawing) : undefined) ?? closedSeatCard(drawing), what: REFUSED };
  const allowed = view && (loaded.state.closed === null || view.closed === true) ? view : undefined;
  const message = await allowed?.draw(drawing);
  if (message && showing.view !== 'case') return { message, what: showing.view };
  return { message: await withRefresh(parts, loaded, viewer, message ?? await VIEWS.get('case')?.draw(drawing)), what: 'case' };
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
  if (viewer) parts.opened?.(loaded.stream, viewer, 'stagnation');
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
  const rows = (await parts.store.undelivered(loaded.stream)).filter((row) => row.card !== 'case' || row.state !== 'waiting');
  const unreached = new Set(rows.flatMap(({ place }) => (place.kind === 'person' ? [place.personId] : [])));
  const undelivered = undeliveredLines(parts, rows, people);
  const notDelivered = notDeliveredTo(parts, rows, people);
  return { route: parts.route, now: parts.clock.now(), viewer, people, texts, undelivered, notDelivered, unreached, prints: parts.publicUrl() !== undefined, banner };
}
