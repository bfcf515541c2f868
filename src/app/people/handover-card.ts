import type { CardData } from '../../cards/data.js';
import type { Section } from '../../cards/generic.js';
import { seatOf } from '../../case/people/circle.js';
import { liveHandovers } from '../../case/people/handovers.js';
import { throughGate } from '../../case/people/joining.js';
import type { Handover } from '../../case/people/state.js';
import type { CaseState } from '../../case/state.js';
import { dayOf } from '../../case/time.js';
import type { Route } from '../../route/model.js';
import { roleLabel } from '../../route/roles.js';
import type { CaseView } from '../present/view.js';
import { button, dutchDay, labels, unsafeButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { personName } from './present.js';
import { HANDED, REASONS } from './words.js';

/** May the receiver be asked on this day? The gate of the offer, or the open seat of who takes part already. */
export function mayReceive(route: Route, state: CaseState, offer: Handover, day: string): boolean {
  const seat = seatOf(route, state, offer.to, day);
  return seat ? seat.kind === 'open' : throughGate(route, state, offer.sender, offer.toRole, day).ok;
}

/** The question to take over, for the receiver alone: code, step, from whom and why, and nothing else about the case. */
export function handoverCard({ stream, version, state, events }: LoadedCase, view: CaseView): CardData<'sheet'> | undefined {
  const { route, viewer, banner } = view;
  const asked = events.some((event) => event.type === 'HandoverOffered' && event.data.to === viewer.id);
  if (!asked || !viewer.registered) return undefined;
  const open = state.closed ? [] : liveHandovers(state).filter((one) => one.to === viewer.id);
  const may = open.filter((one) => mayReceive(route, state, one, dayOf(view.now)));
  const target = { ref: stream, seen: version };
  const section = (one: Handover): Section => ({
    heading: `Neem je over: ${HANDED[one.what]}?`, tone: 'accent',
    facts: [
      ...(state.step ? [{ title: 'Stap', value: labels(route).step(state.step.id) }] : []),
      { title: 'Van', value: fromWhom(one, state, view) },
      { title: 'Reden', value: REASONS[one.reason] },
      { title: 'Gevraagd op', value: dutchDay(dayOf(one.at)) },
    ],
    buttons: [
      button('Neem over', 'handover-accept', target, { handover: one.id }, 'positive'),
      button('Niet', 'handover-decline', target, { handover: one.id }),
    ],
  });
  return {
    name: 'handover', code: state.code, title: 'Overdracht van een casus', status: '',
    intro: may.length > 0 ? 'Je collega vertelt je zelf om welk kind het gaat.' : settled(state, open.length > 0, viewer.id),
    sections: may.map(section), buttons: [], nav: [button('Mijn casussen', 'cases', { ref: '', seen: 0 }), unsafeButton()],
    ...(banner ? { banner } : {}),
  };
}

function settled(state: CaseState, closed: boolean, viewer: string): string {
  if (closed) return 'Er is nu geen toestemming om deze casus met jou te delen. Daarom kun je nu niet antwoorden.';
  return state.people.some((one) => one.person === viewer) ? 'Dit is afgehandeld. Jij doet mee aan de casus.' : 'Dit is afgehandeld. Je hoeft niets te doen.';
}

function fromWhom(one: Handover, state: CaseState, view: CaseView): string {
  const from = state.people.find((person) => person.person === one.from);
  return from ? `${personName(view, one.from)}, ${roleLabel(view.route, from.role)}` : personName(view, one.from);
}
