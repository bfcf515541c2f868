import type { CardData } from '../../cards/data.js';
import type { Article, Statement } from '../../knowledge/articles/article.js';
import { rulesOf } from '../../knowledge/articles/article.js';
import type { Articles } from '../../knowledge/articles/load.js';
import type { Facts } from '../../knowledge/understand.js';
import type { Route } from '../../route/model.js';
import type { RuleData } from '../../route/schema.js';
import { button, shownRule, unsafeButton, type Banner } from '../present/words.js';
import { busyLine, onButton, type Busy } from './busy.js';
import { packed } from './known.js';
import { contactsOf } from './whom.js';

export const nothing = { ref: '', seen: 0 };

/** What an article is shown with. */
export interface Asked {
  /** The question as it was asked, without what identifies somebody; '' when it was opened by a button. */
  readonly question: string;
  /** Answers of the route that the text gave. */
  readonly known: Facts;
  /** Other articles that it could have been about. */
  readonly alternatives: readonly string[];
  readonly busy: Busy | undefined;
  /** Somebody said already that it was right. */
  readonly judged: boolean;
}

/** A button holds no more of a question than this. */
const LONGEST_QUESTION = 200;

/** What the buttons of an answer carry: ids, and the scrubbed question, which is not kept until somebody judges. */
export function carried({ question, known, alternatives }: Asked): Readonly<Record<string, string>> {
  return {
    ...(question === '' ? {} : { q: question.slice(0, LONGEST_QUESTION) }),
    ...(Object.keys(known).length === 0 ? {} : { known: packed(known) }),
    ...(alternatives.length === 0 ? {} : { alts: alternatives.join(',') }),
  };
}

/** The answer to a question: short first, with its sources, whom to call and what the route does not say behind buttons. */
export function articleCard(route: Route, articles: Articles, article: Article, asked: Asked, banner?: Banner): CardData<'article'> {
  const { facts, missing } = contactsOf(route, article.roles);
  const told = carried(asked);
  const walks = article.starts !== undefined || asked.known['aanleiding'] !== undefined;
  return {
    slug: article.slug, title: article.question,
    short: article.short.map((each) => said(route, each)),
    sections: article.sections.map(({ heading, statements }) => ({ heading, lines: statements.map((each) => said(route, each, heading)) })),
    silent: [...article.silent],
    related: article.related.flatMap((slug) => articleButton(articles, slug)),
    rules: rulesOf(article).flatMap((id) => {
      const rule = route.rules.get(id);
      return rule ? [shownRule(rule)] : [];
    }),
    calls: facts, missing,
    buttons: walks ? [button('Loop de route', 'walk', nothing, { slug: article.slug, ...(told['known'] === undefined ? {} : { known: told['known'] }) }, asked.busy ? 'default' : 'positive')] : [],
    judge: asked.judged ? [] : [
      button('Ja', 'judge', nothing, { slug: article.slug, right: 'ja', ...told }), button('Nee', 'judge', nothing, { slug: article.slug, right: 'nee', ...told }),
    ],
    busy: asked.busy ? busyLine(asked.busy) : '',
    nav: waysOn(asked.busy),
    ...(banner ? { banner } : {}),
  };
}

/** Back to the question that is open, or on; and the way to safety. */
export function waysOn(busy: Busy | undefined) {
  return [...(busy ? [onButton(busy)] : []), button('Wat nu?', 'start', nothing, { tree: 'wat-nu' }), unsafeButton()];
}

/** A button that opens an article, by its question; none for a slug that is gone. */
export function articleButton(articles: Articles, slug: string, fields: Readonly<Record<string, string>> = {}) {
  const article = articles.bySlug.get(slug);
  return article ? [button(article.question, 'article', nothing, { slug, ...fields })] : [];
}

/** A statement that rests on no agreement of this route says what it rests on, where its own words do not. */
export function said(route: Pick<Route, 'rules'>, { text, rules }: Statement, heading = ''): string {
  const known = rules.flatMap((id) => route.rules.get(id) ?? []);
  if (known.length === 0 || known.some((rule) => rule.status === 'A' && !rule.national)) return text;
  const marks = new Set(known.map(markOf));
  if (/landelijk/i.test(`${heading} ${text}`)) marks.delete(NATIONAL);
  return marks.size === 0 ? text : `${text} (${[...marks].join('; ')})`;
}

const NATIONAL = 'landelijke regel';

function markOf({ national, status }: RuleData): string {
  if (status === 'O') return 'verouderd';
  if (national) return NATIONAL;
  if (status === 'U') return 'afspraak van een andere regio';
  return status === 'G' ? 'Groningse achtergrond' : 'landelijk beleidsstuk van toen';
}
