import type { Rules } from '../permission.js';
import type { PeopleCommand } from './commands.js';
import { addOutsider, invitePerson, leave, refer, removeOutsider, setReference } from './decide.js';
import { endDuo, formDuo, replacePerson } from './decide-place.js';
import { takeLeftBehind } from './left-behind.js';
import { acceptHandover, declineHandover, offerHandover, setHolder, withdrawHandover } from './decide-turn.js';

export const peopleRules: Rules<PeopleCommand> = {
  refer: { by: 'participant', decide: refer },
  'invite-person': { by: 'participant', decide: invitePerson },
  'add-outsider': { by: 'participant', decide: addOutsider },
  'remove-outsider': { by: 'participant', decide: removeOutsider },
  // What ends something may be said also where sharing has stopped.
  leave: { by: 'closing', decide: leave },
  'withdraw-handover': { by: 'closing', decide: withdrawHandover },
  'set-holder': { by: 'participant', decide: setHolder },
  'offer-handover': { by: 'participant', decide: offerHandover },
  // The receiver need not take part yet; both look at who it is.
  'accept-handover': { by: 'anyone', decide: acceptHandover },
  'decline-handover': { by: 'anyone', decide: declineHandover },
  'replace-person': { by: 'participant', decide: replacePerson },
  // Nobody takes part any more: `takeLeftBehind` looks at who comes.
  'take-left-behind': { by: 'anyone', decide: takeLeftBehind },
  'form-duo': { by: 'participant', decide: formDuo },
  'end-duo': { by: 'participant', decide: endDuo },
  'set-reference': { by: 'participant', decide: setReference },
};
