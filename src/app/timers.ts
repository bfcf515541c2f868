import { consentTimers } from './consent/timers.js';
import { mdoTimers } from './mdo/timers.js';
import { planTimers } from './plan/timers.js';
import { stagnationTimers } from './stagnation/timers.js';
import { stepTimers } from './step/timers.js';
import type { Timers } from './timing.js';

export const caseTimers: ReadonlyMap<string, Timers[string]> = new Map(Object.entries({
  ...stepTimers, ...consentTimers, ...mdoTimers, ...planTimers, ...stagnationTimers,
}));
