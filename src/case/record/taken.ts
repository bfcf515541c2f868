import type { Route } from '../../route/model.js';
import { consentOn } from '../consent/age.js';
import { seatOf } from '../people/circle.js';
import type { Participant } from '../people/state.js';
import { sidesOf } from '../sides.js';
import type { CaseState } from '../state.js';
import { oneOf, registerResults, registers, dangerReasons, guardians } from '../values.js';
import type { OtherCase } from './commands.js';
import type { TakenOver } from './events.js';
import { withTaken } from './evolve.js';
import { joinedLedger } from './words.js';

/** What goes along to the case that goes on, and who. */
export interface Joining {
  readonly taken: TakenOver;
  /** Those who keep an open seat here, with the side that shares with them here. */
  readonly people: readonly Participant[];
}

const NOTHING: Omit<TakenOver, 'ledger' | 'gezag'> = { contacts: [], registrations: [], outsiders: [], references: {}, dangers: [], risk: null };

/**
 * What this case takes over from another about the same child. First the words about consent, then the gate is asked anew
 * for everybody who comes along: nobody sees more here than what was agreed allows.
 */
export function joining(route: Route, here: CaseState, { state: there, texts }: OtherCase, day: string): Joining {
  const words = {
    ledger: [...joinedLedger(here.ledger, there.ledger)],
    gezag: here.gezag.length > 0 ? [] : guardians.filter((one) => there.gezag.includes(one)),
  };
  const counts = withTaken(here, { ...NOTHING, ...words });
  const people = there.people.flatMap((one) => seatHere(route, counts, one, day)).filter((one) => !here.people.some((known) => known.person === one.person));
  const circle = [...here.people, ...people];
  const known = new Set(here.contacts.map((note) => note.id));
  return {
    people,
    taken: {
      ...words,
      contacts: there.contacts.flatMap((note) => {
        const discussedId = texts[note.discussedId];
        const agreedId = texts[note.agreedId];
        const read = circle.some((one) => one.person === note.by || (one.organisation === note.organisation && sidesOf(route, one.role).sends === note.side));
        return read && !known.has(note.id) && discussedId !== undefined && agreedId !== undefined ? [{ ...note, with: [...note.with], discussedId, agreedId }] : [];
      }),
      registrations: there.registrations.flatMap((one) => {
        const own = here.registrations.find((each) => each.register === one.register);
        const register = oneOf(registers, one.register);
        const result = oneOf(registerResults, one.result);
        return register && result && (!own || own.at < one.at) ? [{ ...one, register, result }] : [];
      }),
      outsiders: there.outsiders.flatMap((one) => {
        if (here.outsiders.some((each) => each.key === one.key)) return [];
        const seat = seatHere(route, counts, { person: one.key, role: one.role, organisation: there.organisation, since: '', sender: one.sender }, day)[0];
        return seat ? [{ ...one, sender: seat.sender, nameId: one.nameId === null ? null : texts[one.nameId] ?? null }] : [];
      }),
      references: Object.fromEntries(Object.entries(there.references).flatMap(([organisation, textId]) => {
        const copied = texts[textId];
        return copied !== undefined && here.references[organisation] === undefined && circle.some((one) => one.organisation === organisation) ? [[organisation, copied]] : [];
      })),
      dangers: dangersHere(here, there, texts, circle),
      risk: here.risk ? null : there.risk,
    },
  };
}

/**
 * The seat that somebody of the other case has here. The own house of this case needs no gate; anybody else shares in it
 * by the side that brought them in there, or else by the side that opened this case. Another school is not the own school.
 */
function seatHere(route: Route, here: CaseState, one: Participant, day: string): readonly Participant[] {
  const opener = here.people.find((each) => each.person === here.owner)?.role ?? '';
  const house = sidesOf(route, opener);
  const side = sidesOf(route, one.role).receives;
  const sameSide = side === house.receives;
  if (sameSide && one.organisation === here.organisation) return [{ ...one, sender: null }];
  if (sameSide) return [];
  const seated: Participant = { ...one, sender: one.sender ?? house.sends };
  const asked = { ...here, people: [...here.people.filter((each) => each.person !== one.person), seated] };
  return seatOf(route, asked, one.person, day)?.kind === 'open' ? [seated] : [];
}

/** A noted danger goes along unseen, to those of its circle who are here; it opens nothing there or here (N-07). */
function dangersHere(here: CaseState, there: CaseState, texts: OtherCase['texts'], circle: readonly Participant[]): TakenOver['dangers'] {
  const inside = (person: string) => circle.some((one) => one.person === person);
  return there.dangers.flatMap((danger) => {
    const noteId = texts[danger.noteId];
    const reason = oneOf(dangerReasons, danger.reason);
    const knows = danger.knows.filter(inside);
    if (!reason || noteId === undefined || here.dangers.some((one) => one.id === danger.id)) return [];
    return inside(danger.by) || knows.length > 0 ? [{ ...danger, reason, noteId, knows }] : [];
  });
}

/** The age band that counts on this day. */
export function bandOn(state: CaseState, day: string): string {
  return consentOn(state, day).ageBand;
}
