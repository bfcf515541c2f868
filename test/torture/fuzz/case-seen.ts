import type { JudgedEvent } from './permission.js';
import { NO, SIDE_OF } from './permission-table.js';

interface Place { readonly role: string; readonly organisation: string; readonly sender: string | null }

/** What the judge must know of a case to tell who was allowed what: folded from the events, on our own account. */
export interface CaseSeen {
  readonly owner: string;
  readonly people: ReadonlyMap<string, Place>;
  /** Everybody who ever had something to do with it: took part, was invited, was offered a place, picked it up. */
  readonly ever: ReadonlySet<string>;
  readonly offers: ReadonlyMap<string, { readonly from: string; readonly to: string; readonly what: string; readonly place: Place }>;
  /** Invitees of the MDO that stands: key -> person. */
  readonly invitees: ReadonlyMap<string, string>;
  readonly organiser: string;
  readonly claimer: string;
  /** Who just closed the stagnation: the step that begins anew with it is theirs too. */
  readonly justClosed: string;
  readonly atRisk: boolean;
  /** Who caused which entry, by its number. */
  readonly actors: ReadonlyMap<number, string>;
  readonly young: boolean;
  readonly gezag: readonly string[];
  /** The last word of each: "sender recipient who" -> status. */
  readonly words: ReadonlyMap<string, string>;
  /** False once something happened after which this judge does not know any more which word counts. */
  readonly wordsKnown: boolean;
}

export const emptyCase: CaseSeen = {
  owner: '', people: new Map(), ever: new Set(), offers: new Map(), invitees: new Map(), organiser: '', claimer: '', justClosed: '', atRisk: false,
  actors: new Map(), young: false, gezag: [], words: new Map(), wordsKnown: true,
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const sender = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function joined(seen: CaseSeen, person: string, place: Place): CaseSeen {
  return { ...seen, ever: new Set([...seen.ever, person]), people: seen.people.has(person) ? seen.people : new Map([...seen.people, [person, place]]) };
}

function left(seen: CaseSeen, person: string): CaseSeen {
  return { ...seen, people: new Map([...seen.people].filter(([id]) => id !== person)) };
}

function inPlaceOf(seen: CaseSeen, from: string, to: string, place: Place): CaseSeen {
  const moved = joined(left(seen, from), to, place);
  const invitees = new Map([...moved.invitees].flatMap(([key, person]) => (person === from ? [[`person:${to}`, to] as const, [key, to] as const] : [[key, person] as const])));
  return { ...moved, invitees, owner: moved.owner === from ? to : moved.owner, organiser: moved.organiser === from ? to : moved.organiser };
}

/** The case after this event. */
export function withEvent(before: CaseSeen, event: JudgedEvent): CaseSeen {
  const actors = event.actor === null ? before.actors : new Map([...before.actors, [event.version, event.actor]]);
  const seen: CaseSeen = { ...before, actors, justClosed: '' };
  const { data } = event;
  switch (event.type) {
    case 'CaseOpened': {
      const owner = text(data['owner']);
      const opened = joined(seen, owner, { role: text(data['ownerRole']), organisation: text(data['organisation']), sender: null });
      return { ...opened, owner, young: data['ageBand'] === 'onder-12' && (data['borderMonth'] ?? null) === null };
    }
    case 'PersonJoined': return joined(seen, text(data['person']), { role: text(data['role']), organisation: text(data['organisation']), sender: sender(data['sender']) });
    case 'PersonLeft': return left(seen, text(data['key']).replace(/^person:/, ''));
    case 'PersonReplaced': return inPlaceOf(seen, text(data['from']), text(data['to']), { role: text(data['toRole']), organisation: text(data['toOrganisation']), sender: sender(data['sender']) });
    case 'HandoverOffered': {
      const place = { role: text(data['toRole']), organisation: text(data['toOrganisation']), sender: sender(data['sender']) };
      const offer = { from: text(data['from']), to: text(data['to']), what: text(data['what']), place };
      return { ...seen, ever: new Set([...seen.ever, offer.to]), offers: new Map([...seen.offers, [text(data['handover']), offer]]) };
    }
    case 'HandoverAccepted': {
      const offer = seen.offers.get(text(data['handover']));
      if (!offer) return seen;
      return offer.what === 'stap' ? joined(seen, offer.to, offer.place) : inPlaceOf(seen, offer.from, offer.to, offer.place);
    }
    case 'MdoPlanned': {
      const invited = (Array.isArray(data['invitees']) ? data['invitees'] : []) as readonly Readonly<Record<string, unknown>>[];
      return invitedTo({ ...seen, organiser: event.actor ?? '', invitees: new Map() }, invited);
    }
    case 'MdoAnswered': {
      const instead = data['instead'] as Readonly<Record<string, unknown>> | null;
      return instead ? invitedTo(seen, [instead]) : seen;
    }
    case 'StagnationClaimed': return { ...seen, claimer: event.actor ?? '', ever: new Set([...seen.ever, event.actor ?? '']) };
    case 'StagnationReleased': return { ...seen, claimer: '' };
    case 'StagnationClosed': return { ...seen, claimer: '', justClosed: event.actor ?? '' };
    case 'RiskMarked': return { ...seen, atRisk: true };
    case 'CaseTookOver': return { ...seen, atRisk: true, wordsKnown: false };
    case 'GezagRecorded': return { ...seen, gezag: Array.isArray(data['who']) ? data['who'].map(String) : [] };
    case 'ConsentRecorded': {
      if (data['purpose'] !== 'betrekken') return seen;
      return { ...seen, words: new Map([...seen.words, [`${text(data['sender'])} ${text(data['recipient'])} ${text(data['who'])}`, text(data['status'])]]) };
    }
    // A word may have been struck out, or counts no longer at another age.
    case 'EntryStruck': case 'AgeCorrected': case 'AgeBorderPassed': case 'BorderMonthSet': return { ...seen, wordsKnown: false };
    default: return seen;
  }
}

function invitedTo(seen: CaseSeen, invited: readonly Readonly<Record<string, unknown>>[]): CaseSeen {
  const named = invited.flatMap(({ key, personId }) => (typeof personId === 'string' ? [[text(key), personId] as const] : []));
  return { ...seen, invitees: new Map([...seen.invitees, ...named]), ever: new Set([...seen.ever, ...named.map(([, person]) => person)]) };
}

/**
 * Is it sure that nothing may be shared with this participant any more? Judged where it is simple: a child under 12, brought
 * in from another side, and the last word of somebody with gezag is a no.
 */
export function sharingStopped(seen: CaseSeen, person: string): boolean {
  const place = seen.people.get(person);
  const side = place && SIDE_OF[place.role];
  if (!seen.young || !seen.wordsKnown || side === undefined || place?.sender !== 'school') return false;
  return seen.gezag.some((who) => NO.has(seen.words.get(`school ${side} ${who}`) ?? ''));
}

/** A case after all its events, by version; undefined for no events. */
export function caseSeenOf(events: readonly JudgedEvent[]): CaseSeen | undefined {
  return events.length === 0 ? undefined : events.reduce(withEvent, emptyCase);
}
