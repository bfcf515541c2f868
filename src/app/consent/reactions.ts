import { nextBorder } from '../../case/consent/age.js';
import { isYes } from '../../case/consent/answers.js';
import { reachChanged } from '../../case/consent/reach.js';
import type { RecordedCaseEvent } from '../../case/events.js';
import type { CaseState } from '../../case/state.js';
import { dayOf, instantOn, plusDays } from '../../case/time.js';
import { chatOf } from '../parts.js';
import type { OutboxInput } from '../store-port.js';
import type { React, Reacting } from '../reacting.js';

/** Not at night: the gate itself does not wait for it. */
const MORNING = '09:00';

export const reactToConsent: React = (event, on) => {
  switch (event.type) {
    case 'CaseOpened': return ageTimer(on);
    case 'CaseReopened': return [...ageTimer(on), ...untilTimer(on)];
    case 'BorderMonthSet': return [...ageTimer(on), ...gates(event, on)];
    case 'AgeBorderPassed': case 'AgeCorrected': return [...ageTimer(on), ...asksAgain(on, 'anew'), ...gates(event, on)];
    case 'ConsentRecorded': case 'GezagRecorded': return [...untilTimer(on), ...asksAgain(on, 'update'), ...gates(event, on)];
    case 'EntryStruck': case 'CaseTookOver': return [...untilTimer(on), ...gates(event, on)];
    case 'DangerNoted': return event.data.knows.map((person) => on.anew('case', chatOf(person)));
    default: return [];
  }
};

function ageTimer({ after, timer }: Reacting): readonly OutboxInput[] {
  const border = nextBorder(after);
  return border ? [timer('age', instantOn(border.on, MORNING))] : [];
}

/** One timer, for the first of the days on which a yes ends: what it leads to sets the next. */
function untilTimer({ after, timer }: Reacting): readonly OutboxInput[] {
  const first = after.ledger.flatMap(({ until, status }) => (until !== null && isYes(status) ? [until] : [])).sort()[0];
  return first === undefined ? [] : [timer('consent-until', instantOn(plusDays(first, 1), MORNING))];
}

/** Owner and holder hear who must be asked now; answers that come in are seen on the same card. */
function asksAgain({ after, anew, card }: Reacting, how: 'anew' | 'update'): readonly OutboxInput[] {
  const concerned = new Set([after.owner, ...(after.step ? [after.step.holder] : [])]);
  return [...concerned].map((person) => (how === 'anew' ? anew('age', chatOf(person)) : card('age', chatOf(person), 'update')));
}

/** Where a gate closed, everybody behind it is told afresh, and invitations close; where it opened again, the card that said so says that. */
function gates(event: RecordedCaseEvent, { before, after, now, route, anew, card }: Reacting): readonly OutboxInput[] {
  if (!before) return [];
  const today = dayOf(now);
  const { stopped, resumed } = reachChanged(route, { state: before, day: lastDayBefore(event, today) }, { state: after, day: today });
  const invitations = [...new Set(invited(after))].map((person) => card('invitation', chatOf(person), 'update'));
  return [...invitations, ...stopped.map((person) => anew('sharing', chatOf(person))), ...resumed.map((person) => card('sharing', chatOf(person), 'update'))];
}

/** What time closed was open on the day before: on the day itself the gate knew it already. */
function lastDayBefore(event: RecordedCaseEvent, today: string): string {
  const byTime = event.type === 'AgeBorderPassed' || (event.type === 'ConsentRecorded' && event.data.status === 'verlopen');
  return byTime ? plusDays(event.data.on, -1) : today;
}

function invited({ mdo }: CaseState): string[] {
  return mdo?.invitees.flatMap((one) => (one.personId === null ? [] : [one.personId])) ?? [];
}
