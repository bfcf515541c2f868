import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot, readArticleFiles, readRouteFiles, readSampleFiles, readSource } from './files.js';
import { loadArticles, type Articles, type LoadedArticles } from './knowledge/articles/load.js';
import { dataOf, type DataFile } from './knowledge/data-file.js';
import type { ArticleFault } from './knowledge/articles/parse.js';
import { factsFrom } from './knowledge/facts/facts.js';
import { scrubFrom } from './knowledge/personal/scrub.js';
import { dangerFrom } from './knowledge/safety/danger.js';
import type { CorpusFiles } from './knowledge/topics/corpus.js';
import { fromFile, indexSchema } from './knowledge/topics/index-file.js';
import { readerOf, type Learned } from './knowledge/topics/learn.js';
import { rankFrom } from './knowledge/topics/rank.js';
import { orderFrom } from './knowledge/topics/order.js';
import { secondOpinionFrom } from './knowledge/topics/second-opinion.js';
import { wordsFrom } from './knowledge/topics/words.js';
import { understandingFrom, type Understanding } from './knowledge/understand.js';
import { hasPrepared, keyOf, readPrepared, writePrepared } from './prepared.js';
import { CONDITIONS } from './route/conditions.js';
import { loadRoute, type LoadedRoute } from './route/load.js';
import type { Route, SourceFile } from './route/model.js';
import { once } from './route/once.js';
import { StartRefused } from './start-refused.js';

/** Where the build puts what it learned. */
export const INDEX = join(packageRoot, 'dist', 'knowledge', 'index.json');

/** What the index is learned from. */
export interface LearnedFrom extends CorpusFiles {
  readonly articles: readonly SourceFile[];
  readonly words: SourceFile;
}

export function readLearnedFrom(): LearnedFrom {
  return {
    articles: readArticleFiles(), words: readSource('knowledge/woorden.yaml'), outside: readSource('knowledge/buiten.yaml'),
    danger: [readSource('knowledge/veiligheid-zinnen.yaml'), readSource('knowledge/veiligheid-meer.yaml')],
    samples: readSampleFiles(), phrases: readSource('knowledge/herkenning.yaml'), moreCommands: readSource('knowledge/opdrachten-meer.yaml'),
  };
}

/** The same texts give the same hash; one changed letter another. */
export function hashOf({ articles, words, outside, danger, samples, phrases, moreCommands }: LearnedFrom): string {
  const hash = createHash('sha256');
  for (const { name, text } of [...articles, words, outside, ...danger, ...samples, phrases, moreCommands]) hash.update(JSON.stringify([name, text]));
  return hash.digest('hex');
}

/**
 * Reads, checks and compiles what a start would, and keeps it: part of `npm run build`. Does nothing for what is kept
 * already. The index is kept apart: it takes seconds to learn. What has faults is not kept; the start tells them.
 */
export function prepareContent(): void {
  const files = readRouteFiles();
  for (const region of regionsIn(files)) {
    const loaded = openRoute(files, region);
    if (!loaded.ok) continue;
    const route = loaded.route;
    // They are code, and come with it.
    keep(`route-${region}`, routeKey(files), () => Object.fromEntries(Object.entries(route).filter(([part]) => part !== 'conditions')));
    const articles = readArticles(files, route);
    if (articles.ok) keep('articles', articlesKey(files, articleSources()), () => articles.articles);
  }
  const lists = listFiles();
  keep('lists', keyOf([], lists), () => lists.map(dataOf));
}

function keep(name: string, key: string, made: () => unknown): void {
  if (!hasPrepared(name, key)) writePrepared(name, key, made());
}

/** The route of one region: as the build checked and compiled it when its files are the same, else checked in full. */
export function openRoute(files: readonly SourceFile[], region: string): LoadedRoute {
  const prepared = readPrepared(`route-${region}`, routeKey(files)) as Omit<Route, 'conditions'> | undefined;
  return prepared ? { ok: true, route: { ...prepared, conditions: CONDITIONS } } : loadRoute(files, region);
}

/** The articles, checked against the route: by the build when nothing changed since. */
export function readArticles(files: readonly SourceFile[], route: Route): LoadedArticles {
  const sources = articleSources();
  const prepared = readPrepared('articles', articlesKey(files, sources)) as Articles | undefined;
  return prepared ? { ok: true, articles: prepared } : loadArticles(sources.files, sources.list, route);
}

