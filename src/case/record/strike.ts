import type { CommandOf } from '../commands.js';
import { isNo } from '../consent/answers.js';
import { gateFor, type Sharing } from '../consent/gate.js';
import { noteContact } from '../contact/decide.js';
import { happened, refused, type Actor, type Circumstances, type Decision } from '../decision.js';
import type { CaseEvent, RecordedCaseEvent } from '../events.js';
import { caseState } from '../evolve.js';
import type { Route } from '../../route/model.js';
import type { RefusalId } from '../refusals.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';
import { dayOf } from '../time.js';
import { oneOf, strikeReasons } from '../values.js';
import { entryOf, mayStrike, struckIn, togetherWith, type Entry } from './entries.js';

/** Strikes out a wrong entry. What it said counts no longer, and its words are deleted; that there was one stays to be seen. */
export function strikeEntry(state: CaseState, command: CommandOf<'strike-entry'>, context: Circumstances): Decision {
  const reason = oneOf(strikeReasons, command.reason);
  const found = entryFor(state, command.entry, context);
  if (typeof found === 'string') return refused(found);
  if (!reason) return refused('choose-strike-reason');
  return struck(state, found, reason, context);
}

/** Puts a better note in the place of a wrong one; by who made it alone, because it is that person's talk. */
export function replaceNote(state: CaseState, command: CommandOf<'replace-note'>, context: Circumstances): Decision {
  const found = entryFor(state, command.entry, context);
  if (typeof found === 'string') return refused(found);
  if (found.event.type !== 'ContactNoted') return refused('strike-unknown');
  if (found.event.actor !== context.actor?.person) return refused('strike-not-yours');
  const noted = noteContact(state, command.note, context);
  return noted.kind === 'refused' ? noted : happened({ type: 'EntryStruck', data: { entry: found.number, reason: 'verkeerd-ingevuld' } }, ...noted.events);
}

/** The entry, or why this person can not strike it out. */
function entryFor(state: CaseState, number: number, { route, actor, history = [] }: Circumstances): Entry | RefusalId {
  if (struckIn(history).has(number)) return 'strike-done';
  const entry = entryOf(history, number);
  // Of a danger nobody outside its circle hears that it is there.
  if (!entry || !actor || (entry.event.type === 'DangerNoted' && entry.event.actor !== actor.person)) return 'strike-unknown';
  return mayStrike(entry, actor, state.owner, sidesOf(route, actor.role).sends) ? entry : 'strike-not-yours';
}

function struck(before: CaseState, entry: Entry, reason: (typeof strikeReasons)[number], { route, now, actor, history = [] }: Circumstances): Decision {
  const events = togetherWith(history, entry).map((number): CaseEvent => ({ type: 'EntryStruck', data: { entry: number, reason } }));
  const after = caseState([...history, ...events.map((event): RecordedCaseEvent => ({ ...event, at: now, actor: actor?.person ?? null }))]);
  if (!after || !actor) return refused('strike-unknown');
  return opensAnothersNo(route, before, after, actor, entry, dayOf(now)) ? refused('strike-opens') : happened(...events);
}

/**
 * Would this open a gate that a "no" of somebody else closed, or the gate to the actor's own side? A no is taken back by a
 * newer yes of the one who said it, never by striking something out. Of gezag a no of anybody counts: taking a name off
 * the list has a reason of its own to give.
 */
function opensAnothersNo(route: Route, before: CaseState, after: CaseState, actor: Actor, { event }: Entry, day: string): boolean {
  const sharings = new Map<string, Sharing>([...before.ledger, ...after.ledger]
    .map(({ sender, recipient, purpose }) => [`${sender} ${recipient} ${purpose}`, { sender, recipient, purpose }]));
  const own = sidesOf(route, actor.role).receives;
  return [...sharings.values()].some((sharing) => {
    if (gateFor(route, before, sharing, day).open || !gateFor(route, after, sharing, day).open) return false;
    if (sharing.recipient === own) return true;
    return before.ledger.some((one) => one.sender === sharing.sender && one.recipient === sharing.recipient && one.purpose === sharing.purpose
      && isNo(one.status) && (event.type === 'GezagRecorded' || one.by !== actor.person));
  });
}
