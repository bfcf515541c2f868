import type { Facts, Refused } from '../../knowledge/understand.js';
import type { Route } from '../../route/model.js';
import type { Banner } from '../present/words.js';
import { inWords } from './known.js';

const STANDS = 'Ik heb dit niet bewaard, maar je bericht staat nog in Teams: verwijder het.';
const REFUSED: Readonly<Record<Refused, string>> = {
  bsn: 'Er stond een getal in je bericht dat op een burgerservicenummer lijkt.',
  name: 'Er stond een naam van een kind in je bericht.',
};

/** What was in the message and is not kept: the writer takes the message away. */
export function refusedBanner(refused: readonly Refused[]): Banner | undefined {
  if (refused.length === 0) return undefined;
  return { text: `${refused.map((one) => REFUSED[one]).join(' ')} ${STANDS}`, tone: 'warning' };
}

/** "Ik begreep: … Klopt dat?": what a text told, so that nobody walks on with what they did not mean. */
export function begreep(route: Pick<Route, 'facts' | 'roleFact'>, facts: Facts): Banner | undefined {
  const said = inWords(route, facts);
  return said.length === 0 ? undefined : { text: `Ik begreep: ${said.join(' · ')}. Klopt dat? Kies anders "Wijzig".`, tone: 'info' };
}

/** Both on top of one card: the warning sets the tone. */
export function together(one: Banner | undefined, other: Banner | undefined): Banner | undefined {
  if (!one || !other) return one ?? other;
  return { ...other, ...one, text: `${one.text} ${other.text}` };
}
