import { oneOf, type CaseCommand } from './commands.js';
import { happened, refused, type Circumstances, type Decision } from './decision.js';
import { stagnationEndings, stuckKinds, type CaseEvent } from './events.js';
import { stepStarted } from './decide-step.js';
import type { CaseState } from './state.js';

type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/**
 * Somebody says that it is stuck. Cooperation, both and don't-know go to the stagnatiepunt; a missing place alone
 * goes the road of the regievoerder, who can bring in the samenwerkingsverband (N-03, S1-09).
 */
export function stuck(state: CaseState, command: Command<'stuck'>): Decision {
  const kind = oneOf(stuckKinds, command.kind);
  if (!kind) return refused('choose-kind');
  if (state.stagnation?.kind) return refused('already-stuck');
  const said: CaseEvent = { type: 'CaseStuck', data: { kind, parentsKnow: command.parentsKnow } };
  if (kind === 'plek' || state.stagnation?.atStagnatiepunt) return happened(said);
  return happened(said, { type: 'Escalated', data: { reason: 'stuck' } });
}

/** Silence after the grace: the stagnatiepunt hears that nothing was recorded, not that nothing was done. */
export function gracePassed(state: CaseState, { now }: Circumstances): Decision {
  const asked = state.step?.asked;
  if (!asked || asked.graceUntil > now || state.stagnation) return happened();
  return happened({ type: 'Escalated', data: { reason: 'silence' } });
}

/** The participants themselves record that it runs again. */
export function runsAgain(state: CaseState, context: Circumstances): Decision {
  if (!state.stagnation) return refused('not-stuck');
  return happened({ type: 'StagnationClosed', data: { ending: 'loopt-weer', noteId: null } }, ...freshTerm(state, context));
}

export function claim(state: CaseState): Decision {
  if (!state.stagnation?.atStagnatiepunt) return refused('not-stuck');
  if (state.stagnation.claimedBy) return refused('already-claimed');
  return happened({ type: 'StagnationClaimed', data: {} });
}

/** How it ended, by the one who claimed it. The stagnatiepunt decides nothing about the case itself (ROL-STP-03). */
export function closeStagnation(state: CaseState, command: Command<'close-stagnation'>, context: Circumstances): Decision {
  if (!state.stagnation?.atStagnatiepunt) return refused('not-stuck');
  if (!state.stagnation.claimedBy || state.stagnation.claimedBy !== context.actor?.person) return refused('not-claimed');
  const ending = oneOf(stagnationEndings, command.ending);
  if (!ending) return refused('choose-ending');
  return happened({ type: 'StagnationClosed', data: { ending, noteId: command.noteId } }, ...freshTerm(state, context));
}

/** When it runs again, the step it was in gets its term anew; a step that had none gets none. */
function freshTerm(state: CaseState, { route, now }: Circumstances): readonly CaseEvent[] {
  const { step } = state;
  return step ? [stepStarted(route, step.id, { person: step.holder, role: step.holderRole }, now, step.term ? 'with its term' : 'without a term')] : [];
}
