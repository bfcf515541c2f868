import type { Button, CardData } from '../../cards/data.js';
import { ownEntries, type Entry } from '../../case/record/entries.js';
import { mayDelete } from '../../case/record/keeping.js';
import { bandOn } from '../../case/record/taken.js';
import { sidesOf } from '../../case/sides.js';
import { dayOf } from '../../case/time.js';
import { strikeReasons } from '../../case/values.js';
import { actorOf } from '../click.js';
import { namesOfKeys } from '../contact/names.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, capital, dutchDay, formButton, labels, unsafeButton, word } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { NOTHING_LEFT, OWN_DOSSIER } from './forgetting.js';

const MOST_SHOWN = 8;

export const targetOf = ({ stream, version }: LoadedCase) => ({ ref: stream, seen: version });
const back = (loaded: LoadedCase) => [button('Terug naar de casus', 'show', targetOf(loaded), { view: 'case' }), unsafeButton()];
const bannerIn = ({ banner }: CaseView) => (banner ? { banner } : {});

/** What this viewer may still put right. */
export function entriesOf({ events, state }: LoadedCase, { viewer, route }: CaseView): readonly Entry[] {
  return ownEntries(events, actorOf(viewer), state.owner, sidesOf(route, viewer.role).sends);
}

/** Buttons on the case's card: put an entry right, merge two cases, have this one deleted. */
export function recordButtons(loaded: LoadedCase, view: CaseView): Button[] {
  const { state } = loaded;
  if (state.mergedInto) return mayDelete(view.route, state, actorOf(view.viewer)) ? [deleteButton(loaded)] : [];
  return [
    ...(entriesOf(loaded, view).length > 0 ? [button('Verbeter iets', 'show', targetOf(loaded), { view: 'entries' })] : []),
    ...(state.closed || !view.viewer.registered ? [] : [formButton('Voeg samen', 'merge-form', targetOf(loaded))]),
    ...(mayDelete(view.route, state, actorOf(view.viewer)) ? [deleteButton(loaded)] : []),
  ];
}

function deleteButton(loaded: LoadedCase): Button {
  return formButton('Verwijder deze casus', 'delete-form', targetOf(loaded));
}

/** What somebody recorded that can be put right, the newest first. */
export function entriesSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> {
  const entries = entriesOf(loaded, view);
  const more = entries.length - MOST_SHOWN;
  return {
    name: 'entries', code: loaded.state.code, title: 'Verbeter iets', status: entries.length === 0 ? 'Er is niets dat je hier kunt verbeteren.' : '',
    intro: 'Haal weg wat niet klopt, en leg daarna vast wat wel klopt. In de tijdlijn staat dan alleen dat er iets is verbeterd.',
    sections: [
      ...entries.slice(0, MOST_SHOWN).map((entry) => ({
        heading: `${dutchDay(dayOf(entry.event.at))}: ${entryText(entry, loaded, view)}`, buttons: entryButtons(entry, loaded, view),
      })),
      ...(more > 0 ? [{ heading: '', lines: [`Er ${more === 1 ? 'is nog 1 oudere' : `zijn nog ${String(more)} oudere`}. Die zie je als je van deze iets hebt verbeterd.`] }] : []),
    ],
    buttons: [], nav: back(loaded), ...bannerIn(view),
  };
}

function entryButtons({ number, event }: Entry, loaded: LoadedCase, { viewer }: CaseView): Button[] {
  const fields = { entry: String(number) };
  const again = event.type === 'ContactNoted' && event.actor === viewer.id && !loaded.state.closed;
  return [...(again ? [formButton('Schrijf opnieuw', 'note-replace', targetOf(loaded), fields)] : []), formButton('Haal weg', 'strike-form', targetOf(loaded), fields)];
}

/** What an entry says, as far as who made it may read it again. */
export function entryText({ event }: Entry, loaded: LoadedCase, view: CaseView): string {
  const say = labels(view.route);
  switch (event.type) {
    case 'ContactNoted': return `gesprek op ${dutchDay(event.data.on)} met ${namesOfKeys(loaded, view, event.data.with)}`;
    case 'ConsentRecorded': return `${say.party(event.data.recipient)}: ${word(event.data.who)}, ${word(event.data.status)}`;
    case 'GezagRecorded': return `gezag: ${event.data.who.map(word).join(', ')}`;
    case 'RegistrationNoted': return `registratie bij ${REGISTER[event.data.register]}`;
    case 'LevelsSet': return `leervraag ${word(event.data.leervraag)}, leefvraag ${word(event.data.leefvraag)}`;
    case 'DangerNoted': return 'zorg over veiligheid';
    case 'RiskMarked': return 'op de lijst van de regievoerder zorg';
  }
}

