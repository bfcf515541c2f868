import { z } from 'zod';
import { consentStatuses, dangerReasons, day, event, gezagReasons, guardians, hows, id, people, registerResults, registers } from '../values.js';

export const consentEvents = [
  event('GezagRecorded', { who: z.array(z.enum(guardians)).min(1), reason: z.enum(gezagReasons).nullable().default(null) }),
  event('ConsentRecorded', {
    sender: id, recipient: id, purpose: id, who: z.enum(people), status: z.enum(consentStatuses),
    how: z.enum(hows), on: day,
    /** The last day on which it counts, where that was agreed. */
    until: day.nullable().default(null), matrix: z.string(),
  }),
  /** In which month the child passes the next border (N-14). */
  event('BorderMonthSet', { month: z.string().nullable() }),
  /** The child passed 12, 16 or 18 on that day: from then on others are asked. `month`: that of the next border. */
  event('AgeBorderPassed', { from: id, to: id, on: day, month: z.string().nullable() }),
  /**
   * The age band was wrong (N-14). What the jeugdige agreed to at the wrong age is asked again; so is everything that was said
   * about `anew`, which the right age alone would have opened: a correction opens nothing.
   */
  event('AgeCorrected', {
    from: id, to: id, on: day, month: z.string().nullable(),
    anew: z.array(z.object({ sender: id, recipient: id, purpose: id })).default([]),
  }),
  /** Seen by the one who noted it and by `knows` alone. It opens nothing but Veilig Thuis (N-07). */
  event('DangerNoted', { danger: id, reason: z.enum(dangerReasons), noteId: id, parentsNotYet: z.boolean(), knows: z.array(id) }),
  event('DangerEnded', { danger: id }),
  /** The check of stap 2 (REG-02): parents are told, not asked (TOE-08). */
  event('RegistrationNoted', { register: z.enum(registers), result: z.enum(registerResults), informed: z.boolean() }),
] as const;
