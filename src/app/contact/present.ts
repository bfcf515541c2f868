import type { Button, CardData } from '../../cards/data.js';
import type { Section } from '../../cards/generic.js';
import { consentOn } from '../../case/consent/age.js';
import { isSelf } from '../../case/consent/gate.js';
import type { ContactNote } from '../../case/contact/state.js';
import { circleOf, seatOf } from '../../case/people/circle.js';
import { visibleEvents } from '../../case/people/visible.js';
import { dayOf, isDay, showDay } from '../../case/time.js';
import { guardians, people } from '../../case/values.js';
import { CHOICE_SEPARATOR } from '../../cards/inputs.js';
import { roleLabel } from '../../route/roles.js';
import { toPage } from '../print/present.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, choices, dutchDay, formButton, unsafeButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { nameOfKey, namesOfKeys } from './names.js';

/** Most characters of what was discussed and of what was agreed. */
export const LONGEST_NOTE = 1000;
/** A card must stay small (Teams takes 28 KB); the older talks are on the page to print. */
const MOST_SHOWN = 12;
const MOST_BYTES = 16_000;
/** Roles that are often talked with and take no part here. */
const MOST_ROLES = 20;

const OWN_DOSSIER = 'Je eigen dossier blijft het echte dossier. Zet dit gesprek daar ook in.';

