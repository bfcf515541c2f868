import type { Activity, TurnContext } from 'botbuilder';
import type { Reply } from '../app/input.js';
import { NothingRecorded } from '../app/recorded.js';
import { cardMessage } from './sending.js';

export const WENT_WRONG = 'Er ging iets mis. Probeer het zo nog eens.';
export const WENT_WRONG_UNRECORDED = 'Er ging iets mis. Er is niets vastgelegd. Probeer het zo nog eens.';

/** What may be said of this failure: that nothing was recorded only where that is sure. */
export function sorry(error: unknown): string {
  return error instanceof NothingRecorded ? WENT_WRONG_UNRECORDED : WENT_WRONG;
}

export const WHO_ARE_YOU = 'Ik kan niet zien wie je bent. Open Routewijzer in Teams met je werkaccount. Er is niets vastgelegd.';
export const ONLY_TEXT = 'Ik kan alleen tekst lezen. Typ je vraag, dan kijk ik met je mee.';

/**
 * Answers a message: a card or a sentence in the conversation. Calls `reply.sent` when the channel gave an id; if that
 * fails it is only reported, because the person has the answer already.
 */
export async function answerMessage(context: TurnContext, reply: Reply, onError: (error: unknown) => void): Promise<void> {
  try {
    await sendReply(context, reply, onError);
  } catch (error) {
    await reply.turn?.failed().catch(onError);
    throw error;
  }
  await reply.turn?.answered().catch(onError);
}

async function sendReply(context: TurnContext, reply: Reply, onError: (error: unknown) => void): Promise<void> {
  if (reply.kind === 'none') return;
  if (reply.kind === 'text') {
    await sendText(context, reply.text);
    return;
  }
  const sent = await context.sendActivity(cardMessage(reply.message));
  const id = sent?.id ?? '';
  if (id !== '') await reply.sent?.(id).catch(onError);
}

export async function sendText(context: TurnContext, text: string): Promise<void> {
  await context.sendActivity({ type: 'message', text });
}

/**
 * Answers a click: the card comes back in the invoke response, which replaces the clicked card for this person only.
 * Built by hand, because teams-ai's own `actionExecute` remembers one person's answer type for the next.
 */
export function answerClick(context: TurnContext, reply: Reply): Promise<void> {
  if (reply.kind === 'card') return invokeResponse(context, 200, cardAction('application/vnd.microsoft.card.adaptive', reply.message.card));
  return invokeResponse(context, 200, messageAction(reply.kind === 'text' ? reply.text : ''));
}

/** A click that no card of ours can have sent. */
export function answerMalformedClick(context: TurnContext): Promise<void> {
  const value = { code: 'BadRequest', message: 'value.action is missing' };
  return invokeResponse(context, 200, { statusCode: 400, type: 'application/vnd.microsoft.error', value });
}

/** An invoke that this bot does not know: nobody's fault of ours, so no 5xx (the SDK's own word would be 501). */
export function answerUnknownInvoke(context: TurnContext): Promise<void> {
  return invokeResponse(context, 400, undefined);
}

/** The sentence for a turn that failed, in the form that this activity can show. */
export function answerFailure(context: TurnContext, error: unknown): Promise<void> {
  return context.activity.type === 'invoke' ? invokeResponse(context, 200, messageAction(sorry(error))) : sendText(context, sorry(error));
}

function messageAction(text: string): object {
  return cardAction('application/vnd.microsoft.activity.message', text);
}

function cardAction(type: string, value: unknown): object {
  return { statusCode: 200, type, value };
}

export async function invokeResponse(context: TurnContext, status: number, body: object | undefined): Promise<void> {
  const activity: Partial<Activity> = { type: 'invokeResponse', value: { status, body } };
  await context.sendActivity(activity);
}
