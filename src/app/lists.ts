import { refuse } from '../case/refusals.js';
import { plusTime } from '../case/time.js';
import { listInPlace, type Click } from './click.js';
import { may } from './may.js';
import { noticeFor } from './notices.js';
import { casesCard, closedCasesCard } from './people/cases-card.js';
import { leftBehind } from './people/left-behind.js';
import { myCases, openedInList } from './people/my-cases.js';
import { overviewCard } from './present/lists.js';
import { show, type Parts } from './parts.js';
import type { Person, Rendered } from './ports.js';
import type { Reply } from './input.js';

/** The open cases in which this person has a part; see `myCases`. */
export async function casesOf(parts: Parts, person: Person): Promise<Rendered> {
  const cases = await myCases(parts, person, await parts.store.rowsOf(person.id, 'case'));
  openedInList(parts, person, cases);
  return show(parts, 'cases', casesCard(parts.route, person, cases, parts.clock.now(), (await leftBehind(parts, person)).length, may(parts, person, 'open')));
}

/** A case that was closed by mistake is found again for so long. */
const CLOSED_SHOWN_MS = 31 * 86_400_000;

/** The cases that were closed in the last month, to look at or to go on with. */
export async function onClosedCases(parts: Parts, click: Click): Promise<Reply> {
  const now = parts.clock.now();
  const rows = await parts.store.closedOf(click.person.id, plusTime(now, -CLOSED_SHOWN_MS));
  const cases = (await myCases(parts, click.person, rows)).filter((one) => one.part === 'inside');
  openedInList(parts, click.person, cases);
  return listInPlace(parts, click, show(parts, 'cases', closedCasesCard(parts.route, cases)));
}

/** The region's open cases in numbers, for managers only. */
export async function overviewFor(parts: Parts, person: Person): Promise<Rendered> {
  if (!may(parts, person, 'overview')) return noticeFor(parts, person, refuse('managers-only'));
  const rows = await parts.store.openCases(parts.route.region.region);
  return show(parts, 'overview', overviewCard(parts.route, rows, parts.clock.now()));
}

export async function onCases(parts: Parts, click: Click): Promise<Reply> {
  return listInPlace(parts, click, await casesOf(parts, click.person));
}

export async function onOverview(parts: Parts, click: Click): Promise<Reply> {
  return listInPlace(parts, click, await overviewFor(parts, click.person));
}
