import { consentRefusals } from './consent/refusals.js';
import { contactRefusals } from './contact/refusals.js';
import { mdoRefusals } from './mdo/refusals.js';
import { peopleRefusals } from './people/refusals.js';
import { planRefusals } from './plan/refusals.js';
import { recordRefusals } from './record/refusals.js';
import { stagnationRefusals } from './stagnation/refusals.js';
import { stepRefusals } from './step/refusals.js';

/**
 * Everything the bot may refuse, with the Dutch sentence that the person sees. A refusal is a normal value:
 * nothing was changed, and the text says why and what to do.
 */
const TEXTS = {
  'stale-card': 'Deze kaart was niet meer actueel. Dit is hoe het er nu voor staat.',
  gone: 'Dit is niet meer te vinden. Typ "wat nu?" om opnieuw te beginnen.',
  'unknown-answer': 'Dit antwoord ken ik niet. Kies een van de antwoorden op de kaart.',
  'nothing-before': 'Dit is de eerste vraag. Je kunt niet verder terug.',
  'unknown-button': 'Deze knop ken ik niet (meer). Typ "help" om te zien wat ik kan.',
  'not-yours': 'Deze kaart hoort bij iemand anders. Typ zelf "wat nu?" in een persoonlijke chat.',
  'not-a-participant': 'Je bent geen deelnemer van deze casus. Daarom kan ik hier niets voor je vastleggen.',
  'managers-only': 'Het overzicht is er alleen voor managers.',
  'beheerder-only': 'Dit is er alleen voor de beheerder van Routewijzer.',
  'owner-chooses': 'Alleen wie de casus beheert, kiest wat er gebeurt met een bericht dat niet bezorgd is.',
  'register-only': 'Je staat niet in het register van Routewijzer. Vraag je beheerder om je toe te voegen.',
  'role-may-not': 'Met jouw rol kun je dit niet doen. Er is niets veranderd. Klopt je rol niet? Vraag je beheerder om dat aan te passen.',
  'sharing-stopped': 'Er is nu geen toestemming om deze casus met jou te delen. Deel zelf ook niets meer over dit kind op grond van deze casus.',
  'case-merged': 'Deze casus is samengevoegd met een andere.',
  'regievoerder-only': 'Dit is er alleen voor de regievoerder zorg.',
  'case-closed': 'Deze casus is afgesloten. Er is niets veranderd.',
  'date-needed': 'Vul een datum in (dag-maand-jaar).',
  'date-in-past': 'Deze datum is al voorbij. Kies een dag vanaf vandaag.',
  danger: 'Lees ik hier dat een kind in gevaar is? Bel bij direct gevaar 112. Kies anders "Het is niet veilig". Ik heb deze tekst niet bewaard en niets verstuurd.',
  bsn: 'Hier staat een getal in dat op een burgerservicenummer lijkt. Dat heb ik niet bewaard. Haal het weg en probeer het opnieuw.',
  'child-name': 'Hier staat een naam in die van een kind kan zijn. Die heb ik niet bewaard. Zet er een functie of "het kind" voor in de plaats en probeer het opnieuw.',
  'too-long': 'Deze tekst is te lang. Maak hem korter.',
  'busy': 'Iemand anders was net tegelijk bezig. Er is niets verloren: kijk hoe het er nu voor staat en probeer het opnieuw.',
  ...stepRefusals, ...peopleRefusals, ...consentRefusals, ...contactRefusals, ...mdoRefusals, ...planRefusals, ...stagnationRefusals, ...recordRefusals,
} as const;

export type RefusalId = keyof typeof TEXTS;

export interface Refusal {
  readonly id: RefusalId;
  /** The whole Dutch text: the sentence, and below it the details (for example which gate is closed and why). */
  readonly text: string;
}

/** Makes a refusal; `details` are Dutch sentences that belong to this very case. */
export function refuse(id: RefusalId, details: readonly string[] = []): Refusal {
  return { id, text: [TEXTS[id], ...details].join(' ') };
}

/** All refusals with their sentences, for documentation and tests. */
export const refusalTexts: Readonly<Record<RefusalId, string>> = TEXTS;
