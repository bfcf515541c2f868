import { z } from 'zod';
import { formSchema, sectionSchema, sheetSchema } from './generic.js';
import { answered, banner, block, buttonSchema, buttons, choice, fact, lines, link, rule } from './shapes.js';

export type { Button } from './shapes.js';

/**
 * The typed data behind each card. A template in `cards/<kind>.json` draws it, `cards/<kind>.data.json` is its sample
 * for the Designer, `render` checks the data against this schema first. All texts are Dutch and ready to show.
 */

export const cardSchemas = {
  /** A question of the dialog. Options are one full-width button each. */
  question: z.strictObject({
    title: z.string(), question: z.string(), why: z.string(), whyRules: z.array(rule),
    options: buttons.min(1), helps: lines, now: lines, path: z.array(answered), nav: buttons, banner,
  }),
  /** The advice. Its body also holds a container with id `outcome:<outcomeId>`. */
  advice: z.strictObject({
    outcomeId: z.string(), tone: z.enum(['normal', 'danger']), step: z.string(), role: z.string(),
    title: z.string(), summary: z.string(), actions: lines.min(1),
    consent: z.array(z.strictObject({ recipient: z.string(), text: z.string() })),
    registrations: lines, note: lines, term: z.string().optional(), regie: z.string().optional(),
    /** What the partners of this region agreed on top of the route, each with who set it and when. */
    region: z.string(), agreements: z.array(z.strictObject({ text: z.string(), setBy: z.string() })),
    /** Opens the card of the responsible role, where there is one. */
    roleCard: z.array(buttonSchema).max(1),
    contacts: z.array(fact), silent: lines, rules: z.array(rule).min(1), path: z.array(answered),
    buttons, nav: buttons, banner,
  }),
  /** A short message with at most a few buttons: help, refusals outside a card, stopped, unknown text. */
  notice: z.strictObject({ title: z.string(), text: z.string(), lines, buttons, banner }),
  /** Opening a case: step and age band, preset from the advice. */
  'case-form': z.strictObject({
    title: z.string(), intro: z.string(), steps: z.array(choice), step: z.string(),
    ages: z.array(choice), age: z.string(), month: z.string(), submit: buttonSchema, nav: buttons, banner,
  }),
  /** A case for one of its participants, in personal chat. */
  case: z.strictObject({
    code: z.string(),
    /** The own organisation's mark, '' for none. */
    reference: z.string(), title: z.string(), status: z.string(),
    /** What needs attention first: what waits for the viewer, that it is stuck, what could not be delivered. */
    alerts: z.array(sectionSchema), facts: z.array(fact), next: lines, buttons,
    parts: z.array(z.strictObject({ heading: z.string(), facts: z.array(fact) })),
    timeline: z.array(fact), nav: buttons, banner,
  }),
  /** "Mijn casussen": what waits for the viewer first, then the rest. */
  cases: z.strictObject({
    title: z.string(), intro: z.string(),
    groups: z.array(z.strictObject({
      heading: z.string(),
      /** `reference`: the own organisation's mark, '' for none. `waits`: what waits, since when and until when. */
      cases: z.array(z.strictObject({ code: z.string(), reference: z.string(), line: z.string(), waits: lines, open: z.array(buttonSchema).max(2) })),
    })),
    /** What is not on the card: "En nog 3 casussen". */
    more: z.string(), nav: buttons, banner,
  }),
  /** The consent of a case: what the route asks, what was answered, and buttons to the forms that record an answer. */
  consent: z.strictObject({
    code: z.string(), title: z.string(), intro: z.string(),
    /** Per recipient and purpose: what the route asks, what is missing, and whether the gate is open. */
    recipients: z.array(z.strictObject({ recipient: z.string(), requirement: z.string(), state: z.string(), open: z.boolean() })),
    /** Per person what is recorded: "JGZ: toestemming gegeven (mondeling, 20-11-2026, vastgelegd door …)". */
    ledger: z.array(fact), buttons, nav: buttons, banner,
  }),
  /** Starting an MDO. */
  'mdo-form': z.strictObject({
    code: z.string(), title: z.string(), intro: z.string(),
    leervraag: z.array(choice), leervraagValue: z.string(), leefvraag: z.array(choice), leefvraagValue: z.string(),
    purpose: z.string(), date: z.string(), today: z.string(), time: z.string(),
    /** A second and third moment, if the invitees are to choose. */
    date2: z.string(), time2: z.string(), date3: z.string(), time3: z.string(),
    /** Who may be named as closest to the child. */
    closestChoices: z.array(choice), closest: z.string(),
    /** People whom one can choose (`person:<id>`), and roles outside Teams (`role:<id>`); what is chosen, joined by commas. */
    invitees: z.array(choice), chosen: z.string(), outside: z.array(choice), outsideChosen: z.string(),
    parentsLabel: z.string(), jeugdigeLabel: z.string(),
    /** The three ticks, `ja` or `nee`: kept when the form comes back with a refusal. */
    parents: z.string(), jeugdige: z.string(), told: z.string(),
    submit: buttonSchema, nav: buttons, banner,
  }),
  /** The organiser's live card. */
  mdo: z.strictObject({
    code: z.string(), title: z.string(), when: z.string(), purpose: z.string(), regie: z.string(), regieWhy: z.string(),
    /** Proposed moments with how many can come, and the button that chooses one. */
    moments: z.array(z.strictObject({ text: z.string(), choose: z.array(buttonSchema).max(1) })), links: z.array(link),
    invitees: z.array(z.strictObject({ name: z.string(), state: z.string(), record: buttons })),
    inPerson: lines, silent: lines, buttons, nav: buttons, banner,
  }),
  /** What an invitee gets in personal chat. */
  invitation: z.strictObject({
    code: z.string(), title: z.string(), from: z.string(), when: z.string(), purpose: z.string(),
    /** What this person answered, if anything. */
    answer: z.string().optional(), open: z.boolean(), closedReason: z.string().optional(),
    /** A reminder, or what changed. */
    notes: lines,
    /** Moments to choose from, what is chosen of them, and the button that says so. */
    moments: z.array(choice), chosen: z.string(), pick: z.array(buttonSchema).max(1),
    /** For "ander moment": a date and a few words. */
    today: z.string(), proposal: z.string(), proposalNote: z.string(), buttons, propose: z.array(buttonSchema).max(1),
    /** For "ik stuur iemand": who, and the tick that this one knows which child it is about. */
    colleagues: z.array(choice), substitute: z.string(), substituteTold: z.string(), send: z.array(buttonSchema).max(1), nav: buttons, banner,
  }),
  /** A passed term asks its holder first: gedaan, wacht op … tot …, loopt vast. */
  term: z.strictObject({
    code: z.string(), title: z.string(), text: z.string(), local: z.string(), open: z.boolean(),
    done: z.array(buttonSchema).max(1),
    waitFor: z.array(choice), waitNote: z.string(), today: z.string(), wait: z.array(buttonSchema).max(1),
    stuckKinds: z.array(choice), parentsLabel: z.string(), stuck: z.array(buttonSchema).max(1), nav: buttons,
    /** What was typed when it came back refused, and which of its two forms is open because of that. */
    filled: z.strictObject({ waitFor: z.string(), until: z.string(), kind: z.string(), parentsKnow: z.string() }),
    waitShown: z.boolean(), stuckShown: z.boolean(), banner,
  }),
  /** In the stagnatiepunt channel: code, step, role and duration only. */
  stagnation: z.strictObject({
    code: z.string(), step: z.string(), role: z.string(), duration: z.string(), reason: z.string(),
    state: z.string(), tone: z.enum(['open', 'claimed', 'closed']), parents: z.string(), buttons, banner,
    /** To this reader: that they have it, or how to take it up. */
    hint: z.string().default(''),
  }),
  /** The manager's overview. Counts are texts: "0", "12", "1 t/m 4" or "niet getoond". */
  overview: z.strictObject({
    title: z.string(), asOf: z.string(), total: z.string(), stalled: z.string(),
    steps: z.array(fact), ages: z.array(fact), explain: lines, nav: buttons, banner,
  }),
  /** The stroomschema, drawn as blocks: Teams shows no SVG. It marks where somebody is and names nobody. */
  schema: z.strictObject({ title: z.string(), intro: z.string(), flow: z.array(block), exits: z.array(block), nav: buttons, banner }),
  /** What a role does in the route. */
  role: z.strictObject({
    roleId: z.string(), title: z.string(), audience: z.string(), summary: z.string(), tasks: lines, turn: lines, not: lines,
    /** Names of the roles it works with, and a button for each that has a card. */
    with: z.string(), withButtons: buttons,
    region: z.string(), contact: z.string(), silent: lines, rules: z.array(rule).min(1), nav: buttons, banner,
  }),
  /** A form, made of fields; its first element is `card:<name>`. */
  form: formSchema,
  /** A page to read, made of sections; its first element is `card:<name>`. */
  sheet: sheetSchema,
  /** The answer to a question: short at first, the rest behind buttons that need no answer. Its body also holds a container `article:<slug>`. */
  article: z.strictObject({
    slug: z.string(), title: z.string(), short: lines, sections: z.array(z.strictObject({ heading: z.string(), lines })),
    silent: lines, related: buttons.max(5), rules: z.array(rule),
    /** Whom to call, and a sentence about the roles of which the region does not say it; '' for none. */
    calls: z.array(fact), missing: z.string(),
    buttons,
    /** "Klopte dit?": ja and nee, or nothing to ask. */
    judge: buttons.max(2),
    /** The question of the dialog that is open meanwhile, '' for none. */
    busy: z.string(), nav: buttons.max(6), banner,
  }),
  /** All roles that have a card. */
  roles: z.strictObject({ title: z.string(), intro: z.string(), roles: buttons, nav: buttons, banner }),
} as const;

export type CardKind = keyof typeof cardSchemas;
export type CardData<K extends CardKind> = z.input<(typeof cardSchemas)[K]>;
