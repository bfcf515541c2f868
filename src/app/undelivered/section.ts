import type { Section } from '../../cards/generic.js';
import type { Button } from '../../cards/data.js';
import { roleLabel } from '../../route/roles.js';
import type { Parts } from '../parts.js';
import { placeText } from '../place.js';
import type { Person } from '../ports.js';
import type { CaseView, NotDelivered } from '../present/view.js';
import { button } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import type { Undelivered } from '../store-port.js';

/** More would push what can be done off the card; the others are retried together. */
const MOST_NAMED = 3;

/** What did not arrive, on the card of the case; who owns the case chooses what happens. */
export function undeliveredSection({ stream, version, state }: LoadedCase, { undelivered, notDelivered, viewer }: CaseView): readonly Section[] {
  if (undelivered.length === 0) return [];
  const target = { ref: stream, seen: version };
  const buttons: Button[] = notDelivered.length === 0 || state.owner !== viewer.id ? [] : [
    button('Opnieuw proberen', 'deliver-again', target),
    ...notDelivered.slice(0, MOST_NAMED).map(({ place, name }) =>
      button(notDelivered.length === 1 ? 'Ik laat het zelf weten' : `Ik laat het zelf weten: ${name}`, 'deliver-outside', target, { place })),
  ];
  return [{ heading: 'Niet bezorgd', lines: [...undelivered], buttons, tone: 'warning' }];
}

/** "Niet bezorgd" in words: who has no chat with Routewijzer yet, and where sending failed. Nothing about why. */
export function undeliveredLines(parts: Pick<Parts, 'route'>, rows: readonly Undelivered[], people: ReadonlyMap<string, Person>): string[] {
  const lines = rows.flatMap(({ place, state }) => {
    if (state === 'told') return [];
    if (place.kind === 'stagnatiepunt') {
      return [state === 'waiting' ? 'De melding aan het stagnatiepunt is nog niet bezorgd: er is nog geen kanaal gekoppeld.'
        : 'De melding aan het stagnatiepunt is niet bezorgd: Teams nam het bericht niet aan. Bel of mail zelf.'];
    }
    const name = nameFor(parts, people.get(place.personId));
    return [state === 'waiting' ? `Nog niet bezorgd aan ${name}: diegene heeft nog geen chat met Routewijzer. Bel of mail zelf.`
      : `Niet bezorgd aan ${name}: Teams nam het bericht niet aan. Bel of mail zelf.`];
  });
  // Two cards to one person are one thing to know.
  return [...new Set(lines)];
}

/** Where something was given up, each place once. */
export function notDeliveredTo(parts: Pick<Parts, 'route'>, rows: readonly Undelivered[], people: ReadonlyMap<string, Person>): NotDelivered[] {
  const places = new Map(rows.filter(({ state }) => state === 'dead').map(({ place }) => [placeText(place), place]));
  return [...places].map(([text, place]) => ({ place: text, name: place.kind === 'stagnatiepunt' ? 'het stagnatiepunt' : nameFor(parts, people.get(place.personId)) }));
}

function nameFor({ route }: Pick<Parts, 'route'>, person: Person | undefined): string {
  return person ? `${person.name} (${roleLabel(route, person.role)})` : 'een deelnemer';
}