/** @throws StartRefused with every fault of the articles */
export function openArticles(route: Route): Articles {
  const loaded = readArticles(readRouteFiles(), route);
  if (loaded.ok) return loaded.articles;
  throw new StartRefused(articleFaults(loaded.faults));
}

/** One line for each fault, with its file. */
export function articleFaults(faults: readonly ArticleFault[]): readonly string[] {
  return faults.map(({ slug, message }) => `knowledge/artikelen/${slug}.md: ${message}`);
}

const articleSources = () => ({ files: readArticleFiles(), list: readSource('knowledge/onderwerpen.yaml') });
const routeKey = (files: readonly SourceFile[]) => keyOf(['route'], files);
const articlesKey = (files: readonly SourceFile[], { files: articles, list }: ReturnType<typeof articleSources>) => keyOf(['route', 'knowledge'], [...files, ...articles, list]);

function regionsIn(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ name }) => /^dialogs\/regios\/(.+)\.yaml$/.exec(name)?.[1] ?? []);
}

const LISTS = ['veiligheid', 'namen', 'feiten-uit-tekst', 'woorden', 'herkenning'] as const;
const listFiles = (): readonly SourceFile[] => LISTS.map((name) => readSource(`knowledge/${name}.yaml`));

/** The lists of words, already parsed where the build did so with the same texts. */
function readLists(): Readonly<Record<(typeof LISTS)[number], DataFile>> {
  const files = listFiles();
  const prepared = readPrepared('lists', keyOf([], files)) as readonly unknown[] | undefined;
  const named = files.map((file, at): [string, DataFile] => [LISTS[at] ?? '', { ...file, data: prepared?.[at] }]);
  return Object.fromEntries(named) as Readonly<Record<(typeof LISTS)[number], DataFile>>;
}

/**
 * What a text means. When the build tried these very lists and this index out, they are only compiled for the first text
 * (or `warm`): a start need not wait for them.
 * @throws StartRefused when the index was not built from the content of today
 */
export function openUnderstanding(route: Route): Understanding & { warm(): void } {
  const sources = readLearnedFrom();
  const key = understandingKey(sources);
  const open = once(() => understandingOf(route, readPrepared('index', key) as Learned | undefined ?? learnedFrom(sources)));
  if (!hasPrepared('index', key)) open();
  return Object.assign<Understanding, { warm(): void }>((text, asker) => open()(text, asker), { warm: () => { open(); } });
}

/** Tries out what texts are understood with, and keeps it so that it can be read fast; part of `npm run build`, after learning. */
export function prepareUnderstanding(): void {
  const sources = readLearnedFrom();
  const key = understandingKey(sources);
  if (hasPrepared('index', key)) return;
  const files = readRouteFiles();
  const route = regionsIn(files).map((region) => openRoute(files, region)).find((each) => each.ok);
  if (!route?.ok) return;
  const learned = learnedFrom(sources);
  understandingOf(route.route, learned);
  writePrepared('index', key, learned);
}

function understandingOf(route: Route, learned: Learned): Understanding {
  const lists = readLists();
  const reader = readerOf(learned.counts, wordsFrom(lists.woorden));
  return understandingFrom(lists.herkenning, {
    danger: dangerFrom(lists.veiligheid), scrub: scrubFrom(lists.namen),
    facts: factsFrom(route, lists['feiten-uit-tekst']), rank: rankFrom(learned, reader), alarm: secondOpinionFrom(learned, reader), order: orderFrom(learned, reader),
  });
}

function learnedFrom(sources: LearnedFrom): Learned {
  const index = readIndex();
  if (index?.hash !== hashOf(sources)) throw new StartRefused(["dist/knowledge/index.json was not made from knowledge/ as it is now: run 'npm run build'"]);
  return fromFile(index);
}

function understandingKey({ articles, words, outside, danger, samples, phrases, moreCommands }: LearnedFrom): string {
  return keyOf(['route', 'knowledge'], [...readRouteFiles(), ...listFiles(), ...articles, words, outside, ...danger, ...samples, phrases, moreCommands]);
}

/** The index that the last build made; undefined when there is none, or one of another shape. */
export function readIndex() {
  if (!existsSync(INDEX)) return undefined;
  try {
    return indexSchema.safeParse(JSON.parse(readFileSync(INDEX, 'utf8'))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
