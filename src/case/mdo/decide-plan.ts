import { regieFor } from '../../route/regie.js';
import type { CommandOf } from '../commands.js';
import { consentOn } from '../consent/age.js';
import { isSelf } from '../consent/gate.js';
import { INVOLVE } from '../consent/purposes.js';
import { happened, participant, refused, type Circumstances, type Decision } from '../decision.js';
import { isOtherSchool } from '../people/joining.js';
import type { Participant } from '../people/state.js';
import type { RefusalId } from '../refusals.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';
import { dayOf } from '../time.js';
import type { ChosenInvitee } from './commands.js';
import type { Invitee } from './events.js';
import { invitationGate, isOn, runnerOf } from './invitation.js';
import { momentsRefused, optionsOf } from './moments.js';
import { REGIEVOERDER } from './substitute.js';

type Plan = CommandOf<'plan-mdo'>;

/** An MDO is for those involved (OVL-03); a card of more would not fit into Teams. */
const MOST_INVITEES = 12;
const NONE = 'geen';
const COMPLEX = 'complex';
/** Whose side names the one closest to the child, by who has the procesregie according to the matrix. */
const SIDE_OF_REGIE: Readonly<Record<string, string>> = { onderwijs: 'school', casemanager: 'sociaal-team' };

/**
 * Plans an MDO: leervraag and leefvraag together (S3-02; enkelvoudig with enkelvoudig is fine, C-06), or the
 * regievoerder in a complex situation (N-15); one moment, or two or three to choose from; at least two others; parents
 * always invited (ALG-06), from 16 the jongere; and an open gate for every invitee. A new plan takes the place of the one before.
 */
export function planMdo(state: CaseState, command: Plan, context: Circumstances): Decision {
  const { route, now, actor } = context;
  const me = participant(state, actor);
  if (!me) return refused('not-a-participant');
  if (command.instead !== (state.mdo?.id ?? '')) return refused('mdo-changed');
  if (isUnrecorded(state, context)) return refused('mdo-record-first');
  const cell = regieFor(route, command.leervraag, command.leefvraag);
  if (!cell) return refused('mdo-needs-both');
  const others = distinct(command.invitees).filter((one) => one.personId !== me.person);
  const not = triggerRefused(command, me) ?? (command.hasPurpose ? undefined : 'mdo-purpose') ?? momentsRefused(command, command.others, dayOf(now))
    ?? inviteesRefused(state, command, others, me, context) ?? closestRefused(command, cell.regie, others, me, context);
  if (not) return refused(not);
  const sender = sidesOf(route, me.role).sends;
  const invitees = others.map((one): Invitee => ({ key: one.key, role: one.role, personId: one.personId, recipient: sidesOf(route, one.role).receives }));
  const closed = closedGates(state, sender, invitees, context);
  if (closed.length > 0) return refused('mdo-gate', closed);
  const family = familyRefused(state, command, dayOf(now)) ?? (command.told ? undefined : 'mdo-told');
  if (family) return refused(family);
  const options = optionsOf(command, command.others);
  return happened({
    type: 'MdoPlanned',
    data: {
      mdo: command.mdo, purposeId: command.purposeId, date: options.length > 0 ? '' : command.date, time: options.length > 0 ? '' : command.time, options,
      closest: command.closest === '' ? null : command.closest, leervraag: command.leervraag, leefvraag: command.leefvraag, regie: cell.regie,
      sender, invitees, parents: command.parents, jeugdige: command.jeugdige,
    },
  });
}

/** Both kinds of question; the regievoerder may with one of them, in a complex situation (ROL-REG-06, N-15). */
function triggerRefused({ leervraag, leefvraag }: Plan, me: Participant): RefusalId | undefined {
  if (leervraag !== NONE && leefvraag !== NONE) return undefined;
  if (me.role !== REGIEVOERDER) return 'mdo-needs-both';
  return leervraag === COMPLEX || leefvraag === COMPLEX ? undefined : 'mdo-needs-complex';
}

/** It was on a day that is over, and nobody recorded who was there: a new plan would take that away. Nobody is left to record it: then it may. */
function isUnrecorded(state: CaseState, { route, now }: Circumstances): boolean {
  const { mdo } = state;
  const today = dayOf(now);
  return mdo !== null && isOn(mdo) && mdo.date !== '' && mdo.date < today && runnerOf(route, state, mdo, today) !== undefined;
}

function inviteesRefused(state: CaseState, { invitees }: Plan, others: readonly ChosenInvitee[], me: Participant, { route }: Circumstances): RefusalId | undefined {
  if (invitees.some((one) => one === undefined)) return 'mdo-unknown-invitee';
  if (others.length < 2) return 'mdo-two-invitees';
  if (others.length > MOST_INVITEES) return 'mdo-too-many';
  // Consent for "school" is for the child's own. The regievoerder works for the whole schoolbestuur: its schools are no strangers to each other (ROL-REG-01).
  if (me.role === REGIEVOERDER) return undefined;
  const ofSchools = others.filter((one) => one.personId !== null && sidesOf(route, one.role).receives === 'school');
  const elsewhere = ofSchools.some((one) => isOtherSchool(route, state, me, one)) || new Set(ofSchools.map((one) => one.organisation)).size > 1;
  return elsewhere ? 'mdo-other-school' : undefined;
}

/** Closest to the child is a preference within what the matrix gave: it never moves the regie to the other side (S3-05, C-05, RGM-05). */
function closestRefused({ closest }: Plan, regie: string, others: readonly ChosenInvitee[], me: Participant, { route }: Circumstances): RefusalId | undefined {
  if (closest === '') return undefined;
  const role = closest === `person:${me.person}` ? me.role : others.find((one) => one.key === closest)?.role;
  if (role === undefined) return 'mdo-closest-invited';
  const side = Object.hasOwn(SIDE_OF_REGIE, regie) ? SIDE_OF_REGIE[regie] : undefined;
  return side !== undefined && sidesOf(route, role).sends === side ? undefined : 'mdo-closest';
}

/** Under 16 the parents are there; from 16 the jongere, and the parents only when the jongere does not keep them out (TOE-10, C-01). */
function familyRefused(state: CaseState, { parents, jeugdige }: Plan, day: string): RefusalId | undefined {
  const self = isSelf(consentOn(state, day).ageBand);
  if (self ? !jeugdige : !parents) return self ? 'mdo-jeugdige' : 'mdo-parents';
  const leftOut = state.ledger.some((entry) => entry.who === 'jeugdige' && entry.status === 'ouders-erbuiten' && entry.purpose === INVOLVE);
  return leftOut && parents ? 'mdo-parents-left-out' : undefined;
}

/** Somebody who is named twice is one invitee. */
function distinct(invitees: Plan['invitees']): readonly ChosenInvitee[] {
  return [...new Map(invitees.flatMap((one) => (one ? [[one.personId ?? one.key, one] as const] : []))).values()];
}

/** One Dutch sentence for each recipient whose gate is closed. */
function closedGates(state: CaseState, sender: string, invitees: readonly Invitee[], { route, now }: Circumstances): readonly string[] {
  const recipients = [...new Set(invitees.map((one) => one.recipient))];
  return recipients.flatMap((recipient) => {
    const gate = invitationGate(route, state, { sender }, { recipient }, dayOf(now));
    return gate.open ? [] : [`${route.parties.get(recipient)?.label ?? recipient}: ${gate.reasons.join(' ')}`];
  });
}
