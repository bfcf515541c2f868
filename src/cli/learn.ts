import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf, INDEX, prepareContent, prepareUnderstanding, readIndex, readLearnedFrom } from '../content.js';
import { slugOf } from '../knowledge/articles/load.js';
import { parseArticle } from '../knowledge/articles/parse.js';
import { corpusOf } from '../knowledge/topics/corpus.js';
import { toFile } from '../knowledge/topics/index-file.js';
import { learn } from '../knowledge/topics/learn.js';
import { wordsFrom } from '../knowledge/topics/words.js';
import { prepareTemplates } from '../templates.js';
import { FAULTS, FINE } from './args.js';
import { tell } from './print.js';

/**
 * Part of `npm run build`: keeps what a start would read, check and compile once more, and learns from the articles which question is about which, and keeps that as
 * dist/knowledge/index.json. That takes seconds, so it is done only when the texts or the way of learning changed.
 */
function run(): number {
  prepareContent();
  prepareTemplates();
  const code = learnIndex();
  if (code === FINE) prepareUnderstanding();
  return code;
}

function learnIndex(): number {
  const sources = readLearnedFrom();
  const hash = hashOf(sources);
  const madeBy = codeHash();
  const there = readIndex();
  if (there?.hash === hash && there.madeBy === madeBy) return FINE;
  const parsed = sources.articles.map((file) => parseArticle(slugOf(file.name), file.text));
  const faults = parsed.flatMap((each) => (each.ok ? [] : each.faults));
  if (faults.length > 0) {
    tell(...faults.map(({ slug, message }) => `knowledge/artikelen/${slug}.md: ${message}`));
    return FAULTS;
  }
  const corpus = corpusOf(parsed.flatMap((each) => (each.ok ? [each.article] : [])), sources);
  mkdirSync(dirname(INDEX), { recursive: true });
  // Whole or not at all: a build that is broken off leaves the old one.
  writeFileSync(`${INDEX}.new`, JSON.stringify(toFile(hash, madeBy, learn(corpus, wordsFrom(sources.words)))));
  renameSync(`${INDEX}.new`, INDEX);
  return FINE;
}

/** The code that decides what is learned, as it was compiled. */
function codeHash(): string {
  const folder = fileURLToPath(new URL('../knowledge/', import.meta.url));
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.js')).sort()) hash.update(readFileSync(folder + name));
  return hash.digest('hex');
}

process.exitCode = run();
