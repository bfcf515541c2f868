import type { CommandOf } from '../commands.js';
import { happened, participant, refused, type Circumstances, type Decision } from '../decision.js';
import type { CaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import { dayOf } from '../time.js';
import { seatOf } from './circle.js';
import { hasCaseRole, isFull, joiningOf, outsiderJoining } from './joining.js';
import { planDutiesOf } from './duties.js';

/** A colleague takes part because it is laid before them; for the own IB'er the route asks no consent (TOE-02). */
export function refer(state: CaseState, { person, role, organisation }: CommandOf<'refer'>, context: Circumstances): Decision {
  const me = participant(state, context.actor);
  if (!me) return refused('not-a-participant');
  if (state.people.some((one) => one.person === person)) return refused('already-referred');
  if (isFull(state)) return refused('people-too-many');
  const joining = joiningOf(state, me, { person, role, organisation }, context);
  if (!joining.ok) return joining.because;
  return happened({ type: 'PersonJoined', data: { person, role, organisation, sender: joining.sender, how: 'verwezen' } });
}

/** Somebody of the register is brought in; with `duo` as the one with whom the giver shares a place. */
export function invitePerson(state: CaseState, command: CommandOf<'invite-person'>, context: Circumstances): Decision {
  const me = participant(state, context.actor);
  if (!me) return refused('not-a-participant');
  const who = command.who;
  if (!who) return refused('person-unknown');
  if (state.people.some((one) => one.person === who.person)) return refused('already-referred');
  if (isFull(state)) return refused('people-too-many');
  const joining = joiningOf(state, me, who, context);
  if (!joining.ok) return joining.because;
  if (command.duo && (who.role !== me.role || who.organisation !== me.organisation)) return refused('duo-same');
  if (command.duo && state.duos.some((duo) => duo.includes(me.person))) return refused('duo-there');
  if (!command.told) return refused('invite-told');
  const { person, role, organisation } = who;
  const joined: CaseEvent = { type: 'PersonJoined', data: { person, role, organisation, sender: joining.sender, how: command.duo ? 'duo' : 'gevraagd' } };
  return command.duo ? happened(joined, { type: 'DuoFormed', data: { one: me.person, other: person } }) : happened(joined);
}

/** Somebody who is not in Teams: the same gate, and what they say is recorded by whoever brought them in. */
export function addOutsider(state: CaseState, command: CommandOf<'add-outsider'>, context: Circumstances): Decision {
  const me = participant(state, context.actor);
  if (!me) return refused('not-a-participant');
  if (!hasCaseRole(context.route, command.role)) return refused('outsider-role');
  if (isFull(state)) return refused('people-too-many');
  const joining = outsiderJoining(state, me, command.role, context);
  if (!joining.ok) return joining.because;
  if (!command.told) return refused('invite-told');
  return happened({ type: 'OutsiderJoined', data: { key: command.key, role: command.role, nameId: command.nameId, sender: joining.sender } });
}

/** Whoever brought an outsider in takes them out again, or the owner does. */
export function removeOutsider(state: CaseState, { key }: CommandOf<'remove-outsider'>, { actor }: Circumstances): Decision {
  const outsider = state.outsiders.find((one) => one.key === key);
  if (!outsider) return refused('outsider-gone');
  if (outsider.by !== actor?.person && state.owner !== actor?.person) return refused('outsider-not-yours');
  return happened({ type: 'PersonLeft', data: { key } });
}

/**
 * A participant leaves. The owner hands over first, and so does whoever has a part in the plan, because a plan names people;
 * with whom nothing may be shared can do nothing about that and leaves at once. The turn goes back to the owner.
 */
export function leave(state: CaseState, _command: CommandOf<'leave'>, { route, now, actor }: Circumstances): Decision {
  const me = participant(state, actor);
  if (!me) return refused('not-a-participant');
  if (state.owner === me.person) return refused('owner-stays');
  const stays = seatOf(route, state, me.person, dayOf(now))?.kind === 'open';
  const duties = stays ? planDutiesOf(state, me.person, dayOf(now)) : [];
  if (duties.length > 0) return refused('leave-holds', [`Jij hebt nog: ${duties.join(', ')}.`]);
  const left: CaseEvent = { type: 'PersonLeft', data: { key: `person:${me.person}` } };
  const owner = state.people.find((one) => one.person === state.owner);
  if (state.step?.holder !== me.person || !owner) return happened(left);
  // The turn does not go to somebody who may not see the case.
  if (stays && seatOf(route, state, owner.person, dayOf(now))?.kind !== 'open') return refused('leave-turn');
  return happened({ type: 'HolderSet', data: { holder: owner.person, holderRole: owner.role } }, left);
}

/** The own mark of an organisation, by one of its own participants. */
export function setReference(state: CaseState, command: CommandOf<'set-reference'>, { actor }: Circumstances): Decision {
  const me = participant(state, actor);
  if (!me || me.organisation === '' || me.organisation !== actor?.organisation) return refused('reference-organisation');
  if (!command.wellFormed) return refused('reference-form');
  return happened({ type: 'ReferenceSet', data: { organisation: me.organisation, referenceId: command.referenceId } });
}