/** The form for a talk: when and with whom, what was discussed, what was agreed (REG-03). */
export function contactForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> {
  const { stream, version, state } = loaded;
  const target = { ref: stream, seen: version };
  const self = isSelf(consentOn(state, dayOf(view.now)).ageBand);
  const today = dayOf(view.now);
  const withWhom = withChoices(loaded, view, self);
  const others = otherRoles(loaded, view);
  const before = (typed['with'] ?? '').split(CHOICE_SEPARATOR);
  const known = before.filter((key) => withWhom.some((one) => one.value === key));
  // A note that is put right names such a role among the others.
  const outside = [typed['other'] ?? '', ...before].find((key) => others.some((one) => one.value === key));
  const on = typed['on'] ?? today;
  return {
    name: 'contact-form', code: state.code, title: 'Leg een gesprek vast', facts: [],
    intro: `Een notitie heeft drie delen: wanneer en met wie, wat is besproken, en wat is afgesproken. ${OWN_DOSSIER}`,
    fields: [
      ...(self ? [{ id: 'first', kind: 'note' as const, label: 'Vanaf 16 jaar praat je eerst met de jongere zelf. De jongere kiest of de ouders erbij komen.' }] : []),
      { id: 'on', kind: 'date', label: 'Wanneer was het?', value: isDay(on) ? on : '', max: today, required: true, error: 'Kies de dag van het gesprek.' },
      { id: 'with', kind: 'many', label: 'Met wie?', choices: withWhom, value: known.join(CHOICE_SEPARATOR), error: 'Kies met wie je hebt gesproken.' },
      { id: 'other', kind: 'one', label: 'Of met iemand die niet meedoet', hint: 'Niemand anders', choices: others, value: outside ?? '' },
      { id: 'discussed', kind: 'lines', label: 'Wat is besproken?', value: typed['discussed'] ?? '', required: true, maxLength: LONGEST_NOTE, error: 'Schrijf kort op wat er is besproken.' },
      { id: 'agreed', kind: 'lines', label: 'Wat is afgesproken?', value: typed['agreed'] ?? '', required: true, maxLength: LONGEST_NOTE, error: 'Schrijf op wat er is afgesproken.' },
      { id: 'who-reads', kind: 'note', label: 'Wat je schrijft, leest alleen je eigen organisatie. Anderen zien wel dat er een gesprek was, wanneer en met wie. Schrijf geen naam, geboortedatum of burgerservicenummer op.' },
    ],
    submit: [button('Leg het gesprek vast', 'contact-note', target, {}, 'positive')],
    nav: [button('Terug naar de casus', 'show', target, { view: 'case' }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** The family first, and of them from 16 the jongere (TOE-10); then who takes part. */
function withChoices({ state }: LoadedCase, view: CaseView, self: boolean): { value: string; title: string }[] {
  const { route, viewer, now } = view;
  const family = choices(self ? ['jeugdige', ...guardians] : people);
  const inside = circleOf(route, state, dayOf(now)).filter((one) => one.person !== viewer.id);
  const keys = [...inside.map((one) => `person:${one.person}`), ...state.outsiders.map((one) => one.key)];
  return [
    ...family,
    ...keys.map((key) => ({ value: key, title: nameOfKey({ state }, view, key) })),
  ];
}

/** Roles that one may have talked with and of which nobody takes part: a list that stays folded in. */
function otherRoles({ state }: LoadedCase, { route, now }: CaseView): { value: string; title: string }[] {
  const there = new Set([...circleOf(route, state, dayOf(now)), ...state.outsiders].map((one) => one.role));
  return [...route.roles.values()].filter((role) => role.mdo && !there.has(role.id)).slice(0, MOST_ROLES)
    .map((role) => ({ value: `role:${role.id}`, title: roleLabel(route, role.id) }));
}

/** The talks of a case, the newest first: with what was said where the viewer may read it. */
export function contactsSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> {
  const { stream, version, state } = loaded;
  const target = { ref: stream, seen: version };
  const talks = talksFor(loaded, view);
  const sections = talks.slice(0, MOST_SHOWN).map((note): Section => ({ heading: `${showDay(note.on)}: ${namesOfKeys(loaded, view, note.with)}`, facts: noteFacts(note, view) }));
  const shown = sections.slice(0, Math.max(1, thatFit(sections)));
  const older = talks.length - shown.length;
  return {
    name: 'contacts', code: state.code, title: 'Gesprekken', status: countText(talks.length), intro: OWN_DOSSIER,
    sections: [
      ...shown,
      ...(older > 0 ? [{ heading: '', lines: [`Er ${older === 1 ? 'is 1 ouder gesprek' : `zijn ${String(older)} oudere gesprekken`}. Die staan in de tijdlijn om te printen.`] }] : []),
      ...(!view.prints ? [{ heading: '', lines: ['Printen kan nu niet: Routewijzer heeft nog geen adres op internet. Vraag het je beheerder.'] }] : []),
    ],
    buttons: [
      ...(state.closed ? [] : [formButton('Leg een gesprek vast', 'contact-form', target)]),
      ...(view.prints ? [toPage(loaded, 'timeline')] : []),
    ],
    nav: [button('Terug naar de casus', 'show', target, { view: 'case' }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** How many of these, from the first, stay within the size. */
function thatFit(sections: readonly Section[]): number {
  let left = MOST_BYTES;
  const over = sections.findIndex((section) => {
    left -= new TextEncoder().encode(JSON.stringify(section)).length;
    return left < 0;
  });
  return over === -1 ? sections.length : over;
}

function noteFacts(note: ContactNote, view: CaseView): { title: string; value: string }[] {
  const by = view.people.get(note.by)?.name ?? 'een deelnemer';
  const discussed = view.texts.get(note.discussedId);
  const agreed = view.texts.get(note.agreedId);
  // The words of another organisation are not even looked up.
  if (discussed === undefined && agreed === undefined) return [{ title: 'Vastgelegd door', value: `${by}. Wat er is besproken, leest alleen de eigen organisatie.` }];
  return [
    { title: 'Besproken', value: discussed ?? 'verwijderd' }, { title: 'Afgesproken', value: agreed ?? 'verwijderd' }, { title: 'Vastgelegd door', value: by },
  ];
}

/** The talks that this viewer may know of, newest first: who was brought in from another side knows of those from then on. */
function talksFor({ state, events }: LoadedCase, { route, viewer, now }: CaseView): readonly ContactNote[] {
  const day = dayOf(now);
  const seat = seatOf(route, state, viewer.id, day);
  if (seat?.kind !== 'open') return [];
  const seen = visibleEvents(route, state, events, { person: viewer.id, organisation: viewer.organisation, registered: viewer.registered }, day);
  const known = new Set(seen.flatMap(({ event }) => (event.type === 'ContactNoted' ? [event.data.note] : [])));
  const talks = seat.participant.sender === null ? state.contacts : state.contacts.filter(({ id }) => known.has(id));
  return [...talks].reverse().sort((one, other) => other.on.localeCompare(one.on));
}

function countText(count: number): string {
  if (count === 0) return 'Er is nog geen gesprek vastgelegd.';
  return count === 1 ? 'Er is 1 gesprek vastgelegd.' : `Er zijn ${String(count)} gesprekken vastgelegd.`;
}

/** On the case's card: when the last talk was and with whom, never what was said. */
export function contactFacts(loaded: LoadedCase, view: CaseView): { title: string; value: string }[] {
  const talks = talksFor(loaded, view);
  const last = talks[0];
  if (!last) return [{ title: 'Gesprekken', value: 'Nog geen gesprek vastgelegd' }];
  return [
    { title: 'Laatste gesprek', value: `${dutchDay(last.on)}, met ${namesOfKeys(loaded, view, last.with)}` },
    ...(talks.length > 1 ? [{ title: 'Gesprekken', value: `${String(talks.length)} vastgelegd` }] : []),
  ];
}

/** Buttons on the case's card: note a talk, and read the talks. */
export function contactButtons(loaded: LoadedCase, view: CaseView): Button[] {
  const { stream, version, state } = loaded;
  const target = { ref: stream, seen: version };
  return [
    ...(state.closed ? [] : [formButton('Leg een gesprek vast', 'contact-form', target)]),
    ...(talksFor(loaded, view).length > 0 ? [button('Gesprekken', 'show', target, { view: 'contacts' })] : []),
  ];
}
