import { sql } from 'kysely';
import { forgetConversation, forgetPerson } from './traces.js';
import type { Tx } from './transactions.js';

/**
 * Who is not in the register (any more) and has nothing left here: no visit, and no part in a case that is open. Since which
 * day is written down, so that somebody who came before the register named them is not forgotten at once. Of those for whom
 * that was before `before` (days as YYYY-MM-DD) is forgotten where they are reached; and who they are, unless a case that is
 * still kept names them. Returns how many.
 */
export async function forgetLeavers(tx: Tx, today: string, before: string): Promise<number> {
  const leavers = new Set((await leaving(tx)).map((one) => one.id));
  const known = await tx.selectFrom('leaving').selectAll().execute();
  for (const { person } of known) if (!leavers.has(person)) await tx.deleteFrom('leaving').where('person', '=', person).execute();
  const noticed = new Set(known.map((one) => one.person));
  for (const person of leavers) if (!noticed.has(person)) await tx.insertInto('leaving').values({ person, since: today }).onConflict((oc) => oc.column('person').doNothing()).execute();
  const gone = known.filter(({ person, since }) => leavers.has(person) && since < before);
  for (const { person } of gone) {
    if (await isNamed(tx, person)) {
      await forgetConversation(tx, person);
      continue;
    }
    await forgetPerson(tx, person);
    await tx.deleteFrom('leaving').where('person', '=', person).execute();
  }
  await forgetStrayChats(tx);
  return gone.length;
}

function leaving(tx: Tx): Promise<readonly { readonly id: string }[]> {
  return tx.selectFrom('people').select('people.id').where('registered', '=', 0)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('streams').select('streams.stream').whereRef('streams.owner', '=', 'people.id')
      .where((or) => or.or([or('kind', '=', 'visit'), or('status', '=', 'open')])))))
    .where((eb) => eb.not(eb.exists(eb.selectFrom('stream_people').innerJoin('streams', 'streams.stream', 'stream_people.stream').select('stream_people.stream')
      .whereRef('stream_people.person', '=', 'people.id').where('status', '=', 'open'))))
    .execute();
}

/** Does a case that is kept say what this person did in it? */
async function isNamed(tx: Tx, person: string): Promise<boolean> {
  const did = await tx.selectFrom('events').select('stream').where('actor', '=', person).limit(1).executeTakeFirst();
  const tookPart = did ?? await tx.selectFrom('stream_people').select('stream').where('person', '=', person).limit(1).executeTakeFirst();
  return (tookPart ?? await tx.selectFrom('streams').select('stream').where('owner', '=', person).limit(1).executeTakeFirst()) !== undefined;
}

/** Chats with somebody whom we do not know any more: a message that came in while that person was being forgotten. */
async function forgetStrayChats(tx: Tx): Promise<void> {
  const known = tx.selectFrom('people').select(sql<string>`'person:' || people.id`.as('place'));
  await tx.deleteFrom('conversations').where('place', 'like', 'person:%').where('place', 'not in', known).execute();
}
