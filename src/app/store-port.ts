import type { AccessStore } from './port/accesses.js';
import type { CardStore } from './port/cards.js';
import type { KeyStore } from './port/keys.js';
import type { LinkStore } from './port/links.js';
import type { OutboxStore } from './port/outbox.js';
import type { PeopleStore } from './port/people.js';
import type { RemarkStore } from './port/remarks.js';
import type { StreamStore } from './port/streams.js';
import type { TurnStore } from './port/turns.js';

/** What the use cases need of the store. `store/` implements it; everything in it is ids, values and instants. */
export type * from './port/accesses.js';
export type * from './port/cards.js';
export type * from './port/keys.js';
export type * from './port/links.js';
export type * from './port/outbox.js';
export type * from './port/people.js';
export type * from './port/remarks.js';
export type * from './port/streams.js';
export type * from './port/turns.js';

export interface Store extends StreamStore, OutboxStore, CardStore, PeopleStore, LinkStore, RemarkStore, AccessStore, TurnStore, KeyStore {
  /** Keeps a compiled route under its hash, so that an edited file never moves a live case. */
  saveRoute(hash: string, source: string): Promise<void>;
  savedRoute(hash: string): Promise<string | undefined>;

  close(): Promise<void>;
}
