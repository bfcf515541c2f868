import type { Route } from '../../route/model.js';
import type { Instant, Person } from '../ports.js';
import type { Banner } from './words.js';

/** What a presenter of a case needs: today's route, the viewer, and the people that the case names. */
export interface CaseView {
  readonly route: Route;
  readonly now: Instant;
  readonly viewer: Person;
  readonly people: ReadonlyMap<string, Person>;
  /** Texts by id; undefined where one was deleted. */
  readonly texts: ReadonlyMap<string, string>;
  readonly undelivered: readonly string[];
  /** Where sending was given up, until the owner says what happens: each place once. */
  readonly notDelivered: readonly NotDelivered[];
  /** People whom a card of this case could not reach: somebody else tells them, and records what they answer. */
  readonly unreached: ReadonlySet<string>;
  /** Pages can be printed: there is an address at which a browser finds them. */
  readonly prints: boolean;
  readonly banner: Banner | undefined;
}

/** A place (as text) where sending was given up, and how its reader is called. */
export interface NotDelivered {
  readonly place: string;
  readonly name: string;
}

/** " (naam)" of somebody in the register. */
export function nameOf(view: Pick<CaseView, 'people'>, person: string): string {
  const name = view.people.get(person)?.name;
  return name ? ` (${name})` : '';
}

/** What somebody had typed in a form when it was refused, or what stays for the next answer: nothing is typed twice. */
export type Typed = Readonly<Record<string, string>>;
