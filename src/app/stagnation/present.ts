import type { CardData } from '../../cards/data.js';
import { isKnown } from '../../case/stagnation/knows.js';
import type { Stagnation } from '../../case/stagnation/state.js';
import { dayOf, daysBetween, showDay, showDays } from '../../case/time.js';
import { roleLabel } from '../../route/roles.js';
import type { Route } from '../../route/model.js';
import type { Instant } from '../ports.js';
import type { LoadedCase } from '../run-case.js';
import { button, labels, word, type Banner } from '../present/words.js';
import { reasonText } from './words.js';

/** What may be told of a stagnation to those who take no part: step, role and duration. Never who, never what about. */
export function inShort({ state }: LoadedCase, route: Route, now: Instant): { step: string; role: string; duration: string } | undefined {
  if (!state.step) return undefined;
  const ended = state.stagnation ? undefined : state.lastStagnation ?? undefined;
  return {
    step: labels(route).step(state.step.id),
    role: roleLabel(route, state.step.holderRole),
    // The step begins anew when it ends, so then it is the time that it had stood still.
    duration: showDays(ended ? daysBetween(ended.since, ended.endedAt) : daysBetween(state.step.startedAt, now)),
  };
}

/** What the stagnatiepunt channel may see: code, step, role and duration. `claimerGone`: a colleague may take over. It tells nothing about the child, not even an age. */
export function stagnationCard(loaded: LoadedCase, route: Route, now: Instant, banner: Banner | undefined, claimerGone = false): CardData<'stagnation'> | undefined {
  const { stream, version, state } = loaded;
  const stagnation = state.stagnation?.atStagnatiepunt ? state.stagnation : undefined;
  const ended = stagnation ? undefined : state.lastStagnation ?? undefined;
  const shown: Stagnation | undefined = stagnation ?? ended;
  const short = inShort(loaded, route, now);
  if (!shown?.atStagnatiepunt || !short) return undefined;
  return {
    code: state.code,
    ...short,
    reason: shown.kind ? 'Een deelnemer meldt dat het vastloopt.' : reasonText(shown),
    ...stateOf(stagnation, ended, claimerGone),
    parents: isKnown(state, shown, dayOf(now))
      ? 'Ouders weten dat dit is voorgelegd (vanaf 16 jaar: de jongere).'
      : 'Of ouders (vanaf 16 jaar: de jongere) dit weten, is niet vastgelegd in Routewijzer.',
    buttons: stagnation && (!stagnation.claimedBy || claimerGone) ? [button('Ik pak dit op', 'claim', { ref: stream, seen: version }, {}, 'positive')] : [],
    ...(banner ? { banner } : {}),
  };
}

function stateOf(stagnation: Stagnation | undefined, ended: { ending: string; endedAt: string } | undefined, claimerGone: boolean): { state: string; tone: 'open' | 'claimed' | 'closed' } {
  if (ended) return { state: `Afgerond op ${showDay(dayOf(ended.endedAt))}: ${word(ended.ending)}.`, tone: 'closed' };
  if (stagnation?.claimedAt && claimerGone) return { state: 'Wie dit oppakte, werkt niet meer bij het stagnatiepunt. Een collega kan het overnemen.', tone: 'open' };
  if (stagnation?.claimedAt) return { state: `Opgepakt door het stagnatiepunt op ${showDay(dayOf(stagnation.claimedAt))}.`, tone: 'claimed' };
  return { state: stagnation && stagnation.repeated > 0 ? 'Nog niet opgepakt. Dit is opnieuw gemeld.' : 'Nog niet opgepakt.', tone: 'open' };
}
