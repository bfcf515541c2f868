import { z } from 'zod';
import { day, event, id, key, mdoAnswers, mdoCancelReasons } from '../values.js';

export const inviteeSchema = z.object({ key, role: id, personId: z.string().nullable(), recipient: id });
export type Invitee = z.infer<typeof inviteeSchema>;
const optionSchema = z.object({ id, date: day, time: z.string() });
export type MdoOption = z.infer<typeof optionSchema>;

export const mdoEvents = [
  event('MdoPlanned', {
    mdo: id, purposeId: id,
    /** The day that stands; '' while two or three are proposed in `options`. */
    date: day, time: z.string(), options: z.array(optionSchema).max(3).default([]),
    leervraag: id, leefvraag: id, regie: id,
    /** Who is closest to the child, within what the matrix gave (S3-05, C-05). */
    closest: key.nullable().default(null),
    sender: id, invitees: z.array(inviteeSchema).min(2), parents: z.boolean(), jeugdige: z.boolean(),
  }),
  /** `options`: the proposed moments that suit; `instead`: who comes in this invitee's place. */
  event('MdoAnswered', {
    mdo: id, invitee: key, answer: z.enum(mdoAnswers), options: z.array(id).default([]), proposal: day.nullable(), noteId: z.string().nullable(),
    instead: inviteeSchema.nullable().default(null),
  }),
  /** `to`: the invitees with whom it may be shared, who hear it as news; left out: nobody. */
  event('MdoDateFixed', { mdo: id, option: id, date: day, time: z.string(), to: z.array(key).optional() }),
  /** `antwoord`: those who have not answered; `bijna`: who comes, on the working day before; `geweest`: the organiser. `to`: the invitees. */
  event('MdoReminded', { mdo: id, why: z.enum(['antwoord', 'bijna', 'geweest']), to: z.array(key).default([]) }),
  event('MdoCancelled', { mdo: id, reason: z.enum(mdoCancelReasons), to: z.array(key).optional() }),
  event('MdoHeld', { mdo: id, present: z.array(key), parents: z.boolean(), jeugdige: z.boolean() }),
] as const;
