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
  'stagnatiepunt-only': 'Alleen een medewerker van het stagnatiepunt kan dit oppakken.',
  'register-only': 'Je staat niet in het register van Routewijzer. Vraag je beheerder om je toe te voegen.',
  'case-closed': 'Deze casus is afgesloten. Er is niets veranderd.',
  'already-open': 'Deze casus is al geopend.',
  'choose-step-and-age': 'Kies een stap en een leeftijd.',
  'already-referred': 'Deze collega doet al mee aan de casus.',
  'no-ib': 'Ik ken geen IB’er van jouw organisatie. Bespreek de zorg zelf met je IB’er: daar is geen toestemming voor nodig.',
  'choose-gezag': 'Kies wie het gezag heeft.',
  'choose-recipients': 'Kies voor wie de toestemming geldt.',
  'choose-person': 'Kies van wie het antwoord is.',
  'choose-status': 'Kies wat het antwoord was.',
  'choose-how': 'Kies of het mondeling of schriftelijk was.',
  'date-needed': 'Vul een datum in (dag-maand-jaar).',
  'date-in-future': 'Deze datum ligt in de toekomst. Leg alleen vast wat al gezegd is.',
  'date-in-past': 'Deze datum is al voorbij. Kies een dag vanaf vandaag.',
  'consent-older': 'Na deze dag is er nee gezegd. Leg een nieuw antwoord vast, met de dag waarop het gegeven is.',
  'recipient-records': 'Wie de informatie ontvangt, legt de toestemming niet zelf vast. Dat doet wie het gevraagd heeft.',
  'parents-choice-16': 'Alleen een jongere vanaf 16 jaar kan kiezen dat ouders er niet bij betrokken worden.',
  'mdo-needs-both': 'Een MDO hoort bij een leervraag én een leefvraag samen. Is er maar één van de twee, dan blijft de vraag aan die kant. De route noemt daarnaast de regievoerder zorg: die kan in een complexe situatie een MDO organiseren.',
  'mdo-purpose': 'Schrijf in een paar woorden het doel van het MDO.',
  'mdo-two-invitees': 'Nodig minstens twee andere professionals uit.',
  'mdo-unknown-invitee': 'Een van de genodigden ken ik niet meer. Kies opnieuw.',
  'mdo-other-school': 'Een collega van een andere school nodig je niet zo uit: daarvoor kent de route geen regel. Bespreek het eerst met de ouders.',
  'mdo-parents': 'Nodig de ouders of de voogd ook persoonlijk uit. Zij houden zo veel mogelijk zelf de regie.',
  'mdo-parents-left-out': 'De jongere wil de ouders er niet bij. Nodig hen dan niet uit.',
  'mdo-jeugdige': 'Nodig de jongere ook persoonlijk uit. Vanaf 16 jaar vraag je de jongere eerst.',
  'mdo-told': 'Vertel de genodigden eerst zelf om welk kind het gaat, en zet dan het vinkje. Routewijzer noemt geen namen.',
  'mdo-time': 'Vul een tijd in, bijvoorbeeld 14:30.',
  'mdo-gate': 'De uitnodiging gaat nog niet uit.',
  'mdo-changed': 'Iemand anders heeft intussen een MDO gepland. Kijk eerst hoe het er nu voor staat.',
  'mdo-too-many': 'Nodig hooguit 12 mensen uit: alleen wie bij dit kind betrokken is.',
  danger: 'Lees ik hier dat een kind in gevaar is? Bel bij direct gevaar 112. Kies anders "Het is niet veilig". Ik heb deze tekst niet bewaard en niets verstuurd.',
  'mdo-none': 'Er is geen MDO meer waarop je kunt antwoorden.',
  'mdo-not-invited': 'Je bent niet uitgenodigd voor dit MDO.',
  'mdo-passed': 'Dit MDO is al voorbij.',
  'mdo-closed': 'De toestemming om dit met jou te delen is er niet meer. De uitnodiging is daarom gesloten.',
  'mdo-answered': 'Deze genodigde heeft zelf al geantwoord.',
  'proposal-needed': 'Kies een dag die wel kan.',
  'choose-wait': 'Kies waarop je wacht en tot wanneer.',
  'wait-too-long': 'Kies een dag binnen een half jaar.',
  'choose-kind': 'Kies waarop het vastloopt.',
  'already-stuck': 'Er staat al vastgelegd dat deze casus vastloopt.',
  'not-stuck': 'Deze casus loopt volgens Routewijzer niet (meer) vast.',
  'already-claimed': 'Een collega van het stagnatiepunt heeft dit al opgepakt.',
  'not-claimed': 'Pak de casus eerst zelf op.',
  'choose-ending': 'Kies hoe het is afgelopen.',
  'still-stuck': 'Deze casus loopt nog vast. Leg eerst vast dat het weer loopt, of sluit hem af bij het stagnatiepunt.',
  bsn: 'Hier staat een getal in dat op een burgerservicenummer lijkt. Dat heb ik niet bewaard. Haal het weg en probeer het opnieuw.',
  'too-long': 'Deze tekst is te lang. Maak hem korter.',
  'busy': 'Iemand anders was net tegelijk bezig. Er is niets verloren: kijk hoe het er nu voor staat en probeer het opnieuw.',
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
