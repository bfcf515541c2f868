import { daysOfAll, mayRemind, nextReminderMoment } from '../case/calendar.js';
import { runnerOf } from '../case/mdo/invitation.js';
import { evaluationDays } from '../case/plan/evaluation-days.js';
import { duoPartnerOf } from '../case/people/decide-place.js';
import { daysOfPerson } from '../case/reminded.js';
import { dayOf } from '../case/time.js';
import type { DayKind } from '../case/values.js';
import { readKey } from './mdo/timers.js';
import type { Parts } from './parts.js';
import type { Instant } from './ports.js';
import { loadCase, type LoadedCase } from './run-case.js';
import { holderOutOfReach } from './step/timers.js';

/** The timer of which is asked: its name, its case and its own key. */
export interface Ringing {
  readonly timer: string;
  readonly stream: string;
  readonly key: string;
}
type DaysOf = (parts: Parts, loaded: LoadedCase, ringing: Ringing, now: Instant) => DayKind | Promise<DayKind>;

/**
 * The timers that remind somebody, each with whose days it keeps to. Every other one never waits: what is due on its day (an
 * age, the end of a yes) or is no message at all (keeping, forgetting, merging).
 */
const REMINDS: Readonly<Record<string, DaysOf>> = {
  term: async (parts, { state, stream }) => (await holderOutOfReach(parts, stream) ? daysOfPerson(parts.route, state, state.owner) : bothOf(parts, state, state.step?.holder)),
  // What the stagnatiepunt hears is that this person recorded nothing: not while they are away.
  grace: ({ route }, { state }) => (state.step?.asked ? daysOfPerson(route, state, state.step.asked.person) : 'work'),
  unclaimed: () => 'work',
  'unclaimed-second': () => 'work',
  'mdo-answers': invited,
  'mdo-near': invited,
  'mdo-after': ({ route }, { state }, _ringing, now) => daysOfPerson(route, state, state.mdo ? runnerOf(route, state, state.mdo, dayOf(now)) ?? state.owner : state.owner),
  evaluation: ({ route }, { state }) => evaluationDays(route, state),
};

/** Two who share a place are asked together. */
function bothOf({ route }: Parts, state: LoadedCase['state'], holder: string | undefined): DayKind {
  const both = holder === undefined ? [] : [holder, duoPartnerOf(state, holder)];
  return both.some((one) => one !== undefined && daysOfPerson(route, state, one) === 'school') ? 'school' : 'work';
}

/** The invitees in Teams whose days the key names; of an earlier version all of them together. */
function invited({ route }: Parts, { state }: LoadedCase, { key }: Ringing): DayKind {
  const roles = (state.mdo?.invitees ?? []).flatMap((one) => (one.personId === null ? [] : [one.role]));
  return readKey(key).days ?? daysOfAll(route, roles);
}

/**
 * Until when this timer waits, when it would remind somebody at an hour or on a day that is theirs; undefined when it need
 * not. Reminders are due in the morning of a counting day: this is for one that comes late, or whose holder changed since.
 */
export async function quietUntil(parts: Parts, ringing: Ringing, now: Instant): Promise<Instant | undefined> {
  const daysIn = Object.hasOwn(REMINDS, ringing.timer) ? REMINDS[ringing.timer] : undefined;
  const { calendar } = parts.route;
  // A school day is a day for everybody: most of the time nothing needs to be looked up.
  if (!daysIn || mayRemind(calendar, 'school', now)) return undefined;
  const loaded = await loadCase(parts, ringing.stream);
  if (!loaded) return undefined;
  const at = nextReminderMoment(calendar, await daysIn(parts, loaded, ringing, now), now);
  return at > now ? at : undefined;
}
