import { z } from 'zod';

/**
 * The closed grammar of the files in `dialogs/` and of `knowledge/regels.yaml`.
 * Keys are English, texts are Dutch. Unknown keys are faults: a typo must not
 * silently switch a rule off. Where a fault stands (file, line, node) is added
 * by `load.ts`.
 */

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case words joined by hyphens');
/** `S1-03`, `TOE-01`, `ROL-JGZ-09`, `C-01`, `N-14`, `F-M01`. */
export const ruleId = z.string().regex(/^[A-Z][A-Z0-9]{0,2}(-[A-Z]{1,4})?-?\d{2}$/, 'not a rule id');
export const text = z.string().trim().min(1);

export const ruleSchema = z.strictObject({
  id: ruleId,
  /** One Dutch sentence in our own words, shown behind "waarom?". */
  text,
  /** Where it comes from, in Dutch, as shown to people. */
  source: text,
  /** A in force locally · G Groningen background · U Utrecht West · N national policy or law · O history. */
  status: z.enum(['A', 'G', 'U', 'N', 'O']),
  /** A national rule (facts.md): shown as "landelijke regel, niet uit de ondersteuningsroute". */
  national: z.boolean().default(false),
  /** True for a fact that must be checked before anyone relies on it: shown with "controleer". */
  verify: z.boolean().default(false),
  /** When the fact was last looked up; required with `verify`. */
  asOf: z.iso.date().optional(),
  /**
   * How the route carries the rule: as a branch (a question), a cell of a matrix, a duty (an action, a registration,
   * an outcome), as text (a role card, a block or an arrow, an agreement, a safety contact), or not: background, shown only behind "waarom?".
   */
  kind: z.enum(['branch', 'matrix', 'duty', 'text', 'background']),
}).refine((rule) => !rule.verify || rule.asOf !== undefined, { path: ['asOf'], error: 'a rule to verify says when it was last looked up' });
export const rulesFileSchema = z.strictObject({ rules: z.array(ruleSchema) });

export const factSchema = z.strictObject({
  id,
  label: text,
  /** Present when people may give a number too: which whole numbers make sense, in which unit. */
  number: z.strictObject({ unit: text, min: z.number().int(), max: z.number().int() }).optional(),
  values: z.array(z.strictObject({
    id, label: text, help: text.optional(),
    /** For a number: the lowest that falls in this band. */
    from: z.number().int().optional(),
    /** This answer means that a child may be in danger: every outcome after it gives the safety advice first. */
    danger: z.boolean().default(false),
  })).min(2),
});
/** Answers that can not both be true, with the reason in Dutch. */
export const contradictionSchema = z.strictObject({
  id,
  /** By fact, the values that do not go together: at least two facts. */
  facts: z.record(id, z.array(id).min(1)),
  text,
});
export const factsFileSchema = z.strictObject({
  facts: z.array(factSchema).default([]),
  contradictions: z.array(contradictionSchema).default([]),
});

export const stepSchema = z.strictObject({
  id,
  label: text,
  /** What the step is, in one sentence. */
  explain: text,
  /** A step of a case, in this order; an exit or the safety road is none. */
  caseStep: z.boolean(),
});
export const roleSchema = z.strictObject({
  id,
  label: text,
  /** Other ways people write this role, matched case-insensitively. */
  aliases: z.array(text).default([]),
  /** Which value of the fact `rol` this role answers: known from the register, so never asked. */
  asks: id,
  /** Sender side in the consent matrix. */
  sends: id,
  /** Recipient in the consent matrix. */
  receives: id,
  /** May this role be invited to an MDO from the card? */
  mdo: z.boolean(),
});
export const partySchema = z.strictObject({ id, label: text });
export const stepsRolesFileSchema = z.strictObject({
  steps: z.array(stepSchema),
  roles: z.array(roleSchema),
  /** Senders and recipients of the consent matrix. */
  parties: z.array(partySchema),
  purposes: z.array(partySchema),
});

export const actionSchema = z.strictObject({
  id, text, rules: z.array(ruleId).min(1),
  /** Parties with whom this shares something: an outcome with this action names the consent for each of them. */
  shares: z.array(id).default([]),
});
export const actionsFileSchema = z.strictObject({
  actions: z.array(actionSchema).default([]),
  registrations: z.array(actionSchema).default([]),
});

