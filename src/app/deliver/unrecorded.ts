import type { SentCard, Store } from '../store-port.js';
import type { CardRow } from './drawn.js';

/**
 * Messages that were posted while the store could not write down that they stand there (a full disk, a lost connection).
 * Only this process knows of them; with it they would be posted twice. There are as many as were on their way when it failed.
 */
const kept = new WeakMap<Store, Map<string, { readonly shows: SentCard; readonly wanted: number }>>();

const nameOf = ({ stream, card, place }: CardRow) => JSON.stringify([stream, card, place]);

export function keepUnrecorded(store: Store, row: CardRow, shows: SentCard): void {
  const those = kept.get(store) ?? new Map<string, { readonly shows: SentCard; readonly wanted: number }>();
  those.set(nameOf(row), { shows, wanted: row.wanted });
  kept.set(store, those);
}

/** Writes down what could not be written down before. True when that was all that this row still asked for. */
export async function recordLate(store: Store, row: CardRow): Promise<boolean> {
  const late = kept.get(store)?.get(nameOf(row));
  if (!late) return false;
  if (!(await store.sentCard(row.stream, row.card, row.place))) await store.saveSentCard(row.stream, row.card, row.place, late.shows);
  kept.get(store)?.delete(nameOf(row));
  return late.wanted === row.wanted;
}
