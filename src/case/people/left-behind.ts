import type { CommandOf } from '../commands.js';
import { happened, refused, type Actor, type Circumstances, type Decision } from '../decision.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';

/** Who looks after what colleagues of a school left behind. */
const LOOKS_AFTER: readonly string[] = ['ib-er', 'directie'];

/** A colleague of the owner's organisation who may go on with a case in which nobody is left: no gate opens by it. */
export function mayTake({ route }: Pick<Circumstances, 'route'>, state: CaseState, actor: Actor): boolean {
  const owner = state.people.find((one) => one.person === state.owner);
  if (!owner || owner.organisation === '' || owner.organisation !== actor.organisation) return false;
  const school = sidesOf(route, owner.role).sends === 'school' && sidesOf(route, actor.role).sends === 'school';
  return owner.role === actor.role || (school && LOOKS_AFTER.includes(actor.role));
}

/** Everybody who took part has left the register: a colleague takes the owner's place, so that no child is forgotten. */
export function takeLeftBehind(state: CaseState, { gone }: CommandOf<'take-left-behind'>, context: Circumstances): Decision {
  const { actor } = context;
  if (!actor || !mayTake(context, state, actor)) return refused('left-not-yours');
  if (state.people.some((one) => !gone.includes(one.person))) return refused('left-not-alone');
  return happened({
    type: 'PersonReplaced',
    data: { from: state.owner, to: actor.person, toRole: actor.role, toOrganisation: actor.organisation, sender: null, reason: 'weg' },
  });
}
