import type { CaseCommand } from '../../src/case/commands.js';
import type { OtherCase } from '../../src/case/record/commands.js';
import type { Actor } from '../../src/case/decision.js';
import type { Route } from '../../src/route/model.js';
import { consent, gezag, ib, jgz, juf, open, play, refer, type Said } from './case.js';

export function strike(entry: number, reason = 'verkeerd-ingevuld'): CaseCommand {
  return { type: 'strike-entry', entry, reason };
}

type Note = Extract<CaseCommand, { type: 'note-contact' }>;
export function note(changes: Partial<Note> = {}): Note {
  return { type: 'note-contact', note: 'g1', on: '2026-11-20', with: ['moeder'], discussedId: 't-besproken', agreedId: 't-afgesproken', ...changes };
}

export function invite({ person, role, organisation }: Actor): CaseCommand {
  return { type: 'invite-person', who: { person, role, organisation }, told: true, duo: false };
}

/** The other case as the app finds it, with a new text id for every text that it names. */
export function otherOf(route: Route, ...said: readonly Said[]): OtherCase {
  const { state } = play(route, ...said);
  if (!state) throw new Error('there is no other case');
  const ids = [...state.contacts.flatMap((one) => [one.discussedId, one.agreedId]), ...state.dangers.map((one) => one.noteId), ...Object.values(state.references)];
  return { stream: 'c-ander', state, texts: Object.fromEntries(ids.map((id) => [id, `${id}-nieuw`])) };
}

export function merge(other: OtherCase | undefined, changes: Partial<Extract<CaseCommand, { type: 'merge' }>> = {}): CaseCommand {
  return { type: 'merge', stream: 'c-hier', other, sameChild: true, ...changes };
}

/** A second case about the same child, opened by the same teacher; the JGZ takes part in it with consent. */
export const second: readonly Said[] = [[juf, open({ code: 'K0002' })], [juf, gezag('moeder')], [juf, consent('moeder')], [juf, invite(jgz)], [juf, refer()]];
export const first: readonly Said[] = [[juf, open()]];
export { ib, jgz, juf };
