import { show, type Parts } from '../parts.js';
import type { Person } from '../ports.js';
import type { Access } from '../store-port.js';
import type { Views } from '../views.js';
import { accessSheet, mayReadAccesses } from './present.js';

export const accessViews = {
  accesses: { form: false, closed: true, draw: async ({ parts, loaded, view, typed }) => {
    if (!mayReadAccesses(loaded, view.viewer)) return undefined;
    const accesses = await parts.store.accesses(loaded.stream);
    return show(parts, 'sheet', accessSheet(loaded, view, accesses, await peopleIn(parts, accesses), typed));
  } },
} satisfies Views;

/** Who looked, as far as they are still known: also those who take no part. */
async function peopleIn({ store }: Parts, accesses: readonly Access[]): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>();
  for (const id of new Set(accesses.map((one) => one.personId))) {
    const person = await store.person(id);
    if (person) people.set(id, person);
  }
  return people;
}
