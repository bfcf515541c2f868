import { duoPartnerOf } from '../../case/people/decide-place.js';
import { chatOf } from '../parts.js';
import type { React } from '../reacting.js';

export const reactToStep: React = (event, { before, after, card, anew, timer }) => {
  // Two who share a place are both asked, and either may answer.
  const both = (person: string) => [person, duoPartnerOf(after, person)].flatMap((one) => one ?? []);
  const holderCard = () => (after.step ? both(before?.step?.asked?.person ?? before?.step?.holder ?? after.step.holder).map((one) => card('term', chatOf(one), 'update')) : []);
  switch (event.type) {
    case 'StepStarted': return event.data.dueAt ? [timer('term', event.data.dueAt)] : [];
    case 'StepWaits': return [timer('term', event.data.dueAt), ...holderCard()];
    case 'HolderAsked': return [...both(event.data.asked).map((one) => anew('term', chatOf(one))), ...(event.data.graceUntil === '' ? [] : [timer('grace', event.data.graceUntil)])];
    case 'StepDone': case 'CaseStuck': case 'Escalated': case 'StagnationClosed': case 'CaseClosed': return holderCard();
    default: return [];
  }
};
