import { TOGGLE_ON } from '../../cards/inputs.js';
import { sidesOf } from '../../case/sides.js';
import { registers } from '../../case/values.js';
import { field, type Click } from '../click.js';
import { dangerText, give, good, list } from '../give.js';
import type { Reply } from '../input.js';
import type { Parts } from '../parts.js';
import { loadCase } from '../run-case.js';
import type { Verbs } from '../verbs.js';
import { DANGER_NOTE } from './danger.js';

const NO = ['geweigerd', 'ingetrokken'];

function onGezag(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'record-gezag', who: list(field(click, 'gezag')), reason: field(click, 'gezagReason'), seen: click.pressed.seen }, {
    card: 'case', view: 'consent', refusedView: 'gezag-form', banner: good('Vastgelegd.'), typed: click.pressed.fields,
  });
}

function onConsent(parts: Parts, click: Click): Promise<Reply> {
  const stops = NO.includes(field(click, 'status'));
  return give(parts, click, {
    type: 'record-consent', recipients: list(field(click, 'recipients')), who: field(click, 'person'), status: field(click, 'status'), how: field(click, 'how'),
    on: field(click, 'on'), purpose: field(click, 'purpose'), until: field(click, 'until'), seen: click.pressed.seen,
  }, {
    card: 'case', view: 'consent', refusedView: 'consent-form', typed: click.pressed.fields,
    banner: good(stops ? 'Vastgelegd. Deel hierover niets meer met wie je koos.' : 'Vastgelegd.'),
  });
}

/** A no to sharing with the own side: also from a seat that is closed, and there nothing but a no. */
async function onNo(parts: Parts, click: Click): Promise<Reply> {
  const loaded = await loadCase(parts, click.pressed.ref);
  const role = loaded?.state.people.find((one) => one.person === click.person.id)?.role ?? click.person.role;
  const said = field(click, 'status');
  return give(parts, click, {
    type: 'record-consent', recipients: [sidesOf(parts.route, role).receives], who: field(click, 'person'), status: NO.includes(said) ? said : '', how: field(click, 'how'), on: field(click, 'on'),
  }, {
    card: 'case', view: 'case', refusedView: 'no-form', typed: click.pressed.fields, banner: good('Vastgelegd. Deel zelf ook niets meer over dit kind.'),
  });
}

function onBorder(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'set-border-month', month: field(click, 'month') }, {
    card: 'case', view: 'consent', refusedView: 'border-form', banner: good('Vastgelegd.'), typed: click.pressed.fields,
  });
}

function onAge(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'correct-age', ageBand: field(click, 'age'), month: field(click, 'month') }, {
    card: 'case', view: 'consent', refusedView: 'age-form', banner: good('Verbeterd. Kijk hieronder wie je opnieuw iets vraagt.'), typed: click.pressed.fields,
  });
}

function onRegistration(parts: Parts, click: Click): Promise<Reply> {
  const results = Object.fromEntries(registers.map((register) => [register, field(click, register)]));
  return give(parts, click, { type: 'note-registration', results, informed: field(click, 'informed') === TOGGLE_ON }, {
    card: 'case', view: 'case', refusedView: 'registrations', banner: good('Vastgelegd.'), typed: click.pressed.fields,
  });
}

function onDanger(parts: Parts, click: Click): Promise<Reply> {
  const note = dangerText(parts, field(click, 'note'), DANGER_NOTE);
  return give(parts, click, {
    type: 'note-danger', danger: `g-${parts.ids.next()}`, reason: field(click, 'reason'), noteId: note.id,
    parentsNotYet: field(click, 'parentsNotYet') === TOGGLE_ON, knows: list(field(click, 'knows')),
  }, {
    card: 'case', view: 'case', refusedView: 'danger-form', typed: click.pressed.fields,
    banner: good('Vastgelegd. Alleen jij en wie je koos, zien dit. Is er nu direct gevaar? Bel 112.'),
  }, note);
}

function onDangerEnd(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'end-danger', danger: field(click, 'danger') }, { card: 'case', view: 'case', refusedView: 'case', banner: good('Vastgelegd dat het gevaar voorbij is.') });
}

export const consentVerbs: Verbs = {
  gezag: onGezag, consent: onConsent, 'consent-no': onNo, border: onBorder, age: onAge, registration: onRegistration, danger: onDanger, 'danger-end': onDangerEnd,
};
