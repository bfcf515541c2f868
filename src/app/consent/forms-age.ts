import type { CardData } from '../../cards/data.js';
import { writtenMonth } from '../../case/consent/month.js';
import type { LoadedCase } from '../run-case.js';
import type { CaseView, Typed } from '../present/view.js';
import { button } from '../present/words.js';
import { formOf, TO_CONSENT } from './forms.js';
import { held, monthHeld } from './held.js';
import { ageToday } from './rows.js';

type Form = CardData<'form'>;

const MONTH = { id: 'month', kind: 'text', label: 'In welke maand wordt het kind 12, 16 of 18?', hint: 'Maand en jaar, bijvoorbeeld 03-2028', maxLength: 10 } as const;

/** The month of the next border of 12, 16 or 18 (N-14). No birth date: a month is enough. */
export function borderForm(loaded: LoadedCase, view: CaseView, typed: Typed): Form {
  return formOf(loaded, view, {
    name: 'border-form', title: 'De volgende leeftijdsgrens',
    intro: 'Bij 12, 16 en 18 jaar verandert aan wie je iets vraagt. Vul alleen de maand in, geen geboortedatum. Dan krijg je op tijd bericht.',
    fields: [{ ...MONTH, value: monthIn(loaded, typed) }],
    submit: [button('Leg de maand vast', 'border', { ref: loaded.stream, seen: loaded.version }, {}, 'positive')],
  }, TO_CONSENT);
}

/** The age itself was wrong: chosen wrongly, or moved on by a wrong month. */
export function ageForm(loaded: LoadedCase, view: CaseView, typed: Typed): Form {
  const { route } = view;
  const ages = (route.facts.get(route.ageFact)?.values ?? []).map(({ id, label }) => ({ value: id, title: label }));
  return formOf(loaded, view, {
    name: 'age-form', title: 'Klopt de leeftijd niet?',
    intro: 'Kies hoe oud het kind nu is. Een nee blijft staan. Wat de jeugdige zelf goedvond, vraag je opnieuw.',
    fields: [
      { id: 'age', kind: 'one', label: 'Hoe oud is het kind?', choices: ages, value: typed['age'] === undefined ? ageToday(loaded, view) : held(typed, 'age', ages) },
      { ...MONTH, label: `${MONTH.label} (mag leeg blijven)`, value: monthIn(loaded, typed) },
    ],
    submit: [button('Verbeter de leeftijd', 'age', { ref: loaded.stream, seen: loaded.version }, {}, 'positive')],
  }, TO_CONSENT);
}

function monthIn({ state: { borderMonth } }: LoadedCase, typed: Typed): string {
  if (typed['month'] !== undefined) return monthHeld(typed['month']);
  return borderMonth === null ? '' : writtenMonth(borderMonth);
}
