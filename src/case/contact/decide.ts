import type { Route } from '../../route/model.js';
import type { CommandOf } from '../commands.js';
import { happened, refused, type Circumstances, type Decision } from '../decision.js';
import { circleOf } from '../people/circle.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';
import { dayOf, isDay } from '../time.js';
import { oneOf, people } from '../values.js';

/** Notes a talk, with all three parts of it (REG-03): when and with whom, what was discussed, what was agreed. */
export function noteContact(state: CaseState, command: CommandOf<'note-contact'>, { route, now, actor }: Circumstances): Decision {
  const { note, on, discussedId, agreedId } = command;
  const today = dayOf(now);
  if (!isDay(on)) return refused('date-needed');
  if (on > today) return refused('contact-in-future');
  const others = [...new Set(command.with)].filter((key) => key !== `person:${actor?.person ?? ''}`);
  if (others.length === 0) return refused('contact-with');
  if (!others.every((key) => isKnown(route, state, key, today))) return refused('contact-with-unknown');
  if (discussedId === null) return refused('contact-discussed');
  if (agreedId === null) return refused('contact-agreed');
  const side = actor ? sidesOf(route, actor.role).sends : '';
  return happened({ type: 'ContactNoted', data: { note, organisation: actor?.organisation ?? '', side, on, with: others, discussedId, agreedId } });
}

/** Somebody of the family, who takes part with an open seat, or a role that does not use Teams here. */
function isKnown(route: Route, state: CaseState, key: string, today: string): boolean {
  if (oneOf(people, key)) return true;
  const [kind, id = ''] = key.split(':');
  if (kind === 'person') return circleOf(route, state, today).some((one) => one.person === id);
  if (kind === 'out') return state.outsiders.some((one) => one.key === key);
  return kind === 'role' && route.roles.get(id)?.mdo === true;
}
