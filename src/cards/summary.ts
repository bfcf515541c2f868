import type { CardData, CardKind } from './data.js';

type Lines = { readonly [K in CardKind]: (data: CardData<K>) => string };

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
  invitation: ({ code }) => `${casus(code)}: uitnodiging voor een MDO`,
  term: ({ code }) => `${casus(code)}: hoe staat het ervoor?`,
  stagnation: ({ code, step, role, duration }) => `${casus(code)} vraagt aandacht: ${step} · ${role} · ${duration}`,
  'stagnation-contact': ({ code }) => `${casus(code)}: jij pakt dit op`,
  overview: () => 'Routewijzer: overzicht',
  schema: () => 'Routewijzer: het stroomschema',
  role: () => 'Routewijzer: een rol in de route',
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
