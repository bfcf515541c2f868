import type { Parts } from '../parts.js';
import { loadCase } from '../run-case.js';
import type { Timers } from '../timing.js';

export const stagnationTimers: Timers = {
  grace: () => ({ type: 'grace-passed' }),
  unclaimed: () => ({ type: 'unclaimed' }),
  'unclaimed-second': async (parts, stream) => ({ type: 'unclaimed-second', second: await secondPerson(parts, stream) }),
};

/** The second person whom the region names, as the register knows them; an operator hears when it does not. */
async function secondPerson(parts: Parts, stream: string): Promise<string | null> {
  const { region, stagnatiepunt } = parts.route.region;
  const stagnation = (await loadCase(parts, stream))?.state.stagnation;
  if (!stagnatiepunt || !stagnation || stagnation.claimedBy !== null || stagnation.secondAt === null) return null;
  const wanted = stagnatiepunt.second.toLowerCase();
  const person = (await parts.store.peopleOfRegion(region)).find((one) => one.email.toLowerCase() === wanted);
  if (!person) parts.log('warn', 'second-person-unknown', { region });
  return person?.id ?? null;
}
