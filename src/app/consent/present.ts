import type { Button, CardData } from '../../cards/data.js';
import { isSelf } from '../../case/consent/gate.js';
import { writtenMonth } from '../../case/consent/month.js';
import { sharingOverview } from '../../case/consent/overview.js';
import { INVOLVE } from '../../case/consent/purposes.js';
import { dayOf } from '../../case/time.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView } from '../present/view.js';
import { button, formButton, labels, unsafeButton, word } from '../present/words.js';
import { ADULT, ageToday, askedInOrder, ledgerLines, nameOfSharing, ownSharings, sidesOfViewer, stateOfSharing, stillToAsk, titleOf } from './rows.js';

/** On the case's card: what has been said, briefly; for the viewer's own side, and for those who share with it. */
export function consentFacts(loaded: LoadedCase, view: CaseView): { title: string; value: string }[] {
  const { route, now } = view;
  const say = labels(route);
  const { sends, receives } = sidesOfViewer(loaded, view);
  const shown = sharingOverview(route, loaded.state, dayOf(now)).filter((one) => one.sender === sends || one.recipient === receives);
  if (shown.length === 0) return [{ title: 'Nog niets vastgelegd', value: 'Betrek iemand pas als de toestemming er is.' }];
  return shown.map((one) => ({
    title: one.sender === sends ? nameOfSharing(route, one) : `${say.party(one.sender)} deelt met ${nameOfSharing(route, one)}`,
    value: `${one.purpose === INVOLVE ? 'Betrekken' : 'Delen'} mag${one.open ? '' : ` nog niet. ${one.reasons.join(' ')}`}`,
  }));
}

/** Buttons for the case's card: consent, registrations, and noting danger. None on a case that is closed. */
export function consentButtons(loaded: LoadedCase, view: CaseView): Button[] {
  if (loaded.state.closed) return [];
  const target = { ref: loaded.stream, seen: loaded.version };
  const waits = stillToAsk(ownSharings(loaded, view)).size > 0;
  return [
    button('Toestemming', 'show', target, { view: 'consent' }, waits ? 'positive' : 'default'),
    formButton('Registraties', 'registrations', target),
    formButton('Gevaar vastleggen', 'danger-form', target),
  ];
}

/** The consent of a case: per recipient what the route asks and what is missing, what each person answered, and the forms to record it. */
export function consentCard(loaded: LoadedCase, view: CaseView): CardData<'consent'> {
  const { stream, version, state } = loaded;
  const target = { ref: stream, seen: version };
  const say = labels(view.route);
  const age = ageToday(loaded, view);
  const rows = ownSharings(loaded, view);
  const entries = rows.flatMap((row) => row.said);
  return {
    code: state.code,
    title: 'Toestemming',
    intro: [`Leeftijd: ${say.age(age)}.`, borderLine(loaded, age), gezagLine(loaded, age), firstLine(loaded, age)].filter(Boolean).join(' '),
    buttons: buttonsOf(loaded, view, age),
    recipients: rows.map((row) => ({
      recipient: nameOfSharing(view.route, row), requirement: row.requirement.text, state: stateOfSharing(row, age), open: row.open,
    })),
    // Where nobody said who has gezag, everybody could: only who did answer is named then.
    ledger: askedInOrder(loaded, age).flatMap((who) => {
      const value = ledgerLines(entries.filter((entry) => entry.who === who), view).join('; ');
      return value === '' && state.gezag.length === 0 && who !== 'jeugdige' ? [] : [{ title: titleOf(who), value: value === '' ? 'nog niets vastgelegd' : value }];
    }),
    nav: [button('Terug naar de casus', 'show', target, { view: 'case' }), ...(state.mdo ? [] : [formButton('Start een MDO', 'mdo-form', target)]), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** As many people have to answer at most: two parents and the jeugdige. */
const MOST_SHORTCUTS = 3;

function buttonsOf(loaded: LoadedCase, view: CaseView, age: string): Button[] {
  const { stream, version, state } = loaded;
  const target = { ref: stream, seen: version };
  const gezagFirst = state.gezag.length === 0 && !isSelf(age);
  if (gezagFirst) return [formButton('Wie heeft het gezag?', 'gezag-form', target, {}, 'positive'), ...borderButton(loaded, age), ...ageButton(loaded, view)];
  const missing = [...stillToAsk(ownSharings(loaded, view))].slice(0, MOST_SHORTCUTS);
  return [
    ...missing.map(([who, recipients]) => formButton(`Antwoord van de ${word(who)}`, 'consent-form', target, { person: who, recipients: recipients.join(',') }, 'positive')),
    formButton('Leg een antwoord vast', 'consent-form', target, {}, missing.length === 0 ? 'positive' : 'default'),
    ...(age === ADULT ? [] : [formButton('Wie heeft het gezag?', 'gezag-form', target)]),
    ...borderButton(loaded, age), ...ageButton(loaded, view),
  ];
}

/** The age that this band leads to. */
const NEXT: Readonly<Record<string, string>> = { 'onder-12': '12', '12-15': '16', '16-17': '18' };

function borderButton({ stream, version }: LoadedCase, age: string): Button[] {
  const next = NEXT[age];
  return next === undefined ? [] : [formButton(`Wanneer wordt het kind ${next}?`, 'border-form', { ref: stream, seen: version })];
}

/** For those who may put it right. */
function ageButton({ stream, version, state }: LoadedCase, { viewer }: CaseView): Button[] {
  const may = viewer.id === state.owner || viewer.id === state.step?.holder;
  return may ? [formButton('Klopt de leeftijd niet?', 'age-form', { ref: stream, seen: version })] : [];
}

function borderLine({ state }: LoadedCase, age: string): string {
  const next = NEXT[age];
  if (next === undefined || state.ageBand !== age) return '';
  return state.borderMonth === null ? '' : `Wordt ${next} in ${writtenMonth(state.borderMonth)}: dan vraag ik wie er opnieuw iets moet zeggen.`;
}

/** Both parents is national law, no text of the route (N-13, F-C10). */
function gezagLine({ state }: LoadedCase, age: string): string {
  if (state.gezag.length === 0 || age === ADULT) return '';
  const both = state.gezag.length > 1 && !isSelf(age) ? ' Je vraagt het hun allebei (landelijke regel).' : '';
  return `Gezag: ${state.gezag.map(word).join(' en ')}.${both}`;
}

function firstLine({ state }: LoadedCase, age: string): string {
  if (age === ADULT) return 'De jongere beslist zelf (landelijke regel).';
  if (isSelf(age)) return 'Vraag eerst de jongere zelf. Die kiest of de ouders erbij komen.';
  return state.gezag.length === 0 ? 'Leg eerst vast wie het gezag heeft.' : 'Wie de toestemming vraagt, legt het antwoord hier vast.';
}
