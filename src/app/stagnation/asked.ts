import type { CardData } from '../../cards/data.js';
import { mdoAhead } from '../../case/stagnation/point.js';
import { dayOf } from '../../case/time.js';
import type { CaseView } from '../present/view.js';
import { button, dutchDay, formButton, labels, unsafeButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';

function base({ state }: LoadedCase, view: CaseView) {
  return {
    code: state.code, status: state.step ? labels(view.route).step(state.step.id) : '', nav: [unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** The stagnatiepunt asks somebody politely to record how it stands. */
export function nudgeSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> | undefined {
  const { stream, version, state, events } = loaded;
  const shown = state.stagnation ?? state.lastStagnation;
  const asked = shown?.nudges.filter((one) => one.person === view.viewer.id).at(-1);
  if (!asked) return undefined;
  const target = { ref: stream, seen: version };
  const open = state.stagnation !== null && state.closed === null;
  const since = open && events.some((event) => event.actor === view.viewer.id && event.at > asked.at);
  return {
    ...base(loaded, view), name: 'nudge',
    title: open ? 'Het stagnatiepunt vraagt of je wilt vastleggen hoe het ervoor staat' : 'Dit is niet meer nodig: bedankt',
    intro: open ? `Gevraagd op ${dutchDay(dayOf(asked.at))}. Routewijzer weet alleen wat er is vastgelegd. Misschien is er al veel gedaan.` : 'De casus loopt volgens Routewijzer niet meer vast.',
    sections: since ? [{ heading: '', lines: ['Je hebt daarna iets vastgelegd. Bedankt.'], tone: 'good' }] : [],
    buttons: open ? [
      formButton('Leg vast hoe het ervoor staat', 'term', target, {}, 'positive'), button('Bekijk de casus', 'show', target, { view: 'case' }),
    ] : [button('Bekijk de casus', 'show', target, { view: 'case' })],
  };
}

/** A proposal to those who take part; they decide (ROL-STP-03). */
export function proposalSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> | undefined {
  const { stream, version, state } = loaded;
  const shown = state.stagnation ?? state.lastStagnation;
  if (!shown?.mdoProposedAt) return undefined;
  const target = { ref: stream, seen: version };
  const planned = mdoAhead(state, dayOf(view.now));
  const open = state.stagnation !== null && state.closed === null && !planned;
  const settled = planned ? 'Er is een MDO gepland.' : 'De casus loopt volgens Routewijzer niet meer vast.';
  return {
    ...base(loaded, view), name: 'mdo-proposal',
    title: 'Het stagnatiepunt stelt een MDO voor',
    intro: open ? `Voorgesteld op ${dutchDay(dayOf(shown.mdoProposedAt))}. Jullie kiezen zelf of jullie dit doen. Iedereen die meedoet, kan het MDO starten.` : settled,
    sections: [],
    buttons: [
      ...(open ? [formButton('Start een MDO', 'mdo-form', target, {}, 'positive')] : []),
      button('Bekijk de casus', 'show', target, { view: 'case' }),
    ],
  };
}
