import { z } from 'zod';
import { regionCalendarSchema } from './schema-calendar.js';
import { id, ruleId, text } from './schema.js';

/** The grammar of what stands around the trees: the role cards, the stroomschema, and a region's overlay. */

const told = z.array(z.strictObject({ text, rules: z.array(ruleId).min(1) }));
/** What people see when they ask what a role does. */
export const roleCardSchema = z.strictObject({
  /** A role id. */
  id,
  /** In one or two sentences. */
  summary: text,
  tasks: told.min(1),
  /** When it is "aan zet". */
  turn: told.min(1),
  /** What it may not do, or what people often think that it does. */
  not: told.default([]),
  /** Roles it works with. */
  with: z.array(id).default([]),
  /** What the route does not say about this role. */
  silent: z.array(text).default([]),
});
export const roleCardsFileSchema = z.strictObject({ cards: z.array(roleCardSchema) });

/** A block of the stroomschema. Blocks and their order are the same in every region (IMP-02). */
export const blockSchema = z.strictObject({
  id,
  label: text,
  explain: text,
  /** Where it stands: in the flow, beside it, or before it. */
  lane: z.enum(['entry', 'flow', 'exit']),
  /** Steps that this block shows: an outcome of such a step is "here". */
  steps: z.array(id).default([]),
  /** Trees in which people are in this block. Every tree stands in one block. */
  trees: z.array(id).default([]),
  /** Role ids shown inside the block. */
  roles: z.array(id).default([]),
  rules: z.array(ruleId).min(1),
});
export const arrowSchema = z.strictObject({ from: id, to: id, label: text.optional(), rules: z.array(ruleId).default([]) });
export const schemaFileSchema = z.strictObject({ blocks: z.array(blockSchema).min(1), arrows: z.array(arrowSchema) });

export const regionFileSchema = z.strictObject({
  region: id,
  label: text,
  /** Local names of roles, by role id. */
  roleNames: z.record(id, text).default({}),
  /** Whom to call, by role id; an empty contact is shown as such. */
  contacts: z.record(id, text).default({}),
  /** When schools and others here are off, over dialogs/kalender.yaml; without it school holidays are not known. */
  kalender: regionCalendarSchema.optional(),
  /**
   * Regional werkafspraken by case step. The route itself gives no terms (N-17). Days are those of whoever holds the step:
   * school days for the side of a school, working days for everybody else.
   */
  terms: z.record(id, z.strictObject({
    workingDays: z.number().int().min(1).max(260),
    graceDays: z.number().int().min(1).max(60),
    setBy: text,
    setOn: z.iso.date(),
    /** True while the partners have not yet adopted it: shown as "voorbeeld". */
    proposal: z.boolean().default(false),
  })).default({}),
  /** What happens when nobody of the stagnatiepunt picks a case up: a werkafspraak (N-17); without it nothing is said again. */
  stagnatiepunt: z.strictObject({
    /** Working days after which the channel is told again, and then the second person. */
    againAfterDays: z.number().int().min(1).max(60),
    secondAfterDays: z.number().int().min(1).max(60),
    /** E-mail address of somebody in the register. */
    second: z.email(),
    setBy: text,
    setOn: z.iso.date(),
    proposal: z.boolean().default(false),
  }).optional(),
  /** Which schools belong to the board of which regievoerder zorg (ROL-REG-01). Names are those of organisations in the register. */
  schoolbesturen: z.array(z.strictObject({ name: text, schools: z.array(text).min(1) })).default([]),
  /** Safety numbers, shown on the danger outcomes. National ones are in the rules. */
  safetyContacts: z.array(z.strictObject({ label: text, contact: text, rules: z.array(ruleId) })).default([]),
  /** Local text of a registration, by its id: another register, or the same under another name. */
  registers: z.record(id, text).default({}),
  /** Local wording of an action, by its id. What it asks of people stays the same. */
  texts: z.record(id, text).default({}),
  /** What the partners here agreed on top of the route; shown beside an outcome as an agreement of this region. */
  agreements: z.array(z.strictObject({
    id,
    text,
    /** Outcomes at which it is shown. */
    outcomes: z.array(id).default([]),
    /** Trees of which every outcome shows it. */
    trees: z.array(id).default([]),
    setBy: text,
    /** Left out when the source gives no day. */
    setOn: z.iso.date().optional(),
    rules: z.array(ruleId).default([]),
  })).default([]),
});


export type RoleCardData = z.infer<typeof roleCardSchema>;
export type BlockData = z.infer<typeof blockSchema>;
export type ArrowData = z.infer<typeof arrowSchema>;
export type RegionData = z.infer<typeof regionFileSchema>;
