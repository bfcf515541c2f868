import type { CaseState } from '../state.js';

/** What this person has to do in the plan or for the MDO, in Dutch: others count on a name there. `day`: today. */
export function planDutiesOf(state: CaseState, person: string, day: string): readonly string[] {
  const key = `person:${person}`;
  const { plan, mdo } = state;
  const organises = mdo?.organiser === person && !mdo.held && !mdo.cancelled && (mdo.date === '' || mdo.date >= day);
  return [
    ...(plan?.who === key ? ['de regie van het plan'] : []),
    ...(plan && [plan.contactSchool, plan.contactGemeente].includes(key) ? ['de plek van contactpersoon'] : []),
    ...(plan && [plan.responsible.onderwijs, plan.responsible.zorg].includes(key) ? ['de verantwoordelijkheid voor doelen'] : []),
    ...(plan?.actions.some((action) => action.by === key && action.doneAt === null) ? ['acties in het plan'] : []),
    ...(organises ? ['het MDO dat je organiseert'] : []),
  ];
}
