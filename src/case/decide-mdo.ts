import { regieFor } from '../route/regie.js';
import type { CaseCommand, ChosenInvitee } from './commands.js';
import { gateFor, isSelf } from './consent.js';
import { INVOLVE } from './decide-consent.js';
import { happened, participant, refused, sidesOf, type Circumstances, type Decision } from './decision.js';
import type { Invitee } from './events.js';
import type { CaseState } from './state.js';
import { dayOf, isDay } from './time.js';

type Command<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** An MDO is for those involved (OVL-03); a card of more would not fit into Teams. */
const MOST_INVITEES = 12;
const NONE = 'geen';
const REGIEVOERDER = 'regievoerder';
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Plans an MDO: leervraag and leefvraag together (S3-02; enkelvoudig with enkelvoudig is fine, C-06), or the
 * regievoerder in a complex situation (N-15); at least two others; parents always invited (ALG-06), from 16 the
 * jongere; and an open gate for every invitee. A new plan takes the place of the one before.
 */
export function planMdo(state: CaseState, command: Command<'plan-mdo'>, context: Circumstances): Decision {
  const { route, now, actor } = context;
  const me = participant(state, actor);
  if (!me) return refused('not-a-participant');
  if (command.instead !== (state.mdo?.id ?? '')) return refused('mdo-changed');
  const both = command.leervraag !== NONE && command.leefvraag !== NONE;
  const cell = regieFor(route, command.leervraag, command.leefvraag);
  if (!cell || (!both && me.role !== REGIEVOERDER)) return refused('mdo-needs-both');
  if (!command.hasPurpose) return refused('mdo-purpose');
  if (!isDay(command.date)) return refused('date-needed');
  if (command.date < dayOf(now)) return refused('date-in-past');
  if (command.time !== '' && !TIME.test(command.time)) return refused('mdo-time');
  const chosen = command.invitees.filter((one): one is ChosenInvitee => one !== undefined);
  if (chosen.length < command.invitees.length) return refused('mdo-unknown-invitee');
  const others = distinct(chosen).filter((one) => one.personId !== me.person);
  if (others.length < 2) return refused('mdo-two-invitees');
  if (others.length > MOST_INVITEES) return refused('mdo-too-many');
  const sender = sidesOf(route, me.role).sends;
  const invitees = others.map((one): Invitee => ({ key: one.key, role: one.role, personId: one.personId, recipient: sidesOf(route, one.role).receives }));
  // The regievoerder works for the whole schoolbestuur: its schools are no strangers to each other (ROL-REG-01).
  const elsewhere = me.role !== REGIEVOERDER && others.some((one) => sender === 'school' && sidesOf(route, one.role).receives === 'school' && one.personId !== null && one.organisation !== me.organisation);
  if (elsewhere) return refused('mdo-other-school');
  const closed = closedGates(state, sender, invitees, context);
  if (closed.length > 0) return refused('mdo-gate', closed);
  const self = isSelf(state.ageBand);
  if (self ? !command.jeugdige : !command.parents) return refused(self ? 'mdo-jeugdige' : 'mdo-parents');
  const leftOut = state.ledger.some((entry) => entry.who === 'jeugdige' && entry.status === 'ouders-erbuiten' && entry.purpose === INVOLVE);
  if (leftOut && command.parents) return refused('mdo-parents-left-out');
  if (!command.told) return refused('mdo-told');
  return happened({
    type: 'MdoPlanned',
    data: {
      mdo: command.mdo, purposeId: command.purposeId, date: command.date, time: command.time,
      leervraag: command.leervraag, leefvraag: command.leefvraag, regie: cell.regie, sender, invitees,
      parents: command.parents, jeugdige: command.jeugdige,
    },
  });
}

/** Somebody who is named twice is one invitee. */
function distinct(invitees: readonly ChosenInvitee[]): readonly ChosenInvitee[] {
  return [...new Map(invitees.map((one) => [one.personId ?? one.key, one])).values()];
}

/** One Dutch sentence for each recipient whose gate is closed. */
function closedGates(state: CaseState, sender: string, invitees: readonly Invitee[], { route }: Circumstances): readonly string[] {
  const recipients = [...new Set(invitees.map((one) => one.recipient))];
  return recipients.flatMap((recipient) => {
    const gate = gateFor(route, state, { sender, recipient, purpose: INVOLVE });
    return gate.open ? [] : [`${route.parties.get(recipient)?.label ?? recipient}: ${gate.reasons.join(' ')}`];
  });
}

/**
 * An answer of an invitee, by that person; or by the organiser for somebody outside Teams or who told it elsewhere,
 * as long as the invitee has not answered in person.
 */
export function answerMdo(state: CaseState, command: Command<'answer-mdo'>, { route, now, actor }: Circumstances): Decision {
  const mdo = state.mdo;
  if (!mdo || mdo.id !== command.mdo) return refused('mdo-none');
  const invitee = mdo.invitees.find((one) => one.key === command.invitee);
  if (!invitee) return refused('mdo-not-invited');
  const personally = invitee.personId !== null && invitee.personId === actor?.person;
  if (!personally && actor?.person !== mdo.organiser) return refused('mdo-not-invited');
  if (!personally && invitee.answer && invitee.answer.by === invitee.personId) return refused('mdo-answered');
  if (mdo.date < dayOf(now)) return refused('mdo-passed');
  if (!gateFor(route, state, { sender: mdo.sender, recipient: invitee.recipient, purpose: INVOLVE }).open) return refused('mdo-closed');
  if (command.answer === 'ander-moment') {
    if (!isDay(command.proposal)) return refused('proposal-needed');
    if (command.proposal < dayOf(now)) return refused('date-in-past');
  }
  return happened({
    type: 'MdoAnswered',
    data: {
      mdo: mdo.id, invitee: invitee.key, answer: command.answer,
      proposal: command.answer === 'ander-moment' ? command.proposal : null, noteId: command.noteId,
    },
  });
}
