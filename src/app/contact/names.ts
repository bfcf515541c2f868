import { people, oneOf } from '../../case/values.js';
import { roleLabel } from '../../route/roles.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView } from '../present/view.js';
import { word } from '../present/words.js';

/** Who a key of a talk names, for somebody who may see the case: "moeder", "Wietske Hofstra (Leerkracht)", "Huisarts". */
export function nameOfKey({ state }: Pick<LoadedCase, 'state'>, view: CaseView, key: string): string {
  const family = oneOf(people, key);
  if (family) return word(family);
  const id = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('role:')) return roleLabel(view.route, id);
  if (key.startsWith('out:')) {
    const outsider = state.outsiders.find((one) => one.key === key);
    const name = outsider?.nameId ? view.texts.get(outsider.nameId) : undefined;
    const role = outsider ? roleLabel(view.route, outsider.role) : 'Iemand buiten Teams';
    return name ? `${name} (${unbracketed(role)})` : role;
  }
  const person = view.people.get(id);
  const role = state.people.find((one) => one.person === id)?.role ?? person?.role;
  if (!person) return 'een deelnemer';
  return role === undefined ? person.name : `${person.name} (${unbracketed(roleLabel(view.route, role))})`;
}

/** "Jeugdverpleegkundige, JGZ": no brackets within brackets. */
function unbracketed(role: string): string {
  return role.replace(/ \((.*)\)$/, ', $1');
}

/** "moeder, vader en Wietske Hofstra (Leerkracht)". */
export function namesOfKeys(loaded: Pick<LoadedCase, 'state'>, view: CaseView, keys: readonly string[]): string {
  const names = keys.map((key) => nameOfKey(loaded, view, key));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} en ${names.at(-1) ?? ''}`;
}
