import type { Route } from '../../route/model.js';
import type { CaseState } from '../state.js';
import { regieOf } from './levels.js';
import { nameable } from './nameable.js';
import { mayNotAnswerForZorg, mayNotDirect } from './sides.js';
import type { PlanPart } from './state.js';

/** A part of the plan that is missing or no longer fits, with a Dutch sentence that says what is needed. */
export interface Missing {
  readonly part: PlanPart | 'levels';
  readonly text: string;
}

/** What the draft still needs before it is a plan of four parts (REG-09). Empty when nothing. */
export function missingIn(route: Route, state: CaseState, day: string): readonly Missing[] {
  const cell = regieOf(route, state);
  const roles = new Map(nameable(route, state, day).map((one) => [one.key, one.role]));
  return [
    ...(cell ? [] : [{ part: 'levels' as const, text: 'Leervraag en leefvraag: leg vast wat er speelt.' }]),
    ...said('goals', goalsMissing(state)),
    ...said('actions', actionsMissing(state, roles)),
    ...said('responsible', responsibleMissing(state, roles, cell?.regie)),
    ...said('regie', regieMissing(route, state, roles, cell?.regie)),
  ];
}

function said(part: PlanPart, text: string | undefined): readonly Missing[] {
  return text === undefined ? [] : [{ part, text }];
}

function goalsMissing({ draft }: CaseState): string | undefined {
  return draft.goals.onderwijs.length + draft.goals.zorg.length === 0 ? 'Doelen: er staat nog geen doel in.' : undefined;
}

function actionsMissing({ draft }: CaseState, roles: ReadonlyMap<string, string>): string | undefined {
  if (draft.actions.length === 0) return 'Acties: er staat nog geen actie in.';
  const left = draft.actions.some((one) => one.doneAt === null && !roles.has(one.by ?? `role:${one.role}`));
  return left ? 'Acties: iemand die een actie zou doen, doet niet meer mee. Haal die actie weg en zet hem er opnieuw in.' : undefined;
}

function responsibleMissing({ draft: { goals, responsible } }: CaseState, roles: ReadonlyMap<string, string>, regie: string | undefined): string | undefined {
  const { onderwijs, zorg } = responsible ?? { onderwijs: null, zorg: null };
  if (goals.onderwijs.length > 0 && (onderwijs === null || !roles.has(onderwijs))) return 'Verantwoordelijkheden: wie zorgt voor de onderwijsdoelen?';
  if (goals.zorg.length > 0 && (zorg === null || !roles.has(zorg))) return 'Verantwoordelijkheden: wie zorgt voor de zorgdoelen?';
  const changed = goals.zorg.length > 0 && regie !== undefined && mayNotAnswerForZorg(regie, roles.get(zorg ?? '') ?? '');
  if (changed) return 'Verantwoordelijkheden: de casemanager heeft nu de procesregie en zorgt voor de zorgdoelen.';
  return responsible ? undefined : 'Verantwoordelijkheden: wie zorgt voor welke doelen?';
}

function regieMissing(route: Route, { draft }: CaseState, roles: ReadonlyMap<string, string>, regie: string | undefined): string | undefined {
  const set = draft.regie;
  if (!set) return 'Regie: er staat nog geen naam, en nog geen contactpersoon van school en gemeente.';
  if (![set.who, set.contactSchool, set.contactGemeente].every((key) => roles.has(key))) return 'Regie: iemand die hier staat, doet niet meer mee. Kies opnieuw.';
  if (regie !== undefined && (set.regie !== regie || mayNotDirect(route, regie, roles.get(set.who) ?? ''))) return 'Regie: de leefvraag is veranderd, dus de procesregie ook. Kies opnieuw.';
  return undefined;
}
