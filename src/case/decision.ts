import type { Route } from '../route/model.js';
import type { CaseEvent } from './events.js';
import { refuse, type Refusal, type RefusalId } from './refusals.js';
import type { CaseState, Participant } from './state.js';

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

/** Consent party of a role: the side that sends, and the side that receives. */
export function sidesOf(route: Route, role: string): { readonly sends: string; readonly receives: string } {
  const found = route.roles.get(role);
  return { sends: found?.sends ?? 'anders', receives: found?.receives ?? 'anders' };
}
