import { requirementFor } from '../../route/consent.js';
import type { CommandOf } from '../commands.js';
import { happened, participant, refused, type Circumstances, type Decision } from '../decision.js';
import type { CaseEvent } from '../events.js';
import { seatOf } from '../people/circle.js';
import type { Participant } from '../people/state.js';
import type { RefusalId } from '../refusals.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';
import { dayOf, isDay, plusDays } from '../time.js';
import { gezagReasons, guardians, hows, oneOf, people, type How, type Who } from '../values.js';
import { ageOn, bandSince, consentOn } from './age.js';
import { isNo, isYes, recordableStatuses } from './answers.js';
import { isSelf, saidBy, WHO } from './gate.js';
import { INVOLVE } from './purposes.js';

const ADULT = '18-plus';
/** A last day further ahead than this is a slip of the finger; a child's situation changes sooner. */
const MOST_DAYS = 5 * 366;

/**
 * Who has gezag. Somebody with gezag who said no is taken off the list only with a reason: otherwise a refusal would be
 * gone without anybody having said yes. From 18 nobody has gezag any more (F-C01).
 */
export function recordGezag(state: CaseState, command: CommandOf<'record-gezag'>, { now, actor, history = [] }: Circumstances): Decision {
  const who = guardians.filter((guardian) => command.who.includes(guardian));
  if (ageOn(state, dayOf(now)).ageBand === ADULT) return refused('adult-alone');
  if (who.length === 0) return refused('choose-gezag');
  const reason = oneOf(gezagReasons, command.reason ?? '') ?? null;
  const unseen = history.slice(command.seen ?? history.length).some((event) => event.type === 'GezagRecorded' && event.actor !== actor?.person);
  if (unseen && state.gezag.some((one) => !command.who.includes(one))) return refused('gezag-changed', [`Nu staat er: ${state.gezag.map((one) => WHO[one]).join(' en ')}.`]);
  // While nobody is known to have gezag, everybody could have it: then a no of any of them counts.
  const counted: readonly Who[] = state.gezag.length > 0 ? state.gezag : guardians;
  const refusers = counted.filter((one) => !command.who.includes(one) && state.ledger.some((entry) => entry.who === one && isNo(entry.status)));
  if (refusers.length > 0 && !reason) return refused('gezag-reason', [`Het gaat om ${refusers.map((one) => WHO[one]).join(' en ')}.`]);
  return happened({ type: 'GezagRecorded', data: { who, reason } });
}

/** What the form said, each part of it a value that the case knows. */
interface Answer {
  readonly recipients: readonly string[];
  readonly purpose: string;
  readonly who: Who;
  readonly status: (typeof recordableStatuses)[number];
  readonly how: How;
  readonly on: string;
  readonly until: string | null;
}

/**
 * Records what somebody answered, by whoever asked and never by the recipient; a withdrawal or refusal may be
 * recorded by any participant, because it closes and never opens.
 */
export function recordConsent(state: CaseState, command: CommandOf<'record-consent'>, context: Circumstances): Decision {
  const me = participant(state, context.actor);
  if (!me) return refused('not-a-participant');
  const answer = answerIn(command, context);
  if (typeof answer === 'string') return refused(answer);
  if (isNo(answer.status)) return recorded(answer, sharingsToClose(state, answer, command.purpose ?? '', me, context), context);
  const not = mayNot(state, answer, command.seen ?? Number.POSITIVE_INFINITY, me, context);
  if (not) return refused(not.id, not.details);
  const sender = sidesOf(context.route, me.role).sends;
  const recipients = answer.status === 'gevraagd' ? answer.recipients.filter((recipient) => !stands(state, { ...answer, sender, recipient }, context)) : answer.recipients;
  if (recipients.length === 0) return refused('consent-answered');
  return recorded(answer, recipients.map((recipient) => ({ sender, recipient, purpose: answer.purpose })), context);
}

function answerIn(command: CommandOf<'record-consent'>, { route, now }: Circumstances): Answer | RefusalId {
  const recipients = [...new Set(command.recipients)].filter((recipient) => route.parties.has(recipient));
  const purpose = command.purpose === undefined || command.purpose === '' ? INVOLVE : command.purpose;
  const who = oneOf(people, command.who);
  const status = oneOf(recordableStatuses, command.status);
  const how = oneOf(hows, command.how);
  const today = dayOf(now);
  if (recipients.length === 0) return 'choose-recipients';
  if (!route.purposes.has(purpose)) return 'choose-purpose';
  if (!who) return 'choose-person';
  if (!status) return 'choose-status';
  if (!how) return 'choose-how';
  if (!isDay(command.on)) return 'date-needed';
  if (command.on > today) return 'date-in-future';
  const until = isYes(status) && command.until !== undefined && command.until !== '' ? command.until : null;
  if (until !== null && (!isDay(until) || until <= today || until > plusDays(today, MOST_DAYS))) return 'consent-until';
  return { recipients, purpose, who, status, how, on: command.on, until };
}

