import type { Route } from '../../route/model.js';
import { afterDays, daysOf, morningAfter } from '../calendar.js';
import type { CommandOf } from '../commands.js';
import { borderMonthOf } from '../consent/month.js';
import { happened, refused, STRANGER, type Circumstances, type Decision } from '../decision.js';
import type { CaseEvent } from '../events.js';
import { asksBoth, levelsOf } from '../plan/levels.js';
import type { Participant } from '../people/state.js';
import type { CaseState } from '../state.js';
import { daysOfPerson } from '../reminded.js';
import { dayOf, isDay, plusDays } from '../time.js';
import { oneOf, waitReasons } from '../values.js';
import type { TermAgreed } from './events.js';

/** A case may begin at any step: also one that was already running before Routewijzer. */
export function openCase(command: CommandOf<'open'>, { route, now, actor }: Circumstances): Decision {
  if (!actor) return refused('unknown-button');
  const step = route.steps.get(command.step);
  const age = route.facts.get(route.ageFact)?.values.some((value) => value.id === command.ageBand);
  if (!step?.caseStep || !age) return refused('choose-step-and-age');
  const border = borderMonthOf(command.borderMonth, command.ageBand, dayOf(now));
  if (border.kind === 'refused') return refused(border.id, border.details);
  const owner = { person: actor.person, role: actor.role };
  return happened(
    {
      type: 'CaseOpened',
      data: {
        code: command.code, region: command.region, owner: actor.person, ownerRole: actor.role, organisation: actor.organisation,
        ageBand: command.ageBand, borderMonth: border.month, routeHash: route.hash, consentHash: route.consentHash, answers: command.answers,
      },
    },
    // Somebody who is not in the register reaches nobody else: no term, so nothing comes to the stagnatiepunt by itself.
    stepStarted(route, step.id, owner, now, actor.role === STRANGER ? 'without a term' : 'with its term'),
  );
}

/** Done: the next step of the case begins; after the plan it is the plan's own evaluation dates that count (S3-06, no interval in the route). */
export function stepDone(state: CaseState, command: CommandOf<'step-done'>, { route, now }: Circumstances): Decision {
  if (!state.step || state.step.id !== command.step) return refused('stale-card');
  const next = nextStep(route, state, state.step.id);
  const begins = next === undefined
    ? stepStarted(route, state.step.id, { person: state.step.holder, role: state.step.holderRole }, now, 'without a term')
    : stepStarted(route, next, holderOf(state, next), now);
  return happened({ type: 'StepDone', data: { step: state.step.id } }, ...heardAfterAll(state), begins);
}

/** Silence is over when something is recorded; what somebody said is stuck, people say is over. */
export function heardAfterAll({ stagnation }: Pick<CaseState, 'stagnation'>): readonly CaseEvent[] {
  return stagnation && stagnation.kind === null ? [{ type: 'StagnationClosed', data: { ending: 'alsnog-vastgelegd', noteId: null, to: null } }] : [];
}

/** The step that follows; none after the plan, and no plan after a triage that found only one kind of question: that stays on its own side (S3-02). */
export function nextStep(route: Route, state: CaseState, step: string): string | undefined {
  const order = [...route.steps.values()].filter((one) => one.caseStep).map((one) => one.id);
  const next = order[order.indexOf(step) + 1];
  return next === 'plan' && levelsOf(state) && !asksBoth(state) && !state.mdo && !state.plan ? undefined : next;
}

/** "Wacht op … tot …": a normal state, not lateness (N-16); the holder is asked again after that day. */
export function stepWaits(state: CaseState, command: CommandOf<'step-waits'>, { route, now }: Circumstances): Decision {
  const waitFor = oneOf(waitReasons, command.waitFor);
  if (!state.step || !waitFor) return refused('choose-wait');
  if (!isDay(command.until)) return refused('date-needed');
  const today = dayOf(now);
  if (command.until < today) return refused('date-in-past');
  if (command.until > plusDays(today, 183)) return refused('wait-too-long');
  const dueAt = morningAfter(route.calendar, daysOf(route, state.step.holderRole), command.until);
  return happened(...heardAfterAll(state), { type: 'StepWaits', data: { step: state.step.id, waitFor, until: command.until, dueAt } });
}

/**
 * A passed term first asks its holder, or the owner where the holder can not be asked: nobody is silent who was not asked.
 * The grace is counted in the days of who is asked, so that it never ends in their holiday.
 * A step without a werkafspraak is asked only after a day that somebody chose to wait until, and has no grace: it never goes to the stagnatiepunt (N-17).
 */
export function termPassed(state: CaseState, command: CommandOf<'term-passed'>, { route, now }: Circumstances): Decision {
  const { step } = state;
  if (!step?.dueAt || step.dueAt > now || step.asked || state.stagnation) return happened();
  const asked = command.holderOutOfReach ? state.owner : step.holder;
  const graceUntil = step.term ? afterDays(route.calendar, daysOfPerson(route, state, asked), now, step.term.graceDays) : '';
  return happened({ type: 'HolderAsked', data: { step: step.id, asked, graceUntil } });
}

/** Starts a step with the region's werkafspraak in the days of who holds it, copied so that a later change of the file moves no live case. */
export function stepStarted(
  route: Route, step: string, holder: Pick<Participant, 'person' | 'role'>, now: string, how: 'with its term' | 'without a term' = 'with its term',
): CaseEvent {
  const agreed = how === 'with its term' ? route.region.terms[step] : undefined;
  const days = daysOf(route, holder.role);
  const term: TermAgreed | null = agreed
    ? { workingDays: agreed.workingDays, graceDays: agreed.graceDays, days, setBy: agreed.setBy, setOn: agreed.setOn, proposal: agreed.proposal }
    : null;
  const dueAt = term ? afterDays(route.calendar, days, now, term.workingDays) : null;
  return { type: 'StepStarted', data: { step, holder: holder.person, holderRole: holder.role, term, dueAt } };
}

/** Who holds the next step: onderzoek en triage at a school is done with the IB'er; otherwise who holds it now keeps it. */
function holderOf(state: CaseState, step: string): Pick<Participant, 'person' | 'role'> {
  const ib = step === 'triage' ? state.people.find((one) => one.role === 'ib-er') : undefined;
  const organiser = step === 'plan' ? state.people.find((one) => one.person === state.mdo?.organiser) : undefined;
  const current = state.people.find((one) => one.person === state.step?.holder);
  return ib ?? organiser ?? current ?? { person: state.owner, role: state.step?.holderRole ?? 'anders' };
}
