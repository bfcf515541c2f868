import type { CaseCommand } from '../case/commands.js';
import type { Parts } from './parts.js';

/** The command that a timer of a case brings, by the timer's name; `key` is the timer's own. */
export type Timers = Readonly<Record<string, (parts: Parts, stream: string, key: string) => CaseCommand | Promise<CaseCommand>>>;
