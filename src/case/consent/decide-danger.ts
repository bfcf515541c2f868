import type { CommandOf } from '../commands.js';
import { happened, refused, type Circumstances, type Decision } from '../decision.js';
import { circleOf } from '../people/circle.js';
import type { CaseState } from '../state.js';
import { dayOf } from '../time.js';
import { dangerReasons, oneOf } from '../values.js';
import { dangersOf } from './danger.js';

/**
 * Notes danger (TOE-09), with a reason and in words: seen by the one who notes it and by participants who need to know. It
 * excuses not involving the parents yet and changes no gate (N-07).
 */
export function noteDanger(state: CaseState, command: CommandOf<'note-danger'>, { route, now, actor }: Circumstances): Decision {
  const reason = oneOf(dangerReasons, command.reason);
  if (!reason) return refused('danger-reason');
  if (command.noteId === null) return refused('danger-note');
  const circle = circleOf(route, state, dayOf(now)).map((one) => one.person);
  const knows = [...new Set(command.knows)].filter((person) => person !== actor?.person);
  if (!knows.every((person) => circle.includes(person))) return refused('danger-knows');
  return happened({ type: 'DangerNoted', data: { danger: command.danger, reason, noteId: command.noteId, parentsNotYet: command.parentsNotYet, knows } });
}

/** By those who know of it; for anybody else there is nothing to end. */
export function endDanger(state: CaseState, command: CommandOf<'end-danger'>, { actor }: Circumstances): Decision {
  const known = dangersOf(state, actor?.person ?? '').some((one) => one.id === command.danger);
  return known ? happened({ type: 'DangerEnded', data: { danger: command.danger } }) : refused('danger-none');
}
