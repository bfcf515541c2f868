import type { Person, PersonInput, RegisterChanges } from '../ports.js';
import type { StoredRow } from './streams.js';

/** Where somebody left a trace. */
export interface Traces {
  /** Streams of the own visits. */
  readonly visits: readonly string[];
  readonly cases: readonly StoredRow[];
}

/** The register, and whom we met. */
export interface PeopleStore {
  /** What `importPeople` would change. */
  compareRegister(people: readonly PersonInput[]): Promise<RegisterChanges>;
  /** Replaces the register: updates, adds, and marks who is no longer in it as not registered. Keeps ids. */
  importPeople(people: readonly PersonInput[]): Promise<{ readonly added: number; readonly updated: number; readonly deactivated: number }>;
  /** The person with this `aadObjectId`; a stranger is added as not registered, with role `onbekend`. */
  meet(aadObjectId: string, name: string, tenantId: string | undefined): Promise<Person>;
  person(id: string): Promise<Person | undefined>;
  peopleOfRegion(region: string): Promise<readonly Person[]>;
  /** The visits of this person, and every case in which they take part or did something, closed ones too. */
  traces(personId: string): Promise<Traces>;
  /** Forgets where this person is reached and which cards stand there. The next message makes the link anew. */
  forgetConversation(personId: string): Promise<void>;
  /** Forgets who this is: the person, the link to the chat, and what waited to be delivered there. */
  forgetPerson(personId: string): Promise<void>;
  /**
   * Forgets who is not in the register (any more), has no visit and takes part in no open case, when that was seen before the
   * day `before` for the first time; days as YYYY-MM-DD. Who is named in a case that is kept stays until that is forgotten:
   * of them goes where they are reached.
   */
  forgetLeavers(today: string, before: string): Promise<void>;
}
