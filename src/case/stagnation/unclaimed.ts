import type { Route } from '../../route/model.js';
import type { CommandOf } from '../commands.js';
import { happened, type Circumstances, type Decision } from '../decision.js';
import type { CaseState } from '../state.js';
import { afterWorkingDays } from '../time.js';

/** When the channel hears again of a case that nobody picked up; null where the region agreed nothing (N-17). */
export function againAt({ region }: Pick<Route, 'region'>, now: string): string | null {
  return region.stagnatiepunt ? afterWorkingDays(now, region.stagnatiepunt.againAfterDays) : null;
}

function waits({ stagnation }: CaseState, at: 'againAt' | 'secondAt', now: string): boolean {
  const due = stagnation?.[at] ?? null;
  return due !== null && due <= now && stagnation?.atStagnatiepunt === true && stagnation.claimedBy === null;
}

/** Nobody picked it up within the werkafspraak: the channel is told again. Late, claimed or over: nothing. */
export function unclaimed(state: CaseState, { route, now }: Circumstances): Decision {
  if (!waits(state, 'againAt', now)) return happened();
  const agreed = route.region.stagnatiepunt;
  return happened({ type: 'StagnationRepeated', data: { secondAt: agreed ? afterWorkingDays(now, agreed.secondAfterDays) : null } });
}

/** Still nobody: the second person is asked to see that somebody does. Where the register does not know them nothing is lost: the channel's card stands. */
export function unclaimedStill(state: CaseState, { second }: CommandOf<'unclaimed-second'>, { now }: Circumstances): Decision {
  return second !== null && waits(state, 'secondAt', now) ? happened({ type: 'SecondAsked', data: { person: second } }) : happened();
}
