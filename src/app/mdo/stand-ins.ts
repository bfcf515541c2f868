import { standInRefused } from '../../case/mdo/substitute.js';
import type { MdoInvitee } from '../../case/mdo/state.js';
import { roleLabel } from '../../route/roles.js';
import type { Parts } from '../parts.js';
import type { LoadedCase } from '../run-case.js';

/** A card must stay small. */
const MOST = 25;

/** Who could come in this invitee's place, as choices: colleagues of the own organisation and side, and roles outside Teams. */
export async function standInsFor(parts: Parts, { state }: LoadedCase, invitee: MdoInvitee | undefined): Promise<{ value: string; title: string }[]> {
  const { route, store } = parts;
  const mdo = state.mdo;
  if (!mdo || !invitee) return [];
  const organisation = (invitee.personId === null ? undefined : await store.person(invitee.personId))?.organisation ?? '';
  const place = { route, state, mdo, invitee, organisation };
  const may = (key: string, personId: string | null, role: string, of: string) =>
    route.roles.get(role)?.mdo === true && standInRefused(place, { key, personId, role, organisation: of }) === undefined;
  const people = (await store.peopleOfRegion(state.region))
    .filter((one) => one.registered && may(`person:${one.id}`, one.id, one.role, one.organisation))
    .map((one) => ({ value: `person:${one.id}`, title: `${roleLabel(route, one.role)}: ${one.name}` }));
  const outside = [...route.roles.values()].filter((role) => may(`role:${role.id}`, null, role.id, ''))
    .map((role) => ({ value: `role:${role.id}`, title: `${roleLabel(route, role.id)}, buiten Teams` }));
  return [...people, ...outside].slice(0, MOST);
}
