import { z } from 'zod';
import { dataOf, type DataFile } from '../data-file.js';

/**
 * `knowledge/veiligheid.yaml`: how people say that a child is in danger. A rule is a list of phrases; a phrase is a
 * list of groups that must all occur; a group is a list of alternatives, or the names of lists of them (`$ouder`).
 */
const dangers = ['suicidaliteit', 'acuut', 'collega', 'vermoeden'] as const;

/** What the danger is about; the values of the fact `veiligheid` that are a danger. */
export type Danger = (typeof dangers)[number];

const alternatives = z.array(z.string().min(1)).min(1);
const fileSchema = z.strictObject({
  /** Words as they stand in texts, and the word they count as. */
  spelling: z.record(z.string(), alternatives),
  /** Words that are written almost like a word of a rule, and are never a mistake for it. */
  ordinary: z.array(z.string()),
  /** Words after which an exception no longer covers what follows. */
  contrast: alternatives,
  lists: z.record(z.string(), alternatives),
  /** In the order in which they are tried: the most pressing first. */
  rules: z.array(z.strictObject({
    value: z.enum(dangers),
    /** At most this many words from the first word of the first group to the first word of the last. */
    within: z.number().int().positive().default(12),
    /** The groups occur in the order in which they are written. */
    ordered: z.boolean().default(false),
    /** The phrase does not count where one of these stands near it. */
    not: z.array(z.string()).default([]),
    phrases: z.array(z.array(alternatives).min(1)).min(1),
  })).min(1),
});

type SafetyFile = z.infer<typeof fileSchema>;

/** A rule with its lists filled in. */
export type Rule = SafetyFile['rules'][number];

/** The file, read and complete: no names of lists are left in it. */
export type SafetyRules = Omit<SafetyFile, 'lists'>;

/** Reads the file. Throws, with the file's name, when it breaks the schema or names a list that it does not hold. */
export function safetyRules(file: DataFile): SafetyRules {
  const parsed = fileSchema.safeParse(dataOf(file));
  if (!parsed.success) throw new Error(`${file.name}: ${z.prettifyError(parsed.error)}`);
  const { lists, rules, ...rest } = parsed.data;
  const filled = (items: readonly string[]): string[] => items.flatMap((item) => {
    if (!item.startsWith('$')) return [item];
    const list = lists[item.slice(1)];
    if (!list) throw new Error(`${file.name}: there is no list ${item}`);
    return filled(list);
  });
  return { ...rest, rules: rules.map((rule) => ({ ...rule, not: filled(rule.not), phrases: rule.phrases.map((phrase) => phrase.map(filled)) })) };
}
