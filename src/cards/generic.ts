import { z } from 'zod';
import { banner, buttons, buttonSchema, choice, fact, lines, link } from './shapes.js';

/** The name of a form or sheet, with which its first element is called `card:<name>`. */
const name = z.string().regex(/^[a-z][a-z-]{1,30}$/);

/** One field of a form. What arrives: see inputs.ts. */
export const fieldSchema = z.strictObject({
  /** Name of the input; unique in its form. Not used by `heading` and `note`. */
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,40}$/),
  /** `text`: one line; `lines`: more; `one`: one choice; `many`: any number; `tick`: ja or nee; `heading` and `note` are only read. */
  kind: z.enum(['text', 'lines', 'date', 'one', 'many', 'tick', 'time', 'heading', 'note']),
  label: z.string().min(1),
  /** In the empty field; never a rule that one must know before. */
  hint: z.string().default(''),
  value: z.string().default(''),
  choices: z.array(choice).default([]),
  required: z.boolean().default(false),
  /** Said when a required one is left empty. */
  error: z.string().default('Vul dit in.'),
  /** For texts; the server checks it again. */
  maxLength: z.number().int().positive().default(300),
  /** For dates, YYYY-MM-DD or ''. */
  min: z.string().default(''),
  max: z.string().default(''),
});
export type Field = z.input<typeof fieldSchema>;

export const formSchema = z.strictObject({
  name, code: z.string(), title: z.string(), intro: z.string(), facts: z.array(fact), fields: z.array(fieldSchema),
  /** Each takes all inputs with it. */
  submit: z.array(buttonSchema), nav: buttons, banner,
});

export const sectionSchema = z.strictObject({
  heading: z.string(), facts: z.array(fact).default([]), lines: lines.default([]),
  /** `accent` for what waits for the reader, `warning` for what needs attention. */
  tone: z.enum(['default', 'accent', 'warning', 'good']).default('default'),
  buttons: buttons.default([]), links: z.array(link).default([]),
});
export const sheetSchema = z.strictObject({
  name, code: z.string(), title: z.string(), status: z.string(), intro: z.string(), sections: z.array(sectionSchema), buttons, nav: buttons, banner,
});
export type Section = z.input<typeof sectionSchema>;
