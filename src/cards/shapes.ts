import { z } from 'zod';
import { OPENS_DIALOG } from './button.js';

/** What the data of several cards is made of. All texts are Dutch and ready to show. */

/** A button; `data` is made by `encodeButton`, with at most the mark of a button that opens a dialog. */
export const buttonSchema = z.strictObject({
  title: z.string().min(1),
  verb: z.string().min(1),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.strictObject({ type: z.literal(OPENS_DIALOG.type) })])),
  style: z.enum(['default', 'positive', 'destructive']).default('default'),
});
export type Button = z.input<typeof buttonSchema>;

export const buttons = z.array(buttonSchema);
export const lines = z.array(z.string());
/** Shown at the top: "deze kaart was niet meer actueel", a refusal with its reason, a confirmation. */
export const banner = z.strictObject({ text: z.string().min(1), tone: z.enum(['info', 'warning', 'good']) }).optional();

/** A rule behind "waarom?": what it says, where it stands, and whether it is national. */
export const rule = z.strictObject({ id: z.string(), text: z.string(), source: z.string() });
/** An earlier answer with the button that opens it again. */
export const answered = z.strictObject({ label: z.string(), answer: z.string(), change: z.array(buttonSchema).max(1) });
export const choice = z.strictObject({ value: z.string(), title: z.string() });
export const fact = z.strictObject({ title: z.string(), value: z.string() });
/** A block of the stroomschema. `arrow` leads to it from the one above; `notes` tell what else leads to it or back. */
export const block = z.strictObject({
  id: z.string(), label: z.string(), explain: z.string(), arrow: z.string(), notes: lines, roles: z.string(), here: z.boolean(),
  /** The questions with which one can begin here. */
  buttons,
});
/** A page outside Teams that a button opens: to print, or to plan a meeting. */
export const link = z.strictObject({ title: z.string().min(1), url: z.url() });
