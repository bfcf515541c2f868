import type { Button } from '../../cards/data.js';
import { consentButtons } from '../consent/present.js';
import { contactButtons } from '../contact/present.js';
import { mdoButtons } from '../mdo/present.js';
import { peopleButtons } from '../people/present.js';
import { asksBoth } from '../../case/plan/levels.js';
import { planButtons } from '../plan/present.js';
import type { CaseView } from '../present/view.js';
import { button } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { stepButtons } from '../step/present.js';

/**
 * What is done most, on the case's own card; everything else that may be done stands behind the last of them (view `all`).
 * Which views these open is what counts here, not how they are called.
 */
export function mainButtons(loaded: LoadedCase, view: CaseView): Button[] {
  const { stream, version, state } = loaded;
  const all = button('Alles van deze casus', 'show', { ref: stream, seen: version }, { view: 'all' });
  if (state.closed) return [...stepButtons(loaded, view), ...planButtons(loaded, view), all];
  const meets = state.mdo !== null || asksBoth(state) || state.levels === null;
  return [
    ...opening(stepButtons(loaded, view), 'term'),
    ...peopleButtons(loaded, view).filter((one) => one.verb === 'refer'),
    ...opening(consentButtons(loaded, view), 'consent'),
    ...opening(contactButtons(loaded, view), 'contact-form'),
    ...(meets ? mdoButtons(loaded, view) : []),
    ...(state.step?.id === 'plan' || state.mdo?.held || state.plan ? planButtons(loaded, view) : []),
    all,
  ];
}

function opening(buttons: readonly Button[], view: string): readonly Button[] {
  return buttons.filter((one) => one.data['view'] === view);
}
