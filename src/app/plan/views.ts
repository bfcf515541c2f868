import type { CardData } from '../../cards/data.js';
import { seatOf } from '../../case/people/circle.js';
import { dayOf } from '../../case/time.js';
import { closedSeatCard } from '../case/closed-seat.js';
import { takesPart } from '../case/takes-part.js';
import { show } from '../parts.js';
import type { CaseView, Typed } from '../present/view.js';
import type { LoadedCase } from '../run-case.js';
import type { CardOfCase, CardsOfCase, View, Views } from '../views.js';
import { evaluationCard, evaluationForm } from './evaluation.js';
import { actionForm, adoptForm, doneForm, goalsForm, levelsForm, regieForm, responsibleForm } from './forms.js';
import { draftSheet, planSheet } from './sheet.js';

const form = (draw: (loaded: LoadedCase, view: CaseView, typed: Typed) => CardData<'form'> | undefined): View => ({
  form: true,
  draw: ({ parts, loaded, view, typed }) => {
    const data = draw(loaded, view, typed);
    return data && show(parts, 'form', data);
  },
});

export const planViews = {
  levels: form(levelsForm),
  plan: { form: false, closed: true, draw: ({ parts, loaded, view }) => show(parts, 'sheet', planSheet(loaded, view)) },
  'plan-draft': { form: false, draw: ({ parts, loaded, view }) => show(parts, 'sheet', draftSheet(loaded, view)) },
  'plan-goals': form(goalsForm),
  'plan-action': form(actionForm),
  'plan-done': form(doneForm),
  'plan-responsible': form(responsibleForm),
  'plan-regie': form(regieForm),
  'plan-adopt': form(adoptForm),
  'evaluation-form': form(evaluationForm),
} satisfies Views;

/** Only for who takes part and towards whom the gate is open, at the moment of sending. */
const evaluation: CardOfCase = {
  draw: (drawing) => {
    const { parts, loaded, view } = drawing;
    const seat = takesPart(loaded, view.viewer) ? seatOf(parts.route, loaded.state, view.viewer.id, dayOf(view.now)) : undefined;
    if (seat?.kind === 'closed') return closedSeatCard(drawing);
    const data = seat && evaluationCard(loaded, view);
    return data && show(parts, 'sheet', data);
  },
  news: (parts, state, viewer) => Boolean(state.plan?.evaluateOn && state.plan.remindedAt) && state.closed === null && viewer.registered
    && seatOf(parts.route, state, viewer.id, dayOf(parts.clock.now()))?.kind === 'open',
};
export const planCards: CardsOfCase = { evaluation };
