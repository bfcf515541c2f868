import type { Route } from '../../route/model.js';
import { daysOf } from '../calendar.js';
import type { CommandOf } from '../commands.js';
import { happened, refused, type Actor, type Circumstances, type Decision } from '../decision.js';
import type { CaseEvent } from '../events.js';
import { circleOf } from '../people/circle.js';
import type { RefusalId } from '../refusals.js';
import type { CaseState } from '../state.js';
import { dayOf } from '../time.js';
import { mdoCancelReasons, oneOf } from '../values.js';
import { invitationGate, isOn, runsMdo } from './invitation.js';
import { lastDay } from './moments.js';
import type { Mdo, MdoInvitee } from './state.js';

/** The MDO that this actor runs and that is still on, or why there is none to work on. */
function mdoOf(state: CaseState, id: string, actor: Actor | null): Mdo | RefusalId {
  const mdo = state.mdo;
  if (!mdo) return 'mdo-none';
  if (mdo.id !== id) return 'mdo-replaced';
  if (!runsMdo(state, mdo, actor?.person)) return 'mdo-organiser';
  if (mdo.cancelled) return 'mdo-cancelled';
  return mdo.held ? 'mdo-held' : mdo;
}

/** The organiser chooses one of the proposed moments; who could come then comes. */
export function fixDate(state: CaseState, command: CommandOf<'fix-date'>, { route, now, actor }: Circumstances): Decision {
  const mdo = mdoOf(state, command.mdo, actor);
  if (typeof mdo === 'string') return refused(mdo);
  if (mdo.date !== '') return refused('mdo-fixed');
  const option = mdo.options.find((one) => one.id === command.option);
  if (!option) return refused('mdo-no-date');
  if (option.date < dayOf(now)) return refused('date-in-past');
  return happened({ type: 'MdoDateFixed', data: { mdo: mdo.id, option: option.id, date: option.date, time: option.time, to: reachable(route, state, mdo, dayOf(now)) } });
}

/** Keys of the invitees in Teams with whom it may be shared on this day. */
function reachable(route: Route, state: CaseState, mdo: Mdo, day: string, which: (one: MdoInvitee) => boolean = () => true): string[] {
  return mdo.invitees.filter((one) => one.personId !== null && which(one) && invitationGate(route, state, mdo, one, day).open).map((one) => one.key);
}

/** It is called off, or did not take place after all. */
export function cancelMdo(state: CaseState, command: CommandOf<'cancel-mdo'>, { route, now, actor }: Circumstances): Decision {
  const mdo = mdoOf(state, command.mdo, actor);
  if (typeof mdo === 'string') return refused(mdo);
  const reason = oneOf(mdoCancelReasons, command.reason);
  return reason ? happened({ type: 'MdoCancelled', data: { mdo: mdo.id, reason, to: reachable(route, state, mdo, dayOf(now)) } }) : refused('mdo-cancel-reason');
}

/**
 * Who was there, on the day or after it. Invitees of the register who were there take part from then on, as long as the gate
 * towards their side is open; who took part already stays as they were.
 */
export function recordAttendance(state: CaseState, command: CommandOf<'record-attendance'>, { route, now, actor }: Circumstances): Decision {
  const mdo = mdoOf(state, command.mdo, actor);
  if (typeof mdo === 'string') return refused(mdo);
  const became = mdo.date === '' ? mdo.options.find((one) => one.id === command.option) : undefined;
  const date = became?.date ?? mdo.date;
  if (date === '') return refused('mdo-no-date');
  if (date > dayOf(now)) return refused('mdo-not-yet');
  const present = [...new Set(command.present)];
  if (present.length === 0) return refused('mdo-present');
  const known = mayHaveBeenThere(route, state, mdo, dayOf(now));
  if (present.some((key) => !known.has(key))) return refused('mdo-present-unknown');
  const { parents, jeugdige } = command;
  return happened(
    ...(became ? [{ type: 'MdoDateFixed' as const, data: { mdo: mdo.id, option: became.id, date: became.date, time: became.time } }] : []),
    { type: 'MdoHeld', data: { mdo: mdo.id, present, parents, jeugdige } },
    ...joining(state, mdo, present, command.colleagues, { route, now }),
  );
}

/** Keys of everybody whom one may tick as present: the invitees, and who takes part in the case. */
export function mayHaveBeenThere(route: Route, state: CaseState, mdo: Mdo, day: string): ReadonlySet<string> {
  return new Set([
    `person:${mdo.organiser}`, ...circleOf(route, state, day).map((one) => `person:${one.person}`),
    ...state.outsiders.map((one) => one.key), ...mdo.invitees.map((one) => one.key),
  ]);
}

function joining(
  state: CaseState, mdo: Mdo, present: readonly string[], colleagues: CommandOf<'record-attendance'>['colleagues'], { route, now }: Pick<Circumstances, 'route' | 'now'>,
): readonly CaseEvent[] {
  return mdo.invitees.filter((one) => present.includes(one.key)).flatMap((one): CaseEvent[] => {
    // Who has another role by now was not invited in that role: the gate would be another one.
    const found = colleagues.find(({ person, role }) => person === one.personId && role === one.role);
    if (!found || state.people.some(({ person }) => person === found.person)) return [];
    if (!invitationGate(route, state, mdo, one, dayOf(now)).open) return [];
    return [{ type: 'PersonJoined', data: { person: found.person, role: one.role, organisation: found.organisation, sender: mdo.sender, how: 'mdo' } }];
  });
}

/**
 * Time brings a courtesy, no term of the route. Late, called off, replaced or recorded meanwhile: nothing to remind of.
 * Only who may still see the invitation is reminded.
 */
export function remindMdo(state: CaseState, { mdo: id, why, days }: CommandOf<'remind-mdo'>, { route, now }: Circumstances): Decision {
  const mdo = state.mdo;
  const today = dayOf(now);
  if (mdo?.id !== id || !isOn(mdo)) return happened();
  if (why === 'geweest') return mdo.date !== '' && mdo.date < today ? happened({ type: 'MdoReminded', data: { mdo: id, why, to: [] } }) : happened();
  if (lastDay(mdo) < today || (why === 'bijna' && mdo.date === '')) return happened();
  const to = reachable(route, state, mdo, today, ({ answer, role }) => (
    (days === undefined || daysOf(route, role) === days) && (why === 'antwoord' ? answer === null : answer?.answer === 'komt')
  ));
  return to.length === 0 ? happened() : happened({ type: 'MdoReminded', data: { mdo: id, why, to } });
}
