import type { Button, CardData } from '../../cards/data.js';
import type { Field } from '../../cards/generic.js';
import { TOGGLE_ON } from '../../cards/inputs.js';
import { isNo, recordableStatuses } from '../../case/consent/answers.js';
import { isSelf } from '../../case/consent/gate.js';
import { dayOf, isDay, plusDays } from '../../case/time.js';
import { gezagReasons, guardians, hows } from '../../case/values.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, capital, choices, unsafeButton } from '../present/words.js';
import { held } from './held.js';
import { ageToday, askedInOrder, recipientChoices } from './rows.js';

type Form = CardData<'form'>;

/** What every form of a case has round its fields. */
export function formOf(
  { stream, version, state }: LoadedCase, { banner }: CaseView, form: Pick<Form, 'name' | 'title' | 'intro' | 'fields' | 'submit'>, back: { readonly title: string; readonly view: string }, ...also: readonly Button[]
): Form {
  const target = { ref: stream, seen: version };
  return { ...form, code: state.code, facts: [], nav: [button(back.title, 'show', target, { view: back.view }), ...also, unsafeButton()], ...(banner ? { banner } : {}) };
}

export const TO_CONSENT = { title: 'Terug naar toestemming', view: 'consent' } as const;

/** Recording an answer: one person, one answer, for one recipient or more. "Meer" adds another purpose and a last day, and keeps what was chosen. */
export function consentForm(loaded: LoadedCase, view: CaseView, typed: Typed): Form {
  const target = { ref: loaded.stream, seen: loaded.version };
  const age = ageToday(loaded, view);
  const today = dayOf(view.now);
  const more = typed['more'] === TOGGLE_ON;
  const people = choices(askedInOrder(loaded, age));
  const recipients = recipientChoices(loaded, view, more);
  const statuses = choices(recordableStatuses.filter((status) => (status !== 'ouders-erbuiten' || age === '16-17') && (status !== 'geinformeerd' || more)));
  const on = typed['on'] ?? '';
  const fields: Field[] = [
    ...(isSelf(age) ? [{ id: 'eerst', kind: 'note' as const, label: 'Vraag eerst de jongere zelf. Neem geen contact op met de ouders buiten de jongere om.' }] : []),
    { id: 'person', kind: 'one', label: 'Van wie is het antwoord?', choices: people, value: held(typed, 'person', people) },
    { id: 'recipients', kind: 'many', label: 'Om wie te betrekken?', choices: recipients, value: held(typed, 'recipients', recipients) },
    { id: 'status', kind: 'one', label: 'Wat is het antwoord?', choices: statuses, value: held(typed, 'status', statuses) },
    { id: 'how', kind: 'one', label: 'Hoe is het gegeven?', choices: choices(hows), value: held(typed, 'how', choices(hows)) },
    { id: 'on', kind: 'date', label: 'Wanneer?', value: isDay(on) ? on : today, max: today, error: 'Kies een datum.' },
    ...(more ? furtherFields(view, typed, today) : []),
  ];
  return formOf(loaded, view, {
    name: 'consent-form', title: 'Een antwoord vastleggen', intro: 'Wie het heeft gevraagd, legt het vast. Een nee of een intrekking mag iedere deelnemer vastleggen.', fields,
    submit: [
      button('Leg het antwoord vast', 'consent', target, more ? { more: TOGGLE_ON } : {}, 'positive'),
      ...(more ? [] : [button('Meer: einddatum of een ander doel', 'show', target, { view: 'consent-form', more: TOGGLE_ON })]),
    ],
  }, TO_CONSENT);
}

function furtherFields({ route }: CaseView, typed: Typed, today: string): Field[] {
  const purposes = [...route.purposes.values()].map(({ id, label }) => ({ value: id, title: capital(label) }));
  const until = typed['until'] ?? '';
  return [
    { id: 'purpose', kind: 'one', label: 'Waarvoor?', choices: purposes, value: held(typed, 'purpose', purposes) },
    { id: 'until', kind: 'date', label: 'Tot en met welke dag geldt het? (mag leeg blijven)', value: isDay(until) ? until : '', min: plusDays(today, 1) },
  ];
}

/** Why a list that was recorded changes. */
const REASONS: Readonly<Record<(typeof gezagReasons)[number], string>> = {
  gezagsregister: 'Het gezagsregister is nagekeken', uitspraak: 'Er is een uitspraak van de rechter', vergissing: 'De lijst klopte niet: een vergissing',
};

export function gezagForm(loaded: LoadedCase, view: CaseView, typed: Typed): Form {
  const known = loaded.state.gezag;
  const someNo = loaded.state.ledger.some((entry) => entry.who !== 'jeugdige' && isNo(entry.status));
  const reasons = gezagReasons.map((value) => ({ value, title: REASONS[value] }));
  return formOf(loaded, view, {
    name: 'gezag-form', title: 'Wie heeft het gezag?',
    intro: isSelf(ageToday(loaded, view))
      ? 'De jongere komt eerst, en kiest of de ouders erbij komen. Wil de jongere dat? Dan vraag je het aan wie hier staat. Twijfel je? Kijk in het gezagsregister.'
      : 'Hebben twee ouders gezag? Dan vraag je het hun allebei, ook na een scheiding. Twijfel je? Kijk in het gezagsregister. Dit zijn landelijke regels.',
    fields: [
      { id: 'gezag', kind: 'many', label: 'Wie heeft het gezag?', choices: choices(guardians), value: typed['gezag'] === undefined ? known.join(',') : held(typed, 'gezag', choices(guardians)) },
      { id: 'voogd', kind: 'note', label: 'Een voogd komt meestal in de plaats van de ouders. Staan er ouders en een voogd? Kijk het dan na.' },
      ...(known.length === 0 && !someNo ? [] : [{ id: 'gezagReason', kind: 'one' as const, label: 'Waarom is de lijst zo? (nodig als iemand die nee zei er niet op staat)', choices: reasons, value: held(typed, 'gezagReason', reasons) }]),
    ],
    submit: [button('Leg het gezag vast', 'gezag', { ref: loaded.stream, seen: loaded.version }, {}, 'positive')],
  }, TO_CONSENT);
}
