import type { CardData } from '../../cards/data.js';
import { MOST_GOALS, LONGEST_AHEAD } from '../../case/plan/decide.js';
import { levelsOf, regieOf } from '../../case/plan/levels.js';
import { familyOf, nameable } from '../../case/plan/nameable.js';
import { mayNotAnswerForZorg, mayNotDirect, ofGemeente, ofSchool } from '../../case/plan/sides.js';
import { dayOf, isDay, plusDays, showDay } from '../../case/time.js';
import { levels, sides, type Side } from '../../case/values.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, choices } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { chosen, planForm } from './form-parts.js';
import { actionLine, levelFacts, regieWords, textOf, whoChoices } from './names.js';

export const GOAL_LENGTH = 200;
/** Five goals and the ends of their lines. */
export const GOALS_LENGTH = MOST_GOALS * (GOAL_LENGTH + 1);
export const ACTION_LENGTH = 200;

/** What triage found: leervraag and leefvraag, each with its level. */
export function levelsForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> {
  const { stream, version, state } = loaded;
  const now = levelsOf(state);
  const level = choices(levels).map(({ value }) => ({ value, title: LEVELS[value] ?? value }));
  return planForm(loaded, view, {
    name: 'levels', title: 'Leervraag en leefvraag', back: 'case',
    intro: 'Een leervraag gaat over leren en gedrag in de klas. Een leefvraag gaat over thuis, het gezin en gezondheid.',
    facts: now ? levelFacts(now) : [],
    fields: [
      { id: 'leervraag', kind: 'one', label: 'Is er een leervraag?', choices: level, value: chosen(typed, 'leervraag', level, now?.leervraag ?? answered(state.answers, 'leervraag')) },
      { id: 'leefvraag', kind: 'one', label: 'Is er een leefvraag?', choices: level, value: chosen(typed, 'leefvraag', level, now?.leefvraag ?? answered(state.answers, 'leefvraag')) },
      { id: 'uitleg-1', kind: 'note', label: 'Enkelvoudig: één duidelijk probleem, op één leefgebied, met lichte of korte hulp op te pakken. Multi is altijd complex: er is weinig inzicht of motivatie, en de ontwikkeling of de veiligheid loopt ernstig gevaar.' },
      { id: 'uitleg-2', kind: 'note', label: 'Heet het meervoudig? Dan is “complex” een uitleg van Routewijzer, geen regel van de route. Kies samen wat past.' },
      { id: 'uitleg-3', kind: 'note', label: 'De leefvraag beslist wie de procesregie heeft. Een complexe leervraag legt de regie nooit bij de gemeente.' },
    ],
    submit: [button('Leg vast', 'levels', { ref: stream, seen: version }, {}, 'positive')],
  });
}

const LEVELS: Readonly<Record<string, string>> = { geen: 'Nee, die is er niet', enkelvoudig: 'Ja, enkelvoudig', complex: 'Ja, complex' };

function answered(answers: Readonly<Record<string, string>>, fact: string): string {
  return answers[fact] ?? '';
}

const SIDE: Readonly<Record<Side, string>> = { onderwijs: 'Onderwijsdoelen', zorg: 'Zorgdoelen' };

/** Goals, split in onderwijs and zorg: one on each line. */
export function goalsForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> {
  const { stream, version, state } = loaded;
  const now = (side: Side) => state.draft.goals[side].map((goal) => textOf(view, goal.textId)).join('\n');
  const changed = (side: Side) => typed[side] !== undefined && typed[side] !== now(side) && now(side) !== '';
  return planForm(loaded, view, {
    name: 'plan-goals', title: 'Doelen', back: 'plan-draft',
    intro: `Zet elk doel op een eigen regel: hooguit ${String(MOST_GOALS)} per kant, elk hooguit ${String(GOAL_LENGTH)} tekens. Noem geen namen van kinderen.`,
    // What somebody else wrote meanwhile is not lost under what comes back in the fields.
    facts: sides.filter(changed).map((side) => ({ title: `${SIDE[side]} nu`, value: now(side).replaceAll('\n', ' · ') })),
    fields: sides.map((side) => ({ id: side, kind: 'lines', label: SIDE[side], value: typed[side] ?? now(side), maxLength: GOALS_LENGTH, hint: 'Eén doel per regel' })),
    submit: [button('Bewaar de doelen', 'plan-goals', { ref: stream, seen: version }, {}, 'positive')],
  });
}

