import { encodeButton } from '../cards/button.js';
import type { Rendered } from './ports.js';

/** Teams takes no more. */
const MOST_VIEWERS = 60;

/**
 * The card with Teams' own refresh: each of these people (`29:` ids) gets their own view of it when they look at it.
 * Without anybody it stays as it is.
 */
export function refreshing(message: Rendered, card: string, target: { readonly ref: string; readonly seen: number }, viewers: readonly string[]): Rendered {
  if (viewers.length === 0) return message;
  const action = { type: 'Action.Execute', title: 'Ververs', verb: 'refresh', data: encodeButton('refresh', target.ref, target.seen, { card }) };
  return { ...message, card: { ...message.card, refresh: { action, userIds: viewers.slice(0, MOST_VIEWERS) } } };
}
