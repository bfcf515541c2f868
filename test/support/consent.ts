import type { CaseCommand } from '../../src/case/commands.js';
import { gateFor } from '../../src/case/consent/gate.js';
import type { CaseState } from '../../src/case/state.js';
import { juf, open, type Said } from './case.js';
import { realRoute } from './route.js';

const route = realRoute();
type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** A morning on this day. */
export const on = (day: string): string => `${day}T08:00:00.000Z`;

export function danger(changes: Partial<Of<'note-danger'>> = {}): CaseCommand {
  return { type: 'note-danger', danger: 'g-1', reason: 'kind', noteId: 't-gevaar', parentsNotYet: true, knows: [], ...changes };
}
export const endDanger = (id = 'g-1'): CaseCommand => ({ type: 'end-danger', danger: id });
export function registration(results: Readonly<Record<string, string>>, informed = true): CaseCommand {
  return { type: 'note-registration', results, informed };
}
export const border = (month: string): CaseCommand => ({ type: 'set-border-month', month });
export const borderPassed: CaseCommand = { type: 'border-passed' };
export const expired: CaseCommand = { type: 'consent-expired' };

/** Opened for a child of this age that passes the next border in this month. */
export const openedAt = (ageBand: string, borderMonth = ''): Said => [juf, open({ ageBand, borderMonth })];

/** May the school share with this recipient on this day? */
export function mayShare(state: CaseState | undefined, day: string, recipient = 'jgz', purpose = 'betrekken', sender = 'school'): boolean {
  if (!state) throw new Error('no case');
  return gateFor(route, state, { sender, recipient, purpose }, day).open;
}
