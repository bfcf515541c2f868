import type { CommandOf } from '../commands.js';
import { happened, participant, refused, type Circumstances, type Decision } from '../decision.js';
import type { CaseEvent } from '../events.js';
import { seatOf } from '../people/circle.js';
import type { CaseState } from '../state.js';
import { heardAfterAll, stepStarted } from '../step/decide.js';
import { dayOf, isDay, plusDays } from '../time.js';
import { LONGEST_AHEAD } from './decide.js';
import { missingIn } from './missing.js';

/** The step of a case in which a plan runs. */
const PLAN = 'plan';

/**
 * The draft becomes the plan: all four parts are there (REG-09), and the day of the next evaluation is agreed; the route
 * gives no interval (S3-06). By the organiser of the MDO, the owner, or who is aan zet.
 */
export function adoptPlan(state: CaseState, command: CommandOf<'adopt-plan'>, context: Circumstances): Decision {
  const { route, now } = context;
  const me = participant(state, context.actor);
  if (!me || !mayAdopt(state, me.person)) return refused('plan-adopter');
  const missing = missingIn(route, state, dayOf(now));
  if (missing.length > 0) return refused('plan-incomplete', missing.map((one) => one.text));
  // One agrees to what one has read.
  if (Object.values(state.draft.changed).some((entry) => entry > command.seen)) return refused('plan-changed');
  const not = dayNotFit(command.evaluateOn, dayOf(now));
  if (not) return refused(not);
  const mdo = state.mdo && !state.mdo.cancelled ? state.mdo.id : null;
  return happened({ type: 'PlanAdopted', data: { plan: command.plan, mdo, evaluateOn: command.evaluateOn } }, ...planRuns(state, context));
}

export function mayAdopt({ owner, step, mdo }: CaseState, person: string): boolean {
  return person === owner || person === step?.holder || person === mdo?.organiser;
}

/** Why this day can not be that of the next evaluation. */
export function dayNotFit(day: string, today: string): 'date-needed' | 'evaluate-later' | 'date-too-far' | undefined {
  if (!isDay(day)) return 'date-needed';
  if (day <= today) return 'evaluate-later';
  return day > plusDays(today, LONGEST_AHEAD) ? 'date-too-far' : undefined;
}

/**
 * With a plan the step's own term is over: from now on the dates of the plan count. Who has the regie is aan zet, if they
 * take part; also when a later plan gives it to somebody else.
 */
function planRuns(state: CaseState, { route, now }: Circumstances): readonly CaseEvent[] {
  const { step, draft } = state;
  if (!step) return [];
  const director = (draft.regie?.who ?? '').replace(/^person:/, '');
  const seat = seatOf(route, state, director, dayOf(now));
  const holder = seat?.kind === 'open' ? seat.participant : { person: step.holder, role: step.holderRole };
  if (step.id === PLAN && step.term === null) {
    return holder.person === step.holder ? [] : [{ type: 'HolderSet', data: { holder: holder.person, holderRole: holder.role } }];
  }
  return [{ type: 'StepDone', data: { step: step.id } }, ...heardAfterAll(state), stepStarted(route, PLAN, holder, now, 'without a term')];
}
