import type { Route } from '../../route/model.js';
import { gateFor, type Gate } from '../consent/gate.js';
import { INVOLVE } from '../consent/purposes.js';
import { seatOf } from '../people/circle.js';
import type { CaseState } from '../state.js';
import type { Invitee } from './events.js';
import type { Mdo } from './state.js';

/** May this MDO be shared with this invitee on this day (YYYY-MM-DD)? */
export function invitationGate(route: Route, state: CaseState, mdo: Pick<Mdo, 'sender'>, invitee: Pick<Invitee, 'recipient'>, day: string): Gate {
  return gateFor(route, state, { sender: mdo.sender, recipient: invitee.recipient, purpose: INVOLVE }, day);
}

/** Who organises it; the owner of the case too, so that an MDO never hangs on somebody who left. */
export function runsMdo(state: Pick<CaseState, 'owner'>, mdo: Pick<Mdo, 'organiser'>, person: string | undefined): boolean {
  return person !== undefined && (person === mdo.organiser || person === state.owner);
}

/** Who is asked about it: the organiser, or the owner where the organiser takes no part any more or may not see the case on this day; undefined for nobody. */
export function runnerOf(route: Route, state: CaseState, mdo: Pick<Mdo, 'organiser'>, day: string): string | undefined {
  return [mdo.organiser, state.owner].find((one) => seatOf(route, state, one, day)?.kind === 'open');
}

/** It is still to come, or at least nobody recorded that it was held or called off. */
export function isOn({ cancelled, held }: Pick<Mdo, 'cancelled' | 'held'>): boolean {
  return cancelled === null && held === null;
}
