import { askAgainAt, remindAt } from '../../case/plan/evaluation-days.js';
import type { CaseState } from '../../case/state.js';
import { dayOf, morningAfter } from '../../case/time.js';
import { chatOf } from '../parts.js';
import type { React } from '../reacting.js';

export const reactToPlan: React = (event, { before, after, card, anew, timer }) => {
  const updates = () => [...new Set([...remindedOf(before), ...remindedOf(after)])].map((person) => card('evaluation', chatOf(person), 'update'));
  const reminder = () => {
    const { evaluateOn: on = null, remindedAt = null } = after.plan ?? {};
    if (on === null) return [];
    // One timer for both: who were reminded already are asked once more afterwards.
    const [due, soon] = [remindedAt === null ? remindAt(on) : askAgainAt(on), morningAfter(dayOf(event.at))];
    return [timer('evaluation', due > soon ? due : soon)];
  };
  switch (event.type) {
    case 'PlanAdopted': case 'EvaluationHeld': case 'CaseReopened': return [...reminder(), ...updates()];
    case 'EvaluationReminded': {
      const on = after.plan?.evaluateOn;
      const again = on && dayOf(event.at) <= on ? [timer('evaluation', askAgainAt(on))] : [];
      return [...remindedOf(after).map((person) => anew('evaluation', chatOf(person))), ...again];
    }
    case 'CaseClosed': case 'ConsentRecorded': case 'GezagRecorded': case 'AgeBorderPassed': case 'AgeCorrected': case 'PersonReplaced': case 'HandoverAccepted': case 'PersonLeft': return updates();
    default: return [];
  }
};

/** Who hears of an evaluation: who has the regie, organised the MDO or owns the case, and both contactpersonen (S3-07). */
function remindedOf(state: CaseState | undefined): readonly string[] {
  const plan = state?.plan;
  if (!state || !plan) return [];
  const keys = [plan.who, plan.contactSchool, plan.contactGemeente].filter((key) => key.startsWith('person:')).map((key) => key.slice('person:'.length));
  const people = new Set(state.people.map((one) => one.person));
  return [...new Set([...keys, state.owner, ...(state.mdo ? [state.mdo.organiser] : [])])].filter((person) => people.has(person));
}
