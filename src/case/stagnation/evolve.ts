import type { EventOf, RecordedCaseEvent } from '../events.js';
import { consentOn } from '../consent/age.js';
import { isSelf } from '../consent/gate.js';
import type { CaseState } from '../state.js';
import { dayOf } from '../time.js';
import type { Stagnation } from './state.js';

type StagnationType = 'CaseStuck' | 'Escalated' | 'StagnationRepeated' | 'SecondAsked' | 'StagnationClaimed' | 'StagnationReleased' | 'StagnationParentsTold'
  | 'RoleNudged' | 'MdoProposed' | 'StagnationClosed' | 'RiskMarked' | 'OfferProgressed' | 'RiskEnded';
type StagnationEvent = EventOf<StagnationType> & Pick<RecordedCaseEvent, 'at' | 'actor'>;

const FRESH = { parentsKnow: false, toldSelf: false, claimedBy: null, claimedAt: null, againAt: null, secondAt: null, repeated: 0, secondAsked: null, nudges: [], mdoProposedAt: null } as const;

export function evolveStagnation(state: CaseState, event: StagnationEvent): CaseState {
  const now = state.stagnation;
  const self = isSelf(consentOn(state, dayOf(event.at)).ageBand);
  const change = (changed: Partial<Stagnation>): CaseState => (now ? { ...state, stagnation: { ...now, ...changed } } : state);
  switch (event.type) {
    case 'CaseStuck': {
      const { kind, parentsKnow } = event.data;
      const step = state.step ? { ...state.step, asked: null } : null;
      const fresh: Stagnation = { ...FRESH, since: event.at, reason: 'stuck', kind, raisedBy: event.actor, parentsKnow, toldSelf: parentsKnow && self, atStagnatiepunt: false };
      // Somebody who says what is the matter after an escalation by silence, or after a missing place, adds to it, and starts nothing anew.
      return { ...state, step, stagnation: now ? { ...now, kind, parentsKnow: now.parentsKnow || parentsKnow, toldSelf: now.toldSelf || (parentsKnow && self), raisedBy: now.raisedBy ?? event.actor } : fresh };
    }
    case 'Escalated': {
      const base: Stagnation = now ?? { ...FRESH, since: event.at, reason: event.data.reason, kind: null, raisedBy: null, atStagnatiepunt: true };
      return { ...state, stagnation: { ...base, atStagnatiepunt: true, againAt: event.data.againAt } };
    }
    case 'StagnationRepeated': return change({ repeated: (now?.repeated ?? 0) + 1, againAt: null, secondAt: event.data.secondAt });
    case 'SecondAsked': return change({ secondAsked: event.data.person, secondAt: null });
    case 'StagnationClaimed': return change({ claimedBy: event.actor, claimedAt: event.at, againAt: null, secondAt: null });
    case 'StagnationReleased': return change({ claimedBy: null, claimedAt: null, againAt: event.data.againAt });
    case 'StagnationParentsTold': return change({ parentsKnow: true, toldSelf: self });
    case 'RoleNudged': return change({ nudges: [...(now?.nudges ?? []), { person: event.data.person, at: event.at, by: event.actor ?? '' }] });
    case 'MdoProposed': return change({ mdoProposedAt: event.at });
    case 'StagnationClosed': {
      const { ending, noteId, to } = event.data;
      return now ? { ...state, stagnation: null, lastStagnation: { ...now, ending, endedAt: event.at, noteId, to } } : state;
    }
    case 'RiskMarked': {
      const { risk, school } = event.data;
      const known = state.risk;
      return { ...state, risk: known ? { ...known, risk, school } : { risk, school, since: event.at, stage: 'in-beeld', stageSince: event.at } };
    }
    case 'OfferProgressed': return state.risk ? { ...state, risk: { ...state.risk, stage: event.data.stage, stageSince: event.at } } : state;
    case 'RiskEnded': return { ...state, risk: null };
  }
}
