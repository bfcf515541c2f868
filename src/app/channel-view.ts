import type { CardData } from '../cards/data.js';
import { chatOf, type Parts } from './parts.js';
import type { Person } from './ports.js';
import type { LoadedCase } from './run-case.js';

/** The card in the stagnatiepunt channel as one of its readers sees it; who reads along without being of it sees no buttons. */

type Data = CardData<'stagnation'>;

const ROLE = 'stagnatiepunt';
const ASKED = 'Werk je bij het stagnatiepunt? Dan staat hier de knop “Ik pak dit op”. Zie je die niet, stuur Routewijzer dan eerst een persoonlijk bericht.';
const YOURS = 'Jij hebt dit opgepakt. In je persoonlijke chat met Routewijzer staat met wie je contact opneemt.';

/** The `29:` ids of the registered people of the stagnatiepunt who have a chat with Routewijzer, by name. */
export async function stagnatiepuntViewers(parts: Parts, region: string): Promise<readonly string[]> {
  const people = (await parts.store.peopleOfRegion(region)).filter((person) => person.role === ROLE);
  const chats = await Promise.all(people.map((person) => parts.store.conversation(chatOf(person))));
  return chats.flatMap((chat) => (chat?.userId === undefined ? [] : [chat.userId]));
}

/**
 * `refreshes`: there is somebody who gets an own view of this card. Where nobody does, the button stands there for
 * everybody: who may claim is decided when it is pressed.
 */
export function channelView(data: Data, { state }: LoadedCase, refreshes: boolean, viewer: Person | undefined): Data {
  const ofThem = viewer?.registered === true && viewer.role === ROLE;
  if (ofThem && state.stagnation?.claimedBy === viewer.id) return { ...data, hint: YOURS };
  if (ofThem || !refreshes || data.buttons.length === 0) return data;
  return { ...data, buttons: [], hint: ASKED };
}
