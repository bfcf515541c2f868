import type { TermAgreed } from './events.js';

export interface CurrentStep {
  readonly id: string;
  readonly holder: string;
  readonly holderRole: string;
  readonly startedAt: string;
  readonly term: TermAgreed | null;
  readonly dueAt: string | null;
  readonly waiting: { readonly for: string; readonly until: string } | null;
  /** Set while somebody has been asked how it stands and has not answered. */
  readonly asked: { readonly person: string; readonly at: string; readonly graceUntil: string } | null;
}
