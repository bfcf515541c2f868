import type { Reader } from '../case/contact/reads.js';
import { seatOf } from '../case/people/circle.js';
import type { Participant } from '../case/people/state.js';
import type { CaseState } from '../case/state.js';
import type { Route } from '../route/model.js';
import { roleLabel } from '../route/roles.js';

export interface Named {
  readonly name: string;
  readonly organisation: string;
}

/** What every document is made of. Whoever hands it in looks up only what the reader may see. */
export interface PrintInput {
  readonly route: Route;
  readonly state: CaseState;
  /** For whom the page is made: a participant whose seat is open. */
  readonly reader: Reader;
  /** Professionals by id of the register. */
  readonly names: ReadonlyMap<string, Named>;
  /** Texts by id. */
  readonly texts: ReadonlyMap<string, string>;
  /** Today, YYYY-MM-DD. */
  readonly day: string;
}

/** The reader's own place in the case. */
export function placeOf({ route, state, reader, day }: PrintInput): Participant | undefined {
  const seat = seatOf(route, state, reader.id, day);
  return seat?.kind === 'open' ? seat.participant : undefined;
}

/** "Wietske Hofstra (Leerkracht)", "Huisarts", for a key of the case; the role alone where no name is known. */
export function whoIs({ route, state, names, texts }: PrintInput, key: string): string {
  const id = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('role:')) return roleText(route, id);
  const invited = state.mdo?.invitees.find((one) => one.key === key);
  if (key.startsWith('out:')) {
    const outsider = state.outsiders.find((one) => one.key === key);
    return named(outsider?.nameId ? texts.get(outsider.nameId) : undefined, roleLabel(route, outsider?.role ?? invited?.role ?? 'anders'));
  }
  const role = state.people.find((one) => one.person === id)?.role ?? invited?.role;
  return named(names.get(id)?.name, role === undefined ? undefined : roleLabel(route, role));
}

/** A role, or one of the family: they can be named in a plan as well. */
export function roleText(route: Route, id: string): string {
  return id === 'ouders' || id === 'jeugdige' ? `de ${id}` : roleLabel(route, id);
}

function named(name: string | undefined, role: string | undefined): string {
  if (name === undefined) return role ?? 'een deelnemer';
  return role === undefined ? name : `${name} (${unbracketed(role)})`;
}

/** "Jeugdverpleegkundige, JGZ": no brackets within brackets. */
function unbracketed(role: string): string {
  return role.replace(/ \((.*)\)$/, ', $1');
}

/** "a, b en c". */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} en ${items.at(-1) ?? ''}`;
}

/** "Vragen?" at the end of a page: the reader, whom one can call, and room for a number. */
export function askMe(input: PrintInput): string {
  const me = input.names.get(input.reader.id);
  const role = placeOf(input)?.role ?? input.reader.role;
  return `Heb je een vraag? Stel die aan ${named(me?.name, roleLabel(input.route, role))}${me?.organisation ? `, ${me.organisation}` : ''}.`;
}
