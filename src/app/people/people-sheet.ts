import type { Button, CardData } from '../../cards/data.js';
import type { Section } from '../../cards/generic.js';
import { isOutOfReach, mayReplace } from '../../case/people/decide-place.js';
import { liveHandovers } from '../../case/people/handovers.js';
import type { Participant } from '../../case/people/state.js';
import { dayOf } from '../../case/time.js';
import { refusalTexts } from '../../case/refusals.js';
import { roleLabel } from '../../route/roles.js';
import type { CaseView } from '../present/view.js';
import { button, capital, dutchDay, formButton, unsafeButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { meIn } from './choices.js';
import { isGone, outsiderName, participantFacts, personName } from './present.js';
import { HANDED, REASONS } from './words.js';

interface On { readonly loaded: LoadedCase; readonly view: CaseView; readonly me: Participant; readonly target: { readonly ref: string; readonly seen: number }; readonly acts: boolean }

/** Who take part, who is asked to, and what the viewer may do about it; what not stands there with the reason. */
export function peopleSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> | undefined {
  const { stream, version, state } = loaded;
  const me = meIn(loaded, view);
  if (!me) return undefined;
  const on: On = { loaded, view, me, target: { ref: stream, seen: version }, acts: state.closed === null && view.viewer.registered };
  return {
    name: 'people', code: state.code, title: 'Wie doen mee', status: '',
    intro: 'Wie meedoet, ziet deze casus zolang er toestemming is om met die kant te delen.',
    sections: [
      { heading: 'Doen mee', facts: [...participantFacts(loaded, view)] },
      ...outside(on), ...handovers(on), ...gone(on), ...duos(on), ...reference(on), ...other(on),
    ],
    buttons: on.acts ? mainButtons(on) : [],
    nav: [button('Terug naar de casus', 'show', on.target, { view: 'case' }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

function mainButtons({ loaded: { state }, target, me }: On): Button[] {
  return [
    formButton('Vraag iemand erbij', 'person-form', target),
    formButton('Iemand buiten Teams', 'outsider-form', target),
    ...(state.step ? [formButton('Wie is aan zet?', 'holder-form', target)] : []),
    formButton('Draag over', 'handover-form', target),
    ...(state.owner === me.person ? [] : [formButton('Ik doe niet meer mee', 'leave-form', target)]),
  ];
}

function outside({ loaded: { state }, view, me, target, acts }: On): Section[] {
  if (state.outsiders.length === 0) return [];
  const mine = (by: string) => acts && (by === me.person || state.owner === me.person);
  return [{
    heading: 'Buiten Teams',
    facts: state.outsiders.map((one) => ({ title: roleLabel(view.route, one.role), value: `${outsiderName(one, view)} · gevraagd door ${personName(view, one.by)}` })),
    lines: ['Wat zij zeggen, legt vast wie hen erbij vroeg.'],
    buttons: state.outsiders.filter((one) => mine(one.by)).map((one) => button(`Doet niet meer mee: ${outsiderName(one, view)}`, 'outsider-remove', target, { key: one.key })),
  }];
}

function handovers({ loaded: { state }, view, me, target, acts }: On): Section[] {
  const offers = liveHandovers(state);
  if (offers.length === 0 || state.closed) return [];
  return [{
    heading: 'Aangeboden om over te nemen', tone: 'accent',
    lines: offers.map((one) => `${capital(HANDED[one.what])} van ${personName(view, one.from)} aan ${personName(view, one.to)}, op ${dutchDay(dayOf(one.at))}. Reden: ${REASONS[one.reason].toLowerCase()}.`),
    buttons: acts ? offers.flatMap((one) => [
      ...(one.from === me.person ? [button('Trek mijn aanbod in', 'handover-withdraw', target, { handover: one.id })] : []),
      ...(one.to === me.person ? [
        button('Neem over', 'handover-accept', target, { handover: one.id, card: 'people' }, 'positive'),
        button('Niet', 'handover-decline', target, { handover: one.id, card: 'people' }),
      ] : []),
    ]) : [],
  }];
}

/** Whoever is no longer in the register can not hand over: somebody else puts a colleague in the place. */
function gone({ loaded: { state }, view, me, target, acts }: On): Section[] {
  const out = (one: Participant) => isOutOfReach(view, state, me, one);
  const away = state.people.filter((one) => one.person !== me.person && (isGone(one, view) || out(one)));
  if (away.length === 0 || !acts) return [];
  const why = (one: Participant) => (isGone(one, view)
    ? 'staat niet meer zo in het register en kan niets meer overdragen. Kies wie de plek overneemt.'
    : 'heeft de casus op naam, maar delen mag nu niet. Kies wie de casus op naam krijgt.');
  return [{
    heading: 'Kan de plek niet zelf overdragen', tone: 'warning',
    lines: away.map((one) => `${personName(view, one.person)} (${roleLabel(view.route, one.role)}) ${why(one)}`),
    buttons: away.map((one) => formButton(`Vervang ${personName(view, one.person)}`, 'replace-form', target, { from: one.person })),
  }];
}

function duos({ loaded: { state }, view, me, target, acts }: On): Section[] {
  const mine = state.duos.find((duo) => duo.includes(me.person));
  if (!acts) return [];
  if (mine) {
    const [one, other] = mine;
    const partner = one === me.person ? other : one;
    return [{ heading: 'Duo', lines: [`Jij en ${personName(view, partner)} krijgen allebei de vraag hoe het staat. Een van jullie antwoordt.`], buttons: [button('Geen duo meer', 'duo-end', target, { one, other })] }];
  }
  const free = state.people.filter((one) => one.person !== me.person && one.role === me.role && one.organisation === me.organisation && me.organisation !== '' && !state.duos.some((duo) => duo.includes(one.person)));
  if (free.length === 0) return [];
  return [{ heading: 'Duo', lines: ['Werken jullie samen op één plek, zoals duo-leerkrachten? Dan krijgen jullie allebei de vraag hoe het staat.'], buttons: free.map((one) => button(`Duo met ${personName(view, one.person)}`, 'duo-form', target, { one: me.person, other: one.person })) }];
}

function reference({ loaded: { state }, view, me, target, acts }: On): Section[] {
  if (me.organisation === '' || view.viewer.organisation !== me.organisation) return [];
  const id = state.references[me.organisation];
  const text = id === undefined ? undefined : view.texts.get(id);
  return [{
    heading: `Eigen kenmerk van ${me.organisation}`,
    lines: [text ?? 'Nog geen kenmerk.', 'Alleen deelnemers van je eigen organisatie zien dit.'],
    buttons: acts ? [formButton(text === undefined ? 'Zet een kenmerk' : 'Verander het kenmerk', 'reference-form', target)] : [],
  }];
}

/** Replacing somebody who could hand over too; and what the viewer may not do, with the reason. */
function other({ loaded: { state }, view, me, target, acts }: On): Section[] {
  if (!acts) return view.viewer.registered || state.closed ? [] : [{ heading: 'Wat nu nog niet kan', lines: [`Iemand erbij vragen: ${refusalTexts['register-only']}`] }];
  const others = state.people.filter((one) => one.person !== me.person && !isGone(one, view) && !isOutOfReach(view, state, me, one));
  const may = others.filter((one) => mayReplace(state, me, one, false));
  return [{
    heading: 'Anders',
    lines: [
      ...(may.length > 0 ? ['Kan iemand zelf niet overdragen? Dan kun je diegene vervangen.'] : []),
      ...(may.length < others.length ? [`Iemand vervangen: ${refusalTexts['replace-not-yours']}`] : []),
      ...(state.owner === me.person ? [`Niet meer meedoen: ${refusalTexts['owner-stays']}`] : []),
    ],
    buttons: may.length > 0 ? [formButton('Vervang iemand', 'replace-form', target)] : [],
  }].filter((section) => section.lines.length > 0);
}
