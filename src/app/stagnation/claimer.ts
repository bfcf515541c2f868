import type { CardData } from '../../cards/data.js';
import type { Section } from '../../cards/generic.js';
import { circleOf } from '../../case/people/circle.js';
import { mdoAhead, nextNudge } from '../../case/stagnation/point.js';
import { isKnown } from '../../case/stagnation/knows.js';
import type { Stagnation } from '../../case/stagnation/state.js';
import { dayOf } from '../../case/time.js';
import { roleLabel } from '../../route/roles.js';
import type { Person } from '../ports.js';
import type { LoadedCase } from '../run-case.js';
import { nameOf, type CaseView } from '../present/view.js';
import { button, dutchDay, formButton, unsafeButton, word } from '../present/words.js';
import { ofPoint } from './claimer-left.js';
import { entered } from './entered.js';
import { inShort } from './present.js';
import { reasonText } from './words.js';

const TACT = 'Het stagnatiepunt brengt mensen bij elkaar en kijkt of ieder de eigen rol heeft. Het beslist niet en dwingt niets af. Vraag zelf om welk kind het gaat: Routewijzer weet dat niet.';

/** Is this the one who picked up the stagnation that runs, or the last one that ended? */
export function claimedBy({ state }: LoadedCase, viewer: string): Stagnation | undefined {
  const shown = [state.stagnation, state.stagnation ? null : state.lastStagnation].find((one) => one?.claimedBy === viewer);
  return shown ?? undefined;
}

/** To the one who claimed it, in personal chat: who holds which role, what was and was not entered, and what may be done. */
export function claimerSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> | undefined {
  const { state } = loaded;
  const shown = claimedBy(loaded, view.viewer.id);
  const short = inShort(loaded, view.route, view.now);
  if (!short) return undefined;
  if (!shown || !ofPoint(view.viewer)) return notTheirs(loaded, view);
  const open = state.stagnation !== null && state.closed === null;
  const last = open ? undefined : state.lastStagnation ?? undefined;
  return {
    name: 'stagnation-contact', code: state.code,
    title: open ? 'Jij hebt deze casus opgepakt' : `Afgerond: ${last ? word(last.ending) : 'de casus is gesloten'}`,
    status: `${short.step} · ${short.role} · ${short.duration}`,
    intro: TACT,
    // After it has ended the contacts are no longer needed here.
    sections: open ? [
      { heading: '', lines: [reasonText(shown), familyLine(state, shown, view.now)], tone: 'accent' },
      ...contacts(loaded, view), ...entered(loaded, view),
    ] : noteSection(last?.noteId ?? null, view),
    buttons: open ? buttons(loaded, view) : [],
    nav: [unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** Who picked it up before and does not have it any more: the card that still stands there holds no contacts. */
function notTheirs({ state, events }: LoadedCase, { viewer, banner }: CaseView): CardData<'sheet'> | undefined {
  const mine = events.filter((event) => (event.type === 'StagnationClaimed' || event.type === 'StagnationReleased') && event.actor === viewer.id).at(-1);
  if (!mine) return undefined;
  const back = mine.type === 'StagnationReleased';
  return {
    name: 'stagnation-contact', code: state.code, title: back ? 'Je hebt deze casus teruggegeven' : 'Deze casus is niet meer bij jou', status: '',
    intro: back ? 'Een ander van het stagnatiepunt kan hem oppakken in het kanaal.' : 'Je hoeft hier niets meer voor te doen.',
    sections: [], buttons: [], nav: [unsafeButton()], ...(banner ? { banner } : {}),
  };
}

/** Who holds which role, with the way to reach them at work, and a polite question for each. */
function contacts({ stream, version, state }: LoadedCase, view: CaseView): Section[] {
  const { route, now, people } = view;
  // With whom sharing stopped is nobody to call about this case now; why is not theirs to read.
  const circle = circleOf(route, state, dayOf(now));
  const askable = circle.filter((one) => people.get(one.person)?.registered === true && !nextNudge(route, state, one.person, now));
  const asked = state.stagnation?.nudges ?? [];
  return [{
    heading: 'Wie heeft welke rol',
    facts: [
      ...circle.map((one) => {
        const person = people.get(one.person);
        const who = person ? `${person.name}, ${one.organisation} · ${reachedAt(person)}` : one.organisation;
        return { title: roleLabel(route, one.role), value: one.person === state.step?.holder ? `${who} · aan zet` : who };
      }),
      ...state.outsiders.map((one) => ({ title: roleLabel(route, one.role), value: 'doet mee buiten Teams' })),
    ],
    lines: asked.map((one) => `Op ${dutchDay(dayOf(one.at))} gevraagd hoe het ervoor staat: ${roleOf(state, one.person, view)}${nameOf(view, one.person)}.`),
    buttons: askable.slice(0, MOST_ASKED).map((one) => (
      button(`Vraag ${roleLabel(route, one.role)}${nameOf(view, one.person)} hoe het ervoor staat`, 'nudge', { ref: stream, seen: version }, { person: one.person })
    )),
  }];
}

function reachedAt({ registered, email }: Person): string {
  if (!registered) return 'staat niet meer in het register';
  return email === '' ? 'geen e-mailadres bekend' : email;
}

/** As many buttons as one reads on a phone. */
const MOST_ASKED = 12;

function roleOf(state: LoadedCase['state'], person: string, { route }: CaseView): string {
  const part = state.people.find((one) => one.person === person);
  return part ? roleLabel(route, part.role) : 'iemand die niet meer meedoet';
}

/** In words that do not tell how old the child is: the stagnatiepunt knows a code, no child. */
const FAMILY = 'De ouders (vanaf 16 jaar: de jongere)';

function familyLine(state: LoadedCase['state'], shown: Stagnation, now: string): string {
  return isKnown(state, shown, dayOf(now)) ? `${FAMILY} weten dat dit is voorgelegd.` : `Of ${FAMILY.charAt(0).toLowerCase()}${FAMILY.slice(1)} dit weten, is niet vastgelegd in Routewijzer.`;
}

function buttons({ stream, version, state }: LoadedCase, { now }: CaseView) {
  const target = { ref: stream, seen: version };
  const free = state.stagnation?.mdoProposedAt === null && !mdoAhead(state, dayOf(now));
  return [
    ...(free ? [button('Stel een MDO voor', 'propose-mdo', target)] : []),
    ...(state.stagnation && !isKnown(state, state.stagnation, dayOf(now)) ? [button(`${FAMILY} weten dit`, 'parents-told', target)] : []),
    formButton('Afronden of doorgeven', 'stagnation-close', target, {}, 'positive'),
    button('Geef terug: een ander pakt dit op', 'claim-release', target),
  ];
}

/** What the claimer wrote down when it ended: only for that person. */
function noteSection(noteId: string | null, { texts }: CaseView): Section[] {
  const note = noteId === null ? undefined : texts.get(noteId);
  return note === undefined ? [] : [{ heading: '', lines: [`Jouw notitie: ${note}`] }];
}
