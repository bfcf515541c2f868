import type { Rules } from '../permission.js';
import type { StagnationCommand } from './commands.js';
import { gracePassed, runsAgain, stuck } from './decide.js';
import { claim, closeStagnation, handOn, nudge, parentsTold, proposeMdo, releaseClaim } from './point.js';
import { endRisk, markRisk, progressOffer } from './risk.js';
import { unclaimed, unclaimedStill } from './unclaimed.js';

export const stagnationRules: Rules<StagnationCommand> = {
  stuck: { by: 'participant', decide: stuck },
  'runs-again': { by: 'participant', decide: (state, _command, context) => runsAgain(state, context) },
  claim: { by: 'stagnatiepunt', decide: claim },
  'release-claim': { by: 'stagnatiepunt', decide: (state, _command, context) => releaseClaim(state, context) },
  nudge: { by: 'stagnatiepunt', decide: nudge },
  'propose-mdo': { by: 'stagnatiepunt', decide: (state, _command, context) => proposeMdo(state, context) },
  // The claimer takes no part, and a participant claims nothing: which of the two it is, is judged there.
  'parents-told': { by: 'anyone', decide: (state, _command, context) => parentsTold(state, context) },
  'close-stagnation': { by: 'stagnatiepunt', decide: closeStagnation },
  'hand-on': { by: 'stagnatiepunt', decide: handOn },
  'mark-risk': { by: 'participant', decide: markRisk },
  // By the school or by the regievoerder zorg of its board, who takes no part: judged there.
  'progress-offer': { by: 'anyone', decide: progressOffer },
  'end-risk': { by: 'anyone', decide: (state, _command, context) => endRisk(state, context) },
  'grace-passed': { by: 'time', decide: (state, _command, context) => gracePassed(state, context) },
  unclaimed: { by: 'time', decide: (state, _command, context) => unclaimed(state, context) },
  'unclaimed-second': { by: 'time', decide: unclaimedStill },
};
