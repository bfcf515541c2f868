import type { CardData } from '../../cards/data.js';
import { consentOn } from '../../case/consent/age.js';
import { isSelf } from '../../case/consent/gate.js';
import { caseEndings } from '../../case/values.js';
import { dayOf, showDay } from '../../case/time.js';
import { chosen, planForm } from '../plan/form-parts.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, choices, word } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';

export const WHY_LENGTH = 300;

/** Closing a case: how it ended and why. While the stagnatiepunt is asked to help it says what comes first. */
export function closeForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> {
  const { stream, version, state } = loaded;
  const endings = choices(caseEndings);
  const stuck = state.stagnation?.atStagnatiepunt === true;
  const actions = state.plan?.actions.filter((one) => one.doneAt === null).length ?? 0;
  return planForm(loaded, view, {
    name: 'close', title: `Casus ${state.code} afsluiten`, back: 'case',
    intro: stuck ? 'Deze casus loopt nog vast. Leg eerst vast dat het weer loopt, of laat het stagnatiepunt afronden.' : 'Een afgesloten casus verdwijnt uit je lijst. Je kunt hem later weer openen.',
    fields: stuck ? [] : [
      { id: 'ending', kind: 'one', label: 'Hoe is het afgelopen?', choices: endings, value: chosen(typed, 'ending', endings, '') },
      { id: 'reason', kind: 'lines', label: 'Waarom? (mag leeg blijven als het niet nodig bleek)', value: typed['reason'] ?? '', maxLength: WHY_LENGTH, hint: 'Zonder namen van kinderen' },
      ...(actions > 0 ? [{ id: 'acties', kind: 'note' as const, label: actions === 1 ? 'In het plan staat nog 1 actie open.' : `In het plan staan nog ${String(actions)} acties open.` }] : []),
      { id: 'samen', kind: 'note', label: `Sluit af samen met ${family(state, view)}. Spreek af wie een oogje in het zeil houdt.` },
    ],
    submit: stuck ? [] : [button('Sluit de casus af', 'close', { ref: stream, seen: version }, {}, 'positive')],
  });
}

/** From 16 the jongere comes first and chooses whether the parents are told (TOE-10). */
function family(state: LoadedCase['state'], { now }: CaseView): string {
  return isSelf(consentOn(state, dayOf(now)).ageBand) ? 'de jongere, die kiest of de ouders meedoen,' : 'het gezin';
}

/** Opening a closed case again: it goes on at the step where it was. */
export function reopenForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> | undefined {
  const { stream, version, state } = loaded;
  if (!state.closed || state.mergedInto) return undefined;
  return planForm(loaded, view, {
    name: 'reopen', title: `Casus ${state.code} weer openen`, back: 'case',
    intro: 'De casus gaat verder bij de stap waar hij was. Had die stap een termijn, dan begint die opnieuw.',
    facts: [{ title: 'Afgesloten', value: `${showDay(dayOf(state.closed.at))}: ${word(state.closed.ending).toLowerCase()}` }],
    fields: [
      { id: 'reason', kind: 'lines', label: 'Waarom gaat de casus weer open?', value: typed['reason'] ?? '', maxLength: WHY_LENGTH, hint: 'Zonder namen van kinderen' },
      { id: 'toestemming', kind: 'note', label: `Kijk eerst of de toestemming nog klopt, en vertel ${family(state, view)} dat je weer begint.` },
    ],
    submit: [button('Open de casus weer', 'reopen', { ref: stream, seen: version }, {}, 'positive')],
  });
}
