/** Who and where, in the ids that Teams uses: `29:` for people, `28:` for the bot, `19:…@thread.tacv2` for channels. */

/** A demo person as the page shows them. `roleLabel` is Dutch and ready to show. */
export interface DeskPerson {
  readonly aadObjectId: string;
  readonly name: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly organisation: string;
}

export interface Place {
  readonly id: string;
  readonly kind: 'personal' | 'channel';
  readonly name: string;
}

export const TENANT_ID = '5f0c3b9e-0d4a-4f57-9a51-6d1c0de00001';
export const BOT = { id: '28:routewijzer', name: 'Routewijzer' } as const;

/** As in Teams, the team's id is the id of its first channel. */
export const TEAM = { id: '19:algemeen@thread.tacv2', name: 'Ondersteuningsroute' } as const;
export const CHANNELS: readonly Place[] = [
  { id: TEAM.id, kind: 'channel', name: 'Algemeen' },
  { id: '19:stagnatiepunt@thread.tacv2', kind: 'channel', name: 'Stagnatiepunt' },
];

/** The `29:` id under which the bot knows this person. */
export function userId(person: DeskPerson): string {
  return `29:${person.aadObjectId}`;
}

/** This person's own chat with the bot. */
export function personalPlace(person: DeskPerson): Place {
  return { id: `a:${person.aadObjectId}`, kind: 'personal', name: BOT.name };
}

export function placesOf(person: DeskPerson): readonly Place[] {
  return [personalPlace(person), ...CHANNELS];
}

/** A reply in a channel is addressed to a thread (`…;messageid=…`); the desk shows a channel as one list. */
export function withoutThread(conversationId: string): string {
  return conversationId.split(';')[0] ?? conversationId;
}

/** The people who read along in a conversation; undefined when there is no such conversation. */
export function membersOf(people: readonly DeskPerson[], conversationId: string): readonly DeskPerson[] | undefined {
  const id = withoutThread(conversationId);
  if (CHANNELS.some((channel) => channel.id === id)) return people;
  const owner = people.find((person) => personalPlace(person).id === id);
  return owner === undefined ? undefined : [owner];
}
