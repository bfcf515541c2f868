import type { Route } from '../../route/model.js';
import { afterDays } from '../calendar.js';
import type { CommandOf } from '../commands.js';
import { happened, type Circumstances, type Decision } from '../decision.js';
import type { CaseState } from '../state.js';

/** When the channel hears again of a case that nobody picked up, in working days; null where the region agreed nothing (N-17). */
export function againAt({ region, calendar }: Pick<Route, 'region' | 'calendar'>, now: string): string | null {
  return region.stagnatiepunt ? afterDays(calendar, 'work', now, region.stagnatiepunt.againAfterDays) : null;
}

function waits({ stagnation }: CaseState, at: 'againAt' | 'secondAt', now: string): boolean {
  const due = stagnation?.[at] ?? null;
  return due !== null && due <= now && stagnation?.atStagnatiepunt === true && stagnation.claimedBy === null;
}

/** Nobody picked it up within the werkafspraak: the channel is told again. Late, claimed or over: nothing. */
export function unclaimed(state: CaseState, { route, now }: Circumstances): Decision {
  if (!waits(state, 'againAt', now)) return happened();
  const agreed = route.region.stagnatiepunt;
  return happened({ type: 'StagnationRepeated', data: { secondAt: agreed ? afterDays(route.calendar, 'work', now, agreed.secondAfterDays) : null } });
}

/** Still nobody: the second person is asked to see that somebody does. Where the register does not know them nothing is lost: the channel's card stands. */
export function unclaimedStill(state: CaseState, { second }: CommandOf<'unclaimed-second'>, { now }: Circumstances): Decision {
  return second !== null && waits(state, 'secondAt', now) ? happened({ type: 'SecondAsked', data: { person: second } }) : happened();
}
