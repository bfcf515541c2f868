import { oneOf, type CaseCommand } from './commands.js';
import { isSelf } from './consent.js';
import { happened, participant, refused, sidesOf, type Circumstances, type Decision } from './decision.js';
import { consentStatuses, guardians, hows, people, type CaseEvent, type ConsentStatus } from './events.js';
import type { CaseState } from './state.js';
import { dayOf, isDay } from './time.js';

type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** The one purpose for which consent is recorded on a case: bringing somebody in, an MDO included. */
export const INVOLVE = 'betrekken';

export function recordGezag(command: Command<'record-gezag'>): Decision {
  const who = guardians.filter((guardian) => command.who.includes(guardian));
  return who.length === 0 ? refused('choose-gezag') : happened({ type: 'GezagRecorded', data: { who } });
}

/**
 * Records what somebody answered, by whoever asked and never by the recipient; a withdrawal or refusal may be
 * recorded by any participant, because it closes and never opens.
 */
export function recordConsent(state: CaseState, command: Command<'record-consent'>, { route, now, actor }: Circumstances): Decision {
  const recipients = command.recipients.filter((recipient) => route.parties.has(recipient));
  const who = oneOf(people, command.who);
  const status = oneOf(consentStatuses, command.status);
  const how = oneOf(hows, command.how);
  if (recipients.length === 0) return refused('choose-recipients');
  if (!who) return refused('choose-person');
  if (!status) return refused('choose-status');
  if (!how) return refused('choose-how');
  if (!isDay(command.on)) return refused('date-needed');
  if (command.on > dayOf(now)) return refused('date-in-future');
  if (status === 'ouders-erbuiten' && (who !== 'jeugdige' || !isSelf(state.ageBand))) return refused('parents-choice-16');
  const role = participant(state, actor)?.role ?? '';
  const closes = saysNo(status);
  // What was said before a no does not take it back: only a newer answer does.
  const newerNo = state.ledger.find((entry) => recipients.includes(entry.recipient) && entry.who === who && saysNo(entry.status) && entry.on > command.on);
  if (!closes && newerNo) return refused('consent-older');
  if (!closes && recipients.includes(sidesOf(route, role).receives)) return refused('recipient-records');
  return happened(...recipients.flatMap((recipient) => sendersOf(state, recipient, closes, sidesOf(route, role).sends).map((sender): CaseEvent => ({
    type: 'ConsentRecorded',
    data: { sender, recipient, purpose: INVOLVE, who, status, how, on: command.on, matrix: route.consentHash },
  }))));
}

function saysNo(status: ConsentStatus): boolean {
  return status === 'ingetrokken' || status === 'geweigerd';
}

/** A withdrawal stops every side that was allowed to share with this recipient; consent counts for the side that asked. */
function sendersOf(state: CaseState, recipient: string, closes: boolean, own: string): readonly string[] {
  if (!closes) return [own];
  const others = state.ledger.filter((entry) => entry.recipient === recipient).map((entry) => entry.sender);
  return [...new Set([own, ...others])];
}
