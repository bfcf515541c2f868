import { dayOf } from '../../case/time.js';
import { show } from '../parts.js';
import type { CardsOfCase, Views } from '../views.js';
import { nudgeSheet, proposalSheet } from './asked.js';
import { mayReadNotice, regieSheet, secondSheet } from './beyond.js';
import { ofPoint } from './claimer-left.js';
import { claimedBy, claimerSheet } from './claimer.js';
import { closeForm } from './close-form.js';
import { raisedSheet } from './raised.js';
import { regievoerdersOf } from './regievoerders.js';
import { riskForm } from './risk-form.js';
import { forParticipant } from './seated.js';
import { ofSchool } from './section.js';

export const stagnationViews = {
  /** By the claimer, who takes no part in the case. */
  'stagnation-close': {
    form: true,
    outside: (loaded, viewer) => ofPoint(viewer) && claimedBy(loaded, viewer.id) !== undefined,
    draw: async ({ parts, loaded, view, typed }) => {
      if (loaded.state.stagnation?.claimedBy === view.viewer.id && ofPoint(view.viewer)) return show(parts, 'form', closeForm(loaded, view, await regievoerdersOf(parts, loaded.state), typed));
      const ended = claimerSheet(loaded, view);
      return ended && show(parts, 'sheet', ended);
    },
  },
  risk: {
    form: true,
    draw: async ({ parts, loaded, view, typed }) => (
      ofSchool(loaded, view) ? show(parts, 'form', riskForm(loaded, view, await regievoerdersOf(parts, loaded.state), typed)) : undefined
    ),
  },
} satisfies Views;

export const stagnationCards: CardsOfCase = {
  // Drawn for the channel by `channelCard`: there is no viewer there.
  stagnation: { draw: () => undefined, news: (_parts, state) => state.stagnation?.atStagnatiepunt === true },
  'stagnation-contact': {
    draw: ({ parts, loaded, view }) => {
      const data = claimerSheet(loaded, view);
      return data && show(parts, 'sheet', data);
    },
    news: (_parts, state, viewer) => ofPoint(viewer) && state.stagnation?.claimedBy === viewer.id,
  },
  raised: forParticipant(({ loaded, view }) => raisedSheet(loaded, view), (_parts, state, viewer) => (state.stagnation ?? state.lastStagnation)?.raisedBy === viewer.id),
  nudge: forParticipant(({ loaded, view }) => nudgeSheet(loaded, view), (_parts, state, viewer) => state.stagnation?.nudges.some((one) => one.person === viewer.id) === true),
  'mdo-proposal': forParticipant(({ loaded, view }) => proposalSheet(loaded, view), (_parts, state) => Boolean(state.stagnation?.mdoProposedAt)),
  'stagnation-second': {
    draw: ({ parts, loaded, view }) => {
      const data = view.viewer.registered ? secondSheet(loaded, view) : undefined;
      return data && show(parts, 'sheet', data);
    },
    news: (_parts, { stagnation }, viewer) => stagnation?.secondAsked === viewer.id && stagnation.claimedBy === null && viewer.registered,
  },
  'regie-notice': {
    draw: ({ parts, loaded, view }) => {
      const data = regieSheet(loaded, view);
      return data && show(parts, 'sheet', data);
    },
    // Shares something with the schoolbestuur: the gate is asked again at the moment of sending.
    news: (parts, state, viewer) => mayReadNotice(parts.route, state, viewer, dayOf(parts.clock.now())),
  },
};
