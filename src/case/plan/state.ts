import type { Level, Side } from '../values.js';

export interface Goal { readonly id: string; readonly textId: string }
export interface PlanAction {
  readonly id: string;
  readonly textId: string;
  /** A role of the route, or `ouders` or `jeugdige`: the family does its own part (ALG-06). */
  readonly role: string;
  readonly by: string | null;
  /** The day on which it is to be done. */
  readonly on: string;
  readonly doneAt: string | null;
}
export type Goals = Readonly<Record<Side, readonly Goal[]>>;
export interface Responsible { readonly onderwijs: string | null; readonly zorg: string | null }
export interface Regie { readonly regie: string; readonly who: string; readonly contactSchool: string; readonly contactGemeente: string }
export type PlanPart = 'goals' | 'actions' | 'responsible' | 'regie';

/** The four parts (REG-09), each of which may still be missing in a draft. */
export interface PlanDraft {
  readonly goals: Goals;
  readonly actions: readonly PlanAction[];
  readonly responsible: Responsible | null;
  readonly regie: Regie | null;
  /** The number of the entry that last changed each part; 0 for never. */
  readonly changed: Readonly<Record<PlanPart, number>>;
}

export interface Plan extends Regie {
  readonly id: string;
  readonly mdo: string | null;
  readonly adoptedAt: string;
  /** The number of the entry with which it was adopted. */
  readonly entry: number;
  readonly goals: Goals;
  readonly actions: readonly PlanAction[];
  readonly responsible: Responsible;
  /** The day of the next evaluation, as agreed; null after the last one. */
  readonly evaluateOn: string | null;
  /** When this evaluation was last reminded of. */
  readonly remindedAt: string | null;
}

export interface Evaluation {
  readonly id: string;
  readonly on: string;
  readonly outcome: string;
  readonly reasonId: string;
  readonly present: readonly string[];
  readonly parents: boolean;
  readonly jeugdige: boolean;
  readonly nextOn: string | null;
  /** The number of the entry with which it was recorded. */
  readonly entry: number;
}

export const EMPTY_DRAFT: PlanDraft = {
  goals: { onderwijs: [], zorg: [] }, actions: [], responsible: null, regie: null, changed: { goals: 0, actions: 0, responsible: 0, regie: 0 },
};

/** `beside`: the MDO that was planned when this was said, so that one knows which of the two is the latest word. */
export interface LevelsFound { readonly leervraag: Level; readonly leefvraag: Level; readonly beside: string | null }
