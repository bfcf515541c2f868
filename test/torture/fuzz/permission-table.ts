/**
 * Who may cause which event: the harness's own table, written from the rules of the route and not from the code. One word
 * for each way in which somebody may have caused it; one of them must hold.
 */
export type Cause =
  /** The one who opens the case: the event says so itself. */
  | 'opener'
  /** Takes part in the case at that moment. */
  | 'participant'
  /** The passing of time: no actor. */
  | 'time'
  /** Somebody of the stagnatiepunt, as the register says. */
  | 'stagnatiepunt'
  /** The one of the stagnatiepunt who picked this case up. */
  | 'claimer'
  /** A regievoerder zorg of the register, who takes no part. */
  | 'regievoerder'
  /** The invitee in person, or who runs the MDO. */
  | 'invitee'
  | 'organiser'
  /** The one to whom a place was offered, or who offered it. */
  | 'receiver'
  | 'giver'
  /** A colleague of the owner's organisation who goes on with a case in which nobody is left. */
  | 'heir';

/** Everything that can have happened to a case. An event that is not here is forbidden to everybody. */
export const MAY_CAUSE: Readonly<Record<string, readonly Cause[]>> = {
  CaseOpened: ['opener'],
  StepStarted: ['participant', 'claimer'],
  HolderAsked: ['time'],
  StepWaits: ['participant'],
  StepDone: ['participant'],
  CaseClosed: ['participant'],
  CaseReopened: ['participant'],

  PersonJoined: ['participant', 'time'],
  OutsiderJoined: ['participant'],
  PersonLeft: ['participant'],
  HolderSet: ['participant'],
  HandoverOffered: ['participant'],
  HandoverAccepted: ['receiver'],
  HandoverEnded: ['receiver', 'giver'],
  PersonReplaced: ['participant', 'heir'],
  DuoFormed: ['participant'],
  DuoEnded: ['participant'],
  ReferenceSet: ['participant'],

  GezagRecorded: ['participant'],
  ConsentRecorded: ['participant', 'time'],
  BorderMonthSet: ['participant', 'time'],
  AgeBorderPassed: ['participant', 'time'],
  AgeCorrected: ['participant'],
  DangerNoted: ['participant'],
  DangerEnded: ['participant'],
  RegistrationNoted: ['participant'],

  ContactNoted: ['participant'],

  MdoPlanned: ['participant'],
  MdoAnswered: ['invitee', 'organiser'],
  MdoDateFixed: ['organiser'],
  MdoReminded: ['time'],
  MdoCancelled: ['organiser', 'time'],
  MdoHeld: ['organiser'],

  LevelsSet: ['participant'],
  GoalsSet: ['participant'],
  ActionAdded: ['participant'],
  ActionRemoved: ['participant'],
  ResponsibilitySet: ['participant'],
  RegieSet: ['participant'],
  PlanAdopted: ['participant'],
  ActionDone: ['participant'],
  EvaluationReminded: ['time'],
  EvaluationHeld: ['participant'],

  CaseStuck: ['participant'],
  Escalated: ['participant', 'time'],
  StagnationRepeated: ['time'],
  SecondAsked: ['time'],
  StagnationClaimed: ['stagnatiepunt'],
  StagnationReleased: ['claimer'],
  StagnationParentsTold: ['participant', 'claimer'],
  RoleNudged: ['claimer'],
  MdoProposed: ['claimer'],
  StagnationClosed: ['participant', 'claimer', 'time'],
  RiskMarked: ['participant'],
  OfferProgressed: ['participant', 'regievoerder'],
  RiskEnded: ['participant', 'regievoerder'],

  EntryStruck: ['participant'],
  CaseTookOver: ['participant', 'time'],
  CaseMergedInto: ['time'],
};

/** What happens in somebody's own walk through the route; by that person alone. */
export const VISIT_EVENTS: ReadonlySet<string> = new Set(['VisitStarted', 'Answered', 'Reopened', 'VisitStopped', 'VisitResumed']);

/** What somebody who is not in the register may cause in a case of their own: it reaches nobody else. */
export const BY_STRANGER: ReadonlySet<string> = new Set([
  'CaseOpened', 'StepStarted', 'StepWaits', 'StepDone', 'CaseClosed', 'CaseReopened', 'GezagRecorded', 'ConsentRecorded', 'BorderMonthSet', 'AgeBorderPassed',
  'AgeCorrected', 'DangerNoted', 'DangerEnded', 'RegistrationNoted', 'ContactNoted', 'LevelsSet', 'EntryStruck', 'StagnationClosed',
]);

/** Whoever only counts cases or keeps the register never does anything in one. */
export const NEVER_IN_A_CASE: ReadonlySet<string> = new Set(['manager', 'beheerder']);

/** What may still be recorded by a participant with whom nothing may be shared any more: it stops sharing. */
export const CLOSES: ReadonlySet<string> = new Set(['PersonLeft', 'HolderSet', 'HandoverEnded']);
export const NO: ReadonlySet<string> = new Set(['geweigerd', 'ingetrokken']);

/** Endings of a stagnation that belong to those who take part; the others are the claimer's. */
export const OWN_ENDINGS: ReadonlySet<string> = new Set(['loopt-weer', 'alsnog-vastgelegd', 'casus-gesloten']);

/** The side on which a role is asked for consent, where the harness judges a withdrawal. */
export const SIDE_OF: Readonly<Record<string, string>> = { jeugdverpleegkundige: 'jgz', casemanager: 'sociaal-team' };
