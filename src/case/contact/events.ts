import { z } from 'zod';
import { day, event, id } from '../values.js';

export const contactEvents = [
  /** The note of three parts (REG-03): when and with whom, what was discussed, what was agreed. Texts are read by the own organisation alone. */
  event('ContactNoted', {
    note: id, organisation: z.string(),
    /** Consent party of who noted it: in one organisation a KOO and a sociaal team are still two (C-22). '' where it is not known. */
    side: z.string().default(''),
    on: day, with: z.array(id).min(1), discussedId: id, agreedId: id,
  }),
] as const;
