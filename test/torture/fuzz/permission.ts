import { BY_STRANGER, CLOSES, MAY_CAUSE, NEVER_IN_A_CASE, NO, OWN_ENDINGS, VISIT_EVENTS, type Cause } from './permission-table.js';
import { emptyCase, sharingStopped, withEvent, type CaseSeen } from './case-seen.js';

export interface JudgedPerson {
  readonly id: string;
  /** The channel's id of this person, in lower case. */
  readonly aadKey?: string;
  readonly role: string;
  readonly organisation: string;
  /** False for somebody who is not, or no longer, in the register. */
  readonly registered: boolean;
}

export interface JudgedEvent {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The person's id; null is the passing of time. */
  readonly actor: string | null;
}

/**
 * One sentence for each event that its actor was not allowed to cause, and for each hole in a stream. `events` is the whole
 * history (who takes part follows from it), by stream and version; judged are those after `baseline` (stream -> version).
 */
export function forbiddenEvents(
  people: readonly JudgedPerson[], events: readonly JudgedEvent[], baseline: ReadonlyMap<string, number> = new Map(),
): readonly string[] {
  const known = new Map(people.map((person) => [person.id, person]));
  const faults: string[] = [];
  for (const [stream, all] of byStream(events)) {
    const first = all[0];
    if (all.some((event, index) => event.version !== index + 1)) faults.push(`the events of a ${kindOf(first)} are not numbered 1, 2, 3`);
    const since = baseline.get(stream) ?? 0;
    const judge = kindOf(first) === 'visit' ? judgeVisit : judgeCase;
    faults.push(...judge(all, since, known));
  }
  return faults;
}

function kindOf(first: JudgedEvent | undefined): 'visit' | 'case' {
  return first !== undefined && VISIT_EVENTS.has(first.type) ? 'visit' : 'case';
}

function byStream(events: readonly JudgedEvent[]): ReadonlyMap<string, readonly JudgedEvent[]> {
  const streams = new Map<string, JudgedEvent[]>();
  for (const event of events) {
    const here = streams.get(event.stream) ?? [];
    here.push(event);
    streams.set(event.stream, here);
  }
  for (const all of streams.values()) all.sort((one, other) => one.version - other.version);
  return streams;
}

type People = ReadonlyMap<string, JudgedPerson>;

function judgeVisit(all: readonly JudgedEvent[], since: number, people: People): readonly string[] {
  const whose = all[0]?.data['person'];
  return all.filter((event) => event.version > since).flatMap((event) => {
    if (!VISIT_EVENTS.has(event.type)) return [`${event.type} happened in a visit`];
    if (event.actor === whose) return [];
    return [`${event.type} in somebody else's visit, by ${roleOf(people, event.actor)}`];
  });
}

function judgeCase(all: readonly JudgedEvent[], since: number, people: People): readonly string[] {
  const faults: string[] = [];
  let seen = emptyCase;
  for (const event of all) {
    const why = event.version > since ? whyForbidden(seen, event, people) : undefined;
    if (why !== undefined) faults.push(`${event.type} by ${roleOf(people, event.actor)}: ${why}`);
    seen = withEvent(seen, event);
  }
  return faults;
}

const roleOf = (people: People, actor: string | null): string => (actor === null ? 'the passing of time' : people.get(actor)?.role ?? 'somebody unknown');

function whyForbidden(seen: CaseSeen, event: JudgedEvent, people: People): string | undefined {
  const causes = MAY_CAUSE[event.type];
  if (causes === undefined) return 'no such event is known';
  if ((event.type === 'CaseOpened') !== (event.version === 1)) return 'a case is opened first, and once';
  const actor = event.actor === null ? undefined : people.get(event.actor);
  if (event.actor !== null && actor === undefined) return 'the actor is nobody we know';
  if (actor?.registered === false && !BY_STRANGER.has(event.type)) return 'somebody outside the register reached other people';
  if (actor && NEVER_IN_A_CASE.has(actor.role)) return 'this role does nothing in a case';
  if (!causes.some((cause) => holds(cause, seen, event, actor))) return `needs ${causes.join(' or ')}`;
  return particular(seen, event, actor);
}

function holds(cause: Cause, seen: CaseSeen, event: JudgedEvent, actor: JudgedPerson | undefined): boolean {
  if (cause === 'time') return event.actor === null;
  if (actor === undefined) return false;
  const offer = seen.offers.get(String(event.data['handover']));
  switch (cause) {
    case 'opener': return event.data['owner'] === actor.id;
    case 'participant': return seen.people.has(actor.id);
    case 'stagnatiepunt': return actor.registered && actor.role === 'stagnatiepunt';
    case 'claimer': return actor.role === 'stagnatiepunt' && (event.type === 'StepStarted' ? seen.justClosed : seen.claimer) === actor.id;
    case 'regievoerder': return actor.registered && actor.role === 'regievoerder' && seen.atRisk;
    case 'invitee': return seen.invitees.get(String(event.data['invitee'])) === actor.id;
    case 'organiser': return seen.people.has(actor.id) && (seen.organiser === actor.id || seen.owner === actor.id);
    case 'receiver': return offer?.to === actor.id && event.data['how'] !== 'ingetrokken';
    case 'giver': return offer?.from === actor.id && event.data['how'] === 'ingetrokken';
    case 'heir': return event.data['to'] === actor.id && event.data['from'] === seen.owner && event.data['reason'] === 'weg'
      && actor.organisation !== '' && actor.organisation === seen.people.get(seen.owner)?.organisation;
  }
}

/** What the table cannot say in one word. */
function particular(seen: CaseSeen, event: JudgedEvent, actor: JudgedPerson | undefined): string | undefined {
  const { type, data } = event;
  const says = (field: string, value: string): boolean => data[field] === value;
  if (type === 'Escalated' && says('reason', 'silence') !== (actor === undefined)) return 'silence is told by time, and stuck by a person';
  if (type === 'ConsentRecorded' && says('status', 'verlopen') !== (actor === undefined)) return 'only time makes a consent run out';
  if (type === 'StagnationClosed' && actor) {
    const own = OWN_ENDINGS.has(String(data['ending']));
    if (own && !seen.people.has(actor.id)) return 'this ending belongs to those who take part';
    if (!own && seen.claimer !== actor.id) return 'this ending belongs to the claimer';
  }
  if (type === 'PersonLeft' && actor && String(data['key']).startsWith('person:') && !says('key', `person:${actor.id}`)) return 'nobody takes somebody else out';
  if (type === 'HandoverOffered' && actor && !says('from', actor.id)) return 'somebody else\'s place was offered';
  if (type === 'ReferenceSet' && actor && !says('organisation', actor.organisation)) return 'another organisation\'s mark was set';
  if (type === 'EntryStruck' && actor && seen.actors.get(Number(data['entry'])) !== actor.id && seen.owner !== actor.id) return 'somebody else\'s entry was struck out';
  const stops = CLOSES.has(type) || (type === 'ConsentRecorded' && NO.has(String(data['status'])));
  if (actor && !stops && sharingStopped(seen, actor.id)) return 'the consent to share with this side was withdrawn';
  return undefined;
}
