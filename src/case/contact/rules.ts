import type { Rules } from '../permission.js';
import type { ContactCommand } from './commands.js';
import { noteContact } from './decide.js';

export const contactRules: Rules<ContactCommand> = {
  'note-contact': { by: 'participant', decide: noteContact },
};
