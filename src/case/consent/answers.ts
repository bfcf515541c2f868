import type { ConsentStatus } from '../values.js';

/** What lets something be shared. */
export function isYes(status: ConsentStatus): boolean {
  return status === 'gegeven' || status === 'weet-het' || status === 'ouders-erbuiten';
}

/** What stops sharing: anybody who takes part may record it, at any time. */
export function isNo(status: ConsentStatus): boolean {
  return status === 'geweigerd' || status === 'ingetrokken';
}

/** What a person can record; `verlopen` comes by time alone. */
export const recordableStatuses = ['gegeven', 'geweigerd', 'ingetrokken', 'gevraagd', 'weet-het', 'ouders-erbuiten', 'geinformeerd'] as const;
