import type { Route } from '../../route/model.js';
import { normal } from '../normal.js';
import { rulesOf, type Article } from './article.js';
import type { ArticleFault } from './parse.js';

/** Longer than this, people do not read it in a chat. */
const SHORT_WORDS = 60;
const ALL_WORDS = 300;
/** B1: a sentence that one reads once. */
const SENTENCE_WORDS = 24;
/** We say "je", and blame nobody. */
const UNWANTED = /(?<![\p{L}\p{N}])(?:u|uw|uzelf|verboden)(?![\p{L}\p{N}])/iu;

/**
 * What is wrong with the articles together: a subject without an article, a statement without a source, a reference that
 * leads nowhere, a text that is too long or a sample that stands in two places.
 * @param subjects slugs that must have an article, in `knowledge/onderwerpen.yaml`
 */
export function checkArticles(articles: readonly Article[], subjects: readonly string[], route: Route): readonly ArticleFault[] {
  const known = new Set(articles.map((article) => article.slug));
  const missing = subjects.filter((slug) => !known.has(slug)).map((slug) => ({ slug, message: 'has no article' }));
  const unlisted = articles.filter(({ slug }) => !subjects.includes(slug)).map(({ slug }) => ({ slug, message: 'is not in knowledge/onderwerpen.yaml' }));
  const listed = new Set([...known, ...subjects]);
  const own = articles.flatMap((article) => faultsOf(article, listed, route).map((message) => ({ slug: article.slug, message })));
  return [...missing, ...unlisted, ...own, ...repeated(articles)];
}

function faultsOf(article: Article, known: ReadonlySet<string>, route: Route): readonly string[] {
  return [...sourceFaults(article, route), ...referenceFaults(article, known, route), ...textFaults(article), ...sampleFaults(article)];
}

function sourceFaults(article: Article, route: Route): readonly string[] {
  const without = statementsOf(article).filter(({ rules }) => rules.length === 0).map(({ text }) => `says without a source: "${text.slice(0, 60)}"`);
  const unknown = rulesOf(article).filter((id) => !route.rules.has(id)).map((id) => `names the rule ${id}, which knowledge/regels.yaml does not hold`);
  return [...without, ...unknown];
}

function referenceFaults({ slug, related, roles, starts }: Article, known: ReadonlySet<string>, route: Route): readonly string[] {
  const facts = Object.entries(starts ?? {});
  return [
    ...related.filter((other) => other === slug || !known.has(other)).map((other) => `related: there is no other article '${other}'`),
    ...roles.filter((role) => !route.roles.has(role)).map((role) => `roles: the route has no role '${role}'`),
    ...facts.filter(([fact, value]) => !route.facts.get(fact)?.values.some(({ id }) => id === value)).map(([fact, value]) => `starts: the route has no answer ${fact}: ${value}`),
    ...(starts !== undefined && starts['aanleiding'] === undefined ? ['starts: says no aanleiding, so the route can not begin'] : []),
  ];
}

function textFaults(article: Article): readonly string[] {
  const { short, sections, question, silent } = article;
  const words = (texts: readonly { readonly text: string }[]) => texts.reduce((sum, { text }) => sum + wordsIn(text), 0);
  const all = [question, ...statementsOf(article).map(({ text }) => text), ...silent, ...sections.map(({ heading }) => heading)];
  return [
    ...(short.length === 0 ? ['has no short answer before the first section'] : []),
    ...(words(short) > SHORT_WORDS ? [`the short answer has ${String(words(short))} words, at most ${String(SHORT_WORDS)}`] : []),
    ...(words(statementsOf(article)) > ALL_WORDS ? [`has ${String(words(statementsOf(article)))} words, at most ${String(ALL_WORDS)}`] : []),
    ...sections.filter((section) => section.statements.length === 0).map(({ heading }) => `the section "${heading}" is empty`),
    ...all.flatMap(sentencesIn).filter((each) => wordsIn(each) > SENTENCE_WORDS).map((each) => `a sentence of ${String(wordsIn(each))} words, at most ${String(SENTENCE_WORDS)}: "${each.slice(0, 60)}"`),
    ...all.filter((each) => UNWANTED.test(each)).map((each) => `says "u" or blames: "${each.slice(0, 60)}"`),
  ];
}

/** A situation is told by somebody who does not know what the thing is called. */
function sampleFaults({ terms, samples }: Article): readonly string[] {
  const named = terms.map((term) => ` ${normal(term)}`);
  return samples.situations.filter((each) => named.some((term) => ` ${normal(each)} `.includes(`${term} `)))
    .map((each) => `a situation names the subject: "${each.slice(0, 60)}"`);
}

/** The same sample in two places would teach nothing. */
function repeated(articles: readonly Article[]): readonly ArticleFault[] {
  const seen = new Map<string, string>();
  return articles.flatMap(({ slug, samples }) => [...samples.questions, ...samples.situations].flatMap((sample) => {
    const text = normal(sample);
    const before = seen.get(text);
    seen.set(text, slug);
    return before === undefined ? [] : [{ slug, message: `the sample "${sample}" also stands in ${before}` }];
  }));
}

const statementsOf = ({ short, sections }: Article) => [...short, ...sections.flatMap((section) => section.statements)];
const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const sentencesIn = (text: string) => text.split(/(?<=[.?!:;])\s+/);
