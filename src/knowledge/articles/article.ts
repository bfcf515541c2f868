import { z } from 'zod';

/**
 * An article of `knowledge/artikelen/<slug>.md`: the answer to one question, with the rule behind every statement.
 * The front matter says what the answer hangs on; the text is a short answer, then sections.
 */

const line = z.string().trim().min(1);

export const frontMatterSchema = z.strictObject({
  /** The question that the article answers; its title. */
  question: line.endsWith('?'),
  /** What the subject is called: its name, abbreviations, older names. Sample situations do without. */
  terms: z.array(line).min(1),
  /** Other words that people use when they ask about it. */
  keywords: z.array(line).min(3),
  /** Whom to call, as roles of the route; who that is, the region says. */
  roles: z.array(line).default([]),
  /** Answers with which the route begins from here. */
  starts: z.record(z.string(), z.string()).optional(),
  related: z.array(line).min(1).max(5),
  /** What the route does not say about this. */
  silent: z.array(line).default([]),
  samples: z.strictObject({
    /** Questions in which the subject has a name. */
    questions: z.array(line).min(6),
    /** What somebody tells who does not know what it is called. */
    situations: z.array(line).min(6),
  }),
});

/** One sentence or two, and the ids of the rules they rest on (knowledge/regels.yaml). */
export interface Statement {
  readonly text: string;
  readonly rules: readonly string[];
}

export interface Section {
  readonly heading: string;
  readonly statements: readonly Statement[];
}

export interface Article extends z.infer<typeof frontMatterSchema> {
  readonly slug: string;
  /** Two or three sentences that answer the question. */
  readonly short: readonly Statement[];
  readonly sections: readonly Section[];
}

/** The rules that an article rests on, each once, in the order in which they are named. */
export function rulesOf({ short, sections }: Pick<Article, 'short' | 'sections'>): readonly string[] {
  return [...new Set([...short, ...sections.flatMap((section) => section.statements)].flatMap((statement) => statement.rules))];
}
