import { parse } from 'yaml';
import { z } from 'zod';
import type { SourceFile } from '../../route/model.js';
import type { Article } from '../articles/article.js';
import { normal } from '../normal.js';
import type { Field } from './bm25f.js';

/** What the index is learned from: the texts of every subject, and questions that are about none. */
export interface Corpus {
  readonly subjects: readonly { readonly slug: string; readonly fields: Readonly<Record<Field, string>>; readonly samples: readonly string[]; readonly names: readonly string[]; readonly statements: readonly string[] }[];
  readonly outside: readonly string[];
  /** What people write when a child is in danger, by kind of danger; and what sounds like it and is none. */
  readonly dangers: readonly { readonly id: string; readonly sentences: readonly string[] }[];
  readonly calm: readonly string[];
  readonly commands: readonly { readonly id: string; readonly texts: readonly string[] }[];
}

const outsideSchema = z.strictObject({ outside: z.array(z.string().min(1)).min(1) });

const dangerSchema = z.strictObject({ danger: z.record(z.string(), z.array(z.string().min(1))), calm: z.array(z.string().min(1)) });

const samplesSchema = z.record(z.string(), z.array(z.string().min(1)));

export interface CorpusFiles {
  /** `knowledge/buiten.yaml`: what people also type, and for which there is no article. */
  readonly outside: SourceFile;
  /** `knowledge/veiligheid-zinnen.yaml` and more of its kind. */
  readonly danger: readonly SourceFile[];
  /** `knowledge/herkenning.yaml` holds the commands, `knowledge/opdrachten-meer.yaml` more ways to say them. */
  readonly phrases: SourceFile;
  readonly moreCommands: SourceFile;
  /** `knowledge/vragen/`: more questions for each article. */
  readonly samples: readonly SourceFile[];
}

/** Puts together what is learned from. Throws on a file that breaks its schema, or names an article that there is not. */
export function corpusOf(articles: readonly Article[], { outside, danger, samples, phrases, moreCommands }: CorpusFiles): Corpus {
  const files = danger.map((file) => dangerSchema.parse(parse(file.text)));
  const kinds = [...new Set(files.flatMap((file) => Object.keys(file.danger)))];
  const more = samples.flatMap((file) => Object.entries(samplesSchema.parse(parse(file.text))));
  const strange = more.find(([slug]) => !articles.some((article) => article.slug === slug));
  if (strange) throw new Error(`knowledge/vragen: there is no article '${strange[0]}'`);
  return {
    subjects: articles.map((article) => subject(article, more.flatMap(([slug, texts]) => (slug === article.slug ? texts : [])))),
    outside: outsideSchema.parse(parse(outside.text)).outside,
    dangers: kinds.map((id) => ({ id, sentences: files.flatMap((file) => file.danger[id] ?? []) })), calm: files.flatMap(({ calm }) => calm),
    commands: commandsOf(phrases, moreCommands),
  };
}

const phrasesSchema = z.object({ commands: z.array(z.object({ id: z.string(), texts: z.array(z.string()) })) });

function commandsOf(phrases: SourceFile, more: SourceFile): Corpus['commands'] {
  const others = samplesSchema.parse(parse(more.text));
  return phrasesSchema.parse(parse(phrases.text)).commands.map(({ id, texts }) => ({ id, texts: [...texts, ...others[id] ?? []] }));
}

function subject({ slug, question, terms, keywords, samples, short, sections, silent }: Article, more: readonly string[]): Corpus['subjects'][number] {
  const body = [...short, ...sections.flatMap((section) => section.statements)].map(({ text }) => text);
  const all = [...samples.questions, ...samples.situations, ...more];
  return {
    slug, samples: all, statements: [...body, ...silent], names: [slug.replaceAll('-', ' '), question, ...terms, ...keywords],
    fields: {
      title: [question, slug, ...terms].join(' . '), keywords: keywords.join(' . '), samples: all.join(' . '),
      body: [...sections.map(({ heading }) => heading), ...body, ...silent].join(' . '),
    },
  };
}

/** How often each word occurs in all texts of the corpus, but those of the commands: in so few words a typo soon becomes a word of ours. */
export function countWords({ subjects, outside, dangers, calm }: Corpus): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const texts = [...subjects.flatMap(({ fields }) => Object.values(fields)), ...outside, ...dangers.flatMap(({ sentences }) => sentences), ...calm];
  for (const text of texts) for (const word of normal(text).split(' ')) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
