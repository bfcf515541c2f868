import type { Waiting } from '../../case/people/waiting.js';
import type { HandoverReason } from '../../case/values.js';

/** Why somebody else takes over. Of a colleague's health nothing is said. */
export const REASONS: Readonly<Record<HandoverReason, string>> = {
  'nieuw-schooljaar': 'Een nieuw schooljaar', 'andere-taak': 'Een andere taak', 'ziek-of-verlof': 'Er een tijd niet', weg: 'Werkt hier niet meer',
};

export const HANDED: Readonly<Record<'plek' | 'stap', string>> = { plek: 'de plek in de casus', stap: 'alleen deze stap' };

/** What waits for somebody, and the button that leads there. */
export const WAITS: Readonly<Record<Waiting['what'], { readonly text: string; readonly button: string }>> = {
  'hoe-staat-het': { text: 'Hoe staat het ervoor?', button: 'Leg vast hoe het staat' },
  'vraag-stagnatiepunt': { text: 'Het stagnatiepunt vraagt hoe het ervoor staat', button: 'Leg vast hoe het staat' },
  overdracht: { text: 'Een collega vraagt of jij het overneemt', button: 'Bekijk de vraag' },
  'mdo-uitnodiging': { text: 'Je bent uitgenodigd voor een MDO', button: 'Antwoord' },
  'mdo-moment': { text: 'Kies een moment voor het MDO', button: 'Bekijk het MDO' },
  'mdo-verlopen': { text: 'De momenten voor het MDO zijn voorbij: plan opnieuw, of leg vast wie er was', button: 'Bekijk het MDO' },
  'mdo-geweest': { text: 'Het MDO is geweest: leg vast wie er was', button: 'Bekijk het MDO' },
  'plan-vastleggen': { text: 'Leg het plan van aanpak vast', button: 'Bekijk het plan' },
  actie: { text: 'Een actie uit het plan', button: 'Bekijk het plan' },
  evaluatie: { text: 'Bespreek het plan met iedereen', button: 'Bekijk het plan' },
  toestemming: { text: 'Je hebt toestemming gevraagd: leg het antwoord vast', button: 'Toestemming' },
  stagnatie: { text: 'Jij hebt dit opgepakt voor het stagnatiepunt', button: 'Bekijk de melding' },
};
