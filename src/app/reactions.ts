import type { RecordedCaseEvent } from '../case/events.js';
import type { CaseState } from '../case/state.js';
import { chatOf } from './parts.js';
import type { Instant, OutboxInput, Place } from './ports.js';

/** Names of the cards of a case, and of its timers. A sent card is found again by stream, card and place. */
export type CaseCard = 'case' | 'invitation' | 'term' | 'stagnation' | 'stagnation-contact';
export type CaseTimer = 'term' | 'grace';

/** What must still happen after these events: which cards to bring up to date, and when to look again. Pure. */
export function caseReactions(
  before: CaseState | undefined, after: CaseState, events: readonly RecordedCaseEvent[], now: Instant,
): readonly OutboxInput[] {
  const card = (name: CaseCard, place: Place, mode: 'post' | 'update'): OutboxInput => ({ kind: 'card', card: name, place, mode, dueAt: now });
  // A new question, notice or invitation is a new message: an old one changed far up in the chat is not noticed.
  const anew = (name: CaseCard, place: Place): OutboxInput => ({ kind: 'card', card: name, place, mode: 'post', fresh: true, dueAt: now });
  const timer = (name: CaseTimer, dueAt: Instant): OutboxInput => ({ kind: 'timer', timer: name, key: name, dueAt });
  const channel: Place = { kind: 'stagnatiepunt', region: after.region };
  const invited = [before?.mdo, after.mdo].flatMap((mdo) => mdo?.invitees ?? []).flatMap((one) => (one.personId === null ? [] : [one.personId]));
  const everyInvitation = () => [...new Set(invited)].map((person) => card('invitation', chatOf(person), stillInvited(after, person) ? 'post' : 'update'));
  const holderCard = () => (after.step ? [card('term', chatOf(before?.step?.asked?.person ?? before?.step?.holder ?? after.step.holder), 'update')] : []);
  const claimer = after.stagnation?.claimedBy ?? before?.stagnation?.claimedBy ?? null;
  const contactCard = () => (claimer === null ? [] : [card('stagnation-contact', chatOf(claimer), 'update')]);

  const follow = events.flatMap((event): readonly OutboxInput[] => {
    switch (event.type) {
      case 'PersonJoined': return [card('case', chatOf(event.data.person), 'post')];
      case 'StepStarted': return event.data.dueAt ? [timer('term', event.data.dueAt)] : [];
      case 'StepWaits': return [timer('term', event.data.dueAt), ...holderCard()];
      case 'HolderAsked': return [anew('term', chatOf(event.data.asked)), timer('grace', event.data.graceUntil)];
      case 'StepDone': return holderCard();
      case 'CaseStuck': return [...holderCard(), card('stagnation', channel, 'update')];
      case 'Escalated': return [anew('stagnation', channel), ...holderCard()];
      case 'StagnationClaimed': return [card('stagnation', channel, 'update'), ...(claimer === null ? [] : [anew('stagnation-contact', chatOf(claimer))])];
      case 'StagnationClosed': return [card('stagnation', channel, 'update'), ...contactCard(), ...holderCard()];
      case 'GezagRecorded':
      case 'ConsentRecorded':
      case 'MdoAnswered': return everyInvitation();
      case 'MdoPlanned': return [...new Set(invited)].map((person) => (stillInvited(after, person) ? anew('invitation', chatOf(person)) : card('invitation', chatOf(person), 'update')));
      case 'CaseClosed': return [...everyInvitation(), ...holderCard(), card('stagnation', channel, 'update'), ...contactCard()];
      case 'CaseOpened': return [];
    }
  });
  const live = after.people.map((one) => card('case', chatOf(one.person), 'update'));
  return strongest([...follow, ...live]);
}

function stillInvited(state: CaseState, person: string): boolean {
  return state.mdo?.invitees.some((one) => one.personId === person) ?? false;
}

/** One row for each card and timer: `post` wins over `update`, the last moment of a timer counts. */
function strongest(rows: readonly OutboxInput[]): readonly OutboxInput[] {
  const kept = new Map<string, OutboxInput>();
  for (const row of rows) {
    const key = row.kind === 'timer' ? `timer ${row.timer} ${row.key}` : `card ${row.card} ${JSON.stringify(row.place)}`;
    const present = kept.get(key);
    if (present?.kind === 'card' && present.mode === 'post') continue;
    kept.set(key, row);
  }
  return [...kept.values()];
}
