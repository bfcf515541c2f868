import { post, type Message, type Person, type Place } from './api.js';

/**
 * What a card shows to one person only, by Teams' `refresh`: asked for when the card comes into view, once for each version
 * of the message and each person. A later look at the same version shows what was answered then.
 */

interface Refresh { readonly verb: string; readonly data: Record<string, unknown>; readonly userIds: readonly string[] }
export interface OwnView { readonly index: number; readonly card: Record<string, unknown> }

const asked = new Map<string, Promise<Record<string, unknown> | undefined>>();

/** This person's own views of the cards of a message that have them. */
export async function ownViews(message: Message, person: Person, place: Place): Promise<readonly OwnView[]> {
  const views = await Promise.all(message.cards.map(async (card, index) => {
    const refresh = refreshOf(card);
    if (refresh === undefined || !refresh.userIds.includes(`29:${person.aadObjectId}`)) return [];
    const key = [person.aadObjectId, message.id, message.revision, index].join(' ');
    const answer = asked.get(key) ?? ask(message, person, place, refresh);
    asked.set(key, answer);
    const own = await answer;
    return own === undefined ? [] : [{ index, card: own }];
  }));
  return views.flat();
}

async function ask(message: Message, person: Person, place: Place, { verb, data }: Refresh): Promise<Record<string, unknown> | undefined> {
  const answer = await post('/desk/api/click', { person: person.aadObjectId, conversation: place.id, card: message.id, verb, data, trigger: 'automatic' });
  // Nobody pressed anything: what goes wrong here leaves the card as it stands.
  return answer.card;
}

function refreshOf(card: Record<string, unknown>): Refresh | undefined {
  const refresh = card['refresh'] as { action?: Partial<Refresh>; userIds?: readonly string[] } | undefined;
  const verb = refresh?.action?.verb;
  return verb === undefined ? undefined : { verb, data: refresh?.action?.data ?? {}, userIds: refresh?.userIds ?? [] };
}
