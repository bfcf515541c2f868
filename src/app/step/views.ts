import { seatOf } from '../../case/people/circle.js';
import { dayOf } from '../../case/time.js';
import { closedSeatCard } from '../case/closed-seat.js';
import { takesPart } from '../case/takes-part.js';
import { show } from '../parts.js';
import type { CardsOfCase, Views } from '../views.js';
import { closeForm, reopenForm } from './ending.js';
import { termCard } from './present.js';

export const stepViews = {
  term: { form: true, draw: ({ parts, loaded, view, typed }) => {
    const data = termCard(loaded, view, 'case', typed);
    return data && show(parts, 'term', data);
  } },
  close: { form: true, draw: ({ parts, loaded, view, typed }) => show(parts, 'form', closeForm(loaded, view, typed)) },
  reopen: { form: true, closed: true, draw: ({ parts, loaded, view, typed }) => {
    const data = reopenForm(loaded, view, typed);
    return data && show(parts, 'form', data);
  } },
} satisfies Views;

export const stepCards: CardsOfCase = {
  term: {
    draw: (drawing) => {
      const { parts, loaded, view, typed } = drawing;
      const seat = takesPart(loaded, view.viewer) ? seatOf(parts.route, loaded.state, view.viewer.id, dayOf(view.now)) : undefined;
      if (seat?.kind === 'closed') return closedSeatCard(drawing);
      const data = seat && termCard(loaded, view, 'term', typed);
      return data && show(parts, 'term', data);
    },
    news: (parts, state, viewer) => Boolean(state.step?.asked) && state.closed === null && seatOf(parts.route, state, viewer.id, dayOf(parts.clock.now()))?.kind === 'open',
  },
};
