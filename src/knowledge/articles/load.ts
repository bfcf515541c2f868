import { parse } from 'yaml';
import { z } from 'zod';
import type { Route, SourceFile } from '../../route/model.js';
import type { Article } from './article.js';
import { checkArticles } from './check.js';
import { parseArticle, type ArticleFault } from './parse.js';

const subjectsSchema = z.strictObject({
  subjects: z.array(z.strictObject({ id: z.string(), label: z.string(), articles: z.array(z.string()).min(1) })).min(1),
});
/** Articles that belong together, as people see them listed. */
export type Subject = z.infer<typeof subjectsSchema>['subjects'][number];

export interface Articles {
  readonly bySlug: ReadonlyMap<string, Article>;
  readonly subjects: readonly Subject[];
}

export type LoadedArticles =
  | { readonly ok: true; readonly articles: Articles }
  | { readonly ok: false; readonly faults: readonly ArticleFault[] };

/**
 * Reads and checks all articles.
 * @param files `knowledge/artikelen/<slug>.md`, one an article
 * @param list `knowledge/onderwerpen.yaml`: which articles there must be, and in which order they are listed
 * @returns the articles, or every fault that they have
 */
export function loadArticles(files: readonly SourceFile[], list: SourceFile, route: Route): LoadedArticles {
  const subjects = subjectsSchema.safeParse(parse(list.text));
  if (!subjects.success) return { ok: false, faults: [{ slug: list.name, message: z.prettifyError(subjects.error) }] };
  const parsed = files.map((file) => parseArticle(slugOf(file.name), file.text));
  const articles = parsed.flatMap((each) => (each.ok ? [each.article] : []));
  const slugs = subjects.data.subjects.flatMap((subject) => subject.articles);
  const faults = [...parsed.flatMap((each) => (each.ok ? [] : each.faults)), ...checkArticles(articles, slugs, route)];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, articles: { subjects: subjects.data.subjects, bySlug: new Map(articles.map((article) => [article.slug, article])) } };
}

/** "knowledge/artikelen/zat.md" is the article "zat". */
export function slugOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replace(/\.md$/, '');
}
