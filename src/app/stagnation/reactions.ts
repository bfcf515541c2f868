import type { CaseState } from '../../case/state.js';
import { chatOf } from '../parts.js';
import type { OutboxInput } from '../store-port.js';
import type { React, Reacting } from '../reacting.js';

export const reactToStagnation: React = (event, on) => [...live(on), ...news(event, on)];

const news: React = (event, { before, after, anew, timer, channel }) => {
  const { stagnation } = after;
  const raiser = (stagnation ?? after.lastStagnation)?.raisedBy ?? null;
  const toRaiser = () => (raiser === null ? [] : [anew('raised', chatOf(raiser))]);
  const again = (name: string, at: string | null) => (at === null ? [] : [timer(name, at)]);
  switch (event.type) {
    case 'CaseStuck': return toRaiser();
    case 'Escalated': return [anew('stagnation', channel), ...again('unclaimed', event.data.againAt)];
    case 'StagnationRepeated': return [anew('stagnation', channel), ...again('unclaimed-second', event.data.secondAt)];
    case 'StagnationReleased': return [anew('stagnation', channel), ...again('unclaimed', event.data.againAt)];
    case 'SecondAsked': return [anew('stagnation-second', chatOf(event.data.person))];
    case 'StagnationClaimed': return [...(event.actor === null ? [] : [anew('stagnation-contact', chatOf(event.actor))]), ...toRaiser()];
    case 'RoleNudged': return [anew('nudge', chatOf(event.data.person))];
    case 'MdoProposed': return [...new Set([after.owner, after.step?.holder ?? after.owner])].map((person) => anew('mdo-proposal', chatOf(person)));
    // A case that is closed says so on the case's own card.
    case 'StagnationClosed': return [...(before?.closed === after.closed ? toRaiser() : []), ...(event.data.to === null ? [] : [anew('regie-notice', chatOf(event.data.to))])];
    default: return [];
  }
};

/** Whatever happens to a case that is or was just stuck: the cards about it that stand somewhere tell the same. */
function live({ before, after, card, channel }: Reacting): OutboxInput[] {
  const shown = after.stagnation ?? (before?.stagnation ? after.lastStagnation ?? before.stagnation : null);
  // Also to whom an earlier one was handed on: what stands there would otherwise stay for ever.
  const handedTo = [...new Set([after.lastStagnation?.to, before?.lastStagnation?.to])].flatMap((person) => person ?? []);
  const notice = handedTo.map((person) => card('regie-notice', chatOf(person), 'update'));
  if (!shown) return notice;
  const to = (name: string, people: readonly (string | null | undefined)[]) => [...new Set(people)].flatMap((person) => (
    person === null || person === undefined ? [] : [card(name, chatOf(person), 'update')]
  ));
  return [
    ...notice,
    ...(shown.atStagnatiepunt && inChannel(before, after) ? [card('stagnation', channel, 'update')] : []),
    ...to('stagnation-contact', [shown.claimedBy, before?.stagnation?.claimedBy]),
    ...to('raised', [shown.raisedBy]),
    ...to('nudge', shown.nudges.map((one) => one.person)),
    ...(shown.mdoProposedAt === null ? [] : to('mdo-proposal', after.people.map((one) => one.person))),
    ...to('stagnation-second', [shown.secondAsked]),
  ];
}

/** Did something change that the channel shows: the stagnation itself, the step, the role, or that the case was closed? */
function inChannel(before: CaseState | undefined, after: CaseState): boolean {
  return before?.stagnation !== after.stagnation || before?.closed !== after.closed
    || before?.step?.id !== after.step?.id || before?.step?.holderRole !== after.step?.holderRole;
}
