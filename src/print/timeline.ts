import { consentOn } from '../case/consent/age.js';
import { readsNote } from '../case/contact/reads.js';
import type { ContactNote } from '../case/contact/state.js';
import { visibleEvents } from '../case/people/visible.js';
import type { RecordedCaseEvent } from '../case/events.js';
import { dayOf } from '../case/time.js';
import { facts, heading, paragraph, type Block, type Fact, type PrintDoc } from './doc.js';
import { eventLine, withWhom } from './event-line.js';
import { listed, whoIs, type PrintInput } from './input.js';
import { dayInFigures, dayInWords } from './words.js';

/**
 * The timeline for the reader's own dossier: what this reader may see, oldest first, with the talks that the own organisation
 * noted. `events`: all of the case; which of them the reader may see is looked up here.
 */
export function timelineDoc(input: PrintInput, events: readonly RecordedCaseEvent[]): PrintDoc {
  const { state, day } = input;
  const rows = timelineRows(input, events).map(({ on, what, by }) => [dayInFigures(on), what, by]);
  return {
    title: `Tijdlijn van casus ${state.code}`,
    subtitle: `Voor je eigen dossier. Gemaakt op ${dayInWords(day)}.`,
    blocks: [
      facts(...head(input)),
      paragraph('Routewijzer is geen dossier. Je eigen dossier blijft het echte dossier: zet dit blad daar in. Wat over veiligheid is vastgelegd, komt nooit op papier.'),
      heading('Wat er gebeurde'),
      rows.length === 0 ? paragraph('Er is nog niets vastgelegd.') : { kind: 'table', caption: '', head: ['Datum', 'Wat', 'Vastgelegd door'], rows },
      ...talks(input),
    ],
  };
}

/** What happened, oldest first, as far as this reader may see it; `on` is a day (YYYY-MM-DD). */
export function timelineRows(input: PrintInput, events: readonly RecordedCaseEvent[]): readonly { readonly on: string; readonly what: string; readonly by: string }[] {
  const { route, state, reader, day } = input;
  const seen = visibleEvents(route, state, events, { person: reader.id, organisation: reader.organisation, registered: reader.registered }, day).map(({ event }) => event);
  return seen.flatMap((event) => {
    const what = eventLine(input, event);
    return what === undefined ? [] : [{ on: dayOf(event.at), what, by: by(input, event, seen) }];
  });
}

function head({ route, state, reader, texts, day }: PrintInput): readonly Fact[] {
  const age = consentOn(state, day).ageBand;
  const reference = reader.registered && reader.organisation !== '' ? state.references[reader.organisation] : undefined;
  const own = reference === undefined ? undefined : texts.get(reference);
  return [
    { title: 'Casus', value: state.code },
    ...(own === undefined ? [] : [{ title: 'Ons eigen kenmerk', value: own }]),
    { title: 'Leeftijd', value: route.facts.get(route.ageFact)?.values.find((one) => one.id === age)?.label ?? age },
    ...(state.step ? [{ title: 'Stap', value: route.steps.get(state.step.id)?.label ?? state.step.id }] : []),
  ];
}

/** Who did it, where that is somebody who takes or took part as far as the reader saw; the stagnatiepunt is no names. */
function by(input: PrintInput, event: RecordedCaseEvent, seen: readonly RecordedCaseEvent[]): string {
  if (event.actor === null) return 'Routewijzer';
  const named = new Set([input.reader.id, ...input.state.people.map((one) => one.person), ...seen.flatMap(peopleIn)]);
  if (named.has(event.actor)) return whoIs(input, `person:${event.actor}`);
  return /^Stagnation|^RoleNudged$|^MdoProposed$/.test(event.type) ? 'het stagnatiepunt' : 'een ander';
}

function peopleIn(event: RecordedCaseEvent): readonly string[] {
  switch (event.type) {
    case 'CaseOpened': return [event.data.owner];
    case 'PersonJoined': return [event.data.person];
    case 'PersonReplaced': return [event.data.from, event.data.to];
    case 'HandoverOffered': return [event.data.from, event.data.to];
    default: return [];
  }
}

/** The talks that the reader may read, in full. Of the others the table says that there was one. */
function talks(input: PrintInput): readonly Block[] {
  const own = input.state.contacts.filter((note) => readsNote(input.route, note, input.reader));
  const blocks = [...own].sort((one, other) => one.on.localeCompare(other.on)).flatMap((note) => talk(input, note));
  return [heading('Gesprekken van onze organisatie'), ...(blocks.length === 0 ? [paragraph('Er is nog geen gesprek vastgelegd.')] : blocks)];
}

function talk(input: PrintInput, note: ContactNote): readonly Block[] {
  const text = (id: string) => input.texts.get(id) ?? '(verwijderd)';
  return [facts(
    { title: 'Wanneer en met wie', value: `${dayInWords(note.on)}, met ${listed(note.with.map((key) => withWhom(input, key)))}` },
    { title: 'Wat is besproken', value: text(note.discussedId) },
    { title: 'Wat is afgesproken', value: text(note.agreedId) },
    { title: 'Vastgelegd door', value: whoIs(input, `person:${note.by}`) },
  )];
}
