import type { CaseState } from './state.js';
import type { Circumstances, Decision } from './decision.js';

/**
 * Who may give a command in a case, beside what `dialogs/rechten.yaml` says of every role. `participant`: takes part, and the gate towards this participant's side is open.
 * `closing`: takes part, also where that gate is closed: what stops sharing may always be recorded.
 */
export type By = 'anyone' | 'participant' | 'closing' | 'invitee' | 'stagnatiepunt' | 'time';

/** How one kind of command is judged. */
export interface Rule<C> {
  readonly by: By;
  /** May be given on a case that is closed. */
  readonly closed?: boolean;
  readonly decide: (state: CaseState, command: C, context: Circumstances) => Decision;
}

/** A rule for each kind of command of one subject. */
export type Rules<C extends { readonly type: string }> = { readonly [T in C['type']]: Rule<Extract<C, { readonly type: T }>> };
