import { z } from 'zod';

/**
 * The typed data behind each card. A template in `cards/<kind>.json` draws it, `cards/<kind>.data.json` is its sample
 * for the Designer, `render` checks the data against this schema first. All texts are Dutch and ready to show.
 */

/** A button; `data` is made by `encodeButton`, nothing else. */
export const buttonSchema = z.strictObject({
  title: z.string().min(1),
  verb: z.string().min(1),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  style: z.enum(['default', 'positive', 'destructive']).default('default'),
});
export type Button = z.input<typeof buttonSchema>;

const buttons = z.array(buttonSchema);
const lines = z.array(z.string());
/** Shown at the top: "deze kaart was niet meer actueel", a refusal with its reason, a confirmation. */
const banner = z.strictObject({ text: z.string().min(1), tone: z.enum(['info', 'warning', 'good']) }).optional();

/** A rule behind "waarom?": what it says, where it stands, and whether it is national. */
const rule = z.strictObject({ id: z.string(), text: z.string(), source: z.string() });
/** An earlier answer with the button that opens it again. */
const answered = z.strictObject({ label: z.string(), answer: z.string(), change: z.array(buttonSchema).max(1) });
const choice = z.strictObject({ value: z.string(), title: z.string() });
const fact = z.strictObject({ title: z.string(), value: z.string() });
/** A block of the stroomschema. `arrow` leads to it from the one above; `notes` tell what else leads to it or back. */
const block = z.strictObject({
  id: z.string(), label: z.string(), explain: z.string(), arrow: z.string(), notes: lines, roles: z.string(), here: z.boolean(),
  /** The questions with which one can begin here. */
  buttons,
});

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
    ages: z.array(choice), age: z.string(), submit: buttonSchema, nav: buttons, banner,
  }),
  /** A case for one of its participants, in personal chat. */
  case: z.strictObject({
    code: z.string(), title: z.string(), status: z.string(), facts: z.array(fact),
    consent: z.array(fact), mdo: z.array(fact), stagnation: z.string().optional(),
    next: lines, timeline: z.array(fact), undelivered: lines, buttons, nav: buttons, banner,
  }),
  /** "Mijn casussen". */
  cases: z.strictObject({
    title: z.string(), intro: z.string(),
    cases: z.array(z.strictObject({ code: z.string(), line: z.string(), open: z.array(buttonSchema).max(1) })),
    nav: buttons, banner,
  }),
  /** The consent of a case: who has gezag, what was answered, and a form to record an answer. */
  consent: z.strictObject({
    code: z.string(), title: z.string(), intro: z.string(),
    /** Per recipient: what the route asks, and whether the gate is open. */
    recipients: z.array(z.strictObject({ recipient: z.string(), requirement: z.string(), state: z.string(), open: z.boolean() })),
    /** Per person what is recorded: "gegeven · mondeling · 20-11-2026 · vastgelegd door …". */
    ledger: z.array(fact),
    /** What to do first: who has gezag is not recorded yet. */
    gezagFirst: z.boolean(),
    /** Gezag can be recorded or changed below the answers; from 18 it plays no part. */
    gezagLater: z.boolean(),
    gezagChoices: z.array(choice), gezag: z.string(), saveGezag: buttonSchema,
    forRecipients: z.array(choice), people: z.array(choice), statuses: z.array(choice), hows: z.array(choice),
    /** YYYY-MM-DD, the latest possible day. */
    today: z.string(), save: buttonSchema,
    /** What the form holds already: kept for the next parent, and after a refusal. */
    filled: z.strictObject({ recipients: z.string(), person: z.string(), status: z.string(), how: z.string(), on: z.string() }),
    nav: buttons, banner,
  }),
  /** Starting an MDO. */
  'mdo-form': z.strictObject({
    code: z.string(), title: z.string(), intro: z.string(),
    leervraag: z.array(choice), leervraagValue: z.string(), leefvraag: z.array(choice), leefvraagValue: z.string(),
    purpose: z.string(), date: z.string(), today: z.string(), time: z.string(),
    /** People whom one can choose (`person:<id>`), and roles outside Teams (`role:<id>`); what is chosen, joined by commas. */
    invitees: z.array(choice), chosen: z.string(), outside: z.array(choice), outsideChosen: z.string(),
    jeugdigeLabel: z.string(),
    /** The three ticks, `ja` or `nee`: kept when the form comes back with a refusal. */
    parents: z.string(), jeugdige: z.string(), told: z.string(),
    submit: buttonSchema, nav: buttons, banner,
  }),
  /** The organiser's live card. */
  mdo: z.strictObject({
    code: z.string(), title: z.string(), when: z.string(), purpose: z.string(), regie: z.string(), regieWhy: z.string(),
    invitees: z.array(z.strictObject({ name: z.string(), state: z.string(), record: buttons })),
    inPerson: lines, silent: lines, buttons, nav: buttons, banner,
  }),
  /** What an invitee gets in personal chat. */
  invitation: z.strictObject({
    code: z.string(), title: z.string(), from: z.string(), when: z.string(), purpose: z.string(),
    /** What this person answered, if anything. */
    answer: z.string().optional(), open: z.boolean(), closedReason: z.string().optional(),
    /** For "ander moment": a date and a few words. */
    today: z.string(), buttons, propose: z.array(buttonSchema).max(1), nav: buttons, banner,
  }),
  /** A passed term asks its holder first: gedaan, wacht op … tot …, loopt vast. */
  term: z.strictObject({
    code: z.string(), title: z.string(), text: z.string(), local: z.string(), open: z.boolean(),
    done: z.array(buttonSchema).max(1),
    waitFor: z.array(choice), today: z.string(), wait: z.array(buttonSchema).max(1),
    stuckKinds: z.array(choice), stuck: z.array(buttonSchema).max(1), nav: buttons, banner,
  }),
  /** In the stagnatiepunt channel: code, step, role and duration only. */
  stagnation: z.strictObject({
    code: z.string(), step: z.string(), role: z.string(), duration: z.string(), reason: z.string(),
    state: z.string(), tone: z.enum(['open', 'claimed', 'closed']), parents: z.string(), buttons, banner,
  }),
  /** To the one who claimed it, in personal chat: whom to call, and how it ended. */
  'stagnation-contact': z.strictObject({
    code: z.string(), title: z.string(), facts: z.array(fact), contacts: z.array(fact), entered: lines, tact: z.string(),
    open: z.boolean(), endings: z.array(choice), close: z.array(buttonSchema).max(1), nav: buttons, banner,
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
  /** All roles that have a card. */
  roles: z.strictObject({ title: z.string(), intro: z.string(), roles: buttons, nav: buttons, banner }),
} as const;

export type CardKind = keyof typeof cardSchemas;
export type CardData<K extends CardKind> = z.input<(typeof cardSchemas)[K]>;
