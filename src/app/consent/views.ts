import { reachOf } from '../../case/consent/reach.js';
import { seatOf } from '../../case/people/circle.js';
import type { CaseState } from '../../case/state.js';
import { dayOf } from '../../case/time.js';
import { chatOf, show, type Parts } from '../parts.js';
import type { Person } from '../ports.js';
import type { CardsOfCase, Drawing, Views } from '../views.js';
import { dangerForm } from './danger.js';
import { ageForm, borderForm } from './forms-age.js';
import { consentForm, gezagForm } from './forms.js';
import { consentCard } from './present.js';
import { noForm } from './no-form.js';
import { registrationForm } from './registrations.js';
import { ageCard, sharingCard } from './told.js';

export const consentViews = {
  consent: { form: false, draw: ({ parts, loaded, view }) => show(parts, 'consent', consentCard(loaded, view)) },
  'consent-form': { form: true, draw: ({ parts, loaded, view, typed }) => show(parts, 'form', consentForm(loaded, view, typed)) },
  'no-form': { form: true, closedSeat: true, draw: ({ parts, loaded, view, typed }) => show(parts, 'form', noForm(loaded, view, typed)) },
  'gezag-form': { form: true, draw: ({ parts, loaded, view, typed }) => show(parts, 'form', gezagForm(loaded, view, typed)) },
  'border-form': { form: true, draw: ({ parts, loaded, view, typed }) => show(parts, 'form', borderForm(loaded, view, typed)) },
  'age-form': { form: true, draw: ({ parts, loaded, view, typed }) => show(parts, 'form', ageForm(loaded, view, typed)) },
  registrations: { form: true, draw: ({ parts, loaded, view, typed }) => show(parts, 'form', registrationForm(loaded, view, typed)) },
  'danger-form': { form: true, draw: ({ parts, loaded, view, typed }) => show(parts, 'form', dangerForm(loaded, view, typed)) },
} satisfies Views;

export const consentCards: CardsOfCase = {
  sharing: {
    draw: async (drawing) => (await wasReached(drawing) ? show(drawing.parts, 'sheet', sharingCard(drawing.loaded, drawing.view)) : undefined),
    // Where the gate opened again before this left, nothing stopped.
    news: (parts, state, viewer) => viewer.registered && reachOf(parts.route, state, viewer.id, today(parts)).some((one) => !one.open),
  },
  age: {
    draw: ({ parts, loaded, view }) => {
      const data = asks(parts, loaded.state, view.viewer) ? ageCard(loaded, view) : undefined;
      return data && show(parts, 'sheet', data);
    },
    news: (parts, state, viewer) => state.closed === null && asks(parts, state, viewer),
  },
};

/** Somebody who was invited and never got the invitation is told nothing at all, not even that it stopped. */
async function wasReached({ parts, loaded, view: { viewer } }: Drawing): Promise<boolean> {
  if (loaded.state.people.some((one) => one.person === viewer.id)) return true;
  return await parts.store.sentCard(loaded.stream, 'invitation', chatOf(viewer)) !== undefined;
}

/** Owner and holder see to it that the right people are asked. */
function asks(parts: Parts, state: CaseState, viewer: Person): boolean {
  const concerned = viewer.id === state.owner || viewer.id === state.step?.holder;
  return concerned && viewer.registered && seatOf(parts.route, state, viewer.id, today(parts))?.kind === 'open';
}

function today(parts: Parts): string {
  return dayOf(parts.clock.now());
}
