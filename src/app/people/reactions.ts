import { duoPartnerOf } from '../../case/people/decide-place.js';
import type { CaseState } from '../../case/state.js';
import { chatOf } from '../parts.js';
import type { OutboxInput } from '../store-port.js';
import type { React, Reacting } from '../reacting.js';

export const reactToPeople: React = (event, on) => {
  const { before, after, card, anew } = on;
  switch (event.type) {
    case 'PersonJoined': return [card('case', chatOf(event.data.person), 'post')];
    case 'HolderSet': return [...turn(on), ...receivers(before, on, 'update'), ...(event.data.holder === event.actor ? [] : [anew('case', chatOf(event.data.holder))])];
    case 'HandoverOffered': return [anew('handover', chatOf(event.data.to)), ...receivers(before, on, 'update')];
    case 'HandoverAccepted': {
      const offer = before?.handovers.find((one) => one.id === event.data.handover);
      return [...receivers(before, on, 'update'), ...turn(on), ...(offer ? [anew('case', chatOf(offer.to))] : [])];
    }
    case 'PersonReplaced': return [...receivers(before, on, 'update'), ...turn(on), ...(event.data.to === event.actor ? [] : [anew('case', chatOf(event.data.to))])];
    case 'HandoverEnded': case 'PersonLeft': case 'CaseClosed': case 'StepStarted': return receivers(before, on, 'update');
    // A gate that opens after all lets the question through, one that closes takes it back.
    case 'GezagRecorded': case 'ConsentRecorded': case 'AgeBorderPassed': case 'AgeCorrected': case 'EntryStruck': return receivers(after, on, 'post');
    case 'DuoFormed': return askedTogether(after, on);
    default: return [];
  }
};

/** The questions to take over that stood open in this state. */
function receivers(state: CaseState | undefined, { card }: Reacting, mode: 'post' | 'update'): OutboxInput[] {
  return [...new Set(state?.handovers.map((one) => one.to))].map((person) => card('handover', chatOf(person), mode));
}

/** Who gets the turn gets the question too, when the term has passed already: at once, because the answer to the one before counts no more. */
function turn({ before, after, now, timer, card }: Reacting): OutboxInput[] {
  const { step } = after;
  if (!step || step.holder === before?.step?.holder) return [];
  const old = before?.step?.asked?.person ?? before?.step?.holder;
  return [
    ...(step.dueAt ? [timer('term', step.dueAt > now ? step.dueAt : now)] : []),
    ...(old === undefined ? [] : [card('term', chatOf(old), 'update')]),
  ];
}

function askedTogether(state: CaseState, { anew }: Reacting): OutboxInput[] {
  const question = state.step?.asked;
  const partner = question ? duoPartnerOf(state, question.person) : undefined;
  return partner === undefined ? [] : [anew('term', chatOf(partner))];
}
