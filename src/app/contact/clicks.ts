import { field, type Click } from '../click.js';
import { freeText, give, good, list } from '../give.js';
import type { Reply } from '../input.js';
import type { Parts } from '../parts.js';
import type { Verbs } from '../verbs.js';
import { LONGEST_NOTE } from './present.js';

/** Whom the talk was with: of the family and of those who take part, and a role that does not. */
export function withWhom(click: Click): readonly string[] {
  return [...list(field(click, 'with')), ...list(field(click, 'other'))];
}

/** Notes a talk. Refused, the form comes back with what was typed (a field with a BSN in it stays empty: that is not repeated). */
export async function onContactNote(parts: Parts, click: Click): Promise<Reply> {
  const discussed = freeText(parts, field(click, 'discussed'), LONGEST_NOTE);
  const agreed = freeText(parts, field(click, 'agreed'), LONGEST_NOTE);
  return give(parts, click, {
    type: 'note-contact', note: `g-${parts.ids.next()}`, on: field(click, 'on'), with: withWhom(click), discussedId: discussed.id, agreedId: agreed.id,
  }, { card: 'case', view: 'contacts', refusedView: 'contact-form', banner: good('Vastgelegd. Zet het ook in je eigen dossier.'), typed: click.pressed.fields }, discussed, agreed);
}

export const contactVerbs: Verbs = { 'contact-note': onContactNote };
