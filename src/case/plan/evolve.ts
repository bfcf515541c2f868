import type { EventOf, RecordedCaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import { isRevision } from './progress.js';
import type { PlanAction, PlanDraft, PlanPart } from './state.js';

type PlanType = 'LevelsSet' | 'GoalsSet' | 'ActionAdded' | 'ActionRemoved' | 'ResponsibilitySet' | 'RegieSet' | 'PlanAdopted' | 'ActionDone' | 'EvaluationReminded' | 'EvaluationHeld';
type At<T extends PlanType> = EventOf<T> & Pick<RecordedCaseEvent, 'at' | 'actor'>;

export function evolvePlan(state: CaseState, event: At<PlanType>): CaseState {
  const { draft, plan } = state;
  const drafted = (part: PlanPart, changed: Partial<PlanDraft>): CaseState => ({ ...state, draft: { ...draft, ...changed, changed: { ...draft.changed, [part]: state.entries } } });
  switch (event.type) {
    case 'LevelsSet': return { ...state, levels: { ...event.data, beside: state.mdo?.id ?? null } };
    case 'GoalsSet': return drafted('goals', { goals: { ...draft.goals, [event.data.side]: event.data.goals } });
    case 'ActionAdded': {
      const { action: id, ...rest } = event.data;
      return drafted('actions', { actions: [...draft.actions, { id, ...rest, doneAt: null }] });
    }
    case 'ActionRemoved': return drafted('actions', { actions: draft.actions.filter((one) => one.id !== event.data.action) });
    case 'ResponsibilitySet': return drafted('responsible', { responsible: event.data });
    case 'RegieSet': return drafted('regie', { regie: event.data });
    case 'PlanAdopted': return adopted(state, event);
    case 'ActionDone': {
      const done = (action: PlanAction): PlanAction => (action.id === event.data.action ? { ...action, doneAt: event.at } : action);
      return { ...state, plan: plan && { ...plan, actions: plan.actions.map(done) }, draft: { ...draft, actions: draft.actions.map(done) } };
    }
    case 'EvaluationReminded': return { ...state, plan: plan && { ...plan, remindedAt: event.at } };
    case 'EvaluationHeld': return evaluated(state, event);
  }
}

/** The draft stays: when the plan is adjusted one begins with what stands in it. */
function adopted(state: CaseState, { data, at }: At<'PlanAdopted'>): CaseState {
  const { goals, actions, responsible, regie } = state.draft;
  if (!responsible || !regie) return state;
  const { plan: id, mdo, evaluateOn } = data;
  // Of the same day nobody is reminded twice.
  const remindedAt = state.plan?.evaluateOn === evaluateOn ? state.plan.remindedAt : null;
  return { ...state, plan: { id, mdo, adoptedAt: at, entry: state.entries, goals, actions, responsible, ...regie, evaluateOn, remindedAt } };
}

function evaluated(state: CaseState, { data }: At<'EvaluationHeld'>): CaseState {
  const { evaluation: id, ...rest } = data;
  const plan = state.plan && { ...state.plan, evaluateOn: rest.nextOn, remindedAt: null };
  return { ...state, plan, evaluations: [...state.evaluations, { id, ...rest, entry: state.entries }], draft: isRevision(rest.outcome) ? draftToRevise(state) : state.draft };
}

/** One adjusts what stands in the plan, with the people as they are there now; unless somebody had begun already. */
function draftToRevise({ draft, plan }: CaseState): PlanDraft {
  if (!plan || Object.values(draft.changed).some((entry) => entry > plan.entry)) return draft;
  const { goals, actions, responsible, regie, who, contactSchool, contactGemeente } = plan;
  return { ...draft, goals, actions, responsible, regie: { regie, who, contactSchool, contactGemeente } };
}
