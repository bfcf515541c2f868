import { isDay } from '../time.js';
import type { Moment } from './commands.js';
import type { MdoOption } from './events.js';
import type { Mdo } from './state.js';
import type { RefusalId } from '../refusals.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
/** One moment is an appointment; more are proposed, and with more than three nobody finds their way. */
const MOST_OTHERS = 2;

/** Why this can not be the moment, or these the moments, of an MDO; undefined when it can. `today` is YYYY-MM-DD. */
export function momentsRefused(first: Moment, others: readonly Moment[], today: string): RefusalId | undefined {
  if (others.length > MOST_OTHERS) return 'mdo-moments';
  const all = [first, ...others];
  if (!all.every((one) => isDay(one.date))) return 'date-needed';
  if (all.some((one) => one.date < today)) return 'date-in-past';
  // Of moments to choose from one must know the hour; a single day may wait for it.
  if (all.some((one) => (one.time !== '' || others.length > 0) && !TIME.test(one.time))) return 'mdo-time';
  if (new Set(all.map(inOrder)).size < all.length) return 'mdo-moments-same';
  return undefined;
}

/** The moments to choose from, earliest first; none for a single one. */
export function optionsOf(first: Moment, others: readonly Moment[]): MdoOption[] {
  if (others.length === 0) return [];
  return [first, ...others].sort((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1)).map(({ date, time }, at) => ({ id: `o${String(at + 1)}`, date, time }));
}

function inOrder({ date, time }: Moment): string {
  return `${date} ${time}`;
}

/** The last day on which it can still be, YYYY-MM-DD. */
export function lastDay({ date, options }: Pick<Mdo, 'date' | 'options'>): string {
  return date !== '' ? date : options.reduce((last, one) => (one.date > last ? one.date : last), '');
}

/** Keys of the invitees who can come at this moment. */
export function whoCan({ invitees }: Pick<Mdo, 'invitees'>, option: string): readonly string[] {
  return invitees.filter(({ answer }) => answer?.answer === 'komt' && answer.options.includes(option)).map((one) => one.key);
}
