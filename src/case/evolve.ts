import { evolveConsent } from './consent/evolve.js';
import { evolveContact } from './contact/evolve.js';
import type { RecordedCaseEvent } from './events.js';
import { evolveMdo } from './mdo/evolve.js';
import { evolvePeople } from './people/evolve.js';
import { evolvePlan } from './plan/evolve.js';
import { EMPTY_DRAFT } from './plan/state.js';
import { evolveRecord } from './record/evolve.js';
import { evolveStagnation } from './stagnation/evolve.js';
import type { CaseState } from './state.js';
import { evolveStep } from './step/evolve.js';

/** Folds one event into the state; `undefined` before the case was opened. A struck entry is the fold's own business: see `caseState`. */
export function evolveCase(before: CaseState | undefined, event: RecordedCaseEvent): CaseState | undefined {
  if (event.type === 'CaseOpened') return opened(event);
  if (!before) return undefined;
  const state: CaseState = { ...before, entries: before.entries + 1 };
  switch (event.type) {
    case 'StepStarted': case 'HolderAsked': case 'StepWaits': case 'StepDone': case 'CaseClosed': case 'CaseReopened':
      return evolveStep(state, event);
    case 'PersonJoined': case 'OutsiderJoined': case 'PersonLeft': case 'HolderSet': case 'HandoverOffered': case 'HandoverAccepted':
    case 'HandoverEnded': case 'PersonReplaced': case 'DuoFormed': case 'DuoEnded': case 'ReferenceSet':
      return evolvePeople(state, event);
    case 'GezagRecorded': case 'ConsentRecorded': case 'BorderMonthSet': case 'AgeBorderPassed': case 'AgeCorrected': case 'DangerNoted': case 'DangerEnded': case 'RegistrationNoted':
      return evolveConsent(state, event);
    case 'ContactNoted':
      return evolveContact(state, event);
    case 'MdoPlanned': case 'MdoAnswered': case 'MdoDateFixed': case 'MdoReminded': case 'MdoCancelled': case 'MdoHeld':
      return evolveMdo(state, event);
    case 'LevelsSet': case 'GoalsSet': case 'ActionAdded': case 'ActionRemoved': case 'ResponsibilitySet': case 'RegieSet': case 'PlanAdopted':
    case 'ActionDone': case 'EvaluationReminded': case 'EvaluationHeld':
      return evolvePlan(state, event);
    case 'CaseStuck': case 'Escalated': case 'StagnationRepeated': case 'SecondAsked': case 'StagnationClaimed': case 'StagnationReleased':
    case 'StagnationParentsTold': case 'RoleNudged': case 'MdoProposed': case 'StagnationClosed': case 'RiskMarked': case 'OfferProgressed': case 'RiskEnded':
      return evolveStagnation(state, event);
    case 'EntryStruck': case 'CaseTookOver': case 'CaseMergedInto':
      return evolveRecord(state, event);
  }
}

function opened({ at, data }: Extract<RecordedCaseEvent, { type: 'CaseOpened' }>): CaseState {
  const { code, region, owner, ownerRole, organisation, ageBand, borderMonth, routeHash, answers } = data;
  return {
    entries: 1, code, region, owner, organisation, ageBand, borderMonth, routeHash, answers, openedAt: at,
    people: [{ person: owner, role: ownerRole, organisation, since: at, sender: null }],
    outsiders: [], handovers: [], duos: [], references: {},
    step: null, gezag: [], ledger: [], dangers: [], registrations: [], contacts: [],
    mdo: null, levels: null, draft: EMPTY_DRAFT, plan: null, evaluations: [],
    stagnation: null, lastStagnation: null, risk: null, closed: null, reopened: null, mergedInto: null, tookOver: [],
  };
}

/** The state after all these events, or undefined for none. What was struck out counts as if it had not been made. */
export function caseState(events: readonly RecordedCaseEvent[]): CaseState | undefined {
  const struck = new Set(events.flatMap((event) => (event.type === 'EntryStruck' ? [event.data.entry] : [])));
  return events.reduce<CaseState | undefined>((state, event, index) => {
    if (struck.has(index + 1)) return state && { ...state, entries: state.entries + 1 };
    return evolveCase(state, event);
  }, undefined);
}
