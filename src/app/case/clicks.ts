import { refuse } from '../../case/refusals.js';
import { viewNamed } from '../cards-of-case.js';
import { field, type Click } from '../click.js';
import type { Reply } from '../input.js';
import { noticeFor } from '../notices.js';
import type { Verbs } from '../verbs.js';
import type { Parts } from '../parts.js';
import { loadCase } from '../run-case.js';
import { caseInPlace } from './in-place.js';

/** Opens a view of the case: on the same card, or as a dialog above it. The button's own ids preset the form. */
export async function onShow(parts: Parts, click: Click): Promise<Reply> {
  const loaded = await loadCase(parts, click.pressed.ref);
  if (!loaded) return { kind: 'card', message: noticeFor(parts, click.person, refuse('gone')) };
  if (click.dialog === 'submit' && await standsBehind(parts, click)) return { kind: 'none' };
  return caseInPlace(parts, click, loaded, viewNamed(field(click, 'view')), undefined, click.pressed.fields);
}

/** "Terug" in a dialog, to the view that stands in the chat behind it: the dialog ends, and there it is. */
async function standsBehind(parts: Parts, click: Click): Promise<boolean> {
  const sent = await parts.store.sentCard(click.pressed.ref, 'case', click.place);
  return sent !== undefined && sent.activityId !== '' && sent.view === viewNamed(field(click, 'view'));
}

export const caseVerbs: Verbs = { show: onShow };
