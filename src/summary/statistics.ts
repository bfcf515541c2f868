import { ageOn } from '../case/consent/age.js';
import { struckIn } from '../case/record/entries.js';
import type { RecordedCaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { dayOf, daysBetween } from '../case/time.js';

/** What remains of a case that was forgotten: one line to count, without code, text or people. */
export interface Statistic {
  readonly region: string;
  /** YYYY-MM: a day would tell more than a count needs. */
  readonly opened: string;
  readonly ended: string;
  readonly step: string;
  readonly ageBand: string;
  /** Did it ever stand still? */
  readonly stalled: boolean;
  readonly ending: string;
  /** Rounded: days would tell, with the months, on which day it began. */
  readonly weeksOpen: number;
}

/** The ending of a case that was deleted while it was open. */
export const DELETED = 'verwijderd';

/** The line for this case as it is forgotten at `now`; of a closed one its end counts, not the end of its keeping. */
export function statisticOf(state: CaseState, events: readonly RecordedCaseEvent[], now: string): Statistic {
  const struck = struckIn(events);
  const end = state.closed?.at ?? now;
  return {
    region: state.region, opened: monthOf(state.openedAt), ended: monthOf(end), step: state.step?.id ?? '', ageBand: ageOn(state, dayOf(end)).ageBand,
    stalled: events.some((event, index) => (event.type === 'CaseStuck' || event.type === 'Escalated') && !struck.has(index + 1)),
    ending: state.closed?.ending ?? DELETED, weeksOpen: Math.round(daysBetween(state.openedAt, end) / 7),
  };
}

function monthOf(instant: string): string {
  return dayOf(instant).slice(0, 7);
}
