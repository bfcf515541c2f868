import type { CardData } from '../../cards/data.js';
import { dayOf, isDay } from '../../case/time.js';
import { hows, people } from '../../case/values.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, choices } from '../present/words.js';
import { formOf } from './forms.js';
import { held } from './held.js';

const NO = ['geweigerd', 'ingetrokken'] as const;

/** Somebody says no to sharing with the viewer's own side. It shows nothing of the case, so that it can be filled in from a seat that is closed. */
export function noForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> {
  const today = dayOf(view.now);
  const on = typed['on'] ?? '';
  return formOf(loaded, view, {
    name: 'no-form', title: 'Leg een nee vast', intro: 'Zei iemand tegen jou dat er niets met jou gedeeld mag worden? Leg dat hier vast. Dat mag altijd.',
    fields: [
      { id: 'person', kind: 'one', label: 'Wie zei het?', choices: choices(people), value: held(typed, 'person', choices(people)) },
      { id: 'status', kind: 'one', label: 'Wat is het antwoord?', choices: choices(NO), value: held(typed, 'status', choices(NO)) },
      { id: 'how', kind: 'one', label: 'Hoe is het gegeven?', choices: choices(hows), value: held(typed, 'how', choices(hows)) },
      { id: 'on', kind: 'date', label: 'Wanneer?', value: isDay(on) ? on : today, max: today, error: 'Kies een datum.' },
    ],
    submit: [button('Leg het nee vast', 'consent-no', { ref: loaded.stream, seen: loaded.version }, {}, 'positive')],
  }, { title: 'Terug naar de casus', view: 'case' });
}
