import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Person, PersonInput, RegisterChanges } from '../app/ports.js';
import type { Tables } from './schema.js';
import type { Tx } from './transactions.js';

type PersonRow = Selectable<Tables['people']>;

/** The columns of the register that a line can change, by the names of the file. */
const COLUMNS = {
  aadObjectId: 'aad_object_id', name: 'name', email: 'email', role: 'role', organisation: 'organisation', organisationType: 'organisation_type', region: 'region',
} as const;

/** What importing these people would change; of two lines for one person the last counts. Only reads. */
export async function compareRegister(tx: Tx, people: readonly PersonInput[]): Promise<RegisterChanges> {
  const rows = await tx.selectFrom('people').selectAll().orderBy('name').orderBy('id').execute();
  const known = new Map(rows.map((row) => [row.aad_key, row]));
  const register = new Map(people.map((person) => [aadKey(person.aadObjectId), person]));
  const added: PersonInput[] = [];
  const changed: RegisterChanges['changed'][number][] = [];
  for (const [key, person] of register) {
    const before = known.get(key);
    const columns = before ? changedColumns(before, person) : [];
    if (!before) added.push(person);
    else if (columns.length > 0) changed.push({ before: toPerson(before), after: person, columns });
  }
  const deactivated = rows.filter((row) => row.registered === 1 && !register.has(row.aad_key)).map(toPerson);
  return { added, changed, deactivated };
}

/** `registered`: somebody who was a stranger, or had been taken out, is in the register again. */
function changedColumns(before: PersonRow, after: PersonInput): readonly string[] {
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return [...names.filter((name) => before[COLUMNS[name]] !== after[name]), ...(before.registered === 1 ? [] : ['registered'])];
}

/**
 * Replaces the register. People are recognised by `aadObjectId`, in whatever case it is written, and keep their id;
 * of two lines for one person the last counts. `updated` counts people of whom something changed.
 */
export async function importPeople(
  tx: Tx, people: readonly PersonInput[],
): Promise<{ added: number; updated: number; deactivated: number }> {
  const { added, changed, deactivated } = await compareRegister(tx, people);
  for (const person of added) {
    await tx.insertInto('people').values({ id: randomUUID(), aad_key: aadKey(person.aadObjectId), tenant_id: null, ...columnsOf(person) }).execute();
  }
  for (const { before, after } of changed) await tx.updateTable('people').set(columnsOf(after)).where('id', '=', before.id).execute();
  for (const { id } of deactivated) await tx.updateTable('people').set({ registered: 0 }).where('id', '=', id).execute();
  return { added: added.length, updated: changed.length, deactivated: deactivated.length };
}

function columnsOf({ aadObjectId, name, email, role, organisation, organisationType, region }: PersonInput) {
  return { aad_object_id: aadObjectId, name, email, role, organisation, organisation_type: organisationType, region, registered: 1 };
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
