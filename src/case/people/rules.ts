import type { Rules } from '../permission.js';
import type { PeopleCommand } from './commands.js';
import { addOutsider, invitePerson, leave, refer, removeOutsider, setReference } from './decide.js';
import { endDuo, formDuo, replacePerson } from './decide-place.js';
import { takeLeftBehind } from './left-behind.js';
import { acceptHandover, declineHandover, offerHandover, setHolder, withdrawHandover } from './decide-turn.js';

export const peopleRules: Rules<PeopleCommand> = {
  refer: { by: 'participant', registered: true, decide: refer },
  'invite-person': { by: 'participant', registered: true, decide: invitePerson },
  'add-outsider': { by: 'participant', registered: true, decide: addOutsider },
  'remove-outsider': { by: 'participant', registered: true, decide: removeOutsider },
  // What ends something may be said also where sharing has stopped.
  leave: { by: 'closing', registered: true, decide: leave },
  'withdraw-handover': { by: 'closing', registered: true, decide: withdrawHandover },
  'set-holder': { by: 'participant', registered: true, decide: setHolder },
  'offer-handover': { by: 'participant', registered: true, decide: offerHandover },
  // The receiver need not take part yet; both look at who it is.
  'accept-handover': { by: 'anyone', registered: true, decide: acceptHandover },
  'decline-handover': { by: 'anyone', registered: true, decide: declineHandover },
  'replace-person': { by: 'participant', registered: true, decide: replacePerson },
  // Nobody takes part any more: `takeLeftBehind` looks at who comes.
  'take-left-behind': { by: 'anyone', registered: true, decide: takeLeftBehind },
  'form-duo': { by: 'participant', registered: true, decide: formDuo },
  'end-duo': { by: 'participant', registered: true, decide: endDuo },
  'set-reference': { by: 'participant', registered: true, decide: setReference },
};
