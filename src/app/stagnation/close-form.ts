import type { CardData } from '../../cards/data.js';
import type { Field } from '../../cards/generic.js';
import { inputLengths } from '../../cards/inputs.js';
import { stagnationEndings } from '../../case/values.js';
import type { Person } from '../ports.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, choices, unsafeButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { regievoerderLine } from './place.js';

/** How it ended, with a note; or on to the regievoerder zorg of the school's board. */
export function closeForm({ stream, version, state }: LoadedCase, view: CaseView, found: readonly Person[], typed: Typed): CardData<'form'> {
  const target = { ref: stream, seen: version };
  const endings = choices(stagnationEndings);
  const known = (name: string, list: readonly { value: string }[]) => list.find((one) => one.value === typed[name])?.value ?? '';
  const people = found.map((one) => ({ value: one.id, title: `${one.name}, ${one.organisation}` }));
  const whom: Field[] = people.length > 1
    ? [{ id: 'to', kind: 'one', label: 'Bij doorgeven: aan wie?', choices: people, value: known('to', people) }]
    : [{ id: 'uitleg', kind: 'note', label: people[0] ? `Doorgeven gaat naar ${people[0].title}.` : regievoerderLine(state, view.route) }];
  return {
    name: 'stagnation-close', code: state.code, title: 'Hoe is het afgelopen?',
    intro: 'Het stagnatiepunt legt vast hoe het afliep. Over de casus zelf gaan de deelnemers.',
    facts: [],
    fields: [
      { id: 'ending', kind: 'one', label: 'Hoe is het afgelopen?', choices: endings, value: known('ending', endings), required: true, error: 'Kies hoe het is afgelopen.' },
      ...whom,
      { id: 'endingNote', kind: 'lines', label: 'Wil je er iets bij zeggen?', hint: 'Zonder naam of andere gegevens van het kind', value: typed['endingNote'] ?? '', maxLength: inputLengths.endingNote },
    ],
    submit: [button('Rond af', 'stagnation-close', target, {}, 'positive')],
    nav: [button('Terug', 'claimer', target), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}
