import type { Colleague } from '../../case/people/commands.js';
import { joiningOf, sameSide } from '../../case/people/joining.js';
import type { Participant } from '../../case/people/state.js';
import { seatOf } from '../../case/people/circle.js';
import { dayOf } from '../../case/time.js';
import { roleLabel } from '../../route/roles.js';
import type { Parts } from '../parts.js';
import type { Person } from '../ports.js';
import type { CaseView } from '../present/view.js';
import type { LoadedCase } from '../run-case.js';

export interface Choice { readonly value: string; readonly title: string }

/** A list in a card must stay small; a region has fewer people round one child than this. */
const MOST_CHOICES = 40;

/** Somebody as a command names them. */
export function colleague({ id, role, organisation }: Person): Colleague {
  return { person: id, role, organisation };
}

/** The colleague of the register with this id, in this region; undefined for anybody else: a card may name anything. */
export async function colleagueOf(parts: Parts, id: string): Promise<Colleague | undefined> {
  const person = id === '' ? undefined : await parts.store.person(id);
  return person?.registered && person.region === parts.route.region.region ? colleague(person) : undefined;
}

export function nameAndPlace(view: Pick<CaseView, 'route'>, { name, role, organisation }: Person): string {
  return `${roleLabel(view.route, role)}: ${name}, ${organisation}`;
}

/** The participant that looks. */
export function meIn({ state }: LoadedCase, view: CaseView): Participant | undefined {
  return state.people.find((one) => one.person === view.viewer.id);
}

/** Whom the viewer may bring in now, the own organisation first; `closed`: the sides to which the gate is closed, with the reason. */
export function newcomers(loaded: LoadedCase, view: CaseView, everybody: readonly Person[]): { readonly choices: readonly Choice[]; readonly closed: readonly string[] } {
  const me = meIn(loaded, view);
  if (!me) return { choices: [], closed: [] };
  const others = everybody.filter((one) => !loaded.state.people.some((there) => there.person === one.id));
  const judged = others.map((one) => ({ one, joining: joiningOf(loaded.state, me, colleague(one), view) }));
  const open = judged.filter(({ joining }) => joining.ok).map(({ one }) => one);
  return { choices: choicesOf(view, open, me.organisation), closed: [...new Set(judged.flatMap(({ joining }) => (joining.ok ? [] : joining.why)))] };
}

/** Who may come in the stead of this participant: colleagues of the same organisation and side, and who takes part already. */
export function replacements(loaded: LoadedCase, view: CaseView, from: Participant, everybody: readonly Person[]): readonly Choice[] {
  const { state } = loaded;
  const fit = everybody.filter((one) => {
    if (one.id === from.person) return false;
    const seat = seatOf(view.route, state, one.id, dayOf(view.now));
    return seat ? seat.kind === 'open' : sameSide(view.route, from, one) && view.route.roles.get(one.role)?.mdo === true;
  });
  return choicesOf(view, fit, from.organisation);
}

/** Participants with an open seat, apart from the viewer when `others` is asked for. */
export function participants({ state }: LoadedCase, view: CaseView, which: 'all' | 'others'): readonly Choice[] {
  return state.people
    .filter((one) => which === 'all' || one.person !== view.viewer.id)
    .filter((one) => seatOf(view.route, state, one.person, dayOf(view.now))?.kind === 'open')
    .flatMap((one) => {
      const person = view.people.get(one.person);
      return person ? [{ value: one.person, title: `${roleLabel(view.route, one.role)}: ${person.name}, ${one.organisation}` }] : [];
    });
}

function choicesOf(view: CaseView, people: readonly Person[], first: string): readonly Choice[] {
  const own = (one: Person) => (one.organisation === first ? 0 : 1);
  return [...people].sort((one, other) => own(one) - own(other) || nameAndPlace(view, one).localeCompare(nameAndPlace(view, other), 'nl'))
    .slice(0, MOST_CHOICES).map((one) => ({ value: one.id, title: nameAndPlace(view, one) }));
}
