import type { CommandOf } from '../commands.js';
import { isNo } from '../consent/answers.js';
import { isAdult } from '../consent/gate.js';
import { happened, refused, type Circumstances, type Decision } from '../decision.js';
import type { CaseEvent } from '../events.js';
import { seatOf } from '../people/circle.js';
import type { RefusalId } from '../refusals.js';
import type { CaseState } from '../state.js';
import { dayOf } from '../time.js';
import { guardians } from '../values.js';
import type { OtherCase } from './commands.js';
import { bandOn, joining } from './taken.js';

/**
 * Two cases about one child: this one goes on and takes over what the other holds; the other ends a moment later, by a
 * timer. Only by somebody who sees both; nobody comes to see more than the gate of this case allows.
 */
export function merge(state: CaseState, command: CommandOf<'merge'>, context: Circumstances): Decision {
  const { route, now, actor } = context;
  const day = dayOf(now);
  const { other } = command;
  const seat = other && actor ? seatOf(route, other.state, actor.person, day) : undefined;
  if (!other || other.stream === command.stream || seat?.kind !== 'open') return refused('merge-unknown');
  const not = mayNotMerge(state, other.state, day);
  if (not) return refused(not);
  if (!command.sameChild) return refused('merge-same-child');
  return otherGezag(state, other.state, day) ? refused('merge-gezag') : happened(...takingOver(state, other, context));
}

/**
 * Would somebody's word count no longer by which list of gezag goes on? Then people look first which list is right: a no, or
 * somebody who was not asked yet, must not vanish between two cases. From 18 gezag plays no part.
 */
function otherGezag(here: CaseState, there: CaseState, day: string): boolean {
  if (isAdult(bandOn(here, day))) return false;
  const list = here.gezag.length > 0 ? here.gezag : there.gezag;
  if (list.length === 0) return false;
  const refusers = (one: CaseState) => guardians.filter((who) => one.ledger.some((entry) => entry.who === who && isNo(entry.status)));
  const counts = [here, there].flatMap((one): readonly string[] => (one.gezag.length > 0 ? one.gezag : refusers(one)));
  return counts.some((who) => !list.some((one) => one === who));
}

function mayNotMerge(here: CaseState, there: CaseState, day: string): RefusalId | undefined {
  if (there.closed) return 'merge-closed';
  if (here.region !== there.region || bandOn(here, day) !== bandOn(there, day)) return 'merge-different';
  if (here.stagnation?.atStagnatiepunt || there.stagnation?.atStagnatiepunt) return 'merge-stuck';
  if (hasMdoAhead(there)) return 'merge-mdo';
  return there.plan ? 'merge-plan' : undefined;
}

function hasMdoAhead({ mdo }: CaseState): boolean {
  return mdo !== null && mdo.cancelled === null && mdo.held === null;
}

/** What happened in the other case after it was taken over: a no that came in between must not be lost. */
export function mergeRest(state: CaseState, { other }: CommandOf<'merge-rest'>, context: Circumstances): Decision {
  const before = (context.history ?? []).findLast((event) => event.type === 'CaseTookOver' && event.data.from === other.stream);
  if (before?.type !== 'CaseTookOver' || before.data.events >= other.state.entries) return happened();
  return happened(...takingOver(state, other, context));
}

function takingOver(state: CaseState, other: OtherCase, { route, now }: Circumstances): readonly CaseEvent[] {
  const { taken, people } = joining(route, state, other, dayOf(now));
  return [
    { type: 'CaseTookOver', data: { from: other.stream, fromCode: other.state.code, events: other.state.entries, taken } },
    ...(state.borderMonth === null && other.state.borderMonth !== null ? [{ type: 'BorderMonthSet', data: { month: other.state.borderMonth } } satisfies CaseEvent] : []),
    ...people.map(({ person, role, organisation, sender }): CaseEvent => ({ type: 'PersonJoined', data: { person, role, organisation, sender, how: 'samengevoegd' } })),
  ];
}

/** Ends the case that was taken over, as long as nothing happened in it since; what still stood open there ends with it. */
export function mergeEnd(state: CaseState, { into, intoCode, events, forgot }: CommandOf<'merge-end'>): Decision {
  if (state.entries !== events) return happened();
  return happened(
    ...(state.stagnation ? [{ type: 'StagnationClosed', data: { ending: 'casus-gesloten', noteId: null, to: null } } satisfies CaseEvent] : []),
    ...(state.mdo && hasMdoAhead(state) ? [{ type: 'MdoCancelled', data: { mdo: state.mdo.id, reason: 'anders' } } satisfies CaseEvent] : []),
    { type: 'CaseMergedInto', data: { into, intoCode, forgot: [...forgot] } },
  );
}
