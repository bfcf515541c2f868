import type { ConsentStatus, Invitee, MdoAnswer, RecordedCaseEvent, StuckKind, TermAgreed, Who } from './events.js';

export interface Participant {
  readonly person: string;
  readonly role: string;
  readonly organisation: string;
  readonly since: string;
}

export interface LedgerEntry {
  readonly sender: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly who: Who;
  readonly status: ConsentStatus;
  readonly how: string;
  /** The day on which it was said. */
  readonly on: string;
  readonly by: string;
}

export interface CurrentStep {
  readonly id: string;
  readonly holder: string;
  readonly holderRole: string;
  readonly startedAt: string;
  readonly term: TermAgreed | null;
  readonly dueAt: string | null;
  readonly waiting: { readonly for: string; readonly until: string } | null;
  /** Set while somebody has been asked how it stands and has not answered. */
  readonly asked: { readonly person: string; readonly at: string; readonly graceUntil: string } | null;
}

export interface Stagnation {
  readonly since: string;
  readonly reason: 'silence' | 'stuck';
  /** Null when nobody said what it is stuck on. */
  readonly kind: StuckKind | null;
  readonly parentsKnow: boolean;
  /** False for a missing place alone: that road leads to the regievoerder, not to the stagnatiepunt (N-03). */
  readonly atStagnatiepunt: boolean;
  readonly claimedBy: string | null;
  readonly claimedAt: string | null;
}

export interface Mdo {
  readonly id: string;
  readonly organiser: string;
  readonly purposeId: string;
  readonly date: string;
  readonly time: string;
  readonly leervraag: string;
  readonly leefvraag: string;
  readonly regie: string;
  readonly sender: string;
  readonly parents: boolean;
  readonly jeugdige: boolean;
  readonly invitees: readonly (Invitee & { readonly answer: MdoReply | null })[];
}
export interface MdoReply {
  readonly answer: MdoAnswer;
  readonly proposal: string | null;
  readonly noteId: string | null;
  readonly by: string | null;
}

export interface CaseState {
  readonly code: string;
  readonly region: string;
  readonly owner: string;
  readonly organisation: string;
  readonly ageBand: string;
  readonly routeHash: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly openedAt: string;
  readonly people: readonly Participant[];
  readonly step: CurrentStep | null;
  readonly gezag: readonly Who[];
  /** The last word of each person per sender, recipient and purpose. */
  readonly ledger: readonly LedgerEntry[];
  readonly mdo: Mdo | null;
  readonly stagnation: Stagnation | null;
  /** The last one that ended, so that the channel's card can say how. */
  readonly lastStagnation: (Stagnation & { readonly ending: string; readonly endedAt: string; readonly noteId: string | null }) | null;
  readonly closed: { readonly ending: string; readonly at: string } | null;
}

/** Folds one event into the state; `undefined` before the case was opened. */
export function evolveCase(state: CaseState | undefined, event: RecordedCaseEvent): CaseState | undefined {
  if (event.type === 'CaseOpened') {
    const { code, region, owner, ownerRole, organisation, ageBand, routeHash, answers } = event.data;
    return {
      code, region, owner, organisation, ageBand, routeHash, answers, openedAt: event.at,
      people: [{ person: owner, role: ownerRole, organisation, since: event.at }],
      step: null, gezag: [], ledger: [], mdo: null, stagnation: null, lastStagnation: null, closed: null,
    };
  }
  if (!state) return undefined;
  const step = state.step;
  switch (event.type) {
    case 'PersonJoined': {
      const { person, role, organisation } = event.data;
      return { ...state, people: [...state.people, { person, role, organisation, since: event.at }] };
    }
    case 'StepStarted': {
      const { step: id, holder, holderRole, term, dueAt } = event.data;
      return { ...state, step: { id, holder, holderRole, term, dueAt, startedAt: event.at, waiting: null, asked: null } };
    }
    case 'HolderAsked':
      return step ? { ...state, step: { ...step, asked: { person: event.data.asked, at: event.at, graceUntil: event.data.graceUntil } } } : state;
    case 'StepWaits': {
      const { waitFor, until, dueAt } = event.data;
      return step ? { ...state, step: { ...step, waiting: { for: waitFor, until }, dueAt, asked: null } } : state;
    }
    case 'StepDone':
      return step ? { ...state, step: { ...step, asked: null, waiting: null, dueAt: null } } : state;
    case 'CaseStuck': {
      const { kind, parentsKnow } = event.data;
      const asked = step ? { ...step, asked: null } : null;
      const fresh: Stagnation = {
        since: event.at, reason: 'stuck', kind, parentsKnow, atStagnatiepunt: false, claimedBy: null, claimedAt: null,
      };
      // Somebody who says what is the matter after an escalation by silence adds to it, and starts nothing anew.
      return { ...state, step: asked, stagnation: state.stagnation ? { ...state.stagnation, kind, parentsKnow } : fresh };
    }
    case 'Escalated': {
      const base: Stagnation = state.stagnation ?? {
        since: event.at, reason: event.data.reason, kind: null, parentsKnow: false, atStagnatiepunt: true, claimedBy: null, claimedAt: null,
      };
      return { ...state, stagnation: { ...base, atStagnatiepunt: true } };
    }
    case 'StagnationClaimed':
      return state.stagnation ? { ...state, stagnation: { ...state.stagnation, claimedBy: event.actor, claimedAt: event.at } } : state;
    case 'StagnationClosed':
      return state.stagnation
        ? { ...state, stagnation: null, lastStagnation: { ...state.stagnation, ending: event.data.ending, endedAt: event.at, noteId: event.data.noteId } }
        : state;
    case 'GezagRecorded':
      return { ...state, gezag: event.data.who };
    case 'ConsentRecorded': {
      const { sender, recipient, purpose, who, status, how, on } = event.data;
      const kept = state.ledger.filter((entry) => !(entry.sender === sender && entry.recipient === recipient && entry.purpose === purpose && entry.who === who));
      return { ...state, ledger: [...kept, { sender, recipient, purpose, who, status, how, on, by: event.actor ?? '' }] };
    }
    case 'MdoPlanned': {
      const { mdo, ...rest } = event.data;
      const invitees = rest.invitees.map((invitee) => ({ ...invitee, answer: null }));
      return { ...state, mdo: { ...rest, id: mdo, organiser: event.actor ?? '', invitees } };
    }
    case 'MdoAnswered': {
      if (state.mdo?.id !== event.data.mdo) return state;
      const { invitee: key, answer, proposal, noteId } = event.data;
      const invitees = state.mdo.invitees.map((invitee) => (invitee.key === key ? { ...invitee, answer: { answer, proposal, noteId, by: event.actor } } : invitee));
      return { ...state, mdo: { ...state.mdo, invitees } };
    }
    case 'CaseClosed':
      return { ...state, closed: { ending: event.data.ending, at: event.at }, step: step ? { ...step, asked: null, dueAt: null } : null };
  }
}

/** The state after all these events, or undefined for none. */
export function caseState(events: readonly RecordedCaseEvent[]): CaseState | undefined {
  return events.reduce<CaseState | undefined>(evolveCase, undefined);
}
