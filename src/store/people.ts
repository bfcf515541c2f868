import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Person, PersonInput } from '../app/ports.js';
import type { Tables } from './schema.js';
import type { Tx } from './transactions.js';

type PersonRow = Selectable<Tables['people']>;

/**
 * Replaces the register. People are recognised by `aadObjectId`, in whatever case it is written, and keep their id;
 * of two lines for one person the last counts. `updated` counts people of whom something changed.
 */
export async function importPeople(
  tx: Tx, people: readonly PersonInput[],
): Promise<{ added: number; updated: number; deactivated: number }> {
  const known = new Map((await tx.selectFrom('people').selectAll().execute()).map((row) => [row.aad_key, row]));
  const register = new Map(people.map((person) => [aadKey(person.aadObjectId), person]));
  const counts = { added: 0, updated: 0, deactivated: 0 };

  for (const [key, person] of register) {
    const before = known.get(key);
    const after = {
      aad_object_id: person.aadObjectId, name: person.name, email: person.email, role: person.role,
      organisation: person.organisation, organisation_type: person.organisationType, region: person.region, registered: 1,
    };
    if (before === undefined) {
      await tx.insertInto('people').values({ id: randomUUID(), aad_key: key, tenant_id: null, ...after }).execute();
      counts.added += 1;
    } else if (Object.entries(after).some(([column, value]) => before[column as keyof typeof after] !== value)) {
      await tx.updateTable('people').set(after).where('id', '=', before.id).execute();
      counts.updated += 1;
    }
  }
  for (const row of known.values()) {
    if (row.registered === 0 || register.has(row.aad_key)) continue;
    await tx.updateTable('people').set({ registered: 0 }).where('id', '=', row.id).execute();
    counts.deactivated += 1;
  }
  return counts;
}

/** The person with this `aadObjectId` if meeting them changes nothing: known, and with this tenant. Only reads. */
export async function metBefore(tx: Tx, aadObjectId: string, tenantId: string | undefined): Promise<Person | undefined> {
  const row = await byAadKey(tx, aadObjectId);
  if (row === undefined || (tenantId !== undefined && row.tenant_id !== tenantId)) return undefined;
  return toPerson(row);
}

/** Records the tenant of somebody who is known; a stranger is added as not registered. */
export async function meet(tx: Tx, aadObjectId: string, name: string, tenantId: string | undefined): Promise<Person> {
  await tx.insertInto('people').values({
    id: randomUUID(), aad_key: aadKey(aadObjectId), aad_object_id: aadObjectId, tenant_id: tenantId ?? null, name,
    email: '', role: 'onbekend', organisation: '', organisation_type: 'onbekend', region: '', registered: 0,
  }).onConflict((oc) => oc.column('aad_key').doNothing()).execute();
  if (tenantId !== undefined) {
    await tx.updateTable('people').set({ tenant_id: tenantId }).where('aad_key', '=', aadKey(aadObjectId)).execute();
  }
  const row = await byAadKey(tx, aadObjectId);
  if (row === undefined) throw new Error('somebody who was just met is gone');
  return toPerson(row);
}

/** A person by our own id, registered or not. */
export async function person(tx: Tx, id: string): Promise<Person | undefined> {
  const row = await tx.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toPerson(row);
}

/** The registered people of a region, by name: whoever was taken out of the register is not offered any more. */
export async function peopleOfRegion(tx: Tx, region: string): Promise<readonly Person[]> {
  const rows = await tx.selectFrom('people').selectAll().where('region', '=', region).where('registered', '=', 1)
    .orderBy('name').orderBy('id').execute();
  return rows.map(toPerson);
}

function byAadKey(tx: Tx, aadObjectId: string): Promise<PersonRow | undefined> {
  return tx.selectFrom('people').selectAll().where('aad_key', '=', aadKey(aadObjectId)).executeTakeFirst();
}

function aadKey(aadObjectId: string): string {
  return aadObjectId.toLowerCase();
}

function toPerson(row: PersonRow): Person {
  return {
    id: row.id, aadObjectId: row.aad_object_id, name: row.name, email: row.email, role: row.role,
    organisation: row.organisation, organisationType: row.organisation_type, region: row.region,
    registered: row.registered === 1,
  };
}
