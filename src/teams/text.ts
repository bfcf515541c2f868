import type { ReadActivity } from './activity.js';

/** What of a message is kept, in characters. */
export const LONGEST_TEXT = 4000;
/** What of a message is looked at, so that a huge one costs no more than a long one. */
const LONGEST_READ = 40_000;

/** Bounded repeats: text full of half tags must not cost quadratic time. */
const AT_TAG = /<at(?:\s[^<>]{0,200})?>([^<>]{0,200})<\/at>/g;

/**
 * What the person typed: without the mention of the bot, on one line, at most 4,000 characters.
 * Other people's mentions keep their name. Empty when nothing is left.
 */
export function typedText(activity: ReadActivity): string {
  const mentions = (activity.entities ?? []).filter((entity) => entity !== undefined);
  const botId = activity.recipient?.id;
  let text = (activity.text ?? '').slice(0, LONGEST_READ);
  for (const { text: tag, mentioned } of mentions.slice(0, 50)) {
    if (tag !== undefined && tag !== '' && botId !== undefined && mentioned?.id === botId) text = text.replaceAll(tag, ' ');
  }
  // Some clients send the tag without its entity: then it can only be the bot that was called.
  text = text.replace(AT_TAG, (_tag, name: string) => (mentions.length === 0 ? ' ' : name));
  return cut(text.replaceAll('&nbsp;', ' ').replace(/[\p{Cc}\s]+/gu, ' ').trim());
}

function cut(text: string): string {
  // Never half a character: an emoji is two code units.
  return text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '').trimEnd();
}
