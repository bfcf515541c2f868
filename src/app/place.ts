import type { Place } from './ports.js';

/** A place as it stands in a button or a timer's key: `person:<id>` or `stagnatiepunt:<region>`, as the store writes it too. */
export function placeText(place: Place): string {
  return place.kind === 'person' ? `person:${place.personId}` : `stagnatiepunt:${place.region}`;
}

/** The reverse; undefined for anything else. */
export function placeIn(text: string): Place | undefined {
  const id = text.slice(text.indexOf(':') + 1);
  if (text.startsWith('person:')) return { kind: 'person', personId: id };
  return text.startsWith('stagnatiepunt:') ? { kind: 'stagnatiepunt', region: id } : undefined;
}
