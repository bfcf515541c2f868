import { dayKinds, oneOf, type DayKind } from '../../case/values.js';
import type { Timers } from '../timing.js';

/** The key of each is the id of the MDO; of a reminder to invitees also whose days it keeps to: each side has its own. */
export const mdoTimers: Timers = {
  'mdo-answers': (_parts, _stream, key) => ({ type: 'remind-mdo', ...readKey(key), why: 'antwoord' }),
  'mdo-near': (_parts, _stream, key) => ({ type: 'remind-mdo', ...readKey(key), why: 'bijna' }),
  'mdo-after': (_parts, _stream, mdo) => ({ type: 'remind-mdo', mdo, why: 'geweest' }),
};

/** The key of the timer that reminds those of an MDO whose days these are. */
export function keyOf(mdo: string, days: DayKind): string {
  return `${mdo}:${days}`;
}

/** What such a key says; one of an earlier version names no days, and means everybody. */
export function readKey(key: string): { readonly mdo: string; readonly days: DayKind | undefined } {
  const end = key.lastIndexOf(':');
  const days = oneOf(dayKinds, key.slice(end + 1));
  return days === undefined ? { mdo: key, days } : { mdo: key.slice(0, end), days };
}
