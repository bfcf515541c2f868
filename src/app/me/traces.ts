import { holdsSomething } from '../../case/record/holds.js';
import type { Parts } from '../parts.js';
import type { Person } from '../ports.js';
import { chatOf } from '../parts.js';
import { loadCase } from '../run-case.js';

/** What Routewijzer keeps about somebody. */
export interface MyTraces {
  readonly person: Person;
  readonly chat: boolean;
  readonly visits: readonly string[];
  /** Codes of the cases in which I take part now. */
  readonly cases: readonly string[];
  /** Codes of those that I took part in, or that are closed. */
  readonly former: readonly string[];
  /** Codes of open cases that still need me. */
  readonly holds: readonly string[];
  /** How many texts I wrote. */
  readonly texts: number;
}

/** Ids of texts, as events name them. */
const TEXT_ID = /"(t-[\w-]+)"/g;

export async function tracesOf(parts: Parts, person: Person): Promise<MyTraces> {
  const { visits, cases } = await parts.store.traces(person.id);
  const mine: string[] = [];
  const former: string[] = [];
  const holds: string[] = [];
  let texts = 0;
  for (const row of cases) {
    const loaded = await loadCase(parts, row.stream);
    if (!loaded) continue;
    const { state, events } = loaded;
    const inside = state.people.some((one) => one.person === person.id);
    (inside && !state.closed ? mine : former).push(state.code);
    if (holdsSomething(state, person.id)) holds.push(state.code);
    const written = new Set(events.flatMap((event) => (event.actor === person.id ? [...JSON.stringify(event.data).matchAll(TEXT_ID)].map(([, id]) => id ?? '') : [])));
    // Only those that still stand: some were taken out since.
    for (const id of written) if ((await parts.store.text(id)) !== undefined) texts += 1;
  }
  return { person, chat: (await parts.store.conversation(chatOf(person))) !== undefined, visits, cases: mine, former, holds, texts };
}
