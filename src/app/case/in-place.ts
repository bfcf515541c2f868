import { refuse } from '../../case/refusals.js';
import { holdsBsn } from '../../knowledge/personal-data.js';
import { cardOfCase, isForm } from '../cards-of-case.js';
import { inPlace, type Click } from '../click.js';
import type { Reply } from '../input.js';
import { noticeFor } from '../notices.js';
import type { Parts } from '../parts.js';
import { bannerOf, type Banner } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';

/** The case's card in the place of the clicked one. */
export async function caseInPlace(parts: Parts, click: Click, loaded: LoadedCase, view: string, banner: Banner | undefined, typed?: Readonly<Record<string, string>>): Promise<Reply> {
  const stale = banner ?? await saidOld(parts, click, loaded);
  // What comes back in a form is a repetition too: a BSN in any field of it does not.
  const repeated = Object.fromEntries(Object.entries(typed ?? {}).filter(([, value]) => !holdsBsn(value)));
  const message = await cardOfCase(parts, loaded, click.person, { card: 'case', view, banner: stale, ...(typed ? { typed: repeated } : {}) });
  if (!message) return { kind: 'card', message: noticeFor(parts, click.person, refuse('not-a-participant')) };
  const reply = await inPlace(parts, click, { stream: loaded.stream, card: 'case', view, version: loaded.version, banner: stale }, message);
  if (reply.kind !== 'card' || isForm(view)) return reply.kind === 'card' ? { ...reply, form: true } : reply;
  // Of another case, or a page that was asked for: in a dialog there is something to read, so it goes on.
  if (click.pressed.verb === 'show' || click.pressed.ref !== loaded.stream) return reply;
  return { ...reply, form: false, ...(banner ? { said: banner.text } : {}) };
}

/** A card far up in the chat showed what was: the present takes its place, and says so. */
async function saidOld(parts: Parts, { pressed, place, cardActivityId }: Click, { stream }: LoadedCase): Promise<Banner | undefined> {
  if (cardActivityId === undefined || pressed.ref !== stream) return undefined;
  const newest = await parts.store.sentCard(stream, 'case', place);
  const old = newest !== undefined && newest.activityId !== cardActivityId && pressed.seen < newest.version;
  return old ? bannerOf(refuse('stale-card')) : undefined;
}
