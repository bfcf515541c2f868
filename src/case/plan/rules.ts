import type { Rules } from '../permission.js';
import type { PlanCommand } from './commands.js';
import { adoptPlan } from './decide-adopt.js';
import { evaluationDue, recordEvaluation } from './decide-evaluation.js';
import { actionDone, addAction, removeActions, setGoals, setLevels, setRegie, setResponsible } from './decide.js';

// Anyone who takes part fills in the draft; a plan is an agreement with others, so it needs somebody of the register.
export const planRules: Rules<PlanCommand> = {
  'set-levels': { by: 'participant', decide: (state, command) => setLevels(state, command) },
  'set-goals': { by: 'participant', decide: (state, command) => setGoals(state, command) },
  'add-action': { by: 'participant', decide: addAction },
  'remove-actions': { by: 'participant', decide: (state, command) => removeActions(state, command) },
  'set-responsible': { by: 'participant', decide: setResponsible },
  'set-regie': { by: 'participant', decide: setRegie },
  'adopt-plan': { by: 'participant', decide: adoptPlan },
  'action-done': { by: 'participant', decide: (state, command) => actionDone(state, command) },
  'record-evaluation': { by: 'participant', decide: recordEvaluation },
  'evaluation-due': { by: 'time', decide: (state, _command, context) => evaluationDue(state, context) },
};
