import { parseButton } from '../cards/button.js';
import { refuse } from '../case/refusals.js';
import { commandIdOf, type Click } from './click.js';
import { onClose, onConsent, onMdoAnswer, onPlanMdo, onProgress, onShow, onStagnation } from './clicks-case.js';
import { onCaseForm, onOpenCase, onRefer } from './clicks-open.js';
import { onRole, onRoles, onSchema } from './clicks-route.js';
import { onStart, onVisit } from './clicks-visit.js';
import { onCases, onOverview } from './lists.js';
import { noticeFor } from './notices.js';
import { chatOf, type Parts } from './parts.js';
import type { Input, Reply } from './input.js';
import type { Person, Place } from './ports.js';

type OnClick = (parts: Parts, click: Click) => Promise<Reply>;

/** What each verb does. A verb that is not here was never on a card of ours. */
const VERBS: ReadonlyMap<string, OnClick> = new Map<string, OnClick>([
  ['start', onStart],
  ['answer', onVisit], ['change', onVisit], ['back', onVisit], ['stop', onVisit], ['resume', onVisit],
  ['case-form', onCaseForm], ['open-case', onOpenCase], ['refer', onRefer], ['show', onShow],
  ['step-done', onProgress], ['step-waits', onProgress], ['stuck', onProgress], ['runs-again', onProgress],
  ['gezag', onConsent], ['consent', onConsent], ['close', onClose],
  ['mdo', onPlanMdo], ['mdo-answer', onMdoAnswer], ['mdo-record', onMdoAnswer],
  ['claim', onStagnation], ['stagnation-close', onStagnation],
  ['cases', onCases], ['overview', onOverview],
  ['schema', onSchema], ['role', onRole], ['roles', onRoles],
]);

/** Buttons on the one card that stands in a channel; all others belong in a personal chat. */
const IN_CHANNEL = new Set(['claim']);

/** A click: parsed, tied to the person whom the channel names, and handed to its verb. */
export async function onClick(parts: Parts, input: Extract<Input, { kind: 'click' }>, person: Person): Promise<Reply> {
  // Teams refreshing a card by itself is no click: it may show, never change.
  if (input.automatic) return { kind: 'none' };
  const pressed = parseButton(input.data);
  const on = pressed ? VERBS.get(pressed.verb) : undefined;
  if (!pressed || !on || (input.scene.kind === 'channel' && !IN_CHANNEL.has(pressed.verb))) {
    return { kind: 'card', message: noticeFor(parts, person, refuse('unknown-button')) };
  }
  const place: Place = input.scene.kind === 'personal' ? chatOf(person) : { kind: 'stagnatiepunt', region: parts.route.region.region };
  // The card of the stagnatiepunt stands in the linked channel and nowhere else.
  const linked = input.scene.kind === 'personal' ? undefined : await parts.store.conversation(place);
  if (input.scene.kind === 'channel' && linked?.conversationId !== input.scene.conversation.conversationId) {
    return { kind: 'card', message: noticeFor(parts, person, refuse('unknown-button')) };
  }
  return on(parts, { pressed, person, place, cardActivityId: input.cardActivityId, commandId: commandIdOf(pressed, person) });
}
