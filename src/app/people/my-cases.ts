import { seatOf } from '../../case/people/circle.js';
import { byUntil, waitingFor, type Waiting } from '../../case/people/waiting.js';
import { gateFor } from '../../case/consent/gate.js';
import { INVOLVE } from '../../case/consent/purposes.js';
import type { CaseState } from '../../case/state.js';
import { dayOf } from '../../case/time.js';
import { takesPart } from '../case/takes-part.js';
import type { Parts } from '../parts.js';
import type { Person } from '../ports.js';
import type { StoredRow } from '../store-port.js';
import { loadCase, type LoadedCase } from '../run-case.js';

/**
 * One case of "mijn casussen". `inside`: takes part with an open seat; `closed`: takes part while sharing has stopped;
 * `invited`, `asked` (to take over) and `claimed` (the stagnation): sees that, and nothing else of the case.
 */
export interface MyCase {
  readonly row: StoredRow;
  readonly loaded: LoadedCase;
  readonly part: 'inside' | 'closed' | 'invited' | 'asked' | 'claimed';
  readonly waiting: readonly Waiting[];
  /** The own organisation's mark, '' for none. */
  readonly reference: string;
}

/** No list grows without end: of more, the last changed are looked at. */
const MOST_LOADED = 100;

/** The cases among these in which this person has a part now: first those in which something waits, the most pressing on top. */
export async function myCases(parts: Parts, person: Person, rows: readonly StoredRow[]): Promise<readonly MyCase[]> {
  const found: MyCase[] = [];
  for (const row of rows.slice(0, MOST_LOADED)) {
    const loaded = await loadCase(parts, row.stream);
    const mine = loaded && await myCase(parts, person, row, loaded);
    if (mine) found.push(mine);
  }
  return found.sort((one, other) => first(one, other));
}

/** As many as a list shows. */
export const MOST_CASES = 15;

/** The cases of which a list for this person tells more than that they are there. */
export function openedInList(parts: Parts, person: Person, cases: readonly MyCase[]): void {
  for (const { row, part } of cases.slice(0, MOST_CASES)) if (part === 'inside' || part === 'claimed') parts.opened?.(row.stream, person, 'list');
}

function first(one: MyCase, other: MyCase): number {
  const [a, b] = [one.waiting[0], other.waiting[0]];
  if (a && b) return soonest(one.waiting, other.waiting) || 0;
  return a ? -1 : b ? 1 : 0;
}

function soonest(one: readonly Waiting[], other: readonly Waiting[]): number {
  const [a] = [...one].sort(byUntil);
  const [b] = [...other].sort(byUntil);
  return a && b ? byUntil(a, b) : 0;
}

async function myCase(parts: Parts, person: Person, row: StoredRow, loaded: LoadedCase): Promise<MyCase | undefined> {
  const { state } = loaded;
  const now = parts.clock.now();
  const seat = takesPart(loaded, person) ? seatOf(parts.route, state, person.id, dayOf(now)) : undefined;
  const waiting = person.registered || seat ? waitingFor(parts.route, state, person.id, now) : [];
  if (!seat) {
    const part = person.registered ? guestPart(parts, state, person, waiting) : undefined;
    return part && { row, loaded, part, waiting, reference: '' };
  }
  if (seat.kind === 'closed') return { row, loaded, part: 'closed', waiting: waiting.filter((one) => one.card !== 'case'), reference: '' };
  const { organisation } = seat.participant;
  const mark = organisation !== '' && organisation === person.organisation ? state.references[organisation] : undefined;
  return { row, loaded, part: 'inside', waiting, reference: mark === undefined ? '' : await parts.store.text(mark) ?? '' };
}

/** What somebody has to do with a case in which they do not take part; undefined while nothing may be shared with them. */
function guestPart(parts: Parts, state: CaseState, person: Person, waiting: readonly Waiting[]): MyCase['part'] | undefined {
  if (waiting.some((one) => one.what === 'stagnatie')) return 'claimed';
  if (waiting.some((one) => one.what === 'overdracht')) return 'asked';
  const day = dayOf(parts.clock.now());
  const { mdo } = state;
  const me = mdo?.invitees.find((one) => one.personId === person.id);
  if (!mdo || !me || state.closed || mdo.cancelled || mdo.held || (mdo.date !== '' && mdo.date < day)) return undefined;
  return gateFor(parts.route, state, { sender: mdo.sender, recipient: me.recipient, purpose: INVOLVE }, day).open ? 'invited' : undefined;
}
