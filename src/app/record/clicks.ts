import { refuse } from '../../case/refusals.js';
import { deletionRefused } from '../../case/record/keeping.js';
import { REFUSED } from '../access/opened.js';
import { caseInPlace } from '../case/in-place.js';
import { takesPart } from '../case/takes-part.js';
import { actorOf, field, type Click } from '../click.js';
import { withWhom } from '../contact/clicks.js';
import { LONGEST_NOTE } from '../contact/present.js';
import { freeText, give, good } from '../give.js';
import type { Reply } from '../input.js';
import { noticeFor } from '../notices.js';
import { show, type Parts } from '../parts.js';
import type { Rendered } from '../ports.js';
import type { Typed } from '../present/view.js';
import { bannerOf, button, unsafeButton, type Banner } from '../present/words.js';
import { loadCase, type LoadedCase } from '../run-case.js';
import type { Verbs } from '../verbs.js';
import { forgetCase, goesAlongRefused, NOTHING_LEFT, OWN_DOSSIER } from './forgetting.js';
import { onMerge } from './merging.js';
import { deleteForm } from './present.js';

/** The number of an entry as a card names it; 0 is none. */
const numberIn = (click: Click) => (/^[1-9]\d{0,5}$/.test(field(click, 'entry')) ? Number(field(click, 'entry')) : 0);

async function onStrike(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'strike-entry', entry: numberIn(click), reason: field(click, 'reason') }, {
    card: 'case', view: 'entries', refusedView: 'strike-form', banner: good('Weggehaald. Leg nu vast wat wel klopt.'), typed: click.pressed.fields,
  });
}

/** A talk written anew: the old note and its words go in the same moment in which the new one comes. */
async function onReplaceNote(parts: Parts, click: Click): Promise<Reply> {
  const discussed = freeText(parts, field(click, 'discussed'), LONGEST_NOTE);
  const agreed = freeText(parts, field(click, 'agreed'), LONGEST_NOTE);
  return give(parts, click, {
    type: 'replace-note', entry: numberIn(click),
    note: { type: 'note-contact', note: `g-${parts.ids.next()}`, on: field(click, 'on'), with: withWhom(click), discussedId: discussed.id, agreedId: agreed.id },
  }, { card: 'case', view: 'contacts', refusedView: 'note-replace', banner: good('Verbeterd. Verbeter het ook in je eigen dossier.'), typed: click.pressed.fields }, discussed, agreed);
}

/** Deletes a case on request: from its own card, or by its code for who is no participant (the directie). */
async function onDelete(parts: Parts, click: Click): Promise<Reply> {
  const typedCode = field(click, 'code').trim().toUpperCase();
  const stream = click.pressed.ref === '' ? (await parts.store.caseByCode(typedCode))?.stream : click.pressed.ref;
  const loaded = stream === undefined ? undefined : await loadCase(parts, stream);
  if (!loaded && click.pressed.ref !== '') return { kind: 'card', message: noticeFor(parts, click.person, refuse('gone')) };
  const onRequestOf = field(click, 'onRequestOf');
  const actor = actorOf(click.person);
  const refusal = deletionRefused(parts.route, loaded?.state, { typedCode, onRequestOf }, actor) ?? (loaded && await goesAlongRefused(parts, loaded, actor));
  // By its code: whoever has no card of it gets none here either.
  if (refusal && loaded && click.pressed.ref === '' && !takesPart(loaded, click.person)) parts.opened?.(loaded.stream, click.person, REFUSED);
  if (refusal || !loaded) return deleteAgain(parts, click, loaded, bannerOf(refusal ?? refuse('gone')));
  await forgetCase(parts, loaded, onRequestOf, loaded.state.people.map((one) => one.person).filter((one) => one !== click.person.id));
  parts.log('info', 'case-deleted', { onRequestOf, region: loaded.state.region });
  parts.wake();
  // Nothing is remembered of where this stands: the message itself is brought to "verwijderd" as all others are.
  return { kind: 'card', message: deletedCard(parts, loaded), said: `Casus ${loaded.state.code} is verwijderd.` };
}

async function deleteAgain(parts: Parts, click: Click, loaded: LoadedCase | undefined, banner: Banner | undefined): Promise<Reply> {
  if (loaded && click.pressed.ref !== '') return caseInPlace(parts, click, loaded, 'delete-form', banner, click.pressed.fields);
  return { kind: 'card', message: deleteByCode(parts, banner, click.pressed.fields), form: true };
}

/** The form for who has no card of the case, from the chat. It tells nobody whether a code exists. */
export function deleteByCode(parts: Parts, banner?: Banner, typed: Typed = {}): Rendered {
  return show(parts, 'form', deleteForm(undefined, { route: parts.route, banner }, typed));
}

function deletedCard(parts: Parts, { state }: LoadedCase): Rendered {
  return show(parts, 'notice', {
    title: `Casus ${state.code} is verwijderd`, text: 'Ook bij wie meedeed gaan de kaarten weg. Zij krijgen bericht, met alleen de code.', lines: [NOTHING_LEFT, OWN_DOSSIER],
    buttons: [button('Mijn casussen', 'cases', { ref: '', seen: 0 }), unsafeButton()],
  });
}

export const recordVerbs: Verbs = { strike: onStrike, 'note-replace': onReplaceNote, merge: onMerge, 'delete-case': onDelete };
