import type { Rules } from '../permission.js';
import type { MdoCommand } from './commands.js';
import { cancelMdo, fixDate, recordAttendance, remindMdo } from './decide-after.js';
import { answerMdo } from './decide-answer.js';
import { planMdo } from './decide-plan.js';

export const mdoRules: Rules<MdoCommand> = {
  'plan-mdo': { by: 'participant', decide: planMdo },
  // An invitee need not be a participant; `answerMdo` looks at who it is.
  'answer-mdo': { by: 'invitee', decide: answerMdo },
  'fix-date': { by: 'participant', decide: fixDate },
  'cancel-mdo': { by: 'participant', decide: cancelMdo },
  'record-attendance': { by: 'participant', decide: recordAttendance },
  'remind-mdo': { by: 'time', decide: remindMdo },
};
