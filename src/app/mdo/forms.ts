import type { Button, CardData } from '../../cards/data.js';
import { TOGGLE_ON, inputLengths } from '../../cards/inputs.js';
import { consentOn } from '../../case/consent/age.js';
import { isSelf } from '../../case/consent/gate.js';
import { mayHaveBeenThere } from '../../case/mdo/decide-after.js';
import { isOn } from '../../case/mdo/invitation.js';
import type { Mdo } from '../../case/mdo/state.js';
import { dayOf, isDay } from '../../case/time.js';
import { mdoAnswers, mdoCancelReasons } from '../../case/values.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, capital, choices, formButton, unsafeButton } from '../present/words.js';
import { held } from './present-form.js';
import { cancelWord, inviteeName, momentText, whenOf } from './words.js';

type Choices = readonly { readonly value: string; readonly title: string }[];
type Form = CardData<'form'>;

function around({ stream, version, state }: LoadedCase, view: CaseView): { target: { ref: string; seen: number }; rest: Pick<Form, 'code' | 'nav' | 'banner'> } {
  const target = { ref: stream, seen: version };
  const nav: Button[] = [button('Terug naar het MDO', 'show', target, { view: 'mdo' }), unsafeButton()];
  return { target, rest: { code: state.code, nav, ...(view.banner ? { banner: view.banner } : {}) } };
}

/** What somebody who is not in Teams, or could not be reached, answered elsewhere. `typed.invitee`: whose answer. */
export function recordForm(loaded: LoadedCase, view: CaseView, standIns: Choices, typed: Typed): Form | undefined {
  const mdo = loaded.state.mdo;
  const invitee = mdo?.invitees.find((one) => one.key === typed['invitee']);
  if (!mdo || !invitee) return undefined;
  const { target, rest } = around(loaded, view);
  const answers = choices(mdoAnswers.filter((one) => one !== 'stuurt-iemand' || (standIns.length > 0 && invitee.sentBy === null)));
  const moments = mdo.date === '' ? mdo.options.map((one) => ({ value: one.id, title: momentText(one) })) : [];
  const proposal = typed['proposal'] ?? '';
  const answer = typed['answer'] === undefined ? { answer: invitee.answer?.answer ?? '' } : typed;
  const chosen = typed['moments'] === undefined ? { moments: (invitee.answer?.options ?? []).join(',') } : typed;
  return {
    ...rest, name: 'mdo-record', title: `Antwoord van ${inviteeName(invitee, view)}`, intro: 'Leg vast wat deze genodigde jou heeft gezegd.', facts: [],
    fields: [
      { id: 'answer', kind: 'one', label: 'Wat was het antwoord?', choices: answers, value: held(answer, 'answer', answers) },
      ...(moments.length > 0 ? [{ id: 'moments', kind: 'many' as const, label: 'Komt: op welke momenten kan het?', choices: moments, value: held(chosen, 'moments', moments) }] : []),
      { id: 'proposal', kind: 'date', label: 'Ander moment: op welke dag kan het wel?', value: isDay(proposal) ? proposal : '', min: dayOf(view.now) },
      { id: 'proposalNote', kind: 'text', label: 'Ander moment: wil je er iets bij zeggen?', hint: 'Zonder naam of andere gegevens van het kind', value: typed['proposalNote'] ?? '', maxLength: inputLengths.proposalNote },
      ...(standIns.length > 0 && invitee.sentBy === null ? [
        { id: 'substitute', kind: 'one' as const, label: 'Stuurt iemand: wie komt in de plaats?', choices: [...standIns], value: held(typed, 'substitute', standIns) },
        { id: 'substituteTold', kind: 'tick' as const, label: 'Deze collega is buiten Routewijzer verteld om welk kind het gaat', value: typed['substituteTold'] === TOGGLE_ON ? TOGGLE_ON : '' },
      ] : []),
    ],
    submit: [button('Leg het antwoord vast', 'mdo-record', target, { mdo: mdo.id, invitee: invitee.key, form: TOGGLE_ON }, 'positive')],
  };
}

/** Why it does not take place. */
export function cancelForm(loaded: LoadedCase, view: CaseView, typed: Typed): Form | undefined {
  const mdo = loaded.state.mdo;
  if (!mdo || !isOn(mdo)) return undefined;
  const { target, rest } = around(loaded, view);
  const reasons = mdoCancelReasons.map((value) => ({ value, title: capital(cancelWord(value)) }));
  return {
    ...rest, name: 'mdo-cancel', title: 'Het MDO afzeggen', facts: [{ title: 'Wanneer', value: whenOf(mdo) }],
    intro: 'De genodigden in Teams krijgen bericht. Over toestemming zegt dat bericht niets.',
    fields: [{ id: 'reason', kind: 'one', label: 'Waarom gaat het niet door?', choices: reasons, value: held(typed, 'reason', reasons), required: true, error: 'Kies waarom het MDO niet doorgaat.' }],
    submit: [button('Zeg het MDO af', 'mdo-cancel', target, { mdo: mdo.id }, 'destructive')],
  };
}

