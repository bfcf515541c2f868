import type { CardData } from '../../cards/data.js';
import type { Section } from '../../cards/generic.js';
import { accessButtons } from '../access/present.js';
import { consentButtons, consentFacts } from '../consent/present.js';
import { registrationFacts } from '../consent/registrations.js';
import { contactButtons, contactFacts } from '../contact/present.js';
import { mdoButtons, mdoFacts } from '../mdo/present.js';
import { peopleButtons, peopleFacts } from '../people/present.js';
import { levelsFacts, planButtons, planFacts } from '../plan/present.js';
import type { CaseView } from '../present/view.js';
import { button, formButton, labels, unsafeButton } from '../present/words.js';
import { printButton } from '../print/present.js';
import { recordButtons } from '../record/present.js';
import type { LoadedCase } from '../run-case.js';
import { riskFacts, stagnationButtons } from '../stagnation/section.js';
import { stepButtons } from '../step/present.js';
import { notNow } from './not-now.js';
import { referenceOf } from './present.js';

/** Everything that may be done in this case from here, by subject; and what may not now, with the reason. */
export function allSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> {
  const { stream, version, state } = loaded;
  const target = { ref: stream, seen: version };
  const open = state.closed === null;
  const mark = referenceOf(loaded, view);
  const not = notNow(loaded, view);
  const sections: Section[] = [
    { heading: 'De stap', buttons: stepButtons(loaded, view) },
    {
      heading: 'Wie doen mee', facts: [...peopleFacts(loaded, view)],
      buttons: [...peopleButtons(loaded, view), ...(open && view.viewer.registered ? [formButton(mark === '' ? 'Geef een eigen kenmerk' : 'Wijzig ons kenmerk', 'reference-form', target)] : [])],
    },
    { heading: 'Toestemming en registraties', facts: [...(open ? consentFacts(loaded, view) : []), ...registrationFacts(loaded, view)], buttons: consentButtons(loaded, view) },
    { heading: 'Gesprekken', facts: contactFacts(loaded, view), buttons: contactButtons(loaded, view) },
    { heading: 'MDO', facts: [...levelsFacts(loaded, view), ...mdoFacts(loaded, view)], buttons: mdoButtons(loaded, view) },
    { heading: 'Plan van aanpak', facts: planFacts(loaded, view), buttons: planButtons(loaded, view) },
    { heading: 'Zorgen over verzuim en een plek', facts: riskFacts(loaded, view), buttons: stagnationButtons(loaded, view) },
    { heading: 'Voor het dossier', buttons: [...printButton(loaded, view), ...accessButtons(loaded, view), ...recordButtons(loaded, view)] },
    { heading: 'Wat nu niet kan', lines: not.map(({ title, reason }) => `${title}: ${reason}`) },
  ];
  return {
    name: 'alles', code: state.code, title: 'Alles van deze casus',
    status: [state.step ? labels(view.route).step(state.step.id) : '', mark === '' ? '' : `ons kenmerk: ${mark}`].filter(Boolean).join(' · '),
    intro: '', sections: sections.filter((one) => (one.buttons?.length ?? 0) + (one.facts?.length ?? 0) + (one.lines?.length ?? 0) > 0), buttons: [],
    nav: [button('Terug naar de casus', 'show', target, { view: 'case' }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}
