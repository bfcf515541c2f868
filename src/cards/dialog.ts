import { isRecord, submitOf, without } from './tidy.js';

/**
 * The same card as it stands in a dialog (task module). Teams sends nothing for an Action.Execute there, so each button
 * becomes an Action.Submit; a button that would open a dialog is answered in the one that is open already.
 */
export function dialogCard(card: Readonly<Record<string, unknown>>): Record<string, unknown> {
  // A card in a dialog is nobody's else: there is nothing to refresh it in.
  return inDialog(without(card, 'refresh'));
}

function inDialog(element: Record<string, unknown>): Record<string, unknown> {
  if (element['type'] === 'Action.Execute' || element['type'] === 'Action.Submit') return submit(element);
  return Object.fromEntries(Object.entries(element).map(([key, value]) => {
    if (Array.isArray(value)) return [key, value.map((item: unknown) => (isRecord(item) ? inDialog(item) : item))];
    return [key, isRecord(value) ? inDialog(value) : value];
  }));
}

function submit(action: Record<string, unknown>): Record<string, unknown> {
  return submitOf({ ...action, data: isRecord(action['data']) ? without(action['data'], 'msteams') : {} });
}
