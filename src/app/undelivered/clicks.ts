import { refuse, type Refusal } from '../../case/refusals.js';
import { caseInPlace } from '../case/in-place.js';
import { takesPart } from '../case/takes-part.js';
import { field, type Click } from '../click.js';
import { good } from '../give.js';
import type { Reply } from '../input.js';
import { noticeFor } from '../notices.js';
import type { Parts } from '../parts.js';
import { placeIn } from '../place.js';
import { bannerOf } from '../present/words.js';
import { loadCase, type LoadedCase } from '../run-case.js';
import type { Verbs } from '../verbs.js';
import { beheerVerbs } from './beheer-clicks.js';

/** Nothing of the case changes by these: they are about messages, so there is no event. Only who owns the case may. */
async function ownCase(parts: Parts, { pressed, person }: Click): Promise<{ readonly loaded: LoadedCase | undefined; readonly refusal: Refusal | undefined }> {
  const loaded = await loadCase(parts, pressed.ref);
  if (!loaded) return { loaded, refusal: refuse('gone') };
  if (!takesPart(loaded, person)) return { loaded: undefined, refusal: refuse('not-a-participant') };
  return { loaded, refusal: loaded.state.owner === person.id ? undefined : refuse('owner-chooses') };
}

/** "Opnieuw proberen": everything of this case that was given up is due at once. */
async function onAgain(parts: Parts, click: Click): Promise<Reply> {
  const { loaded, refusal } = await ownCase(parts, click);
  if (!loaded) return { kind: 'card', message: noticeFor(parts, click.person, refusal) };
  if (refusal) return caseInPlace(parts, click, loaded, 'case', bannerOf(refusal));
  const letters = await parts.store.deadLetters(loaded.stream);
  for (const { id } of letters) await parts.store.retryDead(id, parts.clock.now());
  return caseInPlace(parts, click, loaded, 'case', letters.length === 0 ? undefined : good('Ik probeer het opnieuw. Lukt het weer niet, dan staat het hier.'));
}

/** "Ik laat het zelf weten": what was given up for this place is left alone, until something new is to be told there. */
async function onOutside(parts: Parts, click: Click): Promise<Reply> {
  const { loaded, refusal } = await ownCase(parts, click);
  if (!loaded) return { kind: 'card', message: noticeFor(parts, click.person, refusal) };
  if (refusal) return caseInPlace(parts, click, loaded, 'case', bannerOf(refusal));
  const place = placeIn(field(click, 'place'));
  const told = place ? await parts.store.tellOutside(loaded.stream, place) : 0;
  return caseInPlace(parts, click, loaded, 'case', told === 0 ? undefined : good('Goed, jij laat het zelf weten. Routewijzer stuurt dit bericht niet meer.'));
}

export const undeliveredVerbs: Verbs = { 'deliver-again': onAgain, 'deliver-outside': onOutside, ...beheerVerbs };
