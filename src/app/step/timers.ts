import { seatOf } from '../../case/people/circle.js';
import { dayOf } from '../../case/time.js';
import { takesPart } from '../case/takes-part.js';
import { chatOf, type Parts } from '../parts.js';
import { loadCase } from '../run-case.js';
import type { Timers } from '../timing.js';

export const stepTimers: Timers = {
  term: async (parts, stream) => ({ type: 'term-passed', holderOutOfReach: await holderOutOfReach(parts, stream) }),
};

/** No chat, taken out of the register, or the case may not be shared with them now: a question would never be read. */
export async function holderOutOfReach(parts: Parts, stream: string): Promise<boolean> {
  const loaded = await loadCase(parts, stream);
  const holder = loaded?.state.step?.holder;
  if (!loaded || holder === undefined) return false;
  const person = await parts.store.person(holder);
  const seat = person && takesPart(loaded, person) ? seatOf(parts.route, loaded.state, holder, dayOf(parts.clock.now())) : undefined;
  return seat?.kind !== 'open' || !(await parts.store.conversation(chatOf(holder)));
}
