import { mayDo, type Action } from '../route/rights.js';
import { actorOf } from './click.js';
import type { Parts } from './parts.js';
import type { Person } from './ports.js';

/** May this person ever do this, by the role that the register gives today: `dialogs/rechten.yaml`. Whoever is not in the register is `onbekend`. */
export function may({ route }: Pick<Parts, 'route'>, person: Person, action: Action): boolean {
  return mayDo(route, actorOf(person).role, action);
}
