import type { ContactCommand } from '../contact/commands.js';
import type { CaseState } from '../state.js';

/** The case that ends, as the app found it. */
export interface OtherCase {
  readonly stream: string;
  readonly state: CaseState;
  /** A new text id for each text that can go along. */
  readonly texts: Readonly<Record<string, string>>;
}

export type RecordCommand =
  /** `entry`: the number of an event in this case. */
  | { readonly type: 'strike-entry'; readonly entry: number; readonly reason: string }
  /** A talk that was noted wrongly: the old note goes, this one comes in its place. */
  | { readonly type: 'replace-note'; readonly entry: number; readonly note: Extract<ContactCommand, { type: 'note-contact' }> }
  /** Two cases about one child: this one goes on. Undefined for a case that was not found. */
  | { readonly type: 'merge'; readonly stream: string; readonly other: OtherCase | undefined; readonly sameChild: boolean }
  /** The passing of time: what was recorded in the other case since it was taken over. */
  | { readonly type: 'merge-rest'; readonly stream: string; readonly other: OtherCase }
  /** The passing of time: ends the case that was taken over, if nothing has happened in it since. */
  | { readonly type: 'merge-end'; readonly into: string; readonly intoCode: string; readonly events: number; readonly forgot: readonly string[] };
