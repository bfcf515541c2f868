import { z } from 'zod';
import { consentEvents } from './consent/events.js';
import { contactEvents } from './contact/events.js';
import { mdoEvents } from './mdo/events.js';
import { peopleEvents } from './people/events.js';
import { planEvents } from './plan/events.js';
import { recordEvents } from './record/events.js';
import { stagnationEvents } from './stagnation/events.js';
import { stepEvents } from './step/events.js';

/**
 * What can have happened to a case. Events are the audit trail and the timeline: they hold ids and values,
 * never free text (that is in `texts`, named by its id) and never who the child is.
 */
export const caseEventSchema = z.discriminatedUnion('type', [
  ...stepEvents, ...peopleEvents, ...consentEvents, ...contactEvents, ...mdoEvents, ...planEvents, ...stagnationEvents, ...recordEvents,
]);

export type CaseEvent = z.infer<typeof caseEventSchema>;
export type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** An event with when and by whom it happened; `actor` is null for the passing of time. */
export type RecordedCaseEvent = CaseEvent & { readonly at: string; readonly actor: string | null };
