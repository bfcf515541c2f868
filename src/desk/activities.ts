import { BOT, CHANNELS, TEAM, TENANT_ID, userId, type DeskPerson, type Place } from './places.js';

/** Activities in the shape in which Teams sends them to a bot. Pure: ids, time and address are arguments. */

export interface Envelope {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly serviceUrl: string;
}
export type Activity = Readonly<Record<string, unknown>>;

/** The button that was pressed; `data` is already merged with the inputs, as Teams does. */
export interface Press {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly cardActivityId: string;
  /** `automatic`: nobody pressed anything, the client asks for this person's own view of the card (its `refresh`). */
  readonly trigger: 'manual' | 'automatic';
}

/** A dialog (task module): the button that opens it, or a button in it, with what was typed. */
export interface Task {
  readonly step: 'fetch' | 'submit';
  readonly data: Readonly<Record<string, unknown>>;
  readonly cardActivityId: string;
}

function base(envelope: Envelope, person: DeskPerson, place: Place): Record<string, unknown> {
  const personal = place.kind === 'personal';
  return {
    id: envelope.id,
    timestamp: envelope.at,
    localTimezone: 'Europe/Amsterdam',
    locale: 'nl-NL',
    channelId: 'msteams',
    serviceUrl: envelope.serviceUrl,
    from: { id: userId(person), name: person.name, aadObjectId: person.aadObjectId },
    recipient: BOT,
    conversation: {
      id: place.id,
      conversationType: place.kind,
      tenantId: TENANT_ID,
      ...(personal ? {} : { isGroup: true, name: place.name }),
    },
    channelData: {
      tenant: { id: TENANT_ID },
      ...(personal ? {} : { team: TEAM, channel: { id: place.id, name: place.name } }),
    },
  };
}

/** Something typed. In a channel it starts a thread and mentions the bot, or the bot would not get it. */
export function textActivity(envelope: Envelope, person: DeskPerson, place: Place, text: string): Activity {
  const activity = { ...base(envelope, person, place), type: 'message', textFormat: 'plain' };
  if (place.kind === 'personal') return { ...activity, text, entities: [] };
  const mention = `<at>${BOT.name}</at>`;
  return {
    ...activity,
    conversation: { id: `${place.id};messageid=${envelope.id}`, conversationType: 'channel', tenantId: TENANT_ID, isGroup: true },
    text: `${mention} ${text}`,
    entities: [{ type: 'mention', mentioned: BOT, text: mention }],
  };
}

/** A click on an `Action.Execute`. In a channel the card that was clicked is its thread's first message. */
export function clickActivity(envelope: Envelope, person: DeskPerson, place: Place, press: Press): Activity {
  return {
    ...onCard(envelope, person, place, press.cardActivityId),
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: press.verb, data: press.data }, trigger: press.trigger },
  };
}

/** Opening a dialog with an `Action.Submit`, or sending one from it. */
export function taskActivity(envelope: Envelope, person: DeskPerson, place: Place, { step, data, cardActivityId }: Task): Activity {
  return { ...onCard(envelope, person, place, cardActivityId), name: `task/${step}`, value: { data, context: { theme: 'default' } } };
}

function onCard(envelope: Envelope, person: DeskPerson, place: Place, cardActivityId: string): Activity {
  return {
    ...base(envelope, person, place),
    ...(place.kind === 'personal'
      ? {}
      : { conversation: { id: `${place.id};messageid=${cardActivityId}`, conversationType: 'channel', tenantId: TENANT_ID, isGroup: true } }),
    type: 'invoke',
    replyToId: cardActivityId,
  };
}

/** The app was installed for this person or in this channel: from now on the bot can reach them. */
export function installedActivity(envelope: Envelope, person: DeskPerson, place: Place): Activity {
  return { ...base(envelope, person, place), type: 'installationUpdate', action: 'add' };
}

/** What follows an installation: the bot is a member of this conversation now. */
export function joinedActivity(envelope: Envelope, person: DeskPerson, place: Place): Activity {
  const activity = base(envelope, person, place);
  if (place.kind === 'personal') {
    return { ...activity, type: 'conversationUpdate', membersAdded: [{ id: userId(person), aadObjectId: person.aadObjectId }, BOT] };
  }
  return {
    ...activity,
    type: 'conversationUpdate',
    membersAdded: [BOT],
    channelData: {
      tenant: { id: TENANT_ID },
      team: TEAM,
      channel: { id: place.id, name: place.name },
      eventType: place.id === CHANNELS[0]?.id ? 'teamMemberAdded' : 'channelCreated',
    },
  };
}
