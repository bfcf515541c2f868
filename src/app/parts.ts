import { summaryOf } from '../cards/summary.js';
import type { CardData, CardKind } from '../cards/data.js';
import type { Articles } from '../knowledge/articles/load.js';
import type { Understanding } from '../knowledge/understand.js';
import type { Route } from '../route/model.js';
import type { Clock, Ids, Outgoing, Person, Rendered } from './ports.js';
import type { Store } from './store-port.js';

/** This viewer is shown this of a case: the name of a view, a card, a page or a list; or was refused. */
export type Opened = (stream: string, viewer: Pick<Person, 'id'>, what: string) => void;

/** Everything the use cases are given by `main`. */
export interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The route as it is today. */
  readonly route: Route;
  /** The route under which a visit or case began; today's wording where it is gone. */
  routeOf(hash: string): Promise<Route>;
  readonly render: <K extends CardKind>(kind: K, data: CardData<K>) => Record<string, unknown>;
  readonly articles: Articles;
  readonly understand: Understanding;
  readonly outgoing: Outgoing;
  /** May a channel be taken for the stagnatiepunt by its name? Not where any organisation can install the bot. */
  readonly trustsChannelNames: boolean;
  /** The address at which a browser finds Routewijzer, without a slash at its end; undefined where there is none. */
  publicUrl(): string | undefined;
  /** Wakes the delivery of what is due. */
  wake(): void;
  /** Hears what is shown of a case to somebody who asked for it; only in a turn of a person, delivery has nobody who listens. */
  readonly opened?: Opened;
  /** For operators, in English; never content of a message or a name. */
  log(level: 'info' | 'warn' | 'error', event: string, facts: Readonly<Record<string, string | number>>): void;
}

/** A card ready to leave the house. */
export function show<K extends CardKind>(parts: Parts, kind: K, data: CardData<K>): Rendered {
  return { card: parts.render(kind, data), summary: summaryOf(kind, data) };
}

/** Where this person is reached. */
export function chatOf(person: Pick<Person, 'id'> | string) {
  return { kind: 'person', personId: typeof person === 'string' ? person : person.id } as const;
}
