import type { CardData } from '../../cards/data.js';
import { isKnown } from '../../case/stagnation/knows.js';
import { notToHandOn, schoolsOfBoard } from '../../case/stagnation/schools.js';
import { dayOf, showDay } from '../../case/time.js';
import type { Route } from '../../route/model.js';
import type { CaseState } from '../../case/state.js';
import type { Person } from '../ports.js';
import type { CaseView } from '../present/view.js';
import { button, unsafeButton, word } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { inShort } from './present.js';

/** To the second person whom the region names: that nobody has picked it up. Code, step, role and duration; no contacts. */
export function secondSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> | undefined {
  const { state } = loaded;
  const shown = state.stagnation ?? state.lastStagnation;
  const short = inShort(loaded, view.route, view.now);
  if (shown?.secondAsked !== view.viewer.id || !short) return undefined;
  const waits = state.stagnation !== null && state.stagnation.claimedBy === null;
  const agreed = view.route.region.stagnatiepunt;
  return {
    name: 'stagnation-second', code: state.code,
    title: waits ? 'Nog niemand heeft deze casus opgepakt' : state.stagnation ? 'Opgepakt door het stagnatiepunt' : 'Afgerond',
    status: '',
    intro: waits ? 'Deze casus staat in het kanaal van het stagnatiepunt. Wil je ervoor zorgen dat iemand hem oppakt?' : 'Je hoeft hier niets meer voor te doen.',
    sections: [
      { heading: '', facts: [{ title: 'Stap', value: short.step }, { title: 'Rol', value: short.role }, { title: 'Hoe lang', value: short.duration }] },
      ...(waits && agreed ? [{ heading: '', lines: [agreed.proposal ? 'Deze termijn is een voorbeeld en nog niet lokaal afgesproken.' : `Lokaal afgesproken door ${agreed.setBy} op ${showDay(agreed.setOn)}.`] }] : []),
    ],
    buttons: [], nav: [unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** May the regievoerder to whom it was handed on see the notice on this day? The gate is asked again each time. */
export function mayReadNotice(route: Route, state: CaseState, viewer: Person, day: string): boolean {
  const ended = state.lastStagnation;
  return ended?.to === viewer.id && viewer.registered && viewer.role === 'regievoerder' && notToHandOn(route, state, isKnown(state, ended, day), day).length === 0;
}

/** To the regievoerder zorg of the school's board: that a case was handed on, and on what it is stuck. Nothing of the child. */
export function regieSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> | undefined {
  const { state, events } = loaded;
  const { route, viewer, now } = view;
  const ended = state.lastStagnation;
  const short = inShort(loaded, route, now);
  if (!viewer.registered || !short) return undefined;
  const about = { name: 'regie-notice', code: state.code, buttons: [button('Mijn leerlingen', 'risk-list', { ref: '', seen: 0 })], nav: [unsafeButton()], ...(view.banner ? { banner: view.banner } : {}) };
  if (ended?.to !== viewer.id) {
    const before = events.some((event) => event.type === 'StagnationClosed' && event.data.to === viewer.id);
    return before ? { ...about, title: `Casus ${state.code}: dit is oud`, status: '', intro: 'Wat hier stond, klopt niet meer en is weggehaald.', sections: [] } : undefined;
  }
  if (!mayReadNotice(route, state, viewer, dayOf(now))) {
    return { ...about, title: `Casus ${state.code}: delen stopt`, status: '', intro: 'Er is nu geen toestemming om dit met jou te delen. Deel zelf ook niets meer over dit kind op grond van deze casus.', sections: [] };
  }
  return {
    ...about,
    title: 'Het stagnatiepunt geeft deze casus aan jou door',
    status: state.closed ? 'De casus is intussen afgesloten.' : '',
    intro: 'Bel de school en noem de code: zij weten om welk kind het gaat. Routewijzer weet dat niet. Jij kunt het samenwerkingsverband inschakelen als dat nodig is.',
    sections: [{
      heading: '', facts: [
        { title: 'School', value: schoolsOfBoard(route, state, viewer.organisation).join(', ') },
        { title: 'Stap', value: short.step }, { title: 'Aan zet', value: short.role },
        { title: 'Stond stil', value: `${short.duration}, tot ${showDay(dayOf(ended.endedAt))}` },
        { title: 'Loopt vast op', value: ended.kind ? word(ended.kind) : 'niet vastgelegd in Routewijzer' },
      ],
    }],
  };
}
