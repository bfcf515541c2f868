import type { CardData, CardKind } from './data.js';

type Lines = { readonly [K in CardKind]: (data: CardData<K>) => string };

/** Sheets that are about no case, by their name. */
const OF_NO_CASE: Readonly<Record<string, string>> = {
  'risk-list': 'Routewijzer: mijn leerlingen', me: 'Routewijzer: mijn gegevens',
  choices: 'Routewijzer: een paar antwoorden om uit te kiezen', unknown: 'Routewijzer: bericht', wrong: 'Routewijzer: bericht', call: 'Routewijzer: wie je belt',
  person: 'Routewijzer: een mens spreken', 'choose-case': 'Routewijzer: mijn casussen', 'dead-letters': 'Routewijzer: niet bezorgd', 'dead-letter': 'Routewijzer: niet bezorgd', feedback: 'Routewijzer: feedback',
};
/** What a sheet that comes by itself is about, by its name. */
const SHEETS: Readonly<Record<string, string>> = {
  'stagnation-contact': 'jij pakt dit op', 'stagnation-second': 'nog niet opgepakt', raised: 'hoe het verdergaat', nudge: 'een vraag van het stagnatiepunt',
  'mdo-proposal': 'voorstel voor een MDO', 'regie-notice': 'doorgegeven aan de regievoerder zorg',
};

const lines: Lines = {
  question: () => 'Routewijzer: een vraag',
  advice: () => 'Routewijzer: advies',
  notice: () => 'Routewijzer: bericht',
  'case-form': () => 'Routewijzer: een casus openen',
  case: ({ code }) => `${casus(code)}: stand van zaken`,
  cases: () => 'Routewijzer: mijn casussen',
  consent: ({ code }) => `${casus(code)}: toestemming`,
  'mdo-form': ({ code }) => `${casus(code)}: een MDO starten`,
  mdo: ({ code }) => `${casus(code)}: MDO`,
  invitation: ({ code, open }) => `${casus(code)}: ${open ? 'uitnodiging voor een MDO' : 'bericht over een MDO'}`,
  term: ({ code }) => `${casus(code)}: hoe staat het ervoor?`,
  stagnation: ({ code, step, role, duration }) => `${casus(code)} vraagt aandacht: ${step} · ${role} · ${duration}`,
  form: ({ name, code }) => OF_NO_CASE[name] ?? `${casus(code)}: formulier`,
  sheet: ({ name, code }) => (OF_NO_CASE[name] ?? `${casus(code)}: ${SHEETS[name] ?? 'overzicht'}`),
  overview: () => 'Routewijzer: overzicht',
  schema: () => 'Routewijzer: het stroomschema',
  role: () => 'Routewijzer: een rol in de route',
  article: () => 'Routewijzer: een antwoord',
  roles: () => 'Routewijzer: de rollen in de route',
};

/**
 * The line of the notification, which is seen on a locked screen: code, step, role and duration only,
 * never a name or anything that a person typed.
 */
export function summaryOf<K extends CardKind>(kind: K, data: CardData<K>): string {
  return lines[kind](data);
}

/** Anything but a code of a case does not come through, so that a mistake elsewhere cannot put a name here. */
function casus(code: string): string {
  return /^[0-9A-Z]{4,8}$/.test(code) ? `Casus ${code}` : 'Casus';
}
