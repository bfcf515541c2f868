import type { CaseState } from '../state.js';
import type { Evaluation } from './state.js';

/** Outcomes after which the plan is adjusted and adopted again (S3-06). */
const REVISIONS = ['bijstellen', 'opschalen', 'afschalen'];

export function isRevision(outcome: string): boolean {
  return REVISIONS.includes(outcome);
}

/** The evaluation that asked for another plan, while that plan has not been adopted. */
export function revisionDue({ plan, evaluations }: Pick<CaseState, 'plan' | 'evaluations'>): Evaluation | undefined {
  const last = evaluations.at(-1);
  return plan && last && isRevision(last.outcome) && last.entry > plan.entry ? last : undefined;
}

/** Is there something in the draft that the plan does not hold yet? */
export function draftDiffers({ draft, plan }: Pick<CaseState, 'plan' | 'draft'>): boolean {
  return Object.values(draft.changed).some((entry) => entry > (plan?.entry ?? 0));
}
