import { remarksGoAt } from '../../case/record/keeping.js';
import { dayOf } from '../../case/time.js';
import { normal } from '../../knowledge/normal.js';
import type { Parts } from '../parts.js';
import type { Remark } from '../store-port.js';
import { courtesy } from './short-words.js';

/** What the keepers of the content hear: scrubbed text, never who said it. `text` must have been scrubbed. */
export async function remark(parts: Parts, kind: Remark['kind'], text: string, article = ''): Promise<void> {
  const day = dayOf(parts.clock.now());
  await parts.store.saveRemark({ day, kind, article, text: text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST) }, remarksGoAt(parts.route, day));
}

const LONGEST = 500;
/** Fewer letters than this are a slip of the finger. */
const FEWEST_LETTERS = 4;

/** Can the keepers of the content do something with this? A few letters or a greeting are no question. */
export function isQuestion(text: string): boolean {
  const said = normal(text);
  return said.replaceAll(/[^\p{L}]/gu, '').length >= FEWEST_LETTERS && !courtesy.has(said);
}
