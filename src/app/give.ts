import { CHOICE_SEPARATOR } from '../cards/inputs.js';
import type { CaseCommand } from '../case/commands.js';
import { refuse, type Refusal } from '../case/refusals.js';
import { holdsBsn } from '../knowledge/personal-data.js';
import { cardOfCase, channelCard } from './cards-of-case.js';
import { caseInPlace } from './case/in-place.js';
import { actorOf, inPlace, type Click } from './click.js';
import type { Reply } from './input.js';
import { noticeFor } from './notices.js';
import type { Parts } from './parts.js';
import type { Typed } from './present/view.js';
import { bannerOf, type Banner } from './present/words.js';
import { loadCase, runCase } from './run-case.js';

/** The values of a choice set in which more than one answer is possible. */
export const list = (text: string) => text.split(CHOICE_SEPARATOR).map((item) => item.trim()).filter((item) => item !== '');

/** What somebody typed, checked before it is stored: no BSN, not too long. The text itself is never logged or repeated. */
export interface FreeText {
  readonly id: string | null;
  readonly body: string;
  readonly refusal: Refusal | undefined;
}

export function freeText(parts: Parts, text: string, longest: number): FreeText {
  if (!holdsBsn(text) && parts.understand(text).kind === 'safety') return { id: null, body: '', refusal: refuse('danger') };
  return dangerText(parts, text, longest);
}

/** The one text in which danger is what somebody writes about: its signs do not refuse it, a BSN does. */
export function dangerText(parts: Parts, text: string, longest: number): FreeText {
  const body = text.trim();
  if (body === '') return { id: null, body, refusal: undefined };
  if (holdsBsn(body)) return { id: null, body: '', refusal: refuse('bsn') };
  if (body.length > longest) return { id: null, body, refusal: refuse('too-long') };
  return { id: `t-${parts.ids.next()}`, body, refusal: undefined };
}

export interface Done {
  readonly card: string;
  /** The view to show when it worked, and when it was refused. */
  readonly view: string;
  readonly refusedView: string;
  /** The card to show when it was refused, where that is another one: the form that stands beside a card. */
  readonly refusedCard?: string;
  readonly banner: Banner | undefined;
  /** What stands in the form when it comes back refused, and after it was taken. */
  readonly typed?: Typed;
  readonly kept?: Typed;
}

export const good = (text: string): Banner => ({ text, tone: 'good' });

/** Gives a command and shows the card as it then stands; a refusal stands on top of it, with what was typed kept. */
export async function give(parts: Parts, click: Click, command: CaseCommand, done: Done, ...notes: readonly (FreeText | undefined)[]): Promise<Reply> {
  const texts = notes.flatMap((note) => (note?.id ? [{ id: note.id, body: note.body }] : []));
  const unfit = notes.find((note) => note?.refusal)?.refusal;
  const { loaded, refusal, repeated = false } = unfit
    ? { loaded: await loadCase(parts, click.pressed.ref), refusal: unfit }
    : await runCase(parts, { stream: click.pressed.ref, command, commandId: click.commandId, actor: actorOf(click.person), texts });
  if (!loaded) return { kind: 'card', message: noticeFor(parts, click.person, refusal ?? refuse('gone')) };
  // The same click again changed nothing: no "vastgelegd" over what may since have become something else.
  const banner = bannerOf(refusal) ?? (repeated ? undefined : done.banner);
  const view = refusal ? done.refusedView : done.view;
  const card = (refusal ? done.refusedCard : undefined) ?? done.card;
  if (card === 'case') return caseInPlace(parts, click, loaded, view, banner, refusal ? done.typed : done.kept);
  const message = card === 'stagnation' && click.place.kind === 'stagnatiepunt'
    ? await channelCard(parts, loaded, banner, click.person)
    : await cardOfCase(parts, loaded, click.person, { card, view: 'case', banner, ...(refusal && done.typed ? { typed: done.typed } : {}) });
  if (!message) return { kind: 'card', message: noticeFor(parts, click.person, refusal ?? refuse('stale-card')) };
  const reply = await inPlace(parts, click, { stream: loaded.stream, card, view: 'case', version: loaded.version, banner }, message);
  // The card stands in the chat and comes up to date there.
  return reply.kind === 'card' && !refusal ? { ...reply, form: false, ...(banner ? { said: banner.text } : {}) } : reply;
}
