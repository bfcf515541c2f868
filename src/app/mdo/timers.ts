import type { Timers } from '../timing.js';

/** The key of each is the id of the MDO. */
export const mdoTimers: Timers = {
  'mdo-answers': (_parts, _stream, mdo) => ({ type: 'remind-mdo', mdo, why: 'antwoord' }),
  'mdo-near': (_parts, _stream, mdo) => ({ type: 'remind-mdo', mdo, why: 'bijna' }),
  'mdo-after': (_parts, _stream, mdo) => ({ type: 'remind-mdo', mdo, why: 'geweest' }),
};