/** One action: what, by whom, and when it is to be done; and taking actions out. */
export function actionForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> {
  const { stream, version, state } = loaded;
  const today = dayOf(view.now);
  const who = whoChoices(view, state, nameable(view.route, state, today));
  const target = { ref: stream, seen: version };
  const there = state.draft.actions.map((action) => ({ value: action.id, title: actionLine(view, state, action) }));
  const on = typed['on'] ?? '';
  return planForm(loaded, view, {
    name: 'plan-action', title: 'Acties', back: 'plan-draft',
    intro: 'Voeg één actie tegelijk toe. Wie je hier noemt, krijgt daardoor nog niets te zien: dat mag pas als diegene meedoet en de toestemming er is.',
    fields: [
      { id: 'what', kind: 'text', label: 'Wat gaat er gebeuren?', value: typed['what'] ?? '', maxLength: ACTION_LENGTH },
      { id: 'who', kind: 'one', label: 'Wie doet het?', choices: who, value: chosen(typed, 'who', who, '') },
      { id: 'on', kind: 'date', label: 'Wanneer is het klaar?', value: isDay(on) ? on : '', min: today, max: plusDays(today, LONGEST_AHEAD) },
      ...(familyOf(state, today).includes('ouders') ? [] : [{ id: 'ouders', kind: 'note' as const, label: 'De ouders staan niet in de lijst: de jongere beslist zelf, of wil hen er niet bij.' }]),
      ...(there.length > 0 ? [{ id: 'remove', kind: 'many' as const, label: 'Welke acties gaan eraf?', choices: there, value: typed['remove'] ?? '' }] : []),
    ],
    submit: [
      button('Voeg de actie toe', 'plan-action', target, {}, 'positive'),
      ...(there.length > 0 ? [button('Haal de gekozen acties weg', 'plan-action-remove', target)] : []),
    ],
  });
}

/** Which actions of the plan are done. */
export function doneForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> | undefined {
  const { stream, version, state } = loaded;
  if (!state.plan) return undefined;
  const open = state.plan.actions.filter((action) => action.doneAt === null).map((action) => ({ value: action.id, title: actionLine(view, state, action) }));
  return planForm(loaded, view, {
    name: 'plan-done', title: 'Welke acties zijn gedaan?', back: 'plan', intro: open.length === 0 ? 'Alle acties zijn gedaan.' : '',
    fields: open.length === 0 ? [] : [{ id: 'actions', kind: 'many', label: 'Deze acties zijn gedaan', choices: open, value: typed['actions'] ?? '' }],
    submit: open.length === 0 ? [] : [button('Leg vast', 'action-done', { ref: stream, seen: version }, {}, 'positive')],
  });
}

/** Who answers for the onderwijsdoelen and who for the zorgdoelen. */
export function responsibleForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> {
  const { stream, version, state } = loaded;
  const { route } = view;
  const cell = regieOf(route, state);
  const people = nameable(route, state, dayOf(view.now));
  const school = whoChoices(view, state, people.filter((one) => ofSchool(route, one.role)));
  const zorg = whoChoices(view, state, people.filter((one) => !cell || !mayNotAnswerForZorg(cell.regie, one.role)));
  const now = state.draft.responsible;
  return planForm(loaded, view, {
    name: 'plan-responsible', title: 'Wie zorgt waarvoor', back: 'plan-draft',
    intro: cell?.regie === 'casemanager'
      ? 'De casemanager heeft de procesregie en zorgt voor de zorgdoelen. Het onderwijs houdt zijn eigen onderwijsdoelen (zo stond het in de Groninger afspraken van 2014).'
      : 'Het onderwijs zorgt voor de onderwijsdoelen. Wie de zorgdoelen draagt, zegt de route niet: kies samen een naam.',
    fields: [
      { id: 'onderwijs', kind: 'one', label: 'Wie zorgt voor de onderwijsdoelen?', choices: school, value: chosen(typed, 'onderwijs', school, now?.onderwijs) },
      { id: 'zorg', kind: 'one', label: 'Wie zorgt voor de zorgdoelen?', choices: zorg, value: chosen(typed, 'zorg', zorg, now?.zorg) },
    ],
    submit: [button('Bewaar', 'plan-responsible', { ref: stream, seen: version }, {}, 'positive')],
  });
}