const REGISTER = { ggd: 'de GGD', leerplicht: 'leerplicht', zvjg: 'Zorg voor Jeugd' } as const;
const REASONS: Readonly<Record<(typeof strikeReasons)[number], string>> = {
  'verkeerde-casus': 'Het hoort bij een andere casus', 'verkeerd-ingevuld': 'Ik heb het verkeerd ingevuld', 'hoort-hier-niet': 'Het hoort hier niet te staan',
};

/** Taking one entry out, with a reason from the list. Undefined for one that this viewer can not take out. */
export function strikeForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> | undefined {
  const entry = entriesOf(loaded, view).find((one) => String(one.number) === typed['entry']);
  if (!entry) return undefined;
  return {
    name: 'strike-form', code: loaded.state.code, title: 'Haal dit weg', intro: `${capital(entryText(entry, loaded, view))}. Dit telt daarna niet meer mee. Wat je erbij schreef wordt verwijderd.`, facts: [],
    fields: [{
      id: 'reason', kind: 'one', label: 'Waarom?', required: true, error: 'Kies waarom je dit verbetert.',
      choices: strikeReasons.map((value) => ({ value, title: REASONS[value] })), value: strikeReasons.find((one) => one === typed['reason']) ?? '',
    }],
    submit: [button('Haal weg', 'strike', targetOf(loaded), { entry: String(entry.number) }, 'destructive')],
    nav: back(loaded), ...bannerIn(view),
  };
}

/** Choosing the case that ends; the one on this card goes on. `all`: the open cases in which the viewer has an open seat. */
export function mergeForm(loaded: LoadedCase, view: CaseView, all: readonly LoadedCase[], typed: Typed): CardData<'form'> {
  const say = labels(view.route);
  const day = dayOf(view.now);
  const others = all.filter(({ stream, state }) => stream !== loaded.stream && bandOn(state, day) === bandOn(loaded.state, day))
    .map(({ state: { code, step } }) => ({ value: code, title: `${code}${step ? ` · ${say.step(step.id)}` : ''}` }));
  return {
    name: 'merge-form', code: loaded.state.code, title: 'Voeg twee casussen samen',
    intro: others.length === 0
      ? 'Je doet niet mee aan een andere open casus met deze leeftijd.'
      : `Zijn er twee casussen over hetzelfde kind? Casus ${loaded.state.code} gaat door. De andere stopt.`,
    facts: others.length === 0 ? [] : [
      { title: 'Gaat mee', value: 'wie mee mag doen, toestemming (een nee gaat voor), gezag, gesprekken en registraties' },
      { title: 'Gaat niet mee', value: 'de stap, de inschatting, het MDO en een plan dat nog niet af is' },
    ],
    fields: others.length === 0 ? [] : [
      { id: 'other', kind: 'one', label: 'Welke casus stopt?', choices: others, required: true, error: 'Kies een casus.', value: others.some((one) => one.value === typed['other']) ? typed['other'] ?? '' : '' },
      { id: 'sameChild', kind: 'tick', label: 'Ik heb gecontroleerd dat het om hetzelfde kind gaat.', value: typed['sameChild'] === 'ja' ? 'ja' : 'nee' },
    ],
    submit: others.length === 0 ? [] : [button('Voeg samen', 'merge', targetOf(loaded), {}, 'positive')],
    nav: back(loaded), ...bannerIn(view),
  };
}

/** Deleting on request: who asks, and the code typed over. Without a case for who has no card of it. */
export function deleteForm(loaded: LoadedCase | undefined, view: Pick<CaseView, 'route' | 'banner'>, typed: Typed): CardData<'form'> {
  const asked = view.route.keeping.onRequestOf;
  return {
    name: 'delete-form', code: loaded?.state.code ?? '', title: 'Verwijder een casus', facts: [],
    intro: `Alles gaat weg, bij iedereen die meedoet. Dit kan niet terug. ${NOTHING_LEFT} ${OWN_DOSSIER}`,
    fields: [
      { id: 'onRequestOf', kind: 'one', label: 'Wie heeft erom gevraagd?', choices: asked.map(({ id, label }) => ({ value: id, title: capital(label) })), required: true, error: 'Kies wie heeft gevraagd om te verwijderen.', value: asked.some((one) => one.id === typed['onRequestOf']) ? typed['onRequestOf'] ?? '' : '' },
      { id: 'code', kind: 'text', label: loaded ? `Typ de code ${loaded.state.code} over` : 'Typ de code van de casus', maxLength: 8, required: true, error: 'Typ de code van de casus.', value: /^[0-9A-Za-z]{0,8}$/.test(typed['code'] ?? '') ? typed['code'] ?? '' : '' },
    ],
    submit: [button('Verwijder', 'delete-case', loaded ? targetOf(loaded) : { ref: '', seen: 0 }, {}, 'destructive')],
    nav: loaded ? back(loaded) : [button('Mijn casussen', 'cases', { ref: '', seen: 0 }), unsafeButton()], ...(view.banner ? { banner: view.banner } : {}),
  };
}
