import { z } from 'zod';
import { refuse, type Refusal } from '../case/refusals.js';
import { plusTime } from '../case/time.js';
import { decideVisit, evolveVisit, type VisitCommand, type VisitEvent, type VisitState } from '../case/visit.js';
import type { Route } from '../route/model.js';
import { chatOf, type Parts } from './parts.js';
import type { Person } from './ports.js';
import type { OutboxInput, StoredEvent } from './store-port.js';

const answers = z.record(z.string(), z.string());
const visitEventSchema: z.ZodType<VisitEvent> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('VisitStarted'), data: z.object({ person: z.string(), tree: z.string(), routeHash: z.string(), known: answers }) }),
  z.object({ type: z.literal('Answered'), data: z.object({ fact: z.string(), value: z.string() }) }),
  z.object({ type: z.literal('Reopened'), data: z.object({ fact: z.string() }) }),
  z.object({ type: z.literal('VisitStopped'), data: z.object({}).strict() }),
  z.object({ type: z.literal('VisitResumed'), data: z.object({}).strict() }),
]);

export interface LoadedVisit {
  readonly stream: string;
  readonly version: number;
  readonly state: VisitState;
  /** The route that this visit began with. */
  readonly route: Route;
}

/** The visit as it stands, or undefined when this stream holds none: a button may name any stream. */
export async function loadVisit(parts: Parts, stream: string): Promise<LoadedVisit | undefined> {
  const events = await parts.store.load(stream);
  if (events[0]?.type !== 'VisitStarted') return undefined;
  const state = events.map(parsed).reduce<VisitState | undefined>(evolveVisit, undefined);
  return state ? { stream, version: events.length, state, route: await parts.routeOf(state.routeHash) } : undefined;
}

/** The visit that this person was last busy with. */
export async function lastVisit(parts: Parts, person: Person): Promise<LoadedVisit | undefined> {
  const [row] = await parts.store.rowsOf(person.id, 'visit');
  return row ? loadVisit(parts, row.stream) : undefined;
}

function parsed({ type, data }: StoredEvent): VisitEvent {
  return visitEventSchema.parse({ type, data });
}

export interface VisitRequest {
  readonly stream: string;
  readonly command: VisitCommand;
  readonly commandId: string;
  readonly person: Person;
  /** Its card is posted where none stands: it began in a dialog, which goes. */
  readonly posts?: boolean;
}
export interface VisitOutcome {
  readonly loaded: LoadedVisit | undefined;
  readonly refusal: Refusal | undefined;
}

const TRIES = 3;
const DAY = 24 * 3_600_000;
/** A visit is forgotten this long after its last event. */
export const VISIT_KEPT = 30 * DAY;

/** Loads, decides and appends one command of a visit; only its own person may give it. */
export async function runVisit(parts: Parts, { stream, command, commandId, person, posts = false }: VisitRequest): Promise<VisitOutcome> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const loaded = await loadVisit(parts, stream);
    if (loaded && loaded.state.person !== person.id) return { loaded: undefined, refusal: refuse('not-yours') };
    const decision = decideVisit(loaded?.route ?? parts.route, loaded?.state, command);
    if (decision.kind === 'refused') {
      return { loaded, refusal: (await parts.store.wasDone(commandId)) ? undefined : decision.refusal };
    }
    if (decision.events.length === 0) return { loaded, refusal: undefined };
    const now = parts.clock.now();
    const outbox: OutboxInput[] = [
      { kind: 'card', card: 'visit', place: chatOf(person), mode: posts ? 'post' : 'update', dueAt: now },
      { kind: 'timer', timer: 'forget-visit', key: 'forget', dueAt: plusTime(now, VISIT_KEPT) },
    ];
    const openedAt = (await parts.store.row(stream))?.openedAt ?? now;
    const result = await parts.store.append({
      stream, expectedVersion: loaded?.version ?? 0, commandId, at: now, actor: person.id, events: decision.events, texts: [], outbox,
      row: {
        kind: 'visit', owner: person.id, region: person.region, status: 'open', code: null, step: null,
        ageBand: null, stalled: false, openedAt, updatedAt: now, people: [person.id],
      },
    });
    if (result === 'conflict') continue;
    return { loaded: await loadVisit(parts, stream), refusal: undefined };
  }
  return { loaded: await loadVisit(parts, stream), refusal: refuse('busy') };
}
