/** Lists that mean nothing when empty; some hosts stumble over them. `choices` are no such list: an input keeps them. */
const LISTS = ['items', 'columns', 'facts', 'actions', 'inlines'];
/** Elements that are there only to hold such a list. */
const HOLDERS: Readonly<Record<string, string>> = {
  Container: 'items', Column: 'items', ColumnSet: 'columns', FactSet: 'facts', ActionSet: 'actions', RichTextBlock: 'inlines',
};
/** Presets of an input: absent rather than empty, an empty date is a fault to some hosts. */
const PRESETS = ['value', 'min', 'max'];

/** An expanded card without empty lists, without elements that hold nothing, without empty presets. Button data stays. */
export function tidy(card: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const isInput = typeof card['type'] === 'string' && card['type'].startsWith('Input.');
  for (const [key, value] of Object.entries(card)) {
    if (isInput && value === '' && PRESETS.includes(key)) continue;
    if (key === 'data' || !Array.isArray(value)) {
      result[key] = key !== 'data' && isRecord(value) ? tidy(value) : value;
      continue;
    }
    const kept = value.flatMap((item: unknown) => (isRecord(item) ? tidyElement(item) : [item]));
    if (kept.length > 0 || !LISTS.includes(key)) result[key] = kept;
  }
  return result;
}

function tidyElement(element: Record<string, unknown>): Record<string, unknown>[] {
  if (element['type'] === 'Action.Execute') return [opensDialog(element) ? submitOf(element) : element];
  const tidied = tidy(element);
  const list = HOLDERS[String(tidied['type'])];
  return list !== undefined && tidied[list] === undefined ? [] : [tidied];
}

/** Marked with `OPENS_DIALOG`: Teams knows dialogs on an Action.Submit only. */
function opensDialog({ data }: Record<string, unknown>): boolean {
  return isRecord(data) && data['msteams'] !== undefined;
}

/** The same button as an Action.Submit, which has its verb in its data. */
export function submitOf(action: Record<string, unknown>): Record<string, unknown> {
  return { ...without(action, 'verb'), type: 'Action.Submit' };
}

/** A copy without these fields. */
export function without(record: Readonly<Record<string, unknown>>, ...fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