/** Regie by name within the matrix, and the two contactpersonen. */
export function regieForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> {
  const { stream, version, state } = loaded;
  const { route } = view;
  const cell = regieOf(route, state);
  const people = nameable(route, state, dayOf(view.now));
  const who = whoChoices(view, state, people.filter((one) => cell !== undefined && !mayNotDirect(route, cell.regie, one.role)));
  const school = whoChoices(view, state, people.filter((one) => ofSchool(route, one.role)));
  const gemeente = whoChoices(view, state, people.filter((one) => ofGemeente(route, one.role)));
  const now = state.draft.regie;
  return planForm(loaded, view, {
    name: 'plan-regie', title: 'Regie en contactpersonen', back: 'plan-draft',
    intro: cell ? cell.text : 'Leg eerst vast of er een leervraag en een leefvraag is. Daarvan hangt af wie de regie heeft.',
    facts: cell ? [{ title: 'Procesregie', value: regieWords(route, cell) }] : [],
    fields: cell ? [
      { id: 'who', kind: 'one', label: 'Wie heeft de regie?', choices: who, value: chosen(typed, 'who', who, now?.who ?? state.mdo?.closest) },
      { id: 'dichtbij', kind: 'note', label: 'Kies liefst wie dicht bij het kind staat. Het gezin houdt zo veel mogelijk zelf de regie.' },
      { id: 'contactSchool', kind: 'one', label: 'Contactpersoon van school', choices: school, value: chosen(typed, 'contactSchool', school, now?.contactSchool) },
      { id: 'contactGemeente', kind: 'one', label: 'Contactpersoon van de gemeente', choices: gemeente, value: chosen(typed, 'contactGemeente', gemeente, now?.contactGemeente) },
      { id: 'altijd', kind: 'note', label: 'Deze twee zijn bij elke evaluatie, ook als de vraag enkelvoudig is. De route zegt niet wie de contactpersonen zijn: spreek het af.' },
    ] : [],
    submit: cell ? [button('Bewaar', 'plan-regie', { ref: stream, seen: version }, {}, 'positive')] : [],
  });
}

/** The draft becomes the plan: only the day of the evaluation is still asked. */
export function adoptForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> {
  const { stream, version, state } = loaded;
  const today = dayOf(view.now);
  const on = typed['evaluateOn'] ?? state.plan?.evaluateOn ?? '';
  return planForm(loaded, view, {
    name: 'plan-adopt', title: 'Leg het plan vast', back: 'plan-draft',
    intro: 'Wanneer bespreken jullie het plan weer? De route zegt niet hoe vaak: neem de dag die jullie hebben afgesproken.',
    fields: [
      { id: 'evaluateOn', kind: 'date', label: 'Dag van de evaluatie', value: isDay(on) && on > today ? on : '', min: plusDays(today, 1), max: plusDays(today, LONGEST_AHEAD) },
      { id: 'erbij', kind: 'note', label: 'De contactpersonen van school en gemeente zijn er altijd bij. Een week van tevoren krijgen zij en wie de regie heeft een bericht, als zij meedoen in Routewijzer.' },
      ...(state.mdo?.held ? [] : [{ id: 'mdo', kind: 'note' as const, label: state.mdo && state.mdo.date !== '' && !state.mdo.cancelled ? `Het MDO staat op ${showDay(state.mdo.date)}. Wie er was, is nog niet vastgelegd.` : 'Er is hier geen MDO vastgelegd. In de route maken school, gemeente en GGD het plan samen in een MDO.' }]),
    ],
    submit: [button('Leg het plan vast', 'plan-adopt', { ref: stream, seen: version }, {}, 'positive')],
  });
}
