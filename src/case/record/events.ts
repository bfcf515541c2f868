import { z } from 'zod';
import { day, dangerReasons, event, guardians, consentStatuses, hows, id, instant, people, registerResults, registers, strikeReasons } from '../values.js';

const ledgerEntry = z.object({
  sender: id, recipient: id, purpose: id, who: z.enum(people), status: z.enum(consentStatuses), how: z.enum(hows), on: day, until: day.nullable(), by: z.string(),
});
/** A word of the ledger as one case hands it to another; its number is that of the taking over. */
export type HandedWord = z.infer<typeof ledgerEntry>;
const contact = z.object({ id, organisation: z.string(), side: z.string(), on: day, with: z.array(id), discussedId: id, agreedId: id, by: z.string() });
const registration = z.object({ register: z.enum(registers), result: z.enum(registerResults), informed: z.boolean(), by: z.string(), at: instant });
const outsider = z.object({ key: id, role: id, nameId: z.string().nullable(), sender: z.string().nullable(), by: z.string() });
const danger = z.object({ id, reason: z.enum(dangerReasons), noteId: id, parentsNotYet: z.boolean(), by: z.string(), at: instant, knows: z.array(id) });
const risk = z.object({ risk: id, school: z.string(), since: instant, stage: id, stageSince: instant });

/** What goes along from the case that ends; everything under its new text ids, by whoever recorded it there. */
const takenOver = z.object({
  gezag: z.array(z.enum(guardians)).default([]),
  ledger: z.array(ledgerEntry).default([]),
  contacts: z.array(contact).default([]),
  registrations: z.array(registration).default([]),
  outsiders: z.array(outsider).default([]),
  references: z.record(z.string(), id).default({}),
  dangers: z.array(danger).default([]),
  risk: risk.nullable().default(null),
});
export type TakenOver = z.infer<typeof takenOver>;

export const recordEvents = [
  /** A wrong entry is struck out: the case is as if it had not been made. `entry`: its number in this case, from 1. */
  event('EntryStruck', { entry: z.number().int().min(2), reason: z.enum(strikeReasons) }),
  /** Two cases about one child: this one goes on, `from` ends. `events`: how many of `from` were taken into account. */
  event('CaseTookOver', { from: id, fromCode: id, events: z.number().int(), taken: takenOver.default(takenOver.parse({})) }),
  /** `forgot`: texts that live on in the other case, and not here. */
  event('CaseMergedInto', { into: id, intoCode: id, forgot: z.array(id).default([]) }),
] as const;
