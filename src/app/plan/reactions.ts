import { morningAfter } from '../../case/calendar.js';
import { askAgainAt, evaluationDays, remindAt, remindedOf } from '../../case/plan/evaluation-days.js';
import { dayOf } from '../../case/time.js';
import { chatOf } from '../parts.js';
import type { React } from '../reacting.js';

export const reactToPlan: React = (event, { before, after, route, card, anew, timer }) => {
  const chats = (...states: readonly (typeof before)[]) => [...new Set(states.flatMap((state) => remindedOf(state).map((one) => one.person)))].map((person) => chatOf(person));
  const updates = () => chats(before, after).map((chat) => card('evaluation', chat, 'update'));
  const reminder = () => {
    const { evaluateOn: on = null, remindedAt = null } = after.plan ?? {};
    if (on === null) return [];
    // One timer for both: who were reminded already are asked once more afterwards.
    const due = remindedAt === null ? remindAt(route, after, on) : askAgainAt(route, after, on);
    const soon = morningAfter(route.calendar, evaluationDays(route, after), dayOf(event.at));
    return [timer('evaluation', due > soon ? due : soon)];
  };
  switch (event.type) {
    case 'PlanAdopted': case 'EvaluationHeld': case 'CaseReopened': return [...reminder(), ...updates()];
    case 'EvaluationReminded': {
      const on = after.plan?.evaluateOn;
      const again = on && dayOf(event.at) <= on ? [timer('evaluation', askAgainAt(route, after, on))] : [];
      return [...chats(after).map((chat) => anew('evaluation', chat)), ...again];
    }
    case 'CaseClosed': case 'ConsentRecorded': case 'GezagRecorded': case 'AgeBorderPassed': case 'AgeCorrected': case 'PersonReplaced': case 'HandoverAccepted': case 'PersonLeft': return updates();
    default: return [];
  }
};
