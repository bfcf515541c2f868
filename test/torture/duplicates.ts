import { codeOf, kindOf, textOf } from './card.js';
import type { Call, Connector } from './connector.js';
import type { Duplicate } from './frame.js';
import { stepIn } from './ledger.js';
import { CHANNEL } from './teams.js';

/** So long after a post was taken in the bot has written it down, on a busy machine too. */
const WRITTEN_DOWN_MS = 3_000;

/**
 * What was posted twice for the same thing and stands there twice: a card that was replaced says so itself and is none. A post may
 * repeat only when something happened between the sending and the writing down (a death, a fault of the connector, a database that
 * went away); any other is forbidden.
 */
export function findDuplicates(connector: Connector, happened: (from: number, to: number) => readonly string[]): { duplicates: Duplicate[]; forbidden: string[] } {
  const stands = new Map<string, string>();
  for (const conversationId of new Set(connector.calls.map((call) => call.conversationId))) {
    for (const { id, card } of connector.standing(conversationId)) stands.set(id, kindOf(card));
  }
  const groups = new Map<string, Call[]>();
  for (const call of connector.calls) {
    if (call.kind !== 'post') continue;
    const key = call.replyToId === undefined ? sameThing(call) : `${call.conversationId} reply to ${call.replyToId}`;
    if (key !== undefined && stands.get(call.activityId) === kindOf(call.card)) groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  const duplicates: Duplicate[] = [];
  const forbidden: string[] = [];
  for (const [key, calls] of groups) {
    if (calls.length < 2) continue;
    const where = whereOf(calls[0], key.includes(' reply to '));
    const why = [...new Set(calls.slice(0, -1).map((call) => call.fate ?? happened(call.at, call.at + WRITTEN_DOWN_MS)[0] ?? (call.answered ? '' : 'the connector did not answer')))];
    if (why.includes('')) forbidden.push(`${where} was posted ${String(calls.length)} times, and nothing happened in between`);
    duplicates.push({ count: calls.length - 1, where, why: why.map((one) => one || 'no reason known').join('; ') });
  }
  return { duplicates, forbidden };
}

/** Two posts with the same key say the same thing; undefined for what belongs to no case. */
function sameThing(call: Call): string | undefined {
  const code = codeOf(call.card);
  const again = /opnieuw gemeld|Wil je laten weten/.exec(textOf(call.card))?.[0] ?? '';
  return code === undefined ? undefined : [call.conversationId, kindOf(call.card), code, stepIn(textOf(call.card)), again].join(' ');
}

function whereOf(call: Call | undefined, reply: boolean): string {
  const place = call?.conversationId === CHANNEL ? 'the stagnatiepunt channel' : 'a personal chat';
  return `${reply ? 'the answer to a typed message' : `card ${kindOf(call?.card)}`} in ${place}`;
}

/** The same places and reasons together. */
export function summed(duplicates: readonly Duplicate[]): Duplicate[] {
  const sums = new Map<string, Duplicate>();
  for (const one of duplicates) {
    const key = `${one.where}|${one.why}`;
    sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()].sort((one, other) => other.count - one.count);
}
