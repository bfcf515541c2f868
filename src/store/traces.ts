import type { Place } from '../app/ports.js';
import type { StoredRow, Traces } from '../app/store-port.js';
import { forgetSentCardsIn } from './cards-sent.js';
import { placeText } from './place.js';
import { toRow } from './streams.js';
import type { Tx } from './transactions.js';

/** What is kept about this person: the own visits, and the cases in which they take part or did something, closed ones too. */
export async function traces(tx: Tx, personId: string): Promise<Traces> {
  const rows = await tx.selectFrom('streams').selectAll()
    .where((eb) => eb.or([
      eb('owner', '=', personId),
      eb('stream', 'in', eb.selectFrom('stream_people').select('stream_people.stream').where('person', '=', personId)),
      eb('stream', 'in', eb.selectFrom('events').select('events.stream').where('actor', '=', personId)),
    ]))
    .orderBy('updated_at', 'desc').orderBy('stream').execute();
  const found: readonly StoredRow[] = rows.map(toRow);
  return {
    visits: found.filter((row) => row.kind === 'visit' && row.owner === personId).map((row) => row.stream),
    cases: found.filter((row) => row.kind === 'case'),
  };
}

/** Forgets where this person can be reached, and which messages stand there: those can not be changed any more. */
export async function forgetConversation(tx: Tx, personId: string): Promise<void> {
  const place: Place = { kind: 'person', personId };
  await tx.deleteFrom('conversations').where('place', '=', placeText(place)).execute();
  await forgetSentCardsIn(tx, place);
}

/**
 * Forgets who this is: name, e-mail and the mapping to the account go, and what still waited to be delivered. Events keep
 * the internal id, which nobody can map to anybody any more; whoever comes again is somebody new.
 */
export async function forgetPerson(tx: Tx, personId: string): Promise<void> {
  await forgetConversation(tx, personId);
  await tx.deleteFrom('outbox').where('target', '=', placeText({ kind: 'person', personId })).execute();
  await tx.deleteFrom('print_links').where('person', '=', personId).execute();
  await tx.deleteFrom('people').where('id', '=', personId).execute();
}
