import type { Rules } from '../permission.js';
import type { ConsentCommand } from './commands.js';
import { recordConsent, recordGezag } from './decide.js';
import { borderPassed, consentExpired, correctAge, setBorderMonth } from './decide-age.js';
import { endDanger, noteDanger } from './decide-danger.js';
import { noteRegistration } from './decide-registration.js';

export const consentRules: Rules<ConsentCommand> = {
  'record-gezag': { by: 'participant', decide: recordGezag },
  // Closing: what stops sharing may be recorded from a seat that is closed. What opens may not: see `recordConsent`.
  'record-consent': { by: 'closing', decide: recordConsent },
  'set-border-month': { by: 'participant', decide: setBorderMonth },
  'correct-age': { by: 'participant', decide: correctAge },
  'note-danger': { by: 'participant', decide: noteDanger },
  'end-danger': { by: 'participant', decide: endDanger },
  'note-registration': { by: 'participant', decide: noteRegistration },
  'border-passed': { by: 'time', decide: borderPassed },
  'consent-expired': { by: 'time', decide: consentExpired },
};
