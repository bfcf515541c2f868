import { REFUSED } from './opened.js';

/** What was opened, in plain Dutch, by the name of the view, card or page; what is not here is a form. */
const WHAT: Readonly<Record<string, string>> = {
  case: 'de casus', all: 'alles van deze casus', people: 'wie er meedoen', consent: 'de toestemming', contacts: 'de gesprekken', mdo: 'het MDO',
  plan: 'het plan', 'plan-draft': 'het plan in de maak', entries: 'wat te verbeteren is', print: 'wat te printen is', accesses: 'wie er keek',
  list: 'een lijst met deze casus', schema: 'waar de casus is in de route', 'risk-list': 'de lijst van de regievoerder zorg',
  'print-timeline': 'de pagina: tijdlijn', 'print-sharing': 'de pagina: wat wordt gedeeld', 'print-invitation': 'de pagina: uitnodiging', 'print-plan': 'de pagina: plan',
  invitation: 'de uitnodiging voor het MDO', 'mdo-after': 'de vraag hoe het MDO ging', 'mdo-proposal': 'het voorstel voor een MDO', handover: 'de vraag om over te nemen',
  sharing: 'de vraag over delen', age: 'het bericht over de leeftijd', evaluation: 'de evaluatie van het plan', merged: 'het bericht over samenvoegen', term: 'de vraag over de termijn',
  stagnation: 'de melding in het kanaal van het stagnatiepunt', 'stagnation-contact': 'de gegevens voor het stagnatiepunt', 'stagnation-second': 'de melding voor de tweede persoon',
  raised: 'het bericht dat het vastloopt', nudge: 'de vraag van het stagnatiepunt', 'regie-notice': 'het bericht aan de regievoerder zorg',
};

const A_FORM = 'een formulier';

/** "de casus (3 keer)". */
export function openedText(what: string, times: number): string {
  const often = times === 1 ? '' : ` (${String(times)} keer)`;
  if (what === REFUSED) return `wilde kijken, maar kreeg niets te zien${often}`;
  return `${Object.hasOwn(WHAT, what) ? WHAT[what] ?? A_FORM : A_FORM}${often}`;
}

/** Has this a name of its own? */
export function isNamed(what: string): boolean {
  return what === REFUSED || Object.hasOwn(WHAT, what);
}
