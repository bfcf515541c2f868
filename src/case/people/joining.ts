import type { Route } from '../../route/model.js';
import { gateFor } from '../consent/gate.js';
import { INVOLVE } from '../consent/purposes.js';
import { refused, type Circumstances, type Decision } from '../decision.js';
import type { RefusalId } from '../refusals.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';
import { dayOf } from '../time.js';
import type { Colleague } from './commands.js';
import type { Participant } from './state.js';

/** Whose gate counts for a newcomer (null: nobody's, within the organisation), or why this newcomer can not be brought in. */
export type Joining =
  | { readonly ok: true; readonly sender: string | null }
  /** `why`: Dutch sentences on the gate that is closed; none for another reason. */
  | { readonly ok: false; readonly because: Decision; readonly why: readonly string[] };

export function notJoining(id: RefusalId, why: readonly string[] = []): Joining {
  return { ok: false, because: refused(id, why), why };
}

type Place = Pick<Participant, 'role' | 'organisation'>;

const REGIEVOERDER = 'regievoerder';
const SCHOOL = 'school';
/** No side of its own: a huisarts and any "andere professional" have nothing in common that would make sharing internal. */
const NO_SIDE = 'anders';
/** People who take part, outsiders included: a card of more would not fit into Teams. */
export const MOST_PARTICIPANTS = 20;

/** One organisation and one consent side: the KOO or leerplicht of the same gemeente is not within the sociaal team. */
export function sameSide(route: Route, one: Place, other: Place): boolean {
  const side = sidesOf(route, one.role).receives;
  return one.organisation !== '' && one.organisation === other.organisation && side !== NO_SIDE && side === sidesOf(route, other.role).receives;
}

/** Does this role take part in cases at all? */
export function hasCaseRole(route: Route, role: string): boolean {
  return route.roles.get(role)?.mdo === true;
}

/**
 * May `me` bring in this newcomer? Within the own organisation and side no gate of its own (TOE-02), but the newcomer hangs on
 * the same gate as `me`: whoever was brought in from another side brings in nobody past a withdrawal. Else through the open gate
 * of my side towards the newcomer's. The route knows no rule for another school; the regievoerder works for all of the board (ROL-REG-01).
 */
export function joiningOf(state: CaseState, me: Participant, who: Colleague, { route, now }: Pick<Circumstances, 'route' | 'now'>): Joining {
  if (!hasCaseRole(route, who.role)) return notJoining('person-no-role');
  if (sameSide(route, me, who)) return { ok: true, sender: me.sender };
  if (isOtherSchool(route, state, me, who)) return notJoining('person-other-school');
  return throughGate(route, state, sidesOf(route, me.role).sends, who.role, dayOf(now));
}

/** A newcomer outside Teams has no organisation that we know: always through the gate. */
export function outsiderJoining(state: CaseState, me: Participant, role: string, { route, now }: Pick<Circumstances, 'route' | 'now'>): Joining {
  return throughGate(route, state, sidesOf(route, me.role).sends, role, dayOf(now));
}

/** The gate from `sender` (null: none to ask) to the side of this role, asked on this day. */
export function throughGate(route: Route, state: CaseState, sender: string | null, role: string, day: string): Joining {
  if (sender === null) return { ok: true, sender };
  const recipient = sidesOf(route, role).receives;
  const gate = gateFor(route, state, { sender, recipient, purpose: INVOLVE }, day);
  if (gate.open) return { ok: true, sender };
  return notJoining('invite-gate', [`${route.parties.get(recipient)?.label ?? recipient}: ${gate.reasons.join(' ')}`]);
}

/** Another school than the own, or than the school that takes part: consent for "school" is for the child's own school. */
export function isOtherSchool(route: Route, state: CaseState, me: Participant, who: Place): boolean {
  if (me.role === REGIEVOERDER || sidesOf(route, who.role).receives !== SCHOOL) return false;
  if (sidesOf(route, me.role).receives === SCHOOL) return who.organisation !== me.organisation;
  const schools = state.people.filter((one) => sidesOf(route, one.role).receives === SCHOOL).map((one) => one.organisation);
  return schools.length > 0 && !schools.includes(who.organisation);
}

export function isFull(state: CaseState): boolean {
  return state.people.length + state.outsiders.length >= MOST_PARTICIPANTS;
}
