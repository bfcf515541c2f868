import type { CommandOf } from '../commands.js';
import { happened, participant, refused, type Circumstances, type Decision } from '../decision.js';
import type { CaseState } from '../state.js';
import { dayOf } from '../time.js';
import { handoverReasons, oneOf } from '../values.js';
import { seatOf } from './circle.js';
import type { Colleague } from './commands.js';
import { hasCaseRole, sameSide, notJoining, throughGate, type Joining } from './joining.js';
import type { Participant } from './state.js';

/** Who may replace a colleague of the own organisation. */
const MAY_REPLACE: readonly string[] = ['ib-er', 'directie'];

/** True when `actor` may put somebody in the place of `from`; for whoever is gone any participant may. */
export function mayReplace(state: CaseState, actor: Participant, from: Participant, gone: boolean): boolean {
  return gone || state.owner === actor.person || (actor.organisation !== '' && actor.organisation === from.organisation && MAY_REPLACE.includes(actor.role));
}

/** The owner, while nothing may be shared with them: a case that hangs on nobody else's gate goes on without. */
export function isOutOfReach({ route, now }: Pick<Circumstances, 'route' | 'now'>, state: CaseState, actor: Participant, from: Participant): boolean {
  return state.owner === from.person && actor.sender === null && seatOf(route, state, from.person, dayOf(now))?.kind === 'closed';
}

/** Somebody who can not hand over is replaced, by a colleague of the same organisation and side or by somebody who takes part already. */
export function replacePerson(state: CaseState, command: CommandOf<'replace-person'>, context: Circumstances): Decision {
  const me = participant(state, context.actor);
  const from = state.people.find((one) => one.person === command.from);
  if (!me) return refused('not-a-participant');
  if (!from) return refused('replace-who');
  if (from.person === me.person) return refused('replace-self');
  if (!mayReplace(state, me, from, command.gone || isOutOfReach(context, state, me, from))) return refused('replace-not-yours');
  const to = command.to;
  if (!to) return refused('person-unknown');
  const reason = oneOf(handoverReasons, command.reason);
  if (!reason) return refused('choose-handover-reason');
  const joining = inTheStead(state, from, to, context);
  if (!joining.ok) return joining.because;
  if (!command.told && !state.people.some((one) => one.person === to.person)) return refused('invite-told');
  return happened({
    type: 'PersonReplaced', data: { from: from.person, to: to.person, toRole: to.role, toOrganisation: to.organisation, sender: joining.sender, reason },
  });
}

/** The replacement hangs on the gate on which the one before hung: nothing opens by replacing. */
function inTheStead(state: CaseState, from: Participant, to: Colleague, { route, now }: Circumstances): Joining {
  const day = dayOf(now);
  if (to.person === from.person) return notJoining('replace-colleague');
  const seat = seatOf(route, state, to.person, day);
  if (seat?.kind === 'closed') return notJoining('holder-closed', seat.reasons);
  if (seat) return { ok: true, sender: seat.participant.sender };
  if (!hasCaseRole(route, to.role)) return notJoining('person-no-role');
  if (!sameSide(route, from, to)) return notJoining('replace-colleague');
  return throughGate(route, state, from.sender, to.role, day);
}

/** Two with the same role at the same organisation share one place: both are asked, either may answer. */
export function formDuo(state: CaseState, { one, other }: CommandOf<'form-duo'>, context: Circumstances): Decision {
  const both = duoOf(state, one, other);
  if (!both) return refused('holder-unknown');
  const [first, second] = both;
  if (one === other || first.role !== second.role || first.organisation === '' || first.organisation !== second.organisation) return refused('duo-same');
  if (!mayDuo(state, first, context)) return refused('duo-organisation');
  if (state.duos.some((duo) => duo.includes(one) || duo.includes(other))) return refused('duo-there');
  return happened({ type: 'DuoFormed', data: { one, other } });
}

export function endDuo(state: CaseState, { one, other }: CommandOf<'end-duo'>, context: Circumstances): Decision {
  const duo = state.duos.find((each) => each.includes(one) && each.includes(other));
  const first = state.people.find((each) => each.person === one);
  if (one === other || !duo || !first) return refused('duo-none');
  return mayDuo(state, first, context) ? happened({ type: 'DuoEnded', data: { one, other } }) : refused('duo-organisation');
}

function duoOf(state: CaseState, one: string, other: string): readonly [Participant, Participant] | undefined {
  const first = state.people.find((each) => each.person === one);
  const second = state.people.find((each) => each.person === other);
  return first && second && [first, second];
}

/** The two themselves, a colleague of theirs, or the owner. */
function mayDuo(state: CaseState, first: Participant, { actor }: Circumstances): boolean {
  return state.owner === actor?.person || participant(state, actor)?.organisation === first.organisation;
}

/** The one with whom this person shares a place, if any. */
export function duoPartnerOf(state: CaseState, person: string): string | undefined {
  return state.duos.find((duo) => duo.includes(person))?.find((one) => one !== person);
}
