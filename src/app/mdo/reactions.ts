import { afterDays, daysOf, morningAfter, morningBefore } from '../../case/calendar.js';
import type { RecordedCaseEvent } from '../../case/events.js';
import { isOn, runnerOf } from '../../case/mdo/invitation.js';
import type { Mdo } from '../../case/mdo/state.js';
import { daysOfPerson } from '../../case/reminded.js';
import type { CaseState } from '../../case/state.js';
import { dayOf } from '../../case/time.js';
import { dayKinds } from '../../case/values.js';
import { chatOf } from '../parts.js';
import type { OutboxInput } from '../store-port.js';
import type { React, Reacting } from '../reacting.js';
import { keyOf } from './timers.js';

/** After how many of their own days those who have not answered are asked again: a courtesy, no term. */
const ASK_AGAIN_DAYS = 3;

export const reactToMdo: React = (event, on) => {
  const { after, anew, card } = on;
  const mdo = after.mdo;
  const organiser = mdo ? [card('mdo-after', chatOf(whoRuns(on, mdo)), 'update')] : [];
  switch (event.type) {
    case 'MdoPlanned': return [...everyone(on, invited(on).filter((person) => stillInvited(after, person))), ...(on.before?.mdo ? [card('mdo-after', chatOf(on.before.mdo.organiser), 'update')] : []), ...timers(mdo, event, on)];
    // Said afterwards together with who was there: then there is nothing left to invite to.
    case 'MdoDateFixed': return mdo?.held ? [] : [...everyone(on, personsOf(mdo, event.data.to)), ...timers(mdo, event, on)];
    case 'MdoReminded': return event.data.why === 'geweest'
      ? mdo ? [anew('mdo-after', chatOf(whoRuns(on, mdo)))] : []
      : personsOf(mdo, event.data.to).map((person) => anew('invitation', chatOf(person)));
    case 'MdoCancelled': return [...everyone(on, personsOf(mdo, event.data.to)), ...organiser];
    case 'MdoHeld': return [...everyone(on), ...organiser];
    case 'MdoAnswered': return everyone(on);
    case 'HandoverAccepted': case 'PersonReplaced': return on.before?.mdo ? everyone(on) : [];
    case 'GezagRecorded': case 'ConsentRecorded': case 'AgeBorderPassed': case 'AgeCorrected': case 'EntryStruck': case 'CaseReopened':
      return everyone(on);
    case 'CaseClosed': return [...everyone(on), ...organiser];
    default: return [];
  }
};

/** The organiser, or the owner of the case where the organiser takes no part any more or may not see it now. */
function whoRuns({ after, route, now }: Reacting, mdo: Mdo): string {
  return runnerOf(route, after, mdo, dayOf(now)) ?? after.owner;
}

/** People of the register who are or were invited. */
function invited({ before, after }: Reacting): readonly string[] {
  const all = [before?.mdo, after.mdo].flatMap((mdo) => mdo?.invitees ?? []).flatMap((one) => (one.personId === null ? [] : [one.personId]));
  return [...new Set(all)];
}

/**
 * Every invitation brought up to date, and a new message, which is noticed, for whom it is `news`. What is still on may
 * also go out for the first time, through the gate.
 */
function everyone(on: Reacting, news: readonly string[] = []): readonly OutboxInput[] {
  const live = on.after.mdo !== null && isOn(on.after.mdo);
  return invited(on).map((person) => {
    if (news.includes(person)) return on.anew('invitation', chatOf(person));
    return on.card('invitation', chatOf(person), live && stillInvited(on.after, person) ? 'post' : 'update');
  });
}

function stillInvited(state: CaseState, person: string): boolean {
  return state.mdo?.invitees.some((one) => one.personId === person) ?? false;
}

function personsOf(mdo: Mdo | null, keys: readonly string[] = []): readonly string[] {
  return (mdo?.invitees ?? []).flatMap((one) => (one.personId !== null && keys.includes(one.key) ? [one.personId] : []));
}

/**
 * Each carries the id of its MDO: of one that was replaced it finds nothing to do. Invitees are reminded in the days of their
 * own side; planned on short notice there is no day before.
 */
function timers(mdo: Mdo | null, event: RecordedCaseEvent, on: Reacting): readonly OutboxInput[] {
  if (!mdo) return [];
  const { timer, now, route, after } = on;
  const kinds = dayKinds.filter((kind) => mdo.invitees.some((one) => one.personId !== null && daysOf(route, one.role) === kind));
  const ask = event.type === 'MdoPlanned' ? kinds.map((kind) => timer('mdo-answers', afterDays(route.calendar, kind, now, ASK_AGAIN_DAYS), keyOf(mdo.id, kind))) : [];
  if (mdo.date === '') return ask;
  const near = kinds.flatMap((kind) => {
    const at = morningBefore(route.calendar, kind, mdo.date);
    return at > now ? [timer('mdo-near', at, keyOf(mdo.id, kind))] : [];
  });
  return [...ask, ...near, timer('mdo-after', morningAfter(route.calendar, daysOfPerson(route, after, whoRuns(on, mdo)), mdo.date), mdo.id)];
}
