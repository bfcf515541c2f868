import type { CommandOf } from '../commands.js';
import { happened, participant, refused, type Circumstances, type Decision } from '../decision.js';
import type { CaseState } from '../state.js';
import { dayOf } from '../time.js';
import { handoverReasons, oneOf } from '../values.js';
import { seatOf } from './circle.js';
import type { Colleague } from './commands.js';
import { hasPassed } from './handovers.js';
import { isFull, joiningOf, notJoining, throughGate, type Joining } from './joining.js';
import type { Handover, Participant } from './state.js';

/** "Wie is aan zet": the turn goes to a participant whose seat is open. */
export function setHolder(state: CaseState, { person }: CommandOf<'set-holder'>, { route, now }: Circumstances): Decision {
  if (!state.step) return refused('stale-card');
  const seat = seatOf(route, state, person, dayOf(now));
  if (!seat) return refused('holder-unknown');
  if (seat.kind === 'closed') return refused('holder-closed', seat.reasons);
  if (state.step.holder === person) return refused('holder-already');
  return happened({ type: 'HolderSet', data: { holder: person, holderRole: seat.participant.role } });
}

const WHAT = ['plek', 'stap'] as const;

/** A place or only the turn is offered; nothing moves before the receiver accepts. */
export function offerHandover(state: CaseState, command: CommandOf<'offer-handover'>, context: Circumstances): Decision {
  const me = participant(state, context.actor);
  if (!me) return refused('not-a-participant');
  const what = oneOf(WHAT, command.what);
  const reason = oneOf(handoverReasons, command.reason);
  const to = command.to;
  if (!what) return refused('choose-handover');
  if (what === 'stap' && state.step?.holder !== me.person) return refused('handover-not-holder');
  if (!to) return refused('person-unknown');
  if (to.person === me.person) return refused('handover-self');
  if (!reason) return refused('choose-handover-reason');
  const joining = receiving(state, me, to, what, context);
  if (!joining.ok) return joining.because;
  const known = state.people.some((one) => one.person === to.person);
  if (!known && !command.told) return refused('invite-told');
  return happened({
    type: 'HandoverOffered',
    data: { handover: command.handover, what, from: me.person, to: to.person, toRole: to.role, toOrganisation: to.organisation, sender: joining.sender, reason },
  });
}

/** A receiver who takes part already needs an open seat; a newcomer the same gate as anybody who is brought in. */
function receiving(state: CaseState, me: Participant, to: Colleague, what: Handover['what'], context: Circumstances): Joining {
  const seat = seatOf(context.route, state, to.person, dayOf(context.now));
  if (seat?.kind === 'closed') return notJoining('holder-closed', seat.reasons);
  if (seat) return { ok: true, sender: seat.participant.sender };
  // Who takes over a place comes in the stead of somebody; only the turn makes one more.
  if (what === 'stap' && isFull(state)) return notJoining('people-too-many');
  return joiningOf(state, me, to, context);
}

/** Only the receiver accepts, as the one whom it was offered to; the gate is asked again at this moment. */
export function acceptHandover(state: CaseState, { handover }: CommandOf<'accept-handover'>, { route, now, actor }: Circumstances): Decision {
  const offer = state.handovers.find((one) => one.id === handover && one.to === actor?.person);
  if (!offer || !actor) return refused('handover-none');
  if (hasPassed(state, offer)) return refused('handover-passed');
  const day = dayOf(now);
  const seat = seatOf(route, state, offer.to, day);
  if (seat?.kind === 'closed') return refused('sharing-stopped');
  if (!seat) {
    // Another role or organisation since the offer: then it was another person's gate that was asked.
    if (actor.role !== offer.toRole || actor.organisation !== offer.toOrganisation) return refused('handover-changed');
    // Without the reasons: whoever does not take part yet learns nothing of what parents said.
    if (!throughGate(route, state, offer.sender, offer.toRole, day).ok) return refused('handover-gate');
  }
  return happened({ type: 'HandoverAccepted', data: { handover } });
}

export function declineHandover(state: CaseState, { handover }: CommandOf<'decline-handover'>, { actor }: Circumstances): Decision {
  const offer = state.handovers.find((one) => one.id === handover && one.to === actor?.person);
  return offer ? happened({ type: 'HandoverEnded', data: { handover, how: 'afgewezen' } }) : refused('handover-none');
}

export function withdrawHandover(state: CaseState, { handover }: CommandOf<'withdraw-handover'>, { actor }: Circumstances): Decision {
  const offer = state.handovers.find((one) => one.id === handover && one.from === actor?.person);
  return offer ? happened({ type: 'HandoverEnded', data: { handover, how: 'ingetrokken' } }) : refused('handover-none');
}
