import type { CommandOf } from '../commands.js';
import { happened, refused, type Circumstances, type Decision } from '../decision.js';
import type { CaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import { closing } from '../step/decide-close.js';
import { dayOf, isDay } from '../time.js';
import { evaluationOutcomes, oneOf } from '../values.js';
import { dayNotFit } from './decide-adopt.js';
import { askAgainAt, remindAt } from './evaluation-days.js';
import { nameable } from './nameable.js';

/** Reminds of an evaluation that comes near, and once more when its day passed and nothing was recorded. There is no term here, so nothing goes to the stagnatiepunt (N-17). */
export function evaluationDue(state: CaseState, { route, now }: Circumstances): Decision {
  const { plan } = state;
  if (!plan?.evaluateOn) return happened();
  const reminded = plan.remindedAt;
  const first = reminded === null && remindAt(route, state, plan.evaluateOn) <= now;
  const again = askAgainAt(route, state, plan.evaluateOn) <= now && (reminded === null || dayOf(reminded) <= plan.evaluateOn);
  return first || again ? happened({ type: 'EvaluationReminded', data: { plan: plan.id } }) : happened();
}

/**
 * What an evaluation led to (S3-06), with the reason, and when the next one is. The contactpersonen of school and of
 * gemeente are always there (S3-07), also where the leefvraag is enkelvoudig (C-07).
 */
export function recordEvaluation(state: CaseState, command: CommandOf<'record-evaluation'>, { route, now }: Circumstances): Decision {
  const { plan } = state;
  if (!plan) return refused('no-plan');
  if (command.plan !== plan.id) return refused('plan-changed');
  const today = dayOf(now);
  const outcome = oneOf(evaluationOutcomes, command.outcome);
  if (!outcome) return refused('choose-outcome');
  if (!isDay(command.on)) return refused('date-needed');
  if (command.on > today) return refused('evaluation-not-yet');
  if (state.evaluations.some((one) => one.on === command.on)) return refused('evaluation-recorded');
  if (!command.contactSchool || !command.contactGemeente) return refused('evaluation-contacts', absent(command));
  const known = new Set([...nameable(route, state, today).map((one) => one.key), ...plan.actions.map((one) => one.by)]);
  if (command.others.some((key) => !known.has(key))) return refused('choose-who');
  if (command.reasonId === '') return refused('reason-needed');
  const last = outcome === 'afsluiten';
  if (!last && command.nextOn === '') return refused('evaluation-next');
  const not = last ? undefined : dayNotFit(command.nextOn, today);
  if (not) return refused(not);
  const ends = last ? closing(state, command.ending, command.reasonId) : happened();
  if (ends.kind === 'refused') return ends;
  const held: CaseEvent = {
    type: 'EvaluationHeld',
    data: {
      evaluation: command.evaluation, on: command.on, outcome, reasonId: command.reasonId,
      present: [...new Set([plan.contactSchool, plan.contactGemeente, ...command.others])],
      parents: command.parents, jeugdige: command.jeugdige, nextOn: last ? null : command.nextOn,
    },
  };
  return happened(held, ...ends.events);
}

function absent({ contactSchool, contactGemeente }: CommandOf<'record-evaluation'>): readonly string[] {
  return [
    ...(contactSchool ? [] : ['Nog niet aangevinkt: de contactpersoon van school.']),
    ...(contactGemeente ? [] : ['Nog niet aangevinkt: de contactpersoon van de gemeente.']),
  ];
}
