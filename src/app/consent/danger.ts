import type { Button, CardData } from '../../cards/data.js';
import { TOGGLE_ON } from '../../cards/inputs.js';
import { dangersOf } from '../../case/consent/danger.js';
import { isSelf } from '../../case/consent/gate.js';
import { circleOf } from '../../case/people/circle.js';
import { dayOf } from '../../case/time.js';
import { dangerReasons } from '../../case/values.js';
import type { Route } from '../../route/model.js';
import { roleLabel } from '../../route/roles.js';
import type { LoadedCase } from '../run-case.js';
import { nameOf, type CaseView, type Typed } from '../present/view.js';
import { button, dutchDay } from '../present/words.js';
import { formOf } from './forms.js';
import { held } from './held.js';
import { ageToday } from './rows.js';

/** Most characters of the note; the server checks it again. */
export const DANGER_NOTE = 500;

const REASONS: Readonly<Record<(typeof dangerReasons)[number], string>> = {
  kind: 'Er is gevaar voor het kind', 'jezelf-of-collega': 'Er is gevaar voor mij of een collega', 'iemand-anders': 'Er is gevaar voor iemand anders',
};

/** What the route's own safety advice says, in its own words, in this order. */
const ADVICE = ['bel-112', 'bel-veilig-thuis', 'volg-meldcode', 'gevaar-opent-niets'] as const;

function advice(route: Route): string[] {
  return ADVICE.flatMap((id) => route.actions.get(id)?.text ?? []);
}

/** The five steps of the Meldcode. */
function meldcode(): Button {
  return button('De stappen van de Meldcode', 'start', { ref: '', seen: 0 }, { tree: 'meldcode' }, 'destructive');
}

/** Danger noted in this case, for those who know of it; undefined for anybody else, also where there is some. */
export function dangerSection(loaded: LoadedCase, view: CaseView): { heading: string; lines: string[]; buttons: Button[] } | undefined {
  const known = dangersOf(loaded.state, view.viewer.id);
  if (known.length === 0) return undefined;
  const target = { ref: loaded.stream, seen: loaded.version };
  return {
    heading: 'Er is gevaar vastgelegd',
    lines: [...known.flatMap((one) => noted(one, loaded, view)), ...advice(view.route)],
    buttons: [meldcode(), ...known.map((one) => button(known.length === 1 ? 'Het gevaar is voorbij' : `Voorbij: het gevaar van ${dutchDay(dayOf(one.at))}`, 'danger-end', target, { danger: one.id }))],
  };
}

function noted(danger: ReturnType<typeof dangersOf>[number], loaded: LoadedCase, view: CaseView): string[] {
  const reason = danger.reason in REASONS ? REASONS[danger.reason as keyof typeof REASONS] : danger.reason;
  const text = view.texts.get(danger.noteId);
  const others = danger.knows.length === 0 ? 'Niemand anders ziet dit.' : `Dit zien ook: ${danger.knows.map((one) => view.people.get(one)?.name ?? 'een deelnemer').join(', ')}.`;
  const notYet = isSelf(ageToday(loaded, view)) ? 'Nog niet bespreken met de jongere of de ouders.' : 'De ouders nog niet betrekken.';
  return [
    `${reason} (${view.people.get(danger.by)?.name ?? 'een deelnemer'}, ${dutchDay(dayOf(danger.at))})${text === undefined ? '' : `: “${text}”`}`,
    `${danger.parentsNotYet ? `${notYet} ` : ''}${others}`,
  ];
}

/** Noting danger: a reason and a few words, and who else needs to know. */
export function dangerForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> {
  const reasons = dangerReasons.map((value) => ({ value, title: REASONS[value] }));
  const people = circleOf(view.route, loaded.state, dayOf(view.now)).filter((one) => one.person !== view.viewer.id)
    .map((one) => ({ value: one.person, title: `${roleLabel(view.route, one.role)}${nameOf(view, one.person)}` }));
  const notYet = isSelf(ageToday(loaded, view)) ? 'Praten met de jongere of de ouders maakt het nu gevaarlijker' : 'Praten met de ouders maakt het nu gevaarlijker';
  return formOf(loaded, view, {
    name: 'danger-form', title: 'Gevaar vastleggen', intro: advice(view.route).join(' '),
    fields: [
      { id: 'reason', kind: 'one', label: 'Voor wie is er gevaar?', choices: reasons, value: held(typed, 'reason', reasons) },
      { id: 'note', kind: 'lines', label: 'Wat is er aan de hand?', hint: 'Wat je zag of hoorde, zonder namen van kinderen', value: typed['note'] ?? '', maxLength: DANGER_NOTE },
      { id: 'parentsNotYet', kind: 'tick', label: notYet, hint: 'Alleen als het zo is', value: typed['parentsNotYet'] === TOGGLE_ON ? TOGGLE_ON : 'nee' },
      ...(people.length === 0 ? [] : [{ id: 'knows', kind: 'many' as const, label: 'Wie moet dit ook weten? Alleen zij en jij zien het.', choices: people, value: held(typed, 'knows', people) }]),
    ],
    submit: [button('Leg het gevaar vast', 'danger', { ref: loaded.stream, seen: loaded.version }, {}, 'positive')],
  }, { title: 'Terug naar de casus', view: 'case' }, meldcode());
}
