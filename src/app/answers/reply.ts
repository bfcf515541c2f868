import type { Understood } from '../../knowledge/understand.js';
import type { Reply } from '../input.js';
import { show, type Parts } from '../parts.js';
import type { Person, Rendered } from '../ports.js';
import type { Banner } from '../present/words.js';
import type { Busy } from './busy.js';
import { articleCard, type Asked } from './present.js';
import { isQuestion, remark } from './remarks.js';
import { choicesSheet, unknownSheet } from './sheets.js';

/** A text about a subject: one article, a few to choose from, or none. */
export interface Question {
  readonly person: Person;
  readonly heard: Extract<Understood, { kind: 'article' | 'choices' | 'none' }>;
  readonly busy: Busy | undefined;
  readonly banner: Banner | undefined;
}

export async function replyTo(parts: Parts, question: Question): Promise<Reply> {
  return { kind: 'card', message: offered(parts, question) ?? await unknown(parts, question) };
}

/** Undefined where no article is meant, or none that is (still) there. */
function offered(parts: Parts, { heard, busy, banner }: Question): Rendered | undefined {
  if (heard.kind === 'none') return undefined;
  const { text, facts, alternatives } = heard;
  const asked: Asked = { question: text, known: facts, alternatives, busy, judged: false };
  const article = parts.articles.bySlug.get(heard.id);
  if (heard.kind === 'article') return article && show(parts, 'article', articleCard(parts.route, parts.articles, article, asked, banner));
  const slugs = [heard.id, ...alternatives].filter((slug) => parts.articles.bySlug.has(slug));
  return slugs.length === 0 ? undefined : show(parts, 'sheet', choicesSheet(parts.articles, slugs, { ...asked, alternatives: [] }, banner));
}

async function unknown(parts: Parts, { person, heard, busy, banner }: Question): Promise<Rendered> {
  const kept = isQuestion(heard.text);
  if (kept) await remark(parts, 'unanswered', heard.text);
  return show(parts, 'sheet', unknownSheet(parts.route, person, busy, kept, banner));
}
