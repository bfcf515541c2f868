import type { TurnContext } from 'botbuilder';
import { dialogCard } from '../cards/dialog.js';
import { refuse } from '../case/refusals.js';
import type { Input, Reply } from '../app/input.js';
import type { Rendered } from '../app/ports.js';
import { invokeResponse, sorry } from './answer.js';

/** What a dialog says when nothing better is known: something was recorded. */
export const RECORDED = 'Vastgelegd.';
const CARD = 'application/vnd.microsoft.card.adaptive';

/**
 * Answers a click in a dialog (invokes `task/fetch` and `task/submit`). A card stays in the dialog: a form that came back,
 * a refusal, a page to read. What was done ends the dialog with a sentence; no content at all just closes it.
 */
export function answerDialog(context: TurnContext, input: Extract<Input, { kind: 'click' }>, reply: Reply): Promise<void> {
  switch (reply.kind) {
    case 'none': return invokeResponse(context, 200, undefined);
    case 'text': return invokeResponse(context, 200, message(reply.text));
    case 'card': return invokeResponse(context, 200, input.dialog === 'submit' && reply.form === false
      ? message(reply.said ?? RECORDED) : goesOn(reply.message, reply.form === true));
  }
}

/** A dialog that no card of ours can have sent. */
export function answerMalformedDialog(context: TurnContext): Promise<void> {
  return answerDialogText(context, refuse('unknown-button').text);
}

/** Ends a dialog with one sentence. */
export function answerDialogText(context: TurnContext, text: string): Promise<void> {
  return invokeResponse(context, 200, message(text));
}

/**
 * A turn that failed. A form that could not be sent stays open with what was typed in it: that is what Teams does with a
 * status that is no success. A form that could not be opened says so.
 */
export function answerFailedDialog(context: TurnContext, error: unknown): Promise<void> {
  return context.activity.name === 'task/submit' ? invokeResponse(context, 500, undefined) : invokeResponse(context, 200, message(sorry(error)));
}

export function isDialog({ activity }: TurnContext): boolean {
  return activity.name === 'task/fetch' || activity.name === 'task/submit';
}

function message(text: string): object {
  return { task: { type: 'message', value: text } };
}

function goesOn({ card, summary }: Rendered, form: boolean): object {
  const content = dialogCard(card);
  return { task: { type: 'continue', value: { title: titleOf(summary), height: form ? 'large' : 'medium', width: 'medium', card: { contentType: CARD, content } } } };
}

/** "Casus 7K3F2" of "Casus 7K3F2: toestemming": the card itself has the heading. */
function titleOf(summary: string): string {
  return summary.split(':')[0]?.trim() ?? summary;
}
