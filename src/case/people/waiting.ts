import type { Route } from '../../route/model.js';
import { consentOn } from '../consent/age.js';
import { invitationGate, runnerOf } from '../mdo/invitation.js';
import { lastDay } from '../mdo/moments.js';
import type { Mdo } from '../mdo/state.js';
import type { CaseState } from '../state.js';
import { dayOf, instantOn, plusDays } from '../time.js';
import { seatOf } from './circle.js';
import { duoPartnerOf } from './decide-place.js';
import { liveHandovers } from './handovers.js';
import { throughGate } from './joining.js';

export const waitingKinds = [
  'hoe-staat-het', 'vraag-stagnatiepunt', 'overdracht', 'mdo-uitnodiging', 'mdo-moment', 'mdo-verlopen', 'mdo-geweest', 'plan-vastleggen', 'actie', 'evaluatie', 'toestemming', 'stagnatie',
] as const;

/** Something in a case that waits for one person. */
export interface Waiting {
  readonly what: (typeof waitingKinds)[number];
  /** Since which instant. */
  readonly since: string;
  /** The last day for it, where there is one. */
  readonly until: string | null;
  /** The card that holds it: the case's own, or another one for who need not take part. */
  readonly card: 'case' | 'handover' | 'invitation' | 'stagnation-contact';
  /** Which view of that card opens it. */
  readonly view: string;
}

/** An evaluation comes into view so many days before its day. */
const EVALUATION_AHEAD = 7;
/** A moment is to be chosen so many days before the first of them, also when not everybody answered. */
const MOMENT_AHEAD = 3;

/**
 * What waits for this person in this case at `now`, the most pressing first. A closed case waits for nobody, and nothing
 * waits for somebody with whom the case may not be shared now.
 */
export function waitingFor(route: Route, state: CaseState, person: string, now: string): readonly Waiting[] {
  if (state.closed || state.mergedInto) return [];
  const day = dayOf(now);
  const seat = seatOf(route, state, person, day);
  const inside = seat?.kind === 'open' ? [...aboutStep(state, person), ...aboutMdo(route, state, person, day), ...aboutPlan(state, person, day), ...asked(state, person, day)] : [];
  const all = [...handovers(route, state, person, day), ...invited(route, state, person, day), ...claimed(state, person), ...inside];
  return all.sort((one, other) => rank(one) - rank(other) || byUntil(one, other));
}

function rank({ what }: Waiting): number {
  return waitingKinds.indexOf(what);
}

/** The earliest last day first; then what has waited longest. */
export function byUntil(one: Waiting, other: Waiting): number {
  const last = (waiting: Waiting) => waiting.until ?? '9999-12-31';
  return last(one).localeCompare(last(other)) || one.since.localeCompare(other.since);
}

const onCase = (what: Waiting['what'], view: string, since: string, until: string | null): Waiting => ({ what, since, until, card: 'case', view });

function handovers(route: Route, state: CaseState, person: string, day: string): Waiting[] {
  const seat = seatOf(route, state, person, day);
  return liveHandovers(state).filter((one) => one.to === person && seat?.kind !== 'closed' && (seat !== undefined || throughGate(route, state, one.sender, one.toRole, day).ok))
    .map((one) => ({ what: 'overdracht', since: one.at, until: null, card: 'handover', view: 'case' }));
}

function invited(route: Route, state: CaseState, person: string, day: string): Waiting[] {
  const { mdo } = state;
  const me = mdo?.invitees.find((one) => one.personId === person);
  if (!mdo || !me || me.answer || mdo.cancelled || mdo.held || lastDay(mdo) < day) return [];
  if (!invitationGate(route, state, mdo, me, day).open) return [];
  return [{ what: 'mdo-uitnodiging', since: mdo.plannedAt, until: mdo.date === '' ? nextOption(mdo, day) : mdo.date, card: 'invitation', view: 'case' }];
}

function nextOption({ options }: Mdo, day: string): string | null {
  return options.map((option) => option.date).filter((date) => date >= day).sort()[0] ?? null;
}

function claimed({ stagnation }: CaseState, person: string): Waiting[] {
  if (stagnation?.claimedBy !== person) return [];
  return [{ what: 'stagnatie', since: stagnation.claimedAt ?? stagnation.since, until: null, card: 'stagnation-contact', view: 'case' }];
}

/** How it stands: asked of one of a duo it waits for both; a nudge waits while nothing was recorded of the stagnation. */
function aboutStep(state: CaseState, person: string): Waiting[] {
  const question = state.step?.asked;
  const mine = question && (question.person === person || duoPartnerOf(state, question.person) === person);
  const nudge = state.stagnation?.nudges.filter((one) => one.person === person && one.at >= (state.step?.startedAt ?? '')).at(-1);
  return [
    ...(mine ? [onCase('hoe-staat-het', 'term', question.at, question.graceUntil === '' ? null : dayOf(question.graceUntil))] : []),
    ...(nudge ? [onCase('vraag-stagnatiepunt', 'term', nudge.at, null)] : []),
  ];
}

/** For who runs it: a moment to choose, who was there when the day is over, and then the plan. */
function aboutMdo(route: Route, state: CaseState, person: string, day: string): Waiting[] {
  const { mdo, plan } = state;
  if (!mdo || mdo.cancelled || runnerOf(route, state, mdo, day) !== person) return [];
  if (mdo.held) return plan?.mdo === mdo.id || (plan && plan.adoptedAt >= mdo.held.at) ? [] : [onCase('plan-vastleggen', 'plan', mdo.held.at, null)];
  if (mdo.date !== '') return mdo.date < day ? [onCase('mdo-geweest', 'mdo', instantOn(mdo.date, mdo.time === '' ? '09:00' : mdo.time), null)] : [];
  const next = nextOption(mdo, day);
  if (next === null) return [onCase('mdo-verlopen', 'mdo', mdo.plannedAt, null)];
  // Nobody waits for an answer that can not come.
  const answered = mdo.invitees.every((one) => one.answer !== null || !invitationGate(route, state, mdo, one, day).open);
  return answered || next <= plusDays(day, MOMENT_AHEAD) ? [onCase('mdo-moment', 'mdo', mdo.plannedAt, next)] : [];
}

/** Own actions; and the evaluation, for who has the regie, the contactpersonen (S3-07) and the owner. */
function aboutPlan(state: CaseState, person: string, day: string): Waiting[] {
  const { plan } = state;
  if (!plan) return [];
  const key = `person:${person}`;
  const concerned = [plan.who, plan.contactSchool, plan.contactGemeente].includes(key) || state.owner === person;
  const due = concerned && plan.evaluateOn !== null && plan.evaluateOn <= plusDays(day, EVALUATION_AHEAD) ? plan.evaluateOn : undefined;
  return [
    ...plan.actions.filter((action) => action.by === key && action.doneAt === null).map((action) => onCase('actie', 'plan', plan.adoptedAt, action.on)),
    ...(due === undefined ? [] : [onCase('evaluatie', 'plan', plan.adoptedAt, due)]),
  ];
}

/** Consent that this person asked for and of which no answer is recorded: once, since the oldest. */
function asked(state: CaseState, person: string, day: string): Waiting[] {
  const open = consentOn(state, day).ledger.filter((entry) => entry.status === 'gevraagd' && entry.by === person).map((entry) => entry.on).sort();
  return open[0] === undefined ? [] : [onCase('toestemming', 'consent', instantOn(open[0], '09:00'), null)];
}
