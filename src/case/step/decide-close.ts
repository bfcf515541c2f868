import type { CommandOf } from '../commands.js';
import { happened, refused, STRANGER, type Circumstances, type Decision } from '../decision.js';
import type { CaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import { caseEndings, oneOf } from '../values.js';
import { stepStarted } from './decide.js';

/** Closes a case, with a reason in words; when on second thoughts nothing was needed there may be none. */
export function closeCase(state: CaseState, command: CommandOf<'close'>): Decision {
  const reasonId = command.reasonId ?? '';
  const ends = closing(state, command.ending, reasonId);
  if (ends.kind === 'events' && reasonId === '' && command.ending !== 'niet-nodig') return refused('reason-needed');
  return ends;
}

/** The events of an ending, or why it can not end so: while the stagnatiepunt is asked to help, it is not over. */
export function closing(state: CaseState, wanted: string, reasonId: string): Decision {
  const ending = oneOf(caseEndings, wanted);
  if (!ending) return refused('choose-ending');
  if (state.stagnation?.atStagnatiepunt) return refused('still-stuck');
  const afterAll: CaseEvent[] = state.stagnation ? [{ type: 'StagnationClosed', data: { ending: 'casus-gesloten', noteId: null, to: null } }] : [];
  return happened(...afterAll, { type: 'CaseClosed', data: { ending, reasonId: reasonId || null } });
}

/** A closed case goes on where it was: at its last step, whose term begins anew if it had one (S3-09, S1-02). */
export function reopenCase(state: CaseState, command: CommandOf<'reopen'>, { route, now, actor }: Circumstances): Decision {
  if (!state.closed) return refused('not-closed');
  if (command.reasonId === '') return refused('reason-needed');
  const { step } = state;
  const part = state.people.find((one) => one.person === step?.holder) ?? state.people.find((one) => one.person === state.owner);
  const term = step?.term && actor?.role !== STRANGER ? 'with its term' : 'without a term';
  const again = step && part ? [stepStarted(route, step.id, part, now, term)] : [];
  return happened({ type: 'CaseReopened', data: { reasonId: command.reasonId } }, ...again);
}
