import type { Ranking } from './topics/rank.js';

/** What is said of the subject of a question. */
export type Found =
  | { readonly kind: 'article'; readonly id: string; readonly alternatives: readonly string[] }
  | { readonly kind: 'choices'; readonly id: string; readonly alternatives: readonly string[] }
  | { readonly kind: 'none' };

/** From this chance on the answer is given at once. Chosen on the tuning set, as the two below. */
const SURE = 0.7;
/** Above this chance that it is about none of our subjects, no answer is offered. */
const NONE = 0.3;
/** Below this chance not even three together are worth offering. */
const FAINT = 0.12;
const MOST = 3;

/** What somebody of this role means by "mijn taak". */
const OWN: Readonly<Record<string, string>> = {
  leerkracht: 'leerkracht', mentor: 'leerkracht', 'ib-er': 'intern-begeleider', directie: 'directie', koo: 'koo', jeugdverpleegkundige: 'jgz', jeugdarts: 'jgz',
  casemanager: 'casemanager', leerplichtambtenaar: 'leerplicht', regievoerder: 'regievoerder-zorg', 'coordinator-swv': 'coordinator-swv', 'bovenschools-team': 'bovenschools-team',
};
const MINE = /\b(?:mijn (?:taak|taken|rol)|wat (?:doe|moet) ik (?:eigenlijk )?in de route|wat wordt er van mij verwacht|waar ben ik (?:zelf )?voor)\b/;

/**
 * Surely one, one of three, or none.
 * @param said the normalised text @param asker the role of who asks
 */
export function gate({ candidates, none }: Ranking, said: string, asker: string | undefined): Found {
  const slugs = candidates.slice(0, MOST).map((each) => each.slug);
  const own = asker !== undefined && MINE.test(said) ? OWN[asker] : undefined;
  if (own !== undefined) return { kind: 'article', id: own, alternatives: slugs.filter((slug) => slug !== own).slice(0, MOST - 1) };
  const [first, ...alternatives] = slugs;
  const chance = candidates[0]?.chance ?? 0;
  if (first === undefined || none >= NONE || chance < FAINT) return { kind: 'none' };
  return { kind: chance >= SURE ? 'article' : 'choices', id: first, alternatives };
}
