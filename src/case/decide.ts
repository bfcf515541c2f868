import { byTimeOnly, mayDo, type CaseAction } from '../route/rights.js';
import type { CaseCommand } from './commands.js';
import { consentRules } from './consent/rules.js';
import { contactRules } from './contact/rules.js';
import { participant, refused, STRANGER, type Circumstances, type Decision } from './decision.js';
import { mdoRules } from './mdo/rules.js';
import { seatOf } from './people/circle.js';
import { peopleRules } from './people/rules.js';
import type { By, Rule } from './permission.js';
import { planRules } from './plan/rules.js';
import { recordRules } from './record/rules.js';
import type { RefusalId } from './refusals.js';
import { stagnationRules } from './stagnation/rules.js';
import type { CaseState } from './state.js';
import { openCase } from './step/decide.js';
import { stepRules } from './step/rules.js';
import { dayOf } from './time.js';

const RULES = {
  ...stepRules, ...peopleRules, ...consentRules, ...contactRules, ...mdoRules, ...planRules, ...stagnationRules, ...recordRules,
} satisfies Readonly<Record<Exclude<CaseAction, 'open'>, unknown>>;

/**
 * Judges a command against the present state of the case.
 * Returns the events that then happened, or a refusal with its Dutch reason; never throws on what a person did.
 */
export function decideCase(state: CaseState | undefined, command: CaseCommand, context: Circumstances): Decision {
  const ever = mayEver(command.type, context);
  if (ever) return refused(ever);
  if (command.type === 'open') return state ? refused('already-open') : openCase(command, context);
  if (!state) return refused('gone');
  const rule: Rule<never> = RULES[command.type];
  const not = mayNot(rule.by, state, context);
  if (not) return refused(not);
  if (state.mergedInto) return refused('case-merged', [`Ga verder met casus ${state.mergedInto.code}.`]);
  if (state.closed && !rule.closed) return refused('case-closed');
  return rule.decide(state, command as never, context);
}

/** Why nobody with this role ever gives such a command, whatever the case: `dialogs/rechten.yaml`. The role is that of the register today, never what a card says. */
function mayEver(action: CaseAction, { actor, route }: Circumstances): RefusalId | undefined {
  // What time does nobody can ask for, and time asks for nothing else.
  if (byTimeOnly(route, action) !== (actor === null)) return 'unknown-button';
  if (actor === null || mayDo(route, actor.role, action)) return undefined;
  if (actor.role === STRANGER) return 'register-only';
  return action !== 'open' && RULES[action].by === 'stagnatiepunt' ? 'stagnatiepunt-only' : 'role-may-not';
}

/** Why this actor may not give such a command in this case; undefined when they may. */
function mayNot(by: By, state: CaseState, context: Circumstances): RefusalId | undefined {
  const { actor, route, now } = context;
  if (by === 'time') return actor ? 'unknown-button' : undefined;
  const part = participant(state, actor);
  const inside = by === 'participant' || by === 'closing';
  if (inside && !part) return 'not-a-participant';
  // Whoever was taken out of the register has no seat any more; who began a case as a stranger has.
  if (actor?.role === STRANGER && inside && part?.role !== STRANGER) return 'register-only';
  if (by === 'stagnatiepunt' && actor?.role !== 'stagnatiepunt') return 'stagnatiepunt-only';
  const seat = by === 'participant' && part ? seatOf(route, state, part.person, dayOf(now)) : undefined;
  // Who said no is not for those with whom the case may not be shared.
  return seat?.kind === 'closed' ? 'sharing-stopped' : undefined;
}
