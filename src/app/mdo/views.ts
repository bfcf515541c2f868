import { invitationGate, isOn, runsMdo } from '../../case/mdo/invitation.js';
import { lastDay } from '../../case/mdo/moments.js';
import { seatOf } from '../../case/people/circle.js';
import type { CaseState } from '../../case/state.js';
import { dayOf } from '../../case/time.js';
import type { CardData } from '../../cards/data.js';
import { takesPart } from '../case/takes-part.js';
import { show, type Parts } from '../parts.js';
import type { Person, Rendered } from '../ports.js';
import type { CardsOfCase, Drawing, Views } from '../views.js';
import { afterCard, attendForm, cancelForm, recordForm } from './forms.js';
import { mdoCard } from './present-card.js';
import { mdoForm } from './present-form.js';
import { invitationCard } from './present-invitation.js';
import { standInsFor } from './stand-ins.js';

const form = (parts: Parts, data: CardData<'form'> | undefined): Rendered | undefined => data && show(parts, 'form', data);

export const mdoViews = {
  'mdo-form': { form: true, draw: async ({ parts, loaded, view, typed }) => {
    const colleagues = await parts.store.peopleOfRegion(loaded.state.region);
    return show(parts, 'mdo-form', mdoForm(loaded, view, colleagues, typed));
  } },
  mdo: { form: false, draw: ({ parts, loaded, view }) => {
    const data = mdoCard(loaded, view);
    return data && show(parts, 'mdo', data);
  } },
  'mdo-record': { form: true, draw: async ({ parts, loaded, view, typed }) => {
    const invitee = loaded.state.mdo?.invitees.find((one) => one.key === typed['invitee']);
    return form(parts, recordForm(loaded, view, await standInsFor(parts, loaded, invitee), typed));
  } },
  'mdo-cancel': { form: true, draw: ({ parts, loaded, view, typed }) => form(parts, cancelForm(loaded, view, typed)) },
  'mdo-attend': { form: true, draw: ({ parts, loaded, view, typed }) => form(parts, attendForm(loaded, view, typed)) },
} satisfies Views;

export const mdoCards: CardsOfCase = {
  invitation: {
    draw: async ({ parts, loaded, view, typed }) => {
      const invitee = loaded.state.mdo?.invitees.find((one) => one.personId === view.viewer.id);
      const data = invitationCard(loaded, view, await standInsFor(parts, loaded, invitee), typed);
      return data && show(parts, 'invitation', data);
    },
    // A first invitation leaves only through an open gate: a closed one says nothing at all to this person.
    news: (parts, state, viewer) => {
      const today = dayOf(parts.clock.now());
      const { mdo } = state;
      const invitee = mdo?.invitees.find((one) => one.personId === viewer.id);
      if (!mdo || !invitee || mdo.held || lastDay(mdo) < today || state.closed || !viewer.registered) return false;
      return invitationGate(parts.route, state, mdo, invitee, today).open;
    },
  },
  'mdo-after': {
    draw: (drawing) => {
      const data = mayRecord(drawing) ? afterCard(drawing.loaded, drawing.view) : undefined;
      return data && show(drawing.parts, 'sheet', data);
    },
    news: (parts, state, viewer) => state.mdo !== null && isOn(state.mdo) && state.closed === null && viewer.registered && seated(parts, state, viewer),
  },
};

function mayRecord({ parts, loaded, view }: Drawing): boolean {
  const { state } = loaded;
  return state.mdo !== null && runsMdo(state, state.mdo, view.viewer.id) && takesPart(loaded, view.viewer) && seated(parts, state, view.viewer);
}

function seated(parts: Parts, state: CaseState, viewer: Person): boolean {
  return seatOf(parts.route, state, viewer.id, dayOf(parts.clock.now()))?.kind === 'open';
}
