import type { Place } from '../app/ports.js';

/** A place as text, as it stands in the tables: `person:<id>` or `stagnatiepunt:<region>`. */
export function placeText(place: Place): string {
  return place.kind === 'person' ? `person:${place.personId}` : `stagnatiepunt:${place.region}`;
}

/** The reverse of `placeText`. Throws on anything that it cannot have written. */
export function parsePlace(text: string): Place {
  const colon = text.indexOf(':');
  const kind = text.slice(0, colon);
  const rest = text.slice(colon + 1);
  if (kind === 'person') return { kind, personId: rest };
  if (kind === 'stagnatiepunt') return { kind, region: rest };
  throw new Error(`not a place: ${text}`);
}
