import { z } from 'zod';

/**
 * The one place that encodes and parses a button. A button holds ids, never state: `ref` names the stream,
 * `seen` the version of it that was drawn. What else it needs to say is ids and values (`fact`, `value`, `mdo`…).
 */

/** Raised when buttons change shape; older ones get the current card. */
const BUTTON_VERSION = 1;

const small = z.union([z.string().max(200), z.number().int()]);
const buttonDataSchema = z.object({
  v: z.literal(BUTTON_VERSION),
  verb: z.string().min(1).max(40),
  /** Empty for a button that starts something new. */
  ref: z.string().max(64),
  seen: z.number().int().min(0),
});

export interface PressedButton {
  readonly verb: string;
  readonly ref: string;
  readonly seen: number;
  /** Everything else in the data: the button's own ids, and what the person typed (inputs). Strings only. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The mark in a button's data with which Teams opens a dialog (task module) instead of sending the click. */
export const OPENS_DIALOG = { type: 'task/fetch' } as const;

/** Makes the `data` of an Action.Execute. */
export function encodeButton(
  verb: string, ref: string, seen: number, fields: Readonly<Record<string, string>> = {},
): Record<string, string | number> {
  return { v: BUTTON_VERSION, verb, ref, seen, ...fields };
}

/** A name that a field of ours can have; `__proto__` and the like can not. */
const FIELD = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/;

/** Longest text that one input of a card may bring in. */
const LONGEST_INPUT = 2000;

/**
 * Parses what came in with a click. Returns undefined for anything that our cards cannot have made:
 * forged, malformed, of another version, too long, or with other than text and numbers in it.
 */
export function parseButton(data: unknown): PressedButton | undefined {
  const head = buttonDataSchema.safeParse(data);
  if (!head.success) return undefined;
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [key, value] of Object.entries(data as Record<string, unknown>)) {
    // `msteams` is Teams' own, in the data of a button that opens a dialog.
    if (key === 'v' || key === 'verb' || key === 'ref' || key === 'seen' || key === 'msteams') continue;
    if (value === undefined || value === null) continue;
    const text = small.or(z.string().max(LONGEST_INPUT)).safeParse(value);
    if (!text.success || !FIELD.test(key)) return undefined;
    fields[key] = String(text.data);
  }
  return { verb: head.data.verb, ref: head.data.ref, seen: head.data.seen, fields };
}
