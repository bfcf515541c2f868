import type { RecordedCaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import type { Route } from '../route/model.js';
import type { Instant, Place } from './ports.js';
import type { OutboxInput } from './store-port.js';

/** What a subject's reaction is given: the case before and after, and the words for what must still happen. */
export interface Reacting {
  readonly before: CaseState | undefined;
  readonly after: CaseState;
  readonly now: Instant;
  /** For the gate: who may no longer see this. */
  readonly route: Route;
  /** Brings a card up to date; `post` also where none stands there yet. */
  card(name: string, place: Place, mode: 'post' | 'update'): OutboxInput;
  /** A new message: an old one changed far up in the chat is not noticed. */
  anew(name: string, place: Place): OutboxInput;
  /** Carries a command back through `decide` at that moment; set again it moves. */
  timer(name: string, dueAt: Instant, key?: string): OutboxInput;
  readonly channel: Place;
}
export type React = (event: RecordedCaseEvent, on: Reacting) => readonly OutboxInput[];
