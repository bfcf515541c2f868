import type { Route } from '../../route/model.js';
import { sidesOf } from '../sides.js';
import type { ContactNote } from './state.js';

/** Who wants to read: a person with the role and organisation that the register says. */
export interface Reader {
  readonly id: string;
  readonly role: string;
  readonly organisation: string;
  readonly registered: boolean;
}

/**
 * May this reader see what was said in a talk, and not only that there was one? Who noted it always; others when they are
 * of the same organisation and the same side: a KOO's talk is not the sociaal team's, whoever employs both (C-22).
 */
export function readsNote(route: Route, note: ContactNote, reader: Reader): boolean {
  if (note.by === reader.id) return true;
  if (!reader.registered || reader.organisation === '' || note.organisation !== reader.organisation) return false;
  return sidesOf(route, reader.role).sends === note.side;
}
