import type { CardKind } from './data.js';
import { plain } from './plain.js';

/**
 * Which data does not become text to read: it presets an input or limits it, and must come back as it went in.
 * `choices` have titles, which are shown, and values, which are not; `deep` names such fields at any depth.
 */
const unshown: { readonly [K in CardKind]?: { readonly choices?: readonly string[]; readonly values?: readonly string[]; readonly deep?: readonly string[] } } = {
  advice: { values: ['outcomeId'] },
  article: { values: ['slug'] },
  'case-form': { choices: ['steps', 'ages'], values: ['step', 'age', 'month'] },
  'mdo-form': {
    choices: ['leervraag', 'leefvraag', 'invitees', 'outside', 'closestChoices'],
    values: ['date2', 'time2', 'date3', 'time3', 'closest', 'leervraagValue', 'leefvraagValue', 'purpose', 'date', 'today', 'time', 'chosen', 'outsideChosen', 'parents', 'jeugdige', 'told'],
  },
  mdo: { deep: ['url'] },
  invitation: { choices: ['moments', 'colleagues'], values: ['today', 'chosen', 'proposal', 'proposalNote', 'substitute', 'substituteTold'] },
  term: { choices: ['waitFor', 'stuckKinds'], values: ['today', 'filled'] },
  case: { deep: ['url'] },
  form: { values: ['name'], deep: ['id', 'kind', 'value', 'min', 'max'] },
  sheet: { values: ['name'], deep: ['url'] },
};

/** The data of a card with every text that will be read made plain, and every id, button and input value untouched. */
export function shownData(kind: CardKind, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const except = unshown[kind] ?? {};
  return Object.fromEntries(Object.entries(data).map(([field, value]) => {
    if (except.values?.includes(field)) return [field, value];
    return [field, show(value, except.choices?.includes(field) ? ['value'] : ['data', 'verb', 'style', 'tone', ...(except.deep ?? [])])];
  }));
}

function show(value: unknown, except: readonly string[]): unknown {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map((item) => show(item, except));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, except.includes(key) ? inner : show(inner, except)]));
}
