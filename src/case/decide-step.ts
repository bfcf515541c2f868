import type { Route } from '../route/model.js';
import { oneOf, type CaseCommand } from './commands.js';
import { happened, refused, STRANGER, type Circumstances, type Decision } from './decision.js';
import { caseEndings, waitReasons, type CaseEvent, type TermAgreed } from './events.js';
import type { CaseState, Participant } from './state.js';
import { afterWorkingDays, dayOf, isDay, morningAfter, plusDays } from './time.js';

type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** A case may begin at any step: also one that was already running before Routewijzer. */
export function openCase(command: Command<'open'>, { route, now, actor }: Circumstances): Decision {
  if (!actor) return refused('unknown-button');
  const step = route.steps.get(command.step);
  const age = route.facts.get(route.ageFact)?.values.some((value) => value.id === command.ageBand);
  if (!step?.caseStep || !age) return refused('choose-step-and-age');
  const owner = { person: actor.person, role: actor.role };
  return happened(
    {
      type: 'CaseOpened',
      data: {
        code: command.code, region: command.region, owner: actor.person, ownerRole: actor.role, organisation: actor.organisation,
        ageBand: command.ageBand, routeHash: route.hash, consentHash: route.consentHash, answers: command.answers,
      },
    },
    // Somebody who is not in the register reaches nobody else: no term, so nothing comes to the stagnatiepunt by itself.
    stepStarted(route, step.id, owner, now, actor.role === STRANGER ? 'without a term' : 'with its term'),
  );
}

/** A colleague of the same organisation takes part; for the IB'er the route asks no consent (TOE-02). */
export function refer(state: CaseState, command: Command<'refer'>): Decision {
  if (state.people.some((one) => one.person === command.person)) return refused('already-referred');
  const { person, role, organisation } = command;
  return happened({ type: 'PersonJoined', data: { person, role, organisation } });
}

/** Done: the next step of the case begins; after the plan it is the plan's own evaluation dates that count (S3-06, no interval in the route). */
export function stepDone(state: CaseState, command: Command<'step-done'>, { route, now }: Circumstances): Decision {
  if (!state.step || state.step.id !== command.step) return refused('stale-card');
  const order = [...route.steps.values()].filter((step) => step.caseStep).map((step) => step.id);
  const next = order[order.indexOf(state.step.id) + 1];
  const afterAll: CaseEvent[] = state.stagnation ? [{ type: 'StagnationClosed', data: { ending: 'alsnog-vastgelegd', noteId: null } }] : [];
  const begins = next === undefined
    ? stepStarted(route, state.step.id, { person: state.step.holder, role: state.step.holderRole }, now, 'without a term')
    : stepStarted(route, next, holderOf(state, next), now);
  return happened({ type: 'StepDone', data: { step: state.step.id } }, ...afterAll, begins);
}

/** "Wacht op … tot …": a normal state, not lateness (N-16); the holder is asked again after that day. */
export function stepWaits(state: CaseState, command: Command<'step-waits'>, { now }: Circumstances): Decision {
  const waitFor = oneOf(waitReasons, command.waitFor);
  if (!state.step || !waitFor) return refused('choose-wait');
  if (!isDay(command.until)) return refused('date-needed');
  const today = dayOf(now);
  if (command.until < today) return refused('date-in-past');
  if (command.until > plusDays(today, 183)) return refused('wait-too-long');
  const waits: CaseEvent = { type: 'StepWaits', data: { step: state.step.id, waitFor, until: command.until, dueAt: morningAfter(command.until) } };
  return state.stagnation
    ? happened({ type: 'StagnationClosed', data: { ending: 'alsnog-vastgelegd', noteId: null } }, waits)
    : happened(waits);
}

/** A passed term first asks its holder, or the owner where the holder can not be asked: nobody is silent who was not asked. A step without a werkafspraak has no term and never gets here (N-17). */
export function termPassed(state: CaseState, command: Command<'term-passed'>, { now }: Circumstances): Decision {
  const { step } = state;
  if (!step?.term || !step.dueAt || step.dueAt > now || step.asked || state.stagnation) return happened();
  return happened({ type: 'HolderAsked', data: { step: step.id, asked: command.holderOutOfReach ? state.owner : step.holder, graceUntil: afterWorkingDays(now, step.term.graceDays) } });
}

export function closeCase(state: CaseState, command: Command<'close'>): Decision {
  const ending = oneOf(caseEndings, command.ending);
  if (!ending) return refused('choose-ending');
  if (state.stagnation?.atStagnatiepunt) return refused('still-stuck');
  const afterAll: CaseEvent[] = state.stagnation ? [{ type: 'StagnationClosed', data: { ending: 'casus-gesloten', noteId: null } }] : [];
  return happened(...afterAll, { type: 'CaseClosed', data: { ending } });
}

/** Starts a step with the region's werkafspraak, copied so that a later change of the file moves no live case. */
export function stepStarted(
  route: Route, step: string, holder: Pick<Participant, 'person' | 'role'>, now: string, how: 'with its term' | 'without a term' = 'with its term',
): CaseEvent {
  const agreed = how === 'with its term' ? route.region.terms[step] : undefined;
  const term: TermAgreed | null = agreed
    ? { workingDays: agreed.workingDays, graceDays: agreed.graceDays, setBy: agreed.setBy, setOn: agreed.setOn, proposal: agreed.proposal }
    : null;
  const dueAt = term ? afterWorkingDays(now, term.workingDays) : null;
  return { type: 'StepStarted', data: { step, holder: holder.person, holderRole: holder.role, term, dueAt } };
}

/** Who holds the next step: onderzoek en triage at a school is done with the IB'er; otherwise who holds it now keeps it. */
function holderOf(state: CaseState, step: string): Pick<Participant, 'person' | 'role'> {
  const ib = step === 'triage' ? state.people.find((one) => one.role === 'ib-er') : undefined;
  const organiser = step === 'plan' ? state.people.find((one) => one.person === state.mdo?.organiser) : undefined;
  const current = state.people.find((one) => one.person === state.step?.holder);
  return ib ?? organiser ?? current ?? { person: state.owner, role: state.step?.holderRole ?? 'anders' };
}
