import type { Goal } from './state.js';

/** `seen`: how many entries the case had when the form was drawn, so that two people do not write over each other. */
export type PlanCommand =
  | { readonly type: 'set-levels'; readonly leervraag: string; readonly leefvraag: string }
  | { readonly type: 'set-goals'; readonly seen: number; readonly onderwijs: readonly Goal[]; readonly zorg: readonly Goal[] }
  /** `textId`: '' when nothing was written; `who`: a key that `nameable` gives. */
  | { readonly type: 'add-action'; readonly action: string; readonly textId: string; readonly who: string; readonly on: string }
  | { readonly type: 'remove-actions'; readonly actions: readonly string[] }
  /** Keys, '' for nobody. */
  | { readonly type: 'set-responsible'; readonly seen: number; readonly onderwijs: string; readonly zorg: string }
  | { readonly type: 'set-regie'; readonly seen: number; readonly who: string; readonly contactSchool: string; readonly contactGemeente: string }
  | { readonly type: 'adopt-plan'; readonly seen: number; readonly plan: string; readonly evaluateOn: string }
  | { readonly type: 'action-done'; readonly actions: readonly string[] }
  /** The passing of time: the evaluation comes near, or its day passed and nothing was recorded. Harmless when late. */
  | { readonly type: 'evaluation-due' }
  | {
      readonly type: 'record-evaluation'; readonly evaluation: string; readonly plan: string; readonly on: string; readonly outcome: string;
      /** '' when no reason was written. */
      readonly reasonId: string;
      /** Were the contactpersonen of school and of gemeente there (S3-07)? */
      readonly contactSchool: boolean; readonly contactGemeente: boolean;
      readonly parents: boolean; readonly jeugdige: boolean; readonly others: readonly string[];
      readonly nextOn: string;
      /** With `afsluiten`: how the case ended. */
      readonly ending: string;
    };
