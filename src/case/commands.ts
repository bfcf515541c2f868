import type { ConsentCommand } from './consent/commands.js';
import type { ContactCommand } from './contact/commands.js';
import type { MdoCommand } from './mdo/commands.js';
import type { PeopleCommand } from './people/commands.js';
import type { PlanCommand } from './plan/commands.js';
import type { RecordCommand } from './record/commands.js';
import type { StagnationCommand } from './stagnation/commands.js';
import type { StepCommand } from './step/commands.js';

/** Everything that somebody, or the passing of time, may ask of a case. */
export type CaseCommand = StepCommand | PeopleCommand | ConsentCommand | ContactCommand | MdoCommand | PlanCommand | StagnationCommand | RecordCommand;
export type CommandOf<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;
