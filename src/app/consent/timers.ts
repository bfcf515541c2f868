import type { Timers } from '../timing.js';

export const consentTimers: Timers = {
  age: () => ({ type: 'border-passed' }),
  'consent-until': () => ({ type: 'consent-expired' }),
};
