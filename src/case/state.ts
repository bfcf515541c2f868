import type { Danger, LedgerEntry, Registration } from './consent/state.js';
import type { ContactNote } from './contact/state.js';
import type { Mdo } from './mdo/state.js';
import type { Handover, Outsider, Participant } from './people/state.js';
import type { Evaluation, LevelsFound, Plan, PlanDraft } from './plan/state.js';
import type { EndedStagnation, Risk, Stagnation } from './stagnation/state.js';
import type { CurrentStep } from './step/state.js';
import type { Who } from './values.js';

export interface CaseState {
  /** How many events there are: the number of the last one, struck ones included. */
  readonly entries: number;
  readonly code: string;
  readonly region: string;
  readonly owner: string;
  /** The organisation that opened it. */
  readonly organisation: string;
  readonly ageBand: string;
  /** Month (YYYY-MM) of the next border of 12, 16 or 18, or null when nobody said. */
  readonly borderMonth: string | null;
  readonly routeHash: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly openedAt: string;
  readonly people: readonly Participant[];
  readonly outsiders: readonly Outsider[];
  readonly handovers: readonly Handover[];
  readonly duos: readonly (readonly [string, string])[];
  /** Text id of each organisation's own mark. */
  readonly references: Readonly<Record<string, string>>;
  readonly step: CurrentStep | null;
  readonly gezag: readonly Who[];
  /** The last word of each person per sender, recipient and purpose. */
  readonly ledger: readonly LedgerEntry[];
  /** Each seen by its own few people: who notes a second one need not know of the first. */
  readonly dangers: readonly Danger[];
  readonly registrations: readonly Registration[];
  readonly contacts: readonly ContactNote[];
  readonly mdo: Mdo | null;
  readonly levels: LevelsFound | null;
  readonly draft: PlanDraft;
  readonly plan: Plan | null;
  readonly evaluations: readonly Evaluation[];
  readonly stagnation: Stagnation | null;
  /** The last one that ended, so that the channel's card can say how. */
  readonly lastStagnation: EndedStagnation | null;
  readonly risk: Risk | null;
  readonly closed: { readonly ending: string; readonly at: string; readonly reasonId: string | null } | null;
  /** The last time that it was opened again after closing. */
  readonly reopened: { readonly at: string; readonly reasonId: string | null } | null;
  /** Where this case went on, after it was merged into another. */
  readonly mergedInto: { readonly stream: string; readonly code: string } | null;
  /** Codes of the cases that this one took over. */
  readonly tookOver: readonly string[];
}
