import { refuse, type Refusal } from '../case/refusals.js';
import { may } from './may.js';
import { helpCard } from './present/lists.js';
import { bannerOf, type Banner } from './present/words.js';
import { show, type Parts } from './parts.js';
import type { Person, Rendered } from './ports.js';

const WHAT_I_DO = 'Ik wijs je de weg in de ondersteuningsroute: wat is de volgende stap, wie is aan zet, en welke toestemming is nodig?';

/** The card for something that can not be answered with a card of its own: the reason, and what one can do. */
export function noticeFor(parts: Parts, person: Person, refusal: Refusal | undefined): Rendered {
  return show(parts, 'notice', helpCard(WHAT_I_DO, (action) => may(parts, person, action), bannerOf(refusal ?? refuse('unknown-button'))));
}

export function helpFor(parts: Parts, person: Person, text = WHAT_I_DO, banner?: Banner): Rendered {
  return show(parts, 'notice', helpCard(text, (action) => may(parts, person, action), banner));
}
