import { refuse } from '../../case/refusals.js';
import { FIRST_TREE, startVisit } from '../clicks-visit.js';
import { field, inPlace, listInPlace, type Click } from '../click.js';
import { good } from '../give.js';
import type { Reply } from '../input.js';
import { helpFor, noticeFor } from '../notices.js';
import { show, type Parts } from '../parts.js';
import { type Banner } from '../present/words.js';
import type { Verbs } from '../verbs.js';
import { busyWith } from './busy.js';
import { heardAs } from './hear.js';
import { begreep } from './banners.js';
import { unpacked } from './known.js';
import { articleCard, type Asked } from './present.js';
import { isQuestion, remark } from './remarks.js';
import { FEEDBACK_LENGTH, feedbackForm, unknownSheet, wrongSheet } from './sheets.js';

const JUDGED_RIGHT = 'Dank je. Zo weten we dat dit antwoord klopt.';
const MOST_ALTERNATIVES = 3;

/** What the buttons of an answer told. Whatever a card sends is judged anew: known ids only, and the question scrubbed again. */
async function askedIn(parts: Parts, click: Click): Promise<Asked> {
  const q = field(click, 'q').slice(0, 200);
  return {
    question: q === '' ? '' : (await heardAs(parts, click.person, q)).text,
    known: unpacked(parts.route, field(click, 'known')),
    alternatives: field(click, 'alts').split(',').filter((slug) => parts.articles.bySlug.has(slug)).slice(0, MOST_ALTERNATIVES),
    busy: await busyWith(parts, click.person), judged: field(click, 'right') === 'ja',
  };
}

/** An article, in the place of the card on which it was chosen; with `right` it was judged already. */
async function onArticle(parts: Parts, click: Click): Promise<Reply> {
  return articleInPlace(parts, click, field(click, 'right') === 'ja' ? good(JUDGED_RIGHT) : undefined);
}

async function articleInPlace(parts: Parts, click: Click, banner: Banner | undefined): Promise<Reply> {
  const article = parts.articles.bySlug.get(field(click, 'slug'));
  if (!article) return { kind: 'card', message: noticeFor(parts, click.person, refuse('gone')) };
  const asked = await askedIn(parts, click);
  const message = show(parts, 'article', articleCard(parts.route, parts.articles, article, asked, banner));
  // The question is on the card alone: where it is still needed the card is not drawn again by us, for we do not know it.
  const { pressed } = click;
  const again: Click = asked.question !== '' && !asked.judged ? { ...click, pressed: { ...pressed, verb: 'article-once' } }
    : { ...click, pressed: { verb: 'article', ref: '', seen: 0, fields: { slug: article.slug, known: field(click, 'known'), right: field(click, 'right') } } };
  return listInPlace(parts, again, message);
}

/** "Klopte dit?": kept with the article and the question, never with who said it. */
async function onJudge(parts: Parts, click: Click): Promise<Reply> {
  const article = parts.articles.bySlug.get(field(click, 'slug'));
  const right = field(click, 'right');
  if (!article || (right !== 'ja' && right !== 'nee')) return { kind: 'card', message: noticeFor(parts, click.person, refuse('unknown-button')) };
  const asked = await askedIn(parts, click);
  await remark(parts, right === 'ja' ? 'right' : 'wrong', asked.question === '' ? article.question : asked.question, article.slug);
  if (right === 'ja') return articleInPlace(parts, click, good(JUDGED_RIGHT));
  return listInPlace(parts, click, show(parts, 'sheet', wrongSheet(parts.route, parts.articles, click.person, asked)));
}

/** None of the offered articles: as a text that nothing is known about. */
async function onNone(parts: Parts, click: Click): Promise<Reply> {
  const { question, busy } = await askedIn(parts, click);
  const kept = isQuestion(question);
  if (kept) await remark(parts, 'unanswered', question);
  return listInPlace(parts, click, show(parts, 'sheet', unknownSheet(parts.route, click.person, busy, kept, undefined)));
}

/** "Loop de route": a visit with what the article begins with, and what the text told; the text wins. */
async function onWalk(parts: Parts, click: Click): Promise<Reply> {
  const starts = parts.articles.bySlug.get(field(click, 'slug'))?.starts ?? {};
  const answers = { ...starts, ...unpacked(parts.route, field(click, 'known')) };
  const banner = begreep(parts.route, answers);
  const { loaded, message } = await startVisit(parts, click.person, { tree: FIRST_TREE, answers, posts: click.dialog !== 'none' }, banner);
  if (!loaded) return { kind: 'card', message };
  return inPlace(parts, click, { stream: loaded.stream, card: 'visit', view: 'visit', version: loaded.version, banner }, message);
}

/** Feedback about Routewijzer itself, without who gave it. */
async function onFeedback(parts: Parts, click: Click): Promise<Reply> {
  const typed = field(click, 'text').trim();
  const heard = await heardAs(parts, click.person, typed);
  const not = typed === '' ? 'Schrijf eerst iets op.' : heard.kind === 'safety' ? refuse('danger').text : typed.length > FEEDBACK_LENGTH ? refuse('too-long').text : undefined;
  if (not !== undefined) {
    const back = heard.kind === 'safety' ? '' : heard.text;
    const reply = await listInPlace(parts, click, show(parts, 'form', feedbackForm(back, { text: not, tone: 'warning' })));
    return reply.kind === 'card' ? { ...reply, form: true } : reply;
  }
  await remark(parts, 'feedback', heard.text);
  const gone = heard.refused.length === 0 ? '' : ' Er stond iets in dat naar een kind leidt: dat heb ik weggelaten.';
  return listInPlace(parts, click, helpFor(parts, click.person, `Dank je. Je feedback is bewaard, zonder je naam.${gone}`));
}

async function onHelp(parts: Parts, click: Click): Promise<Reply> {
  return listInPlace(parts, click, helpFor(parts, click.person));
}

export const answerVerbs: Verbs = {
  article: onArticle, judge: onJudge, 'none-of-these': onNone, walk: onWalk, feedback: onFeedback, help: onHelp,
};
