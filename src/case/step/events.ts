import { z } from 'zod';
import { caseEndings, day, dayKinds, event, id, instant, waitReasons } from '../values.js';

/** A werkafspraak as it was when the step began: a later change of the region's file moves no live case. */
export const termSchema = z.object({
  workingDays: z.number(), graceDays: z.number(),
  /** The days in which it was counted: those of who held the step. */
  days: z.enum(dayKinds).default('work'),
  setBy: z.string(), setOn: day, proposal: z.boolean(),
});
export type TermAgreed = z.infer<typeof termSchema>;

export const stepEvents = [
  event('CaseOpened', {
    code: id, region: z.string(), owner: id, ownerRole: id, organisation: z.string(), ageBand: id,
    /** Month (YYYY-MM) in which the child passes the next of 12, 16 and 18 (N-14); null when nobody said. */
    borderMonth: z.string().nullable().default(null),
    routeHash: z.string(), consentHash: z.string(), answers: z.record(z.string(), z.string()),
  }),
  event('StepStarted', { step: id, holder: id, holderRole: id, term: termSchema.nullable(), dueAt: instant.nullable() }),
  /** The term passed: the holder (or the owner, where the holder can not be asked) was asked how it stands. `graceUntil`: '' for a step without a term. */
  event('HolderAsked', { step: id, asked: id, graceUntil: instant }),
  event('StepWaits', { step: id, waitFor: z.enum(waitReasons), until: day, dueAt: instant }),
  event('StepDone', { step: id }),
  event('CaseClosed', { ending: z.enum(caseEndings), reasonId: z.string().nullable().default(null) }),
  event('CaseReopened', { reasonId: z.string().nullable() }),
] as const;
