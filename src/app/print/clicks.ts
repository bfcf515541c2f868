import { seatOf } from '../../case/people/circle.js';
import { refuse } from '../../case/refusals.js';
import { dayOf, plusTime } from '../../case/time.js';
import { caseInPlace } from '../case/in-place.js';
import { takesPart } from '../case/takes-part.js';
import { viewFor } from '../cards-of-case.js';
import { field, listInPlace, type Click } from '../click.js';
import type { Reply } from '../input.js';
import { may } from '../may.js';
import { noticeFor } from '../notices.js';
import { show, type Parts } from '../parts.js';
import { bannerOf } from '../present/words.js';
import { loadCase } from '../run-case.js';
import type { Verbs } from '../verbs.js';
import { available } from './documents.js';
import { linksSheet, OPEN_FOR_MS } from './present.js';
import { hashOf, newToken } from './token.js';

/** An expired link is kept this long, so that who opens it late reads that it has expired. */
const KEPT_MS = 24 * 3_600_000;

/** "Print …": makes a link to the page and shows it. What is on the page is looked up when it is opened. */
export async function onPrint(parts: Parts, click: Click): Promise<Reply> {
  const loaded = await loadCase(parts, click.pressed.ref);
  if (!loaded) return { kind: 'card', message: noticeFor(parts, click.person, refuse('gone')) };
  if (!may(parts, click.person, 'print')) return { kind: 'card', message: noticeFor(parts, click.person, refuse('role-may-not')) };
  const now = parts.clock.now();
  const seat = takesPart(loaded, click.person) ? seatOf(parts.route, loaded.state, click.person.id, dayOf(now)) : undefined;
  // Whoever may not see the case gets what they get for any button on it.
  if (seat?.kind !== 'open') return caseInPlace(parts, click, loaded, 'case', undefined);
  const view = await viewFor(parts, loaded, click.person, undefined);
  const document = available(loaded, view).find((name) => name === field(click, 'document'));
  const address = parts.publicUrl();
  if (!document || address === undefined) {
    return caseInPlace(parts, click, loaded, 'print', bannerOf(refuse(document ? 'print-no-address' : 'print-not-now')));
  }
  const token = newToken(parts);
  await parts.store.forgetLinks(plusTime(now, -KEPT_MS));
  await parts.store.saveLink({ hash: hashOf(token), stream: loaded.stream, document, personId: click.person.id, expiresAt: plusTime(now, OPEN_FOR_MS) });
  return listInPlace(parts, click, show(parts, 'sheet', linksSheet(loaded, view, document, `${address}/print/${token}`)));
}

export const printVerbs: Verbs = { print: onPrint };
