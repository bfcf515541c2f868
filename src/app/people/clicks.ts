import { TOGGLE_ON } from '../../cards/inputs.js';
import type { CaseCommand } from '../../case/commands.js';
import { holdsBsn } from '../../knowledge/personal-data.js';
import { cardOfCase } from '../cards-of-case.js';
import { field, inPlace, type Click } from '../click.js';
import { freeText, give, professionalName, good, type Done } from '../give.js';
import type { Reply } from '../input.js';
import { noticeFor } from '../notices.js';
import type { Parts } from '../parts.js';
import { loadCase } from '../run-case.js';
import { refuse } from '../../case/refusals.js';
import type { OnClick, Verbs } from '../verbs.js';
import { colleagueOf } from './choices.js';
import { NAME_LENGTH } from './forms.js';
import { onLeftBehind, onTakeLeftBehind } from './left-behind.js';
import { isMark } from './mark.js';
import { onRefer } from './refer.js';
import { onOfferSchoolYear, onSchoolYear } from './school-year.js';

const told = (click: Click) => field(click, 'told') === TOGGLE_ON;

/** What happens to the form: back with what was typed when it is refused, else the page of who takes part. */
function onPeople(click: Click, text: string, refusedView = 'people'): Done {
  return { card: 'case', view: 'people', refusedView, banner: good(text), typed: click.pressed.fields };
}

/** A command that needs nothing but the ids on the button. */
const giving = (command: (click: Click) => CaseCommand, text: string, refusedView?: string): OnClick =>
  (parts, click) => give(parts, click, command(click), onPeople(click, text, refusedView));

async function onInvite(parts: Parts, click: Click): Promise<Reply> {
  const who = await colleagueOf(parts, field(click, 'person'));
  return give(parts, click, { type: 'invite-person', who, told: told(click), duo: field(click, 'duo') === TOGGLE_ON }, onPeople(click, 'Je collega krijgt de casus in een persoonlijke chat.', 'person-form'));
}

async function onOutsider(parts: Parts, click: Click): Promise<Reply> {
  const name = professionalName(parts, field(click, 'name'), NAME_LENGTH);
  const done = onPeople(click, 'Vastgelegd. Vertel het diegene zelf.', 'outsider-form');
  const typed = name.refusal ? { ...click.pressed.fields, name: name.refusal.id === 'too-long' ? field(click, 'name') : '' } : click.pressed.fields;
  return give(parts, click, { type: 'add-outsider', key: `out:${parts.ids.next()}`, role: field(click, 'role'), nameId: name.id, told: told(click) }, { ...done, typed }, name);
}

async function onOffer(parts: Parts, click: Click): Promise<Reply> {
  const to = await colleagueOf(parts, field(click, 'to'));
  return give(parts, click, { type: 'offer-handover', handover: `h-${parts.ids.next()}`, what: field(click, 'what'), to, reason: field(click, 'reason'), told: told(click) },
    onPeople(click, 'Aangeboden. Je collega krijgt de vraag; tot die tijd verandert er niets.', 'handover-form'));
}

/** The receiver answers: on the card that asked it, or on the page of who takes part. */
async function onAnswer(parts: Parts, click: Click): Promise<Reply> {
  const accepts = click.pressed.verb === 'handover-accept';
  const text = accepts ? 'Overgenomen. Je vindt de casus bij "mijn casussen".' : 'Je collega ziet dat jij het niet overneemt.';
  const card = field(click, 'card') === 'people' ? 'case' : 'handover';
  return give(parts, click, { type: accepts ? 'accept-handover' : 'decline-handover', handover: field(click, 'handover') }, { ...onPeople(click, text), card });
}

async function onReplace(parts: Parts, click: Click): Promise<Reply> {
  const to = await colleagueOf(parts, field(click, 'to'));
  const loaded = await loadCase(parts, click.pressed.ref);
  const from = loaded?.state.people.find((one) => one.person === field(click, 'from'));
  const person = from && await parts.store.person(from.person);
  // Out of the register, or at work elsewhere now: the register says it, never the card.
  const gone = from !== undefined && from.organisation !== '' && (!person?.registered || person.organisation !== from.organisation);
  return give(parts, click, { type: 'replace-person', from: field(click, 'from'), to, reason: field(click, 'reason'), told: told(click), gone },
    onPeople(click, 'Vastgelegd. Je collega krijgt de casus in een persoonlijke chat.', 'replace-form'));
}

async function onReference(parts: Parts, click: Click): Promise<Reply> {
  const typed = field(click, 'reference').trim();
  const wellFormed = typed === '' || isMark(typed);
  // One that is no mark is not stored at all; a BSN is told as what it is.
  const text = wellFormed || holdsBsn(typed) ? freeText(parts, typed, NAME_LENGTH) : undefined;
  return give(parts, click, { type: 'set-reference', referenceId: text?.id ?? null, wellFormed }, onPeople(click, typed === '' ? 'Het kenmerk is weggehaald.' : 'Bewaard.', 'reference-form'), text);
}

/** A card besides the case's own, for somebody who need not take part: a question to take over, an invitation, what one claimed. */
async function onOpenCard(parts: Parts, click: Click): Promise<Reply> {
  const loaded = await loadCase(parts, click.pressed.ref);
  const card = ['handover', 'invitation', 'stagnation-contact'].find((one) => one === field(click, 'card'));
  const message = loaded && card !== undefined ? await cardOfCase(parts, loaded, click.person, { card, view: 'case', banner: undefined }) : undefined;
  if (!loaded || card === undefined || !message) return { kind: 'card', message: noticeFor(parts, click.person, refuse('gone')) };
  return inPlace(parts, click, { stream: loaded.stream, card, view: 'case', version: loaded.version }, message);
}

const duo = (type: 'form-duo' | 'end-duo') => (click: Click): CaseCommand => ({ type, one: field(click, 'one'), other: field(click, 'other') });

export const peopleVerbs: Verbs = {
  refer: onRefer, 'person-invite': onInvite, 'outsider-add': onOutsider,
  'outsider-remove': giving((click) => ({ type: 'remove-outsider', key: field(click, 'key') }), 'Vastgelegd.'),
  'holder-set': giving((click) => ({ type: 'set-holder', person: field(click, 'person') }), 'Vastgelegd wie aan zet is.', 'holder-form'),
  'handover-offer': onOffer, 'handover-accept': onAnswer, 'handover-decline': onAnswer,
  'handover-withdraw': giving((click) => ({ type: 'withdraw-handover', handover: field(click, 'handover') }), 'Je aanbod is ingetrokken.'),
  'person-replace': onReplace, leave: giving(() => ({ type: 'leave' }), 'Je doet niet meer mee aan deze casus.', 'leave-form'),
  'duo-form': giving(duo('form-duo'), 'Vastgelegd: jullie zijn een duo.'), 'duo-end': giving(duo('end-duo'), 'Vastgelegd: geen duo meer.'),
  'reference-set': onReference, 'open-card': onOpenCard,
  'left-behind': onLeftBehind, 'left-behind-take': onTakeLeftBehind,
  'school-year': onSchoolYear, 'school-year-offer': onOfferSchoolYear,
};
