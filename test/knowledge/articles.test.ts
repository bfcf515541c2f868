import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { openArticles } from '../../src/content.js';
import { readSource } from '../../src/files.js';
import type { Article } from '../../src/knowledge/articles/article.js';
import { checkArticles } from '../../src/knowledge/articles/check.js';
import { parseArticle } from '../../src/knowledge/articles/parse.js';
import { realRoute } from '../support/route.js';

const route = realRoute();
const FRONT = (samples = '') => `---
question: "Wat is een ZAT?"
terms: [zat]
keywords: [overleg, team, school]
related: [mdo]
samples:
  questions: [zat een, zat twee, zat drie, zat vier, zat vijf, zat zes]
  situations: [we een, we twee, we drie, we vier, we vijf, we zes${samples}]
---
`;
const BODY = 'Het ZAT is een overleg van de school. [OVL-01] Het is er vier keer\nper jaar. [OVL-02]\n\n## Meer\n\n- Een punt. [OVL-03]\n- Nog een punt,\n  op twee regels. [OVL-04, F-P01]\n';
const articleOf = (text: string, slug = 'zat'): Article => {
  const parsed = parseArticle(slug, text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.article;
};
const faultsOf = (...articles: readonly Article[]) => checkArticles(articles, ['zat', 'mdo'], route).filter(({ message }) => message !== 'has no article').map(({ message }) => message);

describe('an article', () => {
  it('is read as a short answer and sections, each statement with its rules', () => {
    const { short, sections } = articleOf(FRONT() + BODY);
    expect(short).toEqual([{ text: 'Het ZAT is een overleg van de school.', rules: ['OVL-01'] }, { text: 'Het is er vier keer per jaar.', rules: ['OVL-02'] }]);
    expect(sections).toEqual([{ heading: 'Meer', statements: [{ text: 'Een punt.', rules: ['OVL-03'] }, { text: 'Nog een punt, op twee regels.', rules: ['OVL-04', 'F-P01'] }] }]);
  });
  it('without faults has none', () => { expect(faultsOf(articleOf(FRONT() + BODY))).toEqual([]); });
  it.each([
    ['says without a source', FRONT() + BODY.replace(' [OVL-03]', '')], ['knowledge/regels.yaml does not hold', FRONT() + BODY.replace('OVL-03', 'OVL-99')],
    ['a situation names the subject', FRONT(', waar is het zat') + BODY], ['there is no other article', FRONT().replace('[mdo]', '[weg]') + BODY],
    ['at most 24', FRONT() + BODY.replace('Een punt.', `Dit is ${'heel '.repeat(30)}lang.`)], ['says "u"', FRONT() + BODY.replace('Een punt.', 'Wilt u dat?')],
    ['the short answer has', FRONT() + BODY.replace('[OVL-01]', `${'En nog wat meer tekst hier. '.repeat(12)}[OVL-01]`)], ['is empty', `${FRONT()}${BODY}\n## Leeg\n`],
    ['no role', FRONT().replace('related', 'roles: [tovenaar]\nrelated') + BODY], ['no answer', FRONT().replace('related', 'starts: { aanleiding: niets }\nrelated') + BODY],
  ])('%s', (message, text) => { expect(faultsOf(articleOf(text)).join('\n')).toContain(message); });
  it('that is broken is refused with what is wrong', () => {
    for (const text of ['zonder begin', '---\nquestion: [\n---\nTekst', FRONT().replace('terms: [zat]\n', '') + BODY, FRONT().replace('ZAT?', 'ZAT') + BODY]) expect(parseArticle('zat', text).ok).toBe(false);
  });
  it('may not share a sample with another, which would teach nothing', () => {
    expect(faultsOf(articleOf(FRONT() + BODY), articleOf(FRONT().replace('[mdo]', '[zat]') + BODY, 'mdo')).join()).toContain('also stands in zat');
  });
});

describe('the articles of the repository', () => {
  const { bySlug, subjects } = openArticles(route);
  it('have no faults, and there is one for every subject', () => {
    const listed = subjects.flatMap(({ articles }) => articles);
    expect([...bySlug.keys()].sort()).toEqual([...listed].sort());
    expect(listed.length).toBeGreaterThanOrEqual(105);
  });
  it('are learned from at least twelve samples each, half of them situations', () => {
    for (const { slug, samples } of bySlug.values()) expect(Math.min(samples.questions.length, samples.situations.length), slug).toBeGreaterThanOrEqual(6);
  });
  it('quote no sentence of those we are judged by', () => {
    const { outside } = parse(readSource('knowledge/buiten.yaml').text) as { outside: string[] };
    expect(new Set(outside).size).toBe(outside.length);
  });
});
