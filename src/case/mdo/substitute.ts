import type { Route } from '../../route/model.js';
import type { RefusalId } from '../refusals.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';
import type { ChosenInvitee, Substitute } from './commands.js';
import type { Invitee } from './events.js';
import type { Mdo, MdoInvitee } from './state.js';

export const REGIEVOERDER = 'regievoerder';
/** The consent party of everybody whom the route does not name: one such role says nothing about another. */
const UNNAMED = 'anders';

/** Where a substitute is looked for: the MDO, the invitee in whose place, and the organisation of that invitee. */
export interface InPlaceOf {
  readonly route: Route;
  readonly state: CaseState;
  readonly mdo: Mdo;
  readonly invitee: MdoInvitee;
  readonly organisation: string;
}

/**
 * Why this one can not come in the invitee's place; undefined when they can. A colleague of the same organisation and the
 * same consent side falls under the same consent; anybody else would be a new invitation.
 */
export function standInRefused(place: InPlaceOf, chosen: ChosenInvitee): RefusalId | undefined {
  const { route, mdo, invitee } = place;
  if (sidesOf(route, chosen.role).receives !== invitee.recipient || !sameHouse(place, chosen)) return 'mdo-substitute-side';
  const known = mdo.invitees.some((one) => (one.key === chosen.key || (one.personId !== null && one.personId === chosen.personId)) && one.sentBy !== invitee.key);
  return known || chosen.personId === mdo.organiser ? 'mdo-substitute-invited' : undefined;
}

function sameHouse({ state, mdo, invitee, organisation }: InPlaceOf, chosen: ChosenInvitee): boolean {
  if (chosen.personId === null) return invitee.recipient !== UNNAMED || chosen.role === invitee.role;
  if (invitee.personId !== null) return chosen.organisation === organisation;
  // Of a role outside Teams the organisation is not known; another school than that of the organiser is none of theirs.
  const organiser = state.people.find((one) => one.person === mdo.organiser);
  if (invitee.recipient === 'school') return organiser?.role === REGIEVOERDER || chosen.organisation === organiser?.organisation;
  return invitee.recipient !== UNNAMED || chosen.role === invitee.role;
}

/** The invitee who comes instead, or why not. The gate is the same one: it is asked for the invitee in whose place. */
export function substituteOf(place: Omit<InPlaceOf, 'organisation'>, substitute: Substitute | null): Invitee | RefusalId {
  if (place.invitee.sentBy !== null) return 'mdo-substitute-once';
  const chosen = substitute?.chosen;
  if (!chosen) return 'mdo-substitute';
  const not = standInRefused({ ...place, organisation: substitute.organisation }, chosen);
  if (not) return not;
  if (!substitute.told) return 'mdo-substitute-told';
  return { key: chosen.key, role: chosen.role, personId: chosen.personId, recipient: place.invitee.recipient };
}
