import type { CommandOf } from '../commands.js';
import { happened, refused, type Circumstances, type Decision } from '../decision.js';
import type { CaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import { stepStarted } from '../step/decide.js';
import { oneOf, stuckKinds } from '../values.js';
import { againAt } from './unclaimed.js';

/**
 * Somebody says that it is stuck. Cooperation, both and don't-know go to the stagnatiepunt; a missing place alone
 * goes the road of the regievoerder, who can bring in the samenwerkingsverband (N-03, S1-09).
 */
export function stuck(state: CaseState, command: CommandOf<'stuck'>, { route, now }: Circumstances): Decision {
  const kind = oneOf(stuckKinds, command.kind);
  if (!kind) return refused('choose-kind');
  if (!mayStillSay(state)) return refused('already-stuck');
  if (state.stagnation?.kind === kind) return refused('already-stuck');
  const said: CaseEvent = { type: 'CaseStuck', data: { kind, parentsKnow: command.parentsKnow } };
  if (kind === 'plek' || state.stagnation?.atStagnatiepunt) return happened(said);
  return happened(said, { type: 'Escalated', data: { reason: 'stuck', againAt: againAt(route, now) } });
}

/** Nobody said yet what it is stuck on; or a place was missing, and now something else is in the way as well. */
export function mayStillSay({ stagnation }: Pick<CaseState, 'stagnation'>): boolean {
  return !stagnation?.kind || !stagnation.atStagnatiepunt;
}

/** Silence after the grace: the stagnatiepunt hears that nothing was recorded, not that nothing was done. */
export function gracePassed(state: CaseState, { route, now }: Circumstances): Decision {
  const asked = state.step?.asked;
  if (!asked || asked.graceUntil === '' || asked.graceUntil > now || state.stagnation) return happened();
  return happened({ type: 'Escalated', data: { reason: 'silence', againAt: againAt(route, now) } });
}

/** The participants themselves record that it runs again. */
export function runsAgain(state: CaseState, context: Circumstances): Decision {
  if (!state.stagnation) return refused('not-stuck');
  return happened({ type: 'StagnationClosed', data: { ending: 'loopt-weer', noteId: null, to: null } }, ...freshTerm(state, context));
}

/** When it runs again, the step it was in gets its term anew; a step that had none gets none. */
export function freshTerm(state: CaseState, { route, now }: Circumstances): readonly CaseEvent[] {
  const { step } = state;
  return step ? [stepStarted(route, step.id, { person: step.holder, role: step.holderRole }, now, step.term ? 'with its term' : 'without a term')] : [];
}
