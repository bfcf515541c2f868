import type { CommandOf } from '../commands.js';
import { happened, refused, type Circumstances, type Decision } from '../decision.js';
import type { CaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import { dayOf, plusDays } from '../time.js';
import { ageOn, bordersPassed, ledgerAfterBorder, ledgerAfterCorrection, runOut } from './age.js';
import { gateFor, type Sharing } from './gate.js';
import { borderMonthOf } from './month.js';

/** In which month the child passes the next border (N-14); empty takes away what was there. */
export function setBorderMonth(state: CaseState, command: CommandOf<'set-border-month'>, { now }: Circumstances): Decision {
  const today = dayOf(now);
  const found = borderMonthOf(command.month, ageOn(state, today).ageBand, today);
  if (found.kind === 'refused') return refused(found.id, found.details);
  if (found.month === state.borderMonth) return happened();
  // A border of which the timer is late comes first: the new month belongs to the one after it.
  return happened(...passed(state, today), { type: 'BorderMonthSet', data: { month: found.month } });
}

/**
 * A band that was chosen wrongly, or that a wrong month moved on. By the owner, or by who is "aan zet". What the jeugdige
 * agreed to at the wrong age is asked again, and no gate opens by the correction alone: there everybody is asked again.
 */
export function correctAge(state: CaseState, { ageBand, month: typed }: CommandOf<'correct-age'>, { route, now, actor }: Circumstances): Decision {
  const today = dayOf(now);
  if (actor?.person !== state.owner && actor?.person !== state.step?.holder) return refused('age-not-yours');
  if (route.facts.get(route.ageFact)?.values.some((value) => value.id === ageBand) !== true) return refused('choose-age');
  const found = borderMonthOf(typed, ageBand, today);
  if (found.kind === 'refused') return refused(found.id, found.details);
  const { month } = found;
  // A border of which the timer is late comes first: it was passed, at the age that was known.
  const before = passed(state, today);
  const late = bordersPassed(state, today).reduce((ledger, border) => ledgerAfterBorder(ledger, border), state.ledger);
  const stands: CaseState = { ...state, ...ageOn(state, today), ledger: late };
  if (stands.ageBand === ageBand) return stands.borderMonth === month ? happened(...before) : happened(...before, { type: 'BorderMonthSet', data: { month } });
  const right: CaseState = { ...stands, ageBand, borderMonth: month, ledger: ledgerAfterCorrection(late, []) };
  const opened = sharingsIn(state).filter((one) => !gateFor(route, stands, one, today).open && gateFor(route, right, one, today).open);
  return happened(...before, { type: 'AgeCorrected', data: { from: stands.ageBand, to: ageBand, on: today, month, anew: opened } });
}

function sharingsIn({ ledger }: CaseState): Sharing[] {
  const all = ledger.map(({ sender, recipient, purpose }) => ({ sender, recipient, purpose }));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

/** Time: the child passed 12, 16 or 18. Where nothing was passed, because somebody changed the month, nothing happens. */
export function borderPassed(state: CaseState, _command: CommandOf<'border-passed'>, { now }: Circumstances): Decision {
  return happened(...passed(state, dayOf(now)));
}

function passed(state: CaseState, today: string): readonly CaseEvent[] {
  return bordersPassed(state, today).map((border) => ({ type: 'AgeBorderPassed', data: border }));
}

/** Time: the last agreed day of a yes has passed. The gate knew that already; now the ledger says it too. */
export function consentExpired(state: CaseState, _command: CommandOf<'consent-expired'>, { route, now }: Circumstances): Decision {
  return happened(...state.ledger.filter((entry) => runOut(entry, dayOf(now))).map(({ sender, recipient, purpose, who, how, until }): CaseEvent => ({
    type: 'ConsentRecorded',
    data: { sender, recipient, purpose, who, status: 'verlopen', how: how === 'schriftelijk' ? how : 'mondeling', on: plusDays(until ?? '', 1), until: null, matrix: route.consentHash },
  })));
}
