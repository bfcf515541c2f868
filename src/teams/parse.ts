import type { Input } from '../app/input.js';
import { activitySchema, cardActionSchema, submitSchema, taskSchema, type Account, type ReadActivity } from './activity.js';
import { sceneOf, speakerOf } from './scene.js';
import { typedText } from './text.js';

/** `what` of a picture or file without words in personal chat: the only unsupported thing that gets a sentence. */
export const ATTACHMENT_ONLY = 'attachment in personal chat';

/** `what` of something that an account did of which the channel does not say who it is, in personal chat. */
export const NOBODY = 'account without a person';

const unsupported = (what: string): Input => ({ kind: 'unsupported', what });

/**
 * Turns an activity of the Bot Framework into one member of the closed union `Input`. Never throws. Who speaks and
 * where comes from the channel's own fields, never from what a card or a person sent along.
 */
export function parseActivity(activity: unknown): Input {
  const parsed = activitySchema.safeParse(activity);
  if (!parsed.success) return unsupported('malformed');
  const read = parsed.data;
  if (read.from !== undefined && read.from.id === read.recipient?.id) return unsupported('from the bot itself');
  switch (read.type) {
    case 'message': return message(read);
    case 'invoke': return invoke(read);
    case 'conversationUpdate': return joined(read);
    case 'installationUpdate': return installed(read);
    default: return unsupported('other activity');
  }
}

function message(read: ReadActivity): Input {
  if (read.from === undefined) return unsupported('malformed');
  const speaker = speakerOf(read.from, read);
  const scene = sceneOf(read);
  if (speaker === undefined) return nobody(scene);
  const submit = submitSchema.safeParse(read.value);
  if (submit.success) {
    return {
      kind: 'click', data: read.value, verb: submit.data.verb, speaker, scene, cardActivityId: read.replyToId, automatic: false, dialog: 'none',
    };
  }
  const text = typedText(read);
  if (text !== '') return { kind: 'text', text, speaker, scene, activityId: read.id };
  // Teams adds a text/html attachment to formatted text; that is no file.
  const files = (read.attachments ?? []).filter((file) => file !== undefined && file.contentType !== 'text/html');
  return unsupported(files.length > 0 && scene.kind === 'personal' ? ATTACHMENT_ONLY : 'message without text');
}

function invoke(read: ReadActivity): Input {
  if (read.from === undefined) return unsupported('invoke');
  if (read.name === 'task/fetch' || read.name === 'task/submit') return dialog(read, read.from, read.name === 'task/fetch' ? 'open' : 'submit');
  if (read.name !== 'adaptiveCard/action') return unsupported('invoke');
  const value = cardActionSchema.safeParse(read.value);
  if (!value.success) return unsupported('card action without action');
  const { action, trigger } = value.data;
  const speaker = speakerOf(read.from, read);
  const scene = sceneOf(read);
  if (speaker === undefined) return nobody(scene);
  const inData = submitSchema.safeParse(action.data);
  return {
    kind: 'click',
    data: action.data,
    verb: action.verb ?? (inData.success ? inData.data.verb : ''),
    speaker,
    scene,
    cardActivityId: read.replyToId,
    automatic: trigger === 'automatic',
    dialog: 'none',
  };
}

/** A click in a dialog has no card in the chat, whatever card the dialog was opened from: that one stays as it is. */
function dialog(read: ReadActivity, from: Account, step: 'open' | 'submit'): Input {
  const value = taskSchema.safeParse(read.value);
  if (!value.success) return unsupported('dialog without data');
  const speaker = speakerOf(from, read);
  const scene = sceneOf(read);
  if (speaker === undefined) return nobody(scene);
  const inData = submitSchema.safeParse(value.data.data);
  return {
    kind: 'click', data: value.data.data, verb: inData.success ? inData.data.verb : '', speaker, scene,
    cardActivityId: undefined, automatic: false, dialog: step,
  };
}

/** In a channel nothing is said to it: two bots could go on for ever. */
function nobody({ kind }: ReturnType<typeof sceneOf>): Input {
  return unsupported(kind === 'personal' ? NOBODY : 'account without a person in a channel');
}

function joined(read: ReadActivity): Input {
  const added = (read.membersAdded ?? []).filter((member) => member !== undefined);
  // Renamed, left, removed: nobody to reach from now on.
  if (added.length === 0) return unsupported('conversation update');
  const scene = sceneOf(read);
  const person = added.find((member) => member.id !== read.recipient?.id);
  const who = scene.kind === 'personal' && read.from?.aadObjectId !== undefined ? read.from : person;
  return { kind: 'arrived', scene: reachable(scene, who), speaker: who && speakerOf(who, read) };
}

function installed(read: ReadActivity): Input {
  // "remove" and "remove-upgrade" mean that sending would fail from now on.
  if (read.action?.startsWith('add') !== true) return unsupported('installation update');
  const scene = sceneOf(read);
  return { kind: 'arrived', scene: reachable(scene, read.from), speaker: read.from && speakerOf(read.from, read) };
}

/** In personal chat the one who arrived is the one to send to, also when the channel itself is the sender. */
function reachable(scene: ReturnType<typeof sceneOf>, who: Account | undefined): ReturnType<typeof sceneOf> {
  if (scene.kind !== 'personal' || who === undefined) return scene;
  return { ...scene, conversation: { ...scene.conversation, userId: who.id } };
}
