import type { CardKind } from './data.js';
import { plain } from './plain.js';

/**
 * Which data does not become text to read: it presets an input or limits it, and must come back as it went in.
 * `choices` have titles, which are shown, and values, which are not.
 */
const unshown: { readonly [K in CardKind]?: { readonly choices?: readonly string[]; readonly values?: readonly string[] } } = {
  advice: { values: ['outcomeId'] },
  'case-form': { choices: ['steps', 'ages'], values: ['step', 'age'] },
  consent: { choices: ['gezagChoices', 'forRecipients', 'people', 'statuses', 'hows'], values: ['gezag', 'today', 'filled'] },
  'mdo-form': {
    choices: ['leervraag', 'leefvraag', 'invitees', 'outside'],
    values: ['leervraagValue', 'leefvraagValue', 'purpose', 'date', 'today', 'time', 'chosen', 'outsideChosen', 'parents', 'jeugdige', 'told'],
  },
  invitation: { values: ['today'] },
  term: { choices: ['waitFor', 'stuckKinds'], values: ['today'] },
  'stagnation-contact': { choices: ['endings'] },
};

/** The data of a card with every text that will be read made plain, and every id, button and input value untouched. */
export function shownData(kind: CardKind, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const except = unshown[kind] ?? {};
  return Object.fromEntries(Object.entries(data).map(([field, value]) => {
    if (except.values?.includes(field)) return [field, value];
    return [field, show(value, except.choices?.includes(field) ? ['value'] : ['data', 'verb', 'style', 'tone'])];
  }));
}

function show(value: unknown, except: readonly string[]): unknown {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map((item) => show(item, except));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, except.includes(key) ? inner : show(inner, except)]));
}
