import { z } from 'zod';

/**
 * What can have happened to a case. Events are the audit trail and the timeline: they hold ids and values,
 * never free text (that is in `texts`, named by its id) and never who the child is.
 */

export const people = ['moeder', 'vader', 'voogd', 'jeugdige'] as const;
export type Who = (typeof people)[number];
/** Those who may have gezag. */
export const guardians = ['moeder', 'vader', 'voogd'] as const;
export const consentStatuses = ['gegeven', 'geweigerd', 'ingetrokken', 'weet-het', 'ouders-erbuiten'] as const;
export type ConsentStatus = (typeof consentStatuses)[number];
export const hows = ['mondeling', 'schriftelijk'] as const;
export const stuckKinds = ['samenwerking', 'plek', 'beide', 'weet-niet'] as const;
export type StuckKind = (typeof stuckKinds)[number];
export const stagnationEndings = ['samenwerking-hervat', 'mdo-afgesproken', 'naar-regievoerder', 'anders'] as const;
/** How a stagnation can end without the stagnatiepunt: the holder recorded it after all, or it runs again. */
export const ownEndings = ['alsnog-vastgelegd', 'loopt-weer', 'casus-gesloten'] as const;
export const mdoAnswers = ['komt', 'kan-niet', 'ander-moment'] as const;
export type MdoAnswer = (typeof mdoAnswers)[number];
export const waitReasons = ['ouders', 'jeugdige', 'school', 'jgz', 'sociaal-team', 'leerplicht', 'swv', 'anders'] as const;
export const caseEndings = ['doelen-bereikt', 'terug-naar-basis', 'overgedragen', 'niet-nodig'] as const;

const id = z.string().min(1);
const instant = z.string();
const day = z.string();

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.object({ type: z.literal(type), data: z.object(shape) });

export const termSchema = z.object({
  workingDays: z.number(), graceDays: z.number(), setBy: z.string(), setOn: day, proposal: z.boolean(),
});

export const inviteeSchema = z.object({
  /** `person:<id>` or `role:<id>` (outside Teams). */
  key: id, role: id, personId: z.string().nullable(), recipient: id,
});

export const caseEventSchema = z.discriminatedUnion('type', [
  event('CaseOpened', {
    code: id, region: z.string(), owner: id, ownerRole: id, organisation: z.string(), ageBand: id,
    routeHash: z.string(), consentHash: z.string(), answers: z.record(z.string(), z.string()),
  }),
  event('PersonJoined', { person: id, role: id, organisation: z.string() }),
  event('StepStarted', {
    step: id, holder: id, holderRole: id, term: termSchema.nullable(), dueAt: instant.nullable(),
  }),
  /** The term passed: the holder (or the owner, where the holder has no chat) was asked how it stands. */
  event('HolderAsked', { step: id, asked: id, graceUntil: instant }),
  event('StepWaits', { step: id, waitFor: z.enum(waitReasons), until: day, dueAt: instant }),
  event('StepDone', { step: id }),
  event('CaseStuck', { kind: z.enum(stuckKinds), parentsKnow: z.boolean() }),
  /** To the stagnatiepunt channel. `silence`: nobody recorded anything within the grace. */
  event('Escalated', { reason: z.enum(['silence', 'stuck']) }),
  event('StagnationClaimed', {}),
  event('StagnationClosed', { ending: z.enum([...stagnationEndings, ...ownEndings]), noteId: z.string().nullable() }),
  event('GezagRecorded', { who: z.array(z.enum(guardians)).min(1) }),
  event('ConsentRecorded', {
    sender: id, recipient: id, purpose: id, who: z.enum(people), status: z.enum(consentStatuses),
    how: z.enum(hows), on: day, matrix: z.string(),
  }),
  event('MdoPlanned', {
    mdo: id, purposeId: id, date: day, time: z.string(), leervraag: id, leefvraag: id,
    regie: id, sender: id, invitees: z.array(inviteeSchema).min(2), parents: z.boolean(), jeugdige: z.boolean(),
  }),
  event('MdoAnswered', { mdo: id, invitee: id, answer: z.enum(mdoAnswers), proposal: day.nullable(), noteId: z.string().nullable() }),
  event('CaseClosed', { ending: z.enum(caseEndings) }),
]);

export type CaseEvent = z.infer<typeof caseEventSchema>;
export type Invitee = z.infer<typeof inviteeSchema>;
export type TermAgreed = z.infer<typeof termSchema>;

/** An event with when and by whom it happened; `actor` is null for the passing of time. */
export type RecordedCaseEvent = CaseEvent & { readonly at: string; readonly actor: string | null };
