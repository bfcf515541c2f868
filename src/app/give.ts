import { CHOICE_SEPARATOR } from '../cards/inputs.js';
import type { CaseCommand } from '../case/commands.js';
import { refuse, type Refusal } from '../case/refusals.js';
import { holdsBsn } from '../knowledge/personal-data.js';
import { heardAs } from './answers/hear.js';
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

/** What somebody typed, checked before it is stored: no BSN, no child's name, not too long. The text itself is never logged or repeated. */
export interface FreeText {
  readonly id: string | null;
  readonly body: string;
  readonly refusal: Refusal | undefined;
  /** It is the name of somebody who works there: no child's. */
  readonly ofProfessional?: boolean;
}

export function freeText(parts: Parts, text: string, longest: number): FreeText {
  const understood = parts.understand(text);
  // Only danger that is named: what merely sounds like it may stand in a note, and there is always a way to safety on the card.
  if (!holdsBsn(text) && understood.kind === 'safety' && understood.named) return { id: null, body: '', refusal: refuse('danger') };
  return dangerText(parts, text, longest);
}

/** The name of a professional who is not in the register. */
export function professionalName(parts: Parts, text: string, longest: number): FreeText {
  return { ...freeText(parts, text, longest), ofProfessional: true };
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
  const unfit = notes.find((note) => note?.refusal)?.refusal ?? await childNamed(parts, click, notes);
  const { loaded, refusal, repeated = false } = unfit
    ? { loaded: await loadCase(parts, click.pressed.ref), refusal: unfit }
    : await runCase(parts, { stream: click.pressed.ref, command, commandId: click.commandId, actor: actorOf(click.person), texts });
  if (!loaded) return { kind: 'card', message: noticeFor(parts, click.person, refusal ?? refuse('gone')) };
  // The same click again changed nothing: no "vastgelegd" over what may since have become something else.
  const banner = bannerOf(refusal) ?? (repeated ? undefined : done.banner);
  const view = refusal ? done.refusedView : done.view;
  const card = (refusal ? done.refusedCard : undefined) ?? done.card;
  const typed = refusal ? await withoutNames(parts, click, refusal, done.typed) : done.kept;
  if (card === 'case') return caseInPlace(parts, click, loaded, view, banner, typed);
  const message = card === 'stagnation' && click.place.kind === 'stagnatiepunt'
    ? await channelCard(parts, loaded, banner, click.person)
    : await cardOfCase(parts, loaded, click.person, { card, view: 'case', banner, ...(refusal && typed ? { typed } : {}) });
  if (!message) return { kind: 'card', message: noticeFor(parts, click.person, refusal ?? refuse('stale-card')) };
  const reply = await inPlace(parts, click, { stream: loaded.stream, card, view: 'case', version: loaded.version, banner }, message);
  // The card stands in the chat and comes up to date there.
  return reply.kind === 'card' && !refusal ? { ...reply, form: false, ...(banner ? { said: banner.text } : {}) } : reply;
}

/** A text that names a child is not kept. */
async function childNamed(parts: Parts, { person }: Click, notes: readonly (FreeText | undefined)[]): Promise<Refusal | undefined> {
  for (const note of notes) {
    if (note && note.body !== '' && note.ofProfessional !== true && (await heardAs(parts, person, note.body)).refused.includes('name')) return refuse('child-name');
  }
  return undefined;
}

/** What comes back in the form is no repetition of the name: "het kind" stands there instead. */
async function withoutNames(parts: Parts, { person }: Click, refusal: Refusal, typed: Typed | undefined): Promise<Typed | undefined> {
  if (!typed || refusal.id !== 'child-name') return typed;
  const fields = await Promise.all(Object.entries(typed).map(async ([name, text]) => {
    const { refused, text: without } = await heardAs(parts, person, text);
    return [name, refused.includes('name') ? without : text] as const;
  }));
  return Object.fromEntries(fields);
}
