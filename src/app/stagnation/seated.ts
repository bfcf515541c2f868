import { seatOf } from '../../case/people/circle.js';
import type { CaseState } from '../../case/state.js';
import { dayOf } from '../../case/time.js';
import { closedSeatCard } from '../case/closed-seat.js';
import { takesPart } from '../case/takes-part.js';
import { show, type Parts } from '../parts.js';
import type { Person, Rendered } from '../ports.js';
import type { CardData } from '../../cards/data.js';
import type { CardOfCase, Drawing } from '../views.js';

/** May this participant be told something new now? */
export function mayHear(parts: Parts, state: CaseState, viewer: Person): boolean {
  return viewer.registered && state.closed === null && seatOf(parts.route, state, viewer.id, dayOf(parts.clock.now()))?.kind === 'open';
}

/** A card for a participant: drawn while their seat is open, and once it stands there it says so when sharing stops. */
export function forParticipant(data: (drawing: Drawing) => CardData<'sheet'> | undefined, news: CardOfCase['news']): CardOfCase {
  return {
    draw: (drawing): Rendered | undefined => {
      const { parts, loaded, view } = drawing;
      const seat = takesPart(loaded, view.viewer) ? seatOf(parts.route, loaded.state, view.viewer.id, dayOf(view.now)) : undefined;
      if (!seat) return undefined;
      if (seat.kind === 'closed') return closedSeatCard(drawing);
      const sheet = data(drawing);
      return sheet && show(parts, 'sheet', sheet);
    },
    news: (parts, state, viewer) => mayHear(parts, state, viewer) && news(parts, state, viewer),
  };
}
