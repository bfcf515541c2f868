import type { Route } from '../route/model.js';
import type { CaseEvent, RecordedCaseEvent } from './events.js';
import { refuse, type Refusal, type RefusalId } from './refusals.js';
import type { Participant } from './people/state.js';
import type { CaseState } from './state.js';

/** Who acts, from the channel; null is the passing of time. */
export interface Actor {
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
}

/** Everything a decision may look at besides the state and the command. */
export interface Circumstances {
  readonly route: Route;
  readonly now: string;
  readonly actor: Actor | null;
  /** The events that led to the state; what reaches back into them is refused without. */
  readonly history?: readonly RecordedCaseEvent[];
}

/** The role of somebody who is not, or no longer, in the register. */
export const STRANGER = 'onbekend';

export type Decision =
  | { readonly kind: 'events'; readonly events: readonly CaseEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export function happened(...events: readonly CaseEvent[]): Decision {
  return { kind: 'events', events };
}

export function refused(id: RefusalId, details: readonly string[] = []): Decision {
  return { kind: 'refused', refusal: refuse(id, details) };
}

/** This actor's part in the case, if any. */
export function participant(state: CaseState, actor: Actor | null): Participant | undefined {
  return actor ? state.people.find((one) => one.person === actor.person) : undefined;
}
