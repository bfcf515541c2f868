import { createHash } from 'node:crypto';
import { encodeButton, type PressedButton } from '../cards/button.js';
import { STRANGER, type Actor } from '../case/decision.js';
import { chatOf, type Parts } from './parts.js';
import type { Person, Place, Rendered } from './ports.js';
import type { Reply } from './input.js';
import type { Banner } from './present/words.js';

/** One press of a button, by somebody the channel vouches for. */
export interface Click {
  readonly pressed: PressedButton;
  readonly person: Person;
  /** The card that was pressed. */
  readonly cardActivityId: string | undefined;
  /** The same button, person and input give the same id: a repeated click is the same command. */
  readonly commandId: string;
  readonly place: Place;
  /** Pressed to open a dialog or to send one: no card in the chat is replaced by the answer. */
  readonly dialog: 'none' | 'open' | 'submit';
}

/** Identity of a click: what was pressed, by whom, with what typed in. */
export function commandIdOf(pressed: PressedButton, person: Person): string {
  const fields = Object.entries(pressed.fields).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([pressed.ref, pressed.seen, pressed.verb, person.id, fields]);
  return createHash('sha256').update(text).digest('base64url');
}

/** Who acts; a person who was taken out of the register acts as a stranger. */
export function actorOf({ id, role, organisation, registered }: Person): Actor {
  return { person: id, role: registered ? role : STRANGER, organisation };
}

/** The field of a click, or '' when it is not there. */
export function field({ pressed }: Pick<Click, 'pressed'>, name: string): string {
  return pressed.fields[name] ?? '';
}

/** What stands on a card: which card of which stream, and what is on top of it. */
export interface Shown {
  readonly stream: string;
  readonly card: string;
  readonly view: string;
  readonly version: number;
  readonly banner?: Banner | undefined;
}

/**
 * Answers a click with a card that takes the place of the clicked one, and remembers that it stands there, so that
 * the update that follows finds it (a card replaced by its invoke response alone was reported to revert).
 */
export async function inPlace(parts: Parts, click: Click, shown: Shown, message: Rendered): Promise<Reply> {
  await remember(parts, click.place, click.cardActivityId, shown, true);
  return { kind: 'card', message };
}

async function remember(parts: Parts, place: Place, activityId: string | undefined, shown: Shown, byClick: boolean): Promise<void> {
  if (activityId === undefined || activityId === '') return;
  const { stream, card, view, version } = shown;
  // In a channel the answer to a click is for one person; what stands there is for everybody.
  const banner = place.kind === 'person' ? shown.banner : undefined;
  const sent = { activityId, view, version, ...(banner ? { banner: JSON.stringify(banner) } : {}) };
  await parts.store.saveSentCard(stream, card, place, sent, { now: parts.clock.now(), byClick });
}

/** Cards of no stream that only show something, and the id that they need for it: drawn again by their own button. */
export const LISTS: ReadonlySet<string> = new Set(['article', 'cases', 'closed-cases', 'overview', 'schema', 'role', 'roles', 'me', 'risk-list', 'dead-letters']);

/** A card that belongs to no stream takes the place of the clicked one: no card of a stream may be drawn over it later. */
export async function listInPlace(parts: Parts, click: Click, message: Rendered): Promise<Reply> {
  return inPlace(parts, click, { stream: 'none', card: 'list', view: await againAs(parts, click), version: 0 }, message);
}

/** The button with which to draw it again. Ids that exist and a place in a list; nothing else that came along is kept. */
async function againAs(parts: Parts, click: Click): Promise<string> {
  const { verb, ref, seen } = click.pressed;
  if (!LISTS.has(verb)) return 'list';
  const role = parts.route.roles.get(field(click, 'role'))?.id;
  const from = /^\d{1,4}$/.exec(field(click, 'from'))?.[0];
  const article = parts.articles.bySlug.get(field(click, 'slug'))?.slug;
  const right = field(click, 'right') === 'ja' ? 'ja' : undefined;
  const of = ref !== '' && await parts.store.row(ref) ? ref : '';
  return JSON.stringify(encodeButton(verb, of, seen, { ...(role === undefined ? {} : { role }), ...(from === undefined ? {} : { from }), ...(article === undefined ? {} : { slug: article }), ...(right === undefined ? {} : { right }) }));
}

/** A new message that is remembered as soon as Teams gave it an id. */
export function asMessage(parts: Parts, person: Person, message: Rendered, shown: Shown): Reply {
  return { kind: 'card', message, sent: (activityId) => remember(parts, chatOf(person), activityId, shown, false) };
}
