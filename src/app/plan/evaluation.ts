import type { CardData } from '../../cards/data.js';
import { TOGGLE_ON } from '../../cards/inputs.js';
import { consentOn } from '../../case/consent/age.js';
import { isSelf } from '../../case/consent/gate.js';
import { LONGEST_AHEAD } from '../../case/plan/decide.js';
import { nameable } from '../../case/plan/nameable.js';
import type { Plan } from '../../case/plan/state.js';
import type { CaseState } from '../../case/state.js';
import { dayOf, isDay, plusDays, showDay } from '../../case/time.js';
import { caseEndings, evaluationOutcomes } from '../../case/values.js';
import type { CaseView, Typed } from '../present/view.js';
import { button, choices, formButton, unsafeButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { chosen, planForm } from './form-parts.js';
import { contactFacts, nameOfKey } from './names.js';

export const REASON_LENGTH = 300;

const OUTCOMES: Readonly<Record<string, string>> = {
  doorgaan: 'Doorgaan zoals het gaat', bijstellen: 'Bijstellen: iets anders doen', opschalen: 'Opschalen: er is meer nodig',
  afschalen: 'Afschalen: het kan met minder', afsluiten: 'Afsluiten: het plan is klaar',
};

/** What came out of an evaluation, who was there, and when the next one is. */
export function evaluationForm(loaded: LoadedCase, view: CaseView, typed: Typed): CardData<'form'> | undefined {
  const { stream, version, state } = loaded;
  const { plan } = state;
  if (!plan) return undefined;
  const today = dayOf(view.now);
  const outcomes = evaluationOutcomes.map((value) => ({ value, title: OUTCOMES[value] ?? value }));
  const endings = choices(caseEndings);
  const day = (name: string, preset: string) => (isDay(typed[name] ?? preset) ? typed[name] ?? preset : '');
  const tick = (name: string) => (typed[name] === TOGGLE_ON ? TOGGLE_ON : '');
  const others = othersOf(view, state, plan);
  return planForm(loaded, view, {
    name: 'evaluation-form', title: 'Leg de evaluatie vast', back: 'plan',
    intro: 'Beslis dit met iedereen uit het plan. Vanaf 16 jaar kiest de jongere of de ouders meedoen.',
    facts: plan.evaluateOn === null ? [] : [{ title: 'Afgesproken op', value: showDay(plan.evaluateOn) }],
    fields: [
      { id: 'on', kind: 'date', label: 'Wanneer was het?', value: day('on', today), max: today },
      { id: 'outcome', kind: 'one', label: 'Wat hebben jullie besloten?', choices: outcomes, value: chosen(typed, 'outcome', outcomes, '') },
      { id: 'reason', kind: 'lines', label: 'Waarom? In een paar woorden', value: typed['reason'] ?? '', maxLength: REASON_LENGTH, hint: 'Zonder namen van kinderen' },
      { id: 'contactSchool', kind: 'tick', label: `De contactpersoon van school was erbij: ${nameOfKey(view, state, plan.contactSchool)}`, hint: 'Altijd erbij', value: tick('contactSchool') },
      { id: 'contactGemeente', kind: 'tick', label: `De contactpersoon van de gemeente was erbij: ${nameOfKey(view, state, plan.contactGemeente)}`, hint: 'Altijd erbij, ook als de vraag enkelvoudig is', value: tick('contactGemeente') },
      { id: 'jeugdige', kind: 'tick', label: 'De jeugdige was erbij', hint: 'Jeugdige', value: tick('jeugdige') },
      { id: 'parents', kind: 'tick', label: 'De ouders waren erbij', hint: 'Ouders', value: tick('parents') },
      ...(others.length > 0 ? [{ id: 'others', kind: 'many' as const, label: 'Wie waren er nog meer?', choices: others, value: typed['others'] ?? '' }] : []),
      { id: 'nextOn', kind: 'date', label: 'Wanneer bespreken jullie het plan weer? (niet bij afsluiten)', value: day('nextOn', ''), min: plusDays(today, 1), max: plusDays(today, LONGEST_AHEAD) },
      { id: 'ending', kind: 'one', label: 'Alleen bij afsluiten: hoe is het afgelopen?', choices: endings, value: chosen(typed, 'ending', endings, '') },
    ],
    submit: [button('Leg vast', 'evaluation', { ref: stream, seen: version }, { plan: plan.id }, 'positive')],
  });
}

/** Those of the plan besides the contactpersonen: people who take part or were invited, and the roles that it names. */
function othersOf(view: CaseView, state: CaseState, plan: Plan): { value: string; title: string }[] {
  const roles = new Set(plan.actions.filter((one) => one.by === null).map((one) => `role:${one.role}`));
  return nameable(view.route, state, dayOf(view.now))
    .filter(({ key, role }) => (!key.startsWith('role:') || roles.has(key)) && role !== 'ouders' && role !== 'jeugdige')
    .filter(({ key }) => key !== plan.contactSchool && key !== plan.contactGemeente)
    .map(({ key }) => ({ value: key, title: nameOfKey(view, state, key) }));
}

/** Posted a week before an evaluation, and once more when its day passed and nothing was recorded: a reminder, never a reproach. */
export function evaluationCard(loaded: LoadedCase, view: CaseView): CardData<'sheet'> | undefined {
  const { stream, version, state } = loaded;
  const { plan } = state;
  if (!plan) return undefined;
  const target = { ref: stream, seen: version };
  const on = plan.evaluateOn;
  const open = on !== null && plan.remindedAt !== null && state.closed === null;
  return {
    name: 'evaluation', code: state.code, title: 'Evaluatie van het plan', status: open ? whenWords(on, dayOf(view.now)) : settledWords(state), intro: '',
    sections: open ? [
      {
        heading: 'Wie erbij horen', facts: [...contactFacts(view, state, plan), { title: 'Regie', value: nameOfKey(view, state, plan.who) }],
        lines: [
          'De contactpersonen van school en gemeente zijn er altijd bij, ook als de vraag enkelvoudig is.',
          inviteFamily(state, dayOf(view.now)),
          'Nodig ook de anderen uit het plan uit. Kijk eerst of de toestemming nog klopt.',
        ],
      },
      { heading: 'Waarover', lines: ['Bespreek elk doel: is het gehaald, helpen de acties, klopt wie wat doet en wie de regie heeft?'] },
    ] : [],
    buttons: open ? [formButton('Leg de evaluatie vast', 'evaluation-form', target, {}, on <= dayOf(view.now) ? 'positive' : 'default'), button('Bekijk het plan', 'show', target, { view: 'plan' })] : [],
    nav: [button('Naar de casus', 'show', target, { view: 'case' }), unsafeButton()],
    ...(view.banner ? { banner: view.banner } : {}),
  };
}

/** From 16 the jongere comes first, and from 18 decides alone (TOE-10). */
function inviteFamily(state: CaseState, today: string): string {
  return isSelf(consentOn(state, today).ageBand) ? 'Vraag eerst de jongere. Die kiest of de ouders erbij zijn.' : 'Nodig de ouders en de jeugdige uit.';
}

function whenWords(on: string, today: string): string {
  if (on > today) return `Afgesproken op ${showDay(on)}.`;
  if (on === today) return 'Afgesproken voor vandaag.';
  return `Afgesproken op ${showDay(on)}. In Routewijzer staat nog niet wat eruit kwam. Is het verzet? Leg het vast als het geweest is.`;
}

function settledWords({ plan, closed }: CaseState): string {
  if (closed) return 'De casus is afgesloten.';
  return plan?.evaluateOn ? `Dit is vastgelegd. Het volgende gesprek over het plan is op ${showDay(plan.evaluateOn)}.` : 'Dit is vastgelegd.';
}
