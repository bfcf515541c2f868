import type { Timers } from '../timing.js';

export const planTimers: Timers = {
  evaluation: () => ({ type: 'evaluation-due' }),
};
