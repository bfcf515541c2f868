import { liveHandovers } from '../../case/people/handovers.js';
import { dayOf } from '../../case/time.js';
import { show } from '../parts.js';
import type { CardsOfCase, Drawing, Views } from '../views.js';
import { handoverForm, holderForm, leaveForm, outsiderForm, personForm, referenceForm, replaceForm } from './forms.js';
import { handoverCard, mayReceive } from './handover-card.js';
import { peopleSheet } from './people-sheet.js';

const everybody = ({ parts, loaded }: Drawing) => parts.store.peopleOfRegion(loaded.state.region);

export const peopleViews = {
  people: { form: false, closed: true, draw: ({ parts, loaded, view }) => {
    const data = peopleSheet(loaded, view);
    return data && show(parts, 'sheet', data);
  } },
  'person-form': { form: true, draw: async (drawing) => show(drawing.parts, 'form', personForm(drawing, await everybody(drawing))) },
  'outsider-form': { form: true, draw: (drawing) => show(drawing.parts, 'form', outsiderForm(drawing)) },
  'holder-form': { form: true, draw: (drawing) => show(drawing.parts, 'form', holderForm(drawing)) },
  'handover-form': { form: true, draw: async (drawing) => show(drawing.parts, 'form', handoverForm(drawing, await everybody(drawing))) },
  'replace-form': { form: true, draw: async (drawing) => show(drawing.parts, 'form', replaceForm(drawing, await everybody(drawing))) },
  'reference-form': { form: true, draw: (drawing) => show(drawing.parts, 'form', referenceForm(drawing)) },
  'leave-form': { form: true, draw: (drawing) => show(drawing.parts, 'form', leaveForm(drawing)) },
} satisfies Views;

export const peopleCards: CardsOfCase = {
  handover: {
    draw: ({ parts, loaded, view }) => {
      const data = handoverCard(loaded, view);
      return data && show(parts, 'sheet', data);
    },
    // Asked again at the moment of sending: a gate that closed since says nothing at all to this person.
    news: (parts, state, viewer) => viewer.registered && state.closed === null
      && liveHandovers(state).some((one) => one.to === viewer.id && mayReceive(parts.route, state, one, dayOf(parts.clock.now()))),
  },
};
