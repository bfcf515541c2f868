import type { ConsentRequirement, Route } from '../../route/model.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';
import type { Who } from '../values.js';
import { consentOn } from './age.js';
import { entriesFor, gateFor, isSelf, type Sharing } from './gate.js';
import { INVOLVE } from './purposes.js';
import type { LedgerEntry } from './state.js';

/** Somebody whose word the route asks for, and what stands of it. */
export interface Asked {
  /** `gezaghebbenden` while nobody recorded who they are. */
  readonly who: Who | 'gezaghebbenden';
  /** `knows`: the route is silent, they must know and agree (N-10); `inform`: is told, not asked (TOE-08). */
  readonly weight: 'required' | 'advice' | 'unless-declined' | 'knows' | 'inform';
  readonly said: LedgerEntry | undefined;
}

/** One way along which something of this case is, or is to be, shared. */
export interface SharingOverview extends Sharing {
  readonly requirement: ConsentRequirement;
  /** In the order in which they are asked: from 16 the jongere first (C-01). */
  readonly asked: readonly Asked[];
  /** Everything that was said about it, also by somebody whom the route does not ask (any more). */
  readonly said: readonly LedgerEntry[];
  readonly open: boolean;
  /** Dutch sentences: what is missing or forbids it; empty while it is open. */
  readonly reasons: readonly string[];
}

/**
 * What is shared, or was meant to be, with whom and for what, as it stands on `day` (YYYY-MM-DD): every sharing about which
 * something was said, or that lets somebody take part. For parents and jeugdige too: danger and what only professionals see is not in it.
 */
export function sharingOverview(route: Route, state: CaseState, day: string): readonly SharingOverview[] {
  return sharingsOf(route, state).map((sharing) => sharingOn(route, state, sharing, day));
}

/** One sharing as it stands on this day. */
export function sharingOn(route: Route, state: CaseState, sharing: Sharing, day: string): SharingOverview {
  const { ageBand, gezag, ledger } = consentOn(state, day);
  const gate = gateFor(route, state, sharing, day);
  const said = entriesFor(ledger, sharing);
  const asked = askedFor(gate.requirement, gezag, ageBand).map(({ who, weight }): Asked => ({ who, weight, said: said.find((entry) => entry.who === who) }));
  const { sender, recipient, purpose } = sharing;
  return { sender, recipient, purpose, requirement: gate.requirement, asked, said, open: gate.open, reasons: gate.open ? [] : gate.reasons };
}

/** The sharings of which this case knows: by what was said, by who takes part from another side, and by who is invited. */
function sharingsOf(route: Route, state: CaseState): readonly Sharing[] {
  const involve = (sender: string | null, role: string): Sharing[] => (sender === null ? [] : [{ sender, recipient: sidesOf(route, role).receives, purpose: INVOLVE }]);
  const { mdo } = state;
  const all: readonly Sharing[] = [
    ...state.people.flatMap((one) => involve(one.sender, one.role)),
    ...state.outsiders.flatMap((one) => involve(one.sender, one.role)),
    ...(mdo && !mdo.cancelled ? mdo.invitees.map(({ recipient }) => ({ sender: mdo.sender, recipient, purpose: INVOLVE })) : []),
    ...state.ledger.map(({ sender, recipient, purpose }) => ({ sender, recipient, purpose })),
  ];
  const apart = new Map(all.filter((one) => one.sender !== one.recipient).map((one) => [JSON.stringify([one.sender, one.recipient, one.purpose]), one]));
  const order = [...route.parties.keys()];
  const place = ({ sender, recipient }: Sharing) => order.indexOf(sender) * order.length + order.indexOf(recipient);
  return [...apart.values()].sort((one, other) => place(one) - place(other));
}

type Needed = Pick<Asked, 'who' | 'weight'>;

function askedFor(requirement: ConsentRequirement, gezag: readonly Who[], ageBand: string): readonly Needed[] {
  const each = (who: Who | 'gezaghebbenden', weight: Asked['weight']): Needed[] => (who !== 'gezaghebbenden' || gezag.length === 0 ? [{ who, weight }] : gezag.map((one) => ({ who: one, weight })));
  switch (requirement.kind) {
    case 'none': return [];
    case 'inform': return requirement.inform.flatMap((who) => each(who, 'inform'));
    case 'silent': return each(isSelf(ageBand) ? 'jeugdige' : 'gezaghebbenden', 'knows');
    case 'ask': return requirement.ask.flatMap(({ who, weight }) => each(who, weight));
  }
}
