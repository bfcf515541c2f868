import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot, readArticleFiles, readSampleFiles, readSource } from './files.js';
import { loadArticles, type Articles } from './knowledge/articles/load.js';
import { factsFrom } from './knowledge/facts/facts.js';
import { scrubFrom } from './knowledge/personal/scrub.js';
import { dangerFrom } from './knowledge/safety/danger.js';
import type { CorpusFiles } from './knowledge/topics/corpus.js';
import { fromFile, indexSchema } from './knowledge/topics/index-file.js';
import { readerOf } from './knowledge/topics/learn.js';
import { rankFrom } from './knowledge/topics/rank.js';
import { orderFrom } from './knowledge/topics/order.js';
import { secondOpinionFrom } from './knowledge/topics/second-opinion.js';
import { wordsFrom } from './knowledge/topics/words.js';
import { understandingFrom, type Understanding } from './knowledge/understand.js';
import type { Route, SourceFile } from './route/model.js';
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

/** @throws StartRefused with every fault of the articles */
export function openArticles(route: Route): Articles {
  const loaded = loadArticles(readArticleFiles(), readSource('knowledge/onderwerpen.yaml'), route);
  if (loaded.ok) return loaded.articles;
  throw new StartRefused(loaded.faults.map(({ slug, message }) => `knowledge/artikelen/${slug}.md: ${message}`));
}

/** @throws StartRefused when the index was not built from the content of today */
export function openUnderstanding(route: Route): Understanding {
  const sources = readLearnedFrom();
  const index = readIndex();
  if (index?.hash !== hashOf(sources)) throw new StartRefused(["dist/knowledge/index.json was not made from knowledge/ as it is now: run 'npm run build'"]);
  const learned = fromFile(index);
  const reader = readerOf(learned.counts, wordsFrom(sources.words));
  return understandingFrom(sources.phrases, {
    danger: dangerFrom(readSource('knowledge/veiligheid.yaml')), scrub: scrubFrom(readSource('knowledge/namen.yaml')),
    facts: factsFrom(route, readSource('knowledge/feiten-uit-tekst.yaml')), rank: rankFrom(learned, reader), alarm: secondOpinionFrom(learned, reader), order: orderFrom(learned, reader),
  });
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
