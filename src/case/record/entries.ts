import { forgottenOfPeople } from '../people/forgotten.js';
import type { Actor } from '../decision.js';
import type { CaseEvent, RecordedCaseEvent } from '../events.js';

/**
 * What can be struck out, and by whom besides its maker: `owner`, where it closes nothing and opens nothing. Steps, people,
 * MDO, plan and stagnation have commands of their own with which they are put right: an answer can be given again.
 */
const STRIKABLE = {
  ContactNoted: 'owner', RegistrationNoted: 'owner', LevelsSet: 'owner', RiskMarked: 'owner',
  ConsentRecorded: 'maker', GezagRecorded: 'maker', DangerNoted: 'maker',
} as const satisfies Partial<Record<CaseEvent['type'], 'owner' | 'maker'>>;
type StrikableType = keyof typeof STRIKABLE;

/** An event that can be struck out, with its number in the case, from 1. */
export interface Entry {
  readonly number: number;
  readonly event: RecordedCaseEvent & { readonly type: StrikableType };
}

/** The entry of this number, when it is of a kind that can be struck out and still stands. */
export function entryOf(history: readonly RecordedCaseEvent[], number: number): Entry | undefined {
  const event = history[number - 1];
  return event && isStrikable(event) && !struckIn(history).has(number) ? { number, event } : undefined;
}

/** Numbers of the entries that were struck out. */
export function struckIn(history: readonly RecordedCaseEvent[]): ReadonlySet<number> {
  return new Set(history.flatMap((event) => (event.type === 'EntryStruck' ? [event.data.entry] : [])));
}

function isStrikable(event: RecordedCaseEvent): event is Entry['event'] {
  return event.type in STRIKABLE;
}

/** May this person strike this entry out? Its maker may; the owner too where it closes nothing, and of talks only those of the own house. */
export function mayStrike({ event }: Entry, actor: Pick<Actor, 'person' | 'organisation'>, owner: string, side: string): boolean {
  if (event.actor === actor.person) return true;
  if (STRIKABLE[event.type] !== 'owner' || actor.person !== owner) return false;
  return event.type !== 'ContactNoted' || (actor.organisation !== '' && event.data.organisation === actor.organisation && event.data.side === side);
}

/**
 * The entries that go with this one: one answer that was recorded for several sides at once (a withdrawal stops them all).
 * Numbers, itself included.
 */
export function togetherWith(history: readonly RecordedCaseEvent[], { number, event }: Entry): readonly number[] {
  if (event.type !== 'ConsentRecorded') return [number];
  const { who, recipient, purpose, status } = event.data;
  return history.flatMap((other, index) => {
    if (other.type !== 'ConsentRecorded' || other.at !== event.at || other.actor !== event.actor || !entryOf(history, index + 1)) return [];
    const same = other.data.who === who && other.data.recipient === recipient && other.data.purpose === purpose && other.data.status === status;
    return same ? [index + 1] : [];
  });
}

/** What this person can strike out, newest first; one line for what was recorded together. */
export function ownEntries(history: readonly RecordedCaseEvent[], actor: Pick<Actor, 'person' | 'organisation'>, owner: string, side: string): readonly Entry[] {
  const found: Entry[] = [];
  const named = new Set<number>();
  for (let number = history.length; number > 1; number -= 1) {
    const entry = entryOf(history, number);
    if (!entry || named.has(number) || !mayStrike(entry, actor, owner, side)) continue;
    for (const each of togetherWith(history, entry)) named.add(each);
    found.push(entry);
  }
  return found;
}

/** Ids of the texts that are deleted with these events: those of what was struck out, those that live on in another case, and marks and names of outsiders that were replaced. */
export function forgottenTexts(history: readonly RecordedCaseEvent[], events: readonly CaseEvent[]): readonly string[] {
  return events.flatMap((event) => {
    if (event.type === 'CaseMergedInto') return event.data.forgot;
    return event.type === 'EntryStruck' ? textsOf(history[event.data.entry - 1]) : forgottenOfPeople(history, event);
  });
}

function textsOf(event: RecordedCaseEvent | undefined): readonly string[] {
  if (event?.type === 'ContactNoted') return [event.data.discussedId, event.data.agreedId];
  return event?.type === 'DangerNoted' ? [event.data.noteId] : [];
}
