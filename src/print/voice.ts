import { consentOn } from '../case/consent/age.js';
import type { PrintInput } from './input.js';

/** To whom a page for the family speaks: under 12 to the parents, from 12 to the jeugdige as well, from 16 to the jongere alone (TOE-10). */
export interface Voice {
  readonly to: 'ouders' | 'beiden' | 'jongere';
  /** "gedeeld over …" */
  readonly about: string;
  /** On the first line of the page. */
  readonly greeting: string;
  /** What to write on the empty line: Routewijzer does not know whose page it is. */
  readonly nameLabel: string;
}

export function voiceOf({ state, day }: Pick<PrintInput, 'state' | 'day'>): Voice {
  switch (consentOn(state, day).ageBand) {
    case 'onder-12': return { to: 'ouders', about: 'je kind', greeting: 'Dit blad is voor de ouders of verzorgers.', nameLabel: 'Naam van het kind:' };
    case '12-15': return { to: 'beiden', about: 'de jeugdige', greeting: 'Dit blad is voor de ouders of verzorgers en voor de jeugdige zelf.', nameLabel: 'Naam van de jeugdige:' };
    default: return { to: 'jongere', about: 'jou', greeting: 'Dit blad is voor jou.', nameLabel: 'Jouw naam:' };
  }
}
