import type { Rules } from '../permission.js';
import type { RecordCommand } from './commands.js';
import { merge, mergeEnd, mergeRest } from './merge.js';
import { replaceNote, strikeEntry } from './strike.js';

export const recordRules: Rules<RecordCommand> = {
  // A wrong entry is put right in a closed case too.
  'strike-entry': { by: 'participant', closed: true, decide: strikeEntry },
  'replace-note': { by: 'participant', closed: true, decide: replaceNote },
  merge: { by: 'participant', decide: merge },
  'merge-rest': { by: 'time', closed: true, decide: mergeRest },
  'merge-end': { by: 'time', closed: true, decide: (state, command) => mergeEnd(state, command) },
};
