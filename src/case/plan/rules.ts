import type { Rules } from '../permission.js';
import type { PlanCommand } from './commands.js';
import { adoptPlan } from './decide-adopt.js';
import { evaluationDue, recordEvaluation } from './decide-evaluation.js';
import { actionDone, addAction, removeActions, setGoals, setLevels, setRegie, setResponsible } from './decide.js';

// Anyone who takes part fills in the draft; a plan is an agreement with others, so it needs somebody of the register.
export const planRules: Rules<PlanCommand> = {
  'set-levels': { by: 'participant', decide: (state, command) => setLevels(state, command) },
  'set-goals': { by: 'participant', registered: true, decide: (state, command) => setGoals(state, command) },
  'add-action': { by: 'participant', registered: true, decide: addAction },
  'remove-actions': { by: 'participant', registered: true, decide: (state, command) => removeActions(state, command) },
  'set-responsible': { by: 'participant', registered: true, decide: setResponsible },
  'set-regie': { by: 'participant', registered: true, decide: setRegie },
  'adopt-plan': { by: 'participant', registered: true, decide: adoptPlan },
  'action-done': { by: 'participant', registered: true, decide: (state, command) => actionDone(state, command) },
  'record-evaluation': { by: 'participant', registered: true, decide: recordEvaluation },
  'evaluation-due': { by: 'time', decide: (state, _command, context) => evaluationDue(state, context) },
};
