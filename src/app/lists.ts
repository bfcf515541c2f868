import { refuse } from '../case/refusals.js';
import { listInPlace, type Click } from './click.js';
import { noticeFor } from './notices.js';
import { casesCard, overviewCard } from './present/lists.js';
import { show, type Parts } from './parts.js';
import type { Person, Rendered } from './ports.js';
import type { Reply } from './input.js';

/** The open cases in which this person takes part. */
export async function casesOf(parts: Parts, person: Person): Promise<Rendered> {
  const rows = await parts.store.rowsOf(person.id, 'case');
  return show(parts, 'cases', casesCard(parts.route, rows, parts.clock.now()));
}

/** The region's open cases in numbers, for managers only. */
export async function overviewFor(parts: Parts, person: Person): Promise<Rendered> {
  if (person.role !== 'manager' || !person.registered) return noticeFor(parts, person, refuse('managers-only'));
  const rows = await parts.store.openCases(parts.route.region.region);
  return show(parts, 'overview', overviewCard(parts.route, rows, parts.clock.now()));
}

export async function onCases(parts: Parts, click: Click): Promise<Reply> {
  return listInPlace(parts, click, await casesOf(parts, click.person));
}

export async function onOverview(parts: Parts, click: Click): Promise<Reply> {
  return listInPlace(parts, click, await overviewFor(parts, click.person));
}