type Not = { readonly id: RefusalId; readonly details?: readonly string[] } | undefined;

/** Why this answer, which opens or could open something, may not be recorded like this. */
function mayNot(state: CaseState, answer: Answer, seen: number, me: Participant, context: Circumstances): Not {
  const { route, now } = context;
  const today = dayOf(now);
  const age = ageOn(state, today);
  const { who, status, recipients, purpose, on } = answer;
  if (status === 'ouders-erbuiten' && (who !== 'jeugdige' || !isSelf(age.ageBand))) return { id: 'parents-choice-16' };
  if (recipients.includes(sidesOf(route, me.role).receives)) return { id: 'recipient-records' };
  const seat = seatOf(route, state, me.person, today);
  if (seat?.kind === 'closed') return { id: 'sharing-stopped', details: seat.reasons };
  if (age.ageBand === ADULT && who !== 'jeugdige') return { id: 'adult-alone' };
  const since = bandSince(age);
  if (who === 'jeugdige' && isYes(status) && since !== undefined && on < since) return { id: 'consent-before-border' };
  // Who does not want somebody involved, wants nothing shared with them for another purpose either.
  const noes = state.ledger.filter((entry) => entry.who === who && [purpose, INVOLVE].includes(entry.purpose) && recipients.includes(entry.recipient) && isNo(entry.status));
  const unseen = noes.filter((entry) => entry.entry > seen);
  if (isYes(status) && unseen.length > 0) return { id: 'consent-contradicts', details: unseen.map((entry) => saidBy(route, entry)) };
  // What was said before a no does not take it back: only a newer answer does.
  if (isYes(status) && noes.some((entry) => entry.on > on)) return { id: 'consent-older' };
  return notAsked(answer, age.ageBand, sidesOf(route, me.role).sends, context);
}

/** "Weet het" is there only where the route is silent (N-10), "geïnformeerd" only where it says inform (TOE-08), a yes only where somebody is asked. */
function notAsked({ recipients, purpose, status }: Answer, age: string, sender: string, { route }: Circumstances): Not {
  const needed = recipients.map((recipient) => ({ recipient, requirement: requirementFor(route, { sender, recipient, purpose, age }) }));
  const wrong = needed.filter(({ requirement: { kind } }) => {
    if (status === 'weet-het') return kind !== 'silent';
    return status === 'geinformeerd' ? kind !== 'inform' : kind !== 'ask' && kind !== 'silent';
  });
  if (wrong.length === 0) return undefined;
  const details = wrong.map(({ recipient, requirement }) => `${route.parties.get(recipient)?.label ?? recipient}: ${requirement.text}`);
  if (status === 'weet-het') return { id: 'consent-knows', details };
  return { id: status === 'geinformeerd' ? 'consent-inform' : 'consent-not-asked', details };
}

interface Sharing { readonly sender: string; readonly recipient: string; readonly purpose: string }

/** An answer that stands: asking again says nothing new, and must not wipe it out. */
function stands(state: CaseState, { sender, recipient, purpose, who }: Sharing & { readonly who: Who }, { now }: Circumstances): boolean {
  const entry = consentOn(state, dayOf(now)).ledger.find((one) => one.sender === sender && one.recipient === recipient && one.purpose === purpose && one.who === who);
  return entry !== undefined && (isYes(entry.status) || isNo(entry.status));
}

/**
 * A no stops every side that was allowed to share with this recipient, and without a named purpose it is a no to all of
 * them. The recipient's own people record it for the side that shares with them.
 */
function sharingsToClose(state: CaseState, answer: Answer, named: string, me: Participant, { route }: Circumstances): readonly Sharing[] {
  const own = sidesOf(route, me.role).sends;
  const owner = sidesOf(route, state.people.find((one) => one.person === state.owner)?.role ?? me.role).sends;
  const all = answer.recipients.flatMap((recipient) => {
    const known = state.ledger.filter((entry) => entry.recipient === recipient && (named === '' || entry.purpose === named));
    const sender = own === recipient ? me.sender ?? owner : own;
    return [{ sender, recipient, purpose: answer.purpose }, ...known.map(({ sender: from, purpose }) => ({ sender: from, recipient, purpose }))];
  });
  return [...new Map(all.map((one) => [JSON.stringify([one.sender, one.recipient, one.purpose]), one])).values()];
}

function recorded({ who, status, how, on, until }: Answer, sharings: readonly Sharing[], { route }: Circumstances): Decision {
  return happened(...sharings.map(({ sender, recipient, purpose }): CaseEvent => (
    { type: 'ConsentRecorded', data: { sender, recipient, purpose, who, status, how, on, until, matrix: route.consentHash } }
  )));
}

