import type { Rules } from '../permission.js';
import type { StepCommand } from './commands.js';
import { closeCase, reopenCase } from './decide-close.js';
import { stepDone, stepWaits, termPassed } from './decide.js';

export const stepRules: Rules<Exclude<StepCommand, { type: 'open' }>> = {
  'step-done': { by: 'participant', decide: stepDone },
  'step-waits': { by: 'participant', decide: stepWaits },
  close: { by: 'participant', decide: closeCase },
  reopen: { by: 'participant', closed: true, decide: reopenCase },
  'term-passed': { by: 'time', decide: termPassed },
};
