import { z } from 'zod';

/**
 * The closed grammar of the files in `dialogs/` and of `knowledge/regels.yaml`.
 * Keys are English, texts are Dutch. Unknown keys are faults: a typo must not
 * silently switch a rule off. Where a fault stands (file, line, node) is added
 * by `load.ts`.
 */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case words joined by hyphens');
/** `S1-03`, `TOE-01`, `ROL-JGZ-09`, `C-01`, `N-14`, `F-M01`. */
const ruleId = z.string().regex(/^[A-Z][A-Z0-9]{0,2}(-[A-Z]{1,4})?-?\d{2}$/, 'not a rule id');
const text = z.string().trim().min(1);

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
  /** True for facts marked (!) or U in facts.md: shown with "controleer". */
  verify: z.boolean().default(false),
});
export const rulesFileSchema = z.strictObject({ rules: z.array(ruleSchema) });

export const factSchema = z.strictObject({
  id,
  label: text,
  values: z.array(z.strictObject({ id, label: text, help: text.optional() })).min(2),
});
export const factsFileSchema = z.strictObject({ facts: z.array(factSchema) });

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

export const actionSchema = z.strictObject({ id, text, rules: z.array(ruleId).min(1) });
export const actionsFileSchema = z.strictObject({
  actions: z.array(actionSchema),
  registrations: z.array(actionSchema),
});

/** Where an option leads: a node of the same tree, or the start of another tree. */
const next = z.union([id, z.strictObject({ tree: id })]);

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
  offers: z.array(z.enum(['open-case', 'refer-ib', 'start-mdo'])).default([]),
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

export const regionFileSchema = z.strictObject({
  region: id,
  label: text,
  /** Local names of roles, by role id. */
  roleNames: z.record(id, text).default({}),
  /** Whom to call, by role id; an empty contact is shown as such. */
  contacts: z.record(id, text).default({}),
  /** Regional werkafspraken by case step. The route itself gives no terms (N-17). */
  terms: z.record(id, z.strictObject({
    workingDays: z.number().int().min(1).max(260),
    graceDays: z.number().int().min(1).max(60),
    setBy: text,
    setOn: z.iso.date(),
    /** True while the partners have not yet adopted it: shown as "voorbeeld". */
    proposal: z.boolean().default(false),
  })).default({}),
  /** Safety numbers, shown on the danger outcomes. National ones are in the rules. */
  safetyContacts: z.array(z.strictObject({ label: text, contact: text, rules: z.array(ruleId) })).default([]),
});

export type RuleData = z.infer<typeof ruleSchema>;
export type FactData = z.infer<typeof factSchema>;
export type StepData = z.infer<typeof stepSchema>;
export type RoleData = z.infer<typeof roleSchema>;
export type PartyData = z.infer<typeof partySchema>;
export type ActionData = z.infer<typeof actionSchema>;
export type QuestionData = z.infer<typeof questionSchema>;
export type OutcomeData = z.infer<typeof outcomeSchema>;
export type TreeData = z.infer<typeof treeFileSchema>;
export type ConsentRowData = z.infer<typeof consentRowSchema>;
export type RegieCellData = z.infer<typeof regieFileSchema>['cells'][number];
export type RegionData = z.infer<typeof regionFileSchema>;