/** Who was there, parents and jeugdige too. */
export function attendForm(loaded: LoadedCase, view: CaseView, typed: Typed): Form | undefined {
  const { state } = loaded;
  const mdo = state.mdo;
  if (!mdo || !isOn(mdo)) return undefined;
  const { target, rest } = around(loaded, view);
  const people = attendees(loaded, mdo, view);
  const came = [`person:${mdo.organiser}`, ...mdo.invitees.filter((one) => one.answer?.answer === 'komt').map((one) => one.key)];
  const moments = mdo.date === '' ? mdo.options.filter((one) => one.date <= dayOf(view.now)).map((one) => ({ value: one.id, title: momentText(one) })) : [];
  const self = isSelf(consentOn(state, dayOf(view.now)).ageBand);
  const tick = (name: string, otherwise: boolean) => ((typed[name] === undefined ? otherwise : typed[name] === TOGGLE_ON) ? TOGGLE_ON : '');
  return {
    ...rest, name: 'mdo-attend', title: 'Wie waren er bij het MDO?', facts: mdo.date === '' ? [] : [{ title: 'Wanneer', value: whenOf(mdo) }],
    intro: 'Wie er was en in het register staat, doet daarna mee in de casus zolang er toestemming is.',
    fields: [
      ...(moments.length > 0 ? [{ id: 'option', kind: 'one' as const, label: 'Welk moment is het geworden?', choices: moments, value: held(typed, 'option', moments), required: true, error: 'Kies een moment.' }] : []),
      { id: 'present', kind: 'many', label: 'Professionals', choices: people, value: held(typed['present'] === undefined ? { present: came.join(',') } : typed, 'present', people) },
      { id: 'parents', kind: 'tick', hint: 'Ouders', label: 'De ouders (of een van hen, of de voogd) waren erbij', value: tick('parents', mdo.parents) },
      { id: 'jeugdige', kind: 'tick', hint: self ? 'Jongere' : 'Kind of jongere', label: self ? 'De jongere was erbij' : 'De jeugdige was erbij', value: tick('jeugdige', mdo.jeugdige) },
    ],
    submit: [button('Leg vast', 'mdo-attend', target, { mdo: mdo.id }, 'positive')],
  };
}

function attendees({ state }: LoadedCase, mdo: Mdo, view: CaseView): { value: string; title: string }[] {
  const { route } = view;
  return [...mayHaveBeenThere(route, state, mdo, dayOf(view.now))].map((value) => {
    const invitee = mdo.invitees.find((one) => one.key === value);
    const outsider = state.outsiders.find((one) => one.key === value);
    const person = value.startsWith('person:') ? value.slice('person:'.length) : null;
    const role = invitee?.role ?? outsider?.role ?? state.people.find((one) => one.person === person)?.role ?? '';
    return { value, title: inviteeName({ role, personId: person }, view) };
  });
}

/** To the organiser, on the first working day after it. */
export function afterCard(loaded: LoadedCase, view: CaseView): CardData<'sheet'> | undefined {
  const { stream, version, state } = loaded;
  const mdo = state.mdo;
  if (!mdo) return undefined;
  const target = { ref: stream, seen: version };
  const asked = isAfter(loaded, view);
  return {
    name: 'mdo-after', code: state.code, title: asked ? 'Hoe was het MDO?' : afterTitle(loaded, mdo), status: asked || !isOn(mdo) ? whenOf(mdo) : '',
    intro: asked ? 'Leg vast wie er waren, ook ouders en jeugdige. Daarna kun je het plan van aanpak invullen.' : '',
    sections: [],
    buttons: asked
      ? [formButton('Leg vast wie er waren', 'mdo-attend', target, {}, 'positive'), formButton('Het ging niet door', 'mdo-cancel', target)]
      : [button('Bekijk de casus', 'show', target, { view: 'case' })],
    nav: [unsafeButton()], ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** Is there a day that is over and of which nobody recorded who was there? */
export function isAfter({ state }: Pick<LoadedCase, 'state'>, { now }: Pick<CaseView, 'now'>): boolean {
  const { mdo } = state;
  return mdo !== null && isOn(mdo) && state.closed === null && mdo.date !== '' && mdo.date < dayOf(now);
}

/** What became of the question, where it needs no answer any more. */
function afterTitle({ state }: LoadedCase, mdo: Mdo): string {
  if (!isOn(mdo)) return 'Bedankt, dit is vastgelegd';
  return state.closed ? 'De casus is afgesloten' : 'Er is een nieuw MDO gepland';
}
