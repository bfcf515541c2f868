import type { EventOf, RecordedCaseEvent } from '../events.js';
import type { Mdo, MdoInvitee } from '../mdo/state.js';
import type { Plan, PlanAction, PlanDraft } from '../plan/state.js';
import type { CaseState } from '../state.js';
import type { Participant } from './state.js';

type PeopleType = 'PersonJoined' | 'OutsiderJoined' | 'PersonLeft' | 'HolderSet' | 'HandoverOffered' | 'HandoverAccepted' | 'HandoverEnded' | 'PersonReplaced' | 'DuoFormed' | 'DuoEnded' | 'ReferenceSet';
type PeopleEvent = EventOf<PeopleType> & Pick<RecordedCaseEvent, 'at' | 'actor'>;

export function evolvePeople(state: CaseState, event: PeopleEvent): CaseState {
  switch (event.type) {
    case 'PersonJoined': {
      const { person, role, organisation, sender } = event.data;
      return withPerson(state, { person, role, organisation, sender, since: event.at });
    }
    case 'OutsiderJoined': return { ...state, outsiders: [...state.outsiders, { ...event.data, by: event.actor ?? '' }] };
    case 'PersonLeft': return without(state, event.data.key);
    case 'HolderSet': return withHolder(state, event.data.holder, event.data.holderRole);
    case 'HandoverOffered': {
      const { handover: id, ...rest } = event.data;
      return { ...state, handovers: [...state.handovers.filter((one) => one.from !== rest.from || one.what !== rest.what), { id, ...rest, at: event.at }] };
    }
    case 'HandoverAccepted': {
      const offer = state.handovers.find((one) => one.id === event.data.handover);
      if (!offer) return state;
      const rest = { ...state, handovers: state.handovers.filter((one) => one.id !== offer.id) };
      const to: Participant = { person: offer.to, role: offer.toRole, organisation: offer.toOrganisation, sender: offer.sender, since: event.at };
      return offer.what === 'stap' ? withHolder(withPerson(rest, to), to.person, to.role) : inPlaceOf(rest, offer.from, to);
    }
    case 'HandoverEnded': return { ...state, handovers: state.handovers.filter((one) => one.id !== event.data.handover) };
    case 'PersonReplaced': {
      const { from, to, toRole, toOrganisation, sender } = event.data;
      return inPlaceOf(state, from, { person: to, role: toRole, organisation: toOrganisation, sender, since: event.at });
    }
    case 'DuoFormed': return { ...state, duos: [...state.duos, [event.data.one, event.data.other] as const] };
    case 'DuoEnded': return { ...state, duos: state.duos.filter((duo) => !(duo.includes(event.data.one) && duo.includes(event.data.other))) };
    case 'ReferenceSet': {
      const rest = Object.fromEntries(Object.entries(state.references).filter(([organisation]) => organisation !== event.data.organisation));
      return { ...state, references: event.data.referenceId === null ? rest : { ...rest, [event.data.organisation]: event.data.referenceId } };
    }
  }
}

export function withPerson(state: CaseState, who: Participant): CaseState {
  return state.people.some((one) => one.person === who.person) ? state : { ...state, people: [...state.people, who] };
}

function without(state: CaseState, key: string): CaseState {
  const person = key.startsWith('person:') ? key.slice('person:'.length) : key;
  return {
    ...state,
    people: state.people.filter((one) => one.person !== person),
    outsiders: state.outsiders.filter((one) => one.key !== key),
    handovers: state.handovers.filter((one) => one.from !== person && one.to !== person),
    duos: state.duos.filter((duo) => !duo.includes(person)),
    dangers: state.dangers.map((one) => ({ ...one, knows: one.knows.filter((each) => each !== person) })),
  };
}

function withHolder(state: CaseState, holder: string, holderRole: string): CaseState {
  return state.step ? { ...state, step: { ...state.step, holder, holderRole, asked: null } } : state;
}

/** Everything that `from` held goes to `to`: ownership, the turn, the MDO, the regie, the actions of the plan and its draft, and the outsiders. */
function inPlaceOf(state: CaseState, from: string, to: Participant): CaseState {
  const held = state.step?.holder === from;
  const key = (one: string) => (one === `person:${from}` ? `person:${to.person}` : one);
  const { mdo } = state;
  const moved: CaseState = {
    ...state, plan: state.plan && movedPlan(state.plan, key), draft: movedDraft(state.draft, key),
    mdo: mdo && movedMdo(mdo, from, to, key),
    outsiders: state.outsiders.map((one) => (one.by === from ? { ...one, by: to.person } : one)),
    owner: state.owner === from ? to.person : state.owner,
  };
  const here = withPerson(without(moved, `person:${from}`), to);
  return held ? withHolder(here, to.person, to.role) : here;
}

type Rename = (key: string) => string;

/** The organising and the invitation go along; an MDO that was held or called off stays as it was. Nobody is invited to what they organise, nor twice. */
function movedMdo(mdo: Mdo, from: string, to: Participant, key: Rename): Mdo {
  const organiser = mdo.organiser === from ? to.person : mdo.organiser;
  const moved = { ...mdo, organiser, closest: mdo.closest && key(mdo.closest) };
  if (mdo.held || mdo.cancelled) return moved;
  const others = mdo.invitees.filter((one) => one.personId !== to.person || organiser !== to.person);
  const known = others.some((one) => one.personId === to.person) || organiser === to.person;
  return { ...moved, invitees: others.flatMap((one) => (one.personId === from && one.role === to.role ? known ? [] : [invitedAnew(one, to, key)] : [one])) };
}

/** In the same role, so that it is the same invitation; what the one before answered is not their answer. */
function invitedAnew(one: MdoInvitee, to: Participant, key: Rename): MdoInvitee {
  return { ...one, key: key(one.key), personId: to.person, answer: null };
}

function movedActions(actions: readonly PlanAction[], key: Rename): readonly PlanAction[] {
  return actions.map((action) => ({ ...action, by: action.by && key(action.by) }));
}

function movedPlan(plan: Plan, key: Rename): Plan {
  const { onderwijs, zorg } = plan.responsible;
  return {
    ...plan, who: key(plan.who), contactSchool: key(plan.contactSchool), contactGemeente: key(plan.contactGemeente),
    responsible: { onderwijs: onderwijs && key(onderwijs), zorg: zorg && key(zorg) }, actions: movedActions(plan.actions, key),
  };
}

function movedDraft(draft: PlanDraft, key: Rename): PlanDraft {
  const { responsible, regie } = draft;
  return {
    ...draft, actions: movedActions(draft.actions, key),
    responsible: responsible && { onderwijs: responsible.onderwijs && key(responsible.onderwijs), zorg: responsible.zorg && key(responsible.zorg) },
    regie: regie && { ...regie, who: key(regie.who), contactSchool: key(regie.contactSchool), contactGemeente: key(regie.contactGemeente) },
  };
}
