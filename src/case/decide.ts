import type { CaseCommand } from './commands.js';
import { recordConsent, recordGezag } from './decide-consent.js';
import { answerMdo, planMdo } from './decide-mdo.js';
import { claim, closeStagnation, gracePassed, runsAgain, stuck } from './decide-stagnation.js';
import { closeCase, openCase, refer, stepDone, stepWaits, termPassed } from './decide-step.js';
import { participant, refused, STRANGER, type Circumstances, type Decision } from './decision.js';
import type { CaseState } from './state.js';

/** Who may give a command. The permission is judged here, on who clicked, never on what a card says. */
const MAY: Readonly<Record<CaseCommand['type'], 'anyone' | 'participant' | 'invitee' | 'stagnatiepunt' | 'time'>> = {
  open: 'anyone',
  refer: 'participant',
  'step-done': 'participant',
  'step-waits': 'participant',
  stuck: 'participant',
  'runs-again': 'participant',
  claim: 'stagnatiepunt',
  'close-stagnation': 'stagnatiepunt',
  'record-gezag': 'participant',
  'record-consent': 'participant',
  'plan-mdo': 'participant',
  // An invitee need not be a participant; `answerMdo` looks at who it is.
  'answer-mdo': 'invitee',
  close: 'participant',
  'term-passed': 'time',
  'grace-passed': 'time',
};

/** What somebody who is not in the register may not do: it would reach other people. */
const REGISTERED_ONLY: ReadonlySet<CaseCommand['type']> = new Set(['refer', 'stuck', 'plan-mdo', 'answer-mdo', 'claim', 'close-stagnation']);

/** The role that may claim and close a stagnation (ROL-STP-01). */
const STAGNATIEPUNT = 'stagnatiepunt';

/**
 * Judges a command against the present state of the case.
 * Returns the events that then happened, or a refusal with its Dutch reason; never throws on what a person did.
 */
export function decideCase(state: CaseState | undefined, command: CaseCommand, context: Circumstances): Decision {
  if (command.type === 'open') return state ? refused('already-open') : openCase(command, context);
  if (!state) return refused('gone');
  const may = MAY[command.type];
  if (may === 'time' && context.actor) return refused('unknown-button');
  if (may === 'participant' && !participant(state, context.actor)) return refused('not-a-participant');
  if (REGISTERED_ONLY.has(command.type) && context.actor?.role === STRANGER) return refused('register-only');
  if (context.actor?.role === STRANGER && participant(state, context.actor)?.role !== STRANGER && may === 'participant') return refused('register-only');
  if (may === 'stagnatiepunt' && context.actor?.role !== STAGNATIEPUNT) return refused('stagnatiepunt-only');
  if (state.closed) return refused('case-closed');
  switch (command.type) {
    case 'refer': return refer(state, command);
    case 'step-done': return stepDone(state, command, context);
    case 'step-waits': return stepWaits(state, command, context);
    case 'stuck': return stuck(state, command);
    case 'runs-again': return runsAgain(state, context);
    case 'claim': return claim(state);
    case 'close-stagnation': return closeStagnation(state, command, context);
    case 'record-gezag': return recordGezag(command);
    case 'record-consent': return recordConsent(state, command, context);
    case 'plan-mdo': return planMdo(state, command, context);
    case 'answer-mdo': return answerMdo(state, command, context);
    case 'close': return closeCase(state, command);
    case 'term-passed': return termPassed(state, command, context);
    case 'grace-passed': return gracePassed(state, context);
  }
}
