import type { Rules } from '../permission.js';
import type { MdoCommand } from './commands.js';
import { cancelMdo, fixDate, recordAttendance, remindMdo } from './decide-after.js';
import { answerMdo } from './decide-answer.js';
import { planMdo } from './decide-plan.js';

export const mdoRules: Rules<MdoCommand> = {
  'plan-mdo': { by: 'participant', registered: true, decide: planMdo },
  // An invitee need not be a participant; `answerMdo` looks at who it is.
  'answer-mdo': { by: 'invitee', registered: true, decide: answerMdo },
  'fix-date': { by: 'participant', registered: true, decide: fixDate },
  'cancel-mdo': { by: 'participant', registered: true, decide: cancelMdo },
  'record-attendance': { by: 'participant', registered: true, decide: recordAttendance },
  'remind-mdo': { by: 'time', decide: remindMdo },
};
