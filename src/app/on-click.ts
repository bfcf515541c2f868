import { parseButton } from '../cards/button.js';
import { refuse } from '../case/refusals.js';
import { answerVerbs } from './answers/clicks.js';
import { commandIdOf, LISTS } from './click.js';
import { caseVerbs } from './case/clicks.js';
import { consentVerbs } from './consent/clicks.js';
import { contactVerbs } from './contact/clicks.js';
import { onRole, onRoles, onSchema } from './clicks-route.js';
import { onStart, onVisit } from './clicks-visit.js';
import { onCases, onClosedCases, onOverview } from './lists.js';
import { mdoVerbs } from './mdo/clicks.js';
import { meVerbs } from './me/clicks.js';
import { noticeFor } from './notices.js';
import { chatOf, type Parts } from './parts.js';
import { peopleVerbs } from './people/clicks.js';
import { planVerbs } from './plan/clicks.js';
import type { Input, Reply } from './input.js';
import type { Person, Place, Rendered } from './ports.js';
import { printVerbs } from './print/clicks.js';
import { recordVerbs } from './record/clicks.js';
import { onRefresh } from './refresh.js';
import { stagnationVerbs } from './stagnation/clicks.js';
import { stepVerbs } from './step/clicks.js';
import { undeliveredVerbs } from './undelivered/clicks.js';
import type { OnClick } from './verbs.js';

/** What each verb does. A verb that is not here was never on a card of ours. */
const VERBS: ReadonlyMap<string, OnClick> = new Map(Object.entries<OnClick>({
  start: onStart, answer: onVisit, change: onVisit, back: onVisit, stop: onVisit, resume: onVisit,
  cases: onCases, 'closed-cases': onClosedCases, overview: onOverview, schema: onSchema, role: onRole, roles: onRoles,
  ...caseVerbs, ...stepVerbs, ...peopleVerbs, ...consentVerbs, ...contactVerbs, ...mdoVerbs, ...planVerbs, ...stagnationVerbs, ...recordVerbs, ...meVerbs, ...printVerbs, ...answerVerbs, ...undeliveredVerbs,
}));

/** Buttons on the one card that stands in a channel; all others belong in a personal chat. */
const IN_CHANNEL = new Set(['claim', 'refresh']);

/** A list drawn anew for the one in whose chat it stands; undefined for what is no list. `view` is as `listInPlace` wrote it. */
export async function listOf(parts: Parts, person: Person, view: string): Promise<Rendered | undefined> {
  const pressed = view.startsWith('{') ? parseButton(JSON.parse(view)) : undefined;
  const on = pressed && LISTS.has(pressed.verb) ? VERBS.get(pressed.verb) : undefined;
  if (!pressed || !on) return undefined;
  const reply = await on(parts, { pressed, person, place: chatOf(person), cardActivityId: undefined, commandId: '', dialog: 'none' });
  return reply.kind === 'card' ? reply.message : undefined;
}

/** A click: parsed, tied to the person whom the channel names, and handed to its verb. */
export async function onClick(parts: Parts, input: Extract<Input, { kind: 'click' }>, person: Person): Promise<Reply> {
  const pressed = parseButton(input.data);
  // Teams refreshing a card by itself is no click: it may show, never change.
  if (input.automatic && pressed?.verb !== 'refresh') return { kind: 'none' };
  const on = pressed?.verb === 'refresh' ? onRefresh : pressed && VERBS.get(pressed.verb);
  if (!pressed || !on || (input.scene.kind === 'channel' && !IN_CHANNEL.has(pressed.verb))) {
    return { kind: 'card', message: noticeFor(parts, person, refuse('unknown-button')) };
  }
  const place: Place = input.scene.kind === 'personal' ? chatOf(person) : { kind: 'stagnatiepunt', region: parts.route.region.region };
  // The card of the stagnatiepunt stands in the linked channel and nowhere else.
  const linked = input.scene.kind === 'personal' ? undefined : await parts.store.conversation(place);
  if (input.scene.kind === 'channel' && linked?.conversationId !== input.scene.conversation.conversationId) {
    return { kind: 'card', message: noticeFor(parts, person, refuse('unknown-button')) };
  }
  return on(parts, { pressed, person, place, cardActivityId: input.cardActivityId, commandId: commandIdOf(pressed, person), dialog: input.dialog });
}
