import { refuse, type Refusal } from '../../case/refusals.js';
import { oneOf } from '../../case/values.js';
import { field, listInPlace, type Click } from '../click.js';
import { good } from '../give.js';
import type { Reply } from '../input.js';
import { noticeFor } from '../notices.js';
import { show, type Parts } from '../parts.js';
import type { Person, Rendered } from '../ports.js';
import { bannerOf, type Banner } from '../present/words.js';
import { forgetVisit } from '../record/forgetting.js';
import type { Verbs } from '../verbs.js';
import { meSheet, wipeCard, wipedCard, wipes, type Wipe } from './present.js';
import { tracesOf, type MyTraces } from './traces.js';

/** What Routewijzer keeps about this person. */
export async function meFor(parts: Parts, person: Person, banner?: Banner): Promise<Rendered> {
  return show(parts, 'sheet', meSheet(parts.route, await tracesOf(parts, person), banner));
}

async function onMe(parts: Parts, click: Click): Promise<Reply> {
  return meInPlace(parts, click);
}

/** The sheet in the place of the clicked card: drawn again as the same sheet, whatever was pressed on it. */
async function meInPlace(parts: Parts, click: Click, banner?: Banner): Promise<Reply> {
  const shown: Click = { ...click, pressed: { ...click.pressed, verb: 'me', ref: '', seen: 0, fields: {} } };
  return listInPlace(parts, shown, await meFor(parts, click.person, banner));
}

async function onAsk(parts: Parts, click: Click): Promise<Reply> {
  const what = oneOf(wipes, field(click, 'what'));
  if (!what) return { kind: 'card', message: noticeFor(parts, click.person, refuse('unknown-button')) };
  const not = wipeRefused(what, await tracesOf(parts, click.person));
  if (not) return meInPlace(parts, click, bannerOf(not));
  return listInPlace(parts, click, show(parts, 'notice', wipeCard(what)));
}

/** Judged again at the moment itself: between asking and wiping somebody may have given me the turn. */
async function onWipe(parts: Parts, click: Click): Promise<Reply> {
  const { person } = click;
  const what = oneOf(wipes, field(click, 'what'));
  if (!what) return { kind: 'card', message: noticeFor(parts, person, refuse('unknown-button')) };
  const traces = await tracesOf(parts, person);
  const not = wipeRefused(what, traces);
  if (not) return meInPlace(parts, click, bannerOf(not));
  if (what !== 'chat') for (const stream of traces.visits) await forgetVisit(parts, stream);
  if (what === 'gesprekken') return meInPlace(parts, click, good('Je gesprekken zijn gewist.'));
  if (what === 'alles') await parts.store.forgetPerson(person.id);
  else await parts.store.forgetConversation(person.id);
  return { kind: 'card', message: show(parts, 'notice', wipedCard(what)) };
}

/** Who still holds something can not vanish from it; who is in the register is there by the employer. */
function wipeRefused(what: Wipe, { holds, person }: MyTraces): Refusal | undefined {
  if (what === 'gesprekken') return undefined;
  if (what === 'alles' && person.registered) return refuse('me-registered');
  return holds.length > 0 ? refuse('me-holds', [`Het gaat om ${holds.length === 1 ? 'casus' : 'de casussen'} ${holds.join(', ')}.`]) : undefined;
}

export const meVerbs: Verbs = { me: onMe, 'me-ask': onAsk, 'me-wipe': onWipe };