/** A node of the same tree, or the start of another tree. */
const place = z.union([id, z.strictObject({ tree: id })]);
/** Where an option leads; where more than its value decides, a condition by its name in `conditions.ts`. */
const next = z.union([place, z.strictObject({ when: id, yes: place, no: place })]);

export const questionSchema = z.strictObject({
  id,
  fact: id,
  question: text,
  /** The answer to "waarom deze vraag?". */
  why: text,
  rules: z.array(ruleId).default([]),
  /** Every value of the fact appears exactly once in one of the options. */
  options: z.array(z.strictObject({ values: z.array(id).min(1), next })).min(1),
});

export const outcomeSchema = z.strictObject({
  id,
  step: id,
  /** A role id, or `regie` when the regie matrix decides, or `none`: nobody of the gemeente stays in charge. */
  role: z.union([id, z.literal('regie'), z.literal('none')]),
  title: text,
  summary: text,
  actions: z.array(id).min(1),
  consent: z.array(z.strictObject({
    /** A party id, or `{fact}`: the party that was answered. */
    recipient: z.union([id, z.strictObject({ fact: id })]),
    purpose: id,
  })).default([]),
  registrations: z.array(id).default([]),
  /** Does a note for the dossier belong to this outcome (REG-03)? */
  note: z.boolean().default(false),
  /** What the bot offers as buttons besides "onveilig" and "vastgelopen". */
  offers: z.array(z.enum(['open-case', 'refer-ib', 'start-mdo', 'meldcode'])).default([]),
  /** What the route does not say here, in Dutch, shown as such. */
  silent: z.array(text).default([]),
  tone: z.enum(['normal', 'danger']).default('normal'),
  rules: z.array(ruleId).min(1),
});

export const treeFileSchema = z.strictObject({
  tree: id,
  title: text,
  start: id,
  questions: z.array(questionSchema).default([]),
  outcomes: z.array(outcomeSchema).default([]),
});

export const consentRowSchema = z.strictObject({
  id,
  senders: z.union([z.literal('any'), z.array(id).min(1)]),
  recipients: z.array(id).min(1),
  purposes: z.union([z.literal('any'), z.array(id).min(1)]),
  /** One requirement for each age band, all bands present. */
  ages: z.record(id, z.strictObject({
    kind: z.enum(['none', 'ask', 'inform', 'silent']),
    /** In the order in which they are asked. */
    ask: z.array(z.strictObject({
      who: z.enum(['gezaghebbenden', 'jeugdige']),
      /**
       * required: closed until given · advice: asked, does not close the gate ·
       * unless-declined: required, unless the jongere chose to leave the parents out (C-01, 16+).
       */
      weight: z.enum(['required', 'advice', 'unless-declined']),
    })).default([]),
    inform: z.array(z.enum(['gezaghebbenden', 'jeugdige'])).default([]),
    /** Dutch, shown on cards. */
    text,
    rules: z.array(ruleId).min(1),
  })),
});
export const consentFileSchema = z.strictObject({
  /** Name of the fact that gives the age band, and of the one that says who asks (see `asks` of a role). */
  ageFact: id,
  roleFact: id,
  rows: z.array(consentRowSchema),
});

export const regieFileSchema = z.strictObject({
  cells: z.array(z.strictObject({
    leervraag: id,
    leefvraag: id,
    /** Who has the procesregie: a role id, `onderwijs`, or `none` where the matrix is silent. */
    regie: id,
    /** Dutch: what that side answers for. */
    text,
    /** False for the combinations that the matrix does not cover (RGM-06). */
    inMatrix: z.boolean(),
    rules: z.array(ruleId).min(1),
  })),
});

export type RuleData = z.infer<typeof ruleSchema>;
export type FactData = z.infer<typeof factSchema>;
export type StepData = z.infer<typeof stepSchema>;
export type RoleData = z.infer<typeof roleSchema>;
export type ContradictionData = z.infer<typeof contradictionSchema>;
export type NextData = z.infer<typeof next>;
export type PlaceData = z.infer<typeof place>;
export type PartyData = z.infer<typeof partySchema>;
export type ActionData = z.infer<typeof actionSchema>;
export type QuestionData = z.infer<typeof questionSchema>;
export type OutcomeData = z.infer<typeof outcomeSchema>;
export type TreeData = z.infer<typeof treeFileSchema>;
export type ConsentRowData = z.infer<typeof consentRowSchema>;
export type RegieCellData = z.infer<typeof regieFileSchema>['cells'][number];
