import type { CardData } from '../../cards/data.js';
import type { Section } from '../../cards/generic.js';
import { levelsOf, regieOf } from '../../case/plan/levels.js';
import { mayAdopt } from '../../case/plan/decide-adopt.js';
import { missingIn } from '../../case/plan/missing.js';
import { draftDiffers, revisionDue } from '../../case/plan/progress.js';
import type { Plan, PlanDraft } from '../../case/plan/state.js';
import { dayOf, showDay } from '../../case/time.js';
import type { CaseView } from '../present/view.js';
import { button, capital, dutchDay, formButton, unsafeButton } from '../present/words.js';
import type { LoadedCase } from '../run-case.js';
import { actionLine, contactFacts, levelFacts, nameOfKey, regieWords, textOf } from './names.js';

type Parts = Pick<PlanDraft, 'goals' | 'actions' | 'responsible' | 'regie'>;
type Buttons = NonNullable<Section['buttons']>;
interface Editing { readonly goals: Buttons; readonly actions: Buttons; readonly responsible: Buttons; readonly regie: Buttons }
const NONE: Editing = { goals: [], actions: [], responsible: [], regie: [] };

/** The plan as it was agreed; the draft while there is no plan. */
export function planSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> {
  const { state } = loaded;
  const { plan } = state;
  if (!plan) return draftSheet(loaded, view);
  const target = { ref: loaded.stream, seen: loaded.version };
  const open = state.closed === null;
  const revision = open ? revisionDue(state) : undefined;
  const undone = plan.actions.some((one) => one.doneAt === null);
  return {
    ...frame(loaded, view), name: 'plan', title: 'Plan van aanpak',
    status: `Vastgelegd op ${showDay(dayOf(plan.adoptedAt))}${state.closed ? ' · de casus is afgesloten' : ''}`,
    intro: '',
    sections: [
      ...(revision ? [{ heading: 'Het plan wordt aangepast', lines: [`Bij de evaluatie kozen jullie voor ${revision.outcome}. Tot het nieuwe plan vastligt, geldt dit plan.`], tone: 'warning' as const }] : []),
      levelsSection(loaded, view), ...partSections({ ...plan, regie: regieOfPlan(plan) }, loaded, view, NONE), evaluationSection(loaded, view),
    ],
    buttons: open ? [
      ...(undone ? [formButton('Welke acties zijn gedaan?', 'plan-done', target)] : []),
      formButton('Leg de evaluatie vast', 'evaluation-form', target),
      button(draftDiffers(state) ? 'Verder met de wijzigingen' : 'Pas het plan aan', 'show', target, { view: 'plan-draft' }),
    ] : [],
  };
}

function regieOfPlan({ regie, who, contactSchool, contactGemeente }: Plan): Parts['regie'] {
  return { regie, who, contactSchool, contactGemeente };
}

/** The draft: its four parts, each with its form, what is missing, and how it becomes the plan. */
export function draftSheet(loaded: LoadedCase, view: CaseView): CardData<'sheet'> {
  const { stream, version, state } = loaded;
  const target = { ref: stream, seen: version };
  const missing = missingIn(view.route, state, dayOf(view.now));
  const may = mayAdopt(state, view.viewer.id);
  const edit: Editing = {
    goals: [formButton('Schrijf de doelen', 'plan-goals', target)], actions: [formButton('Actie erbij of eraf', 'plan-action', target)],
    responsible: [formButton('Wie zorgt waarvoor', 'plan-responsible', target)], regie: [formButton('Regie en contactpersonen', 'plan-regie', target)],
  };
  return {
    ...frame(loaded, view), name: 'plan', title: state.plan ? 'Het plan aanpassen' : 'Plan van aanpak: concept',
    status: state.plan ? 'Tot dit is vastgelegd, geldt het vorige plan.' : 'Nog niet vastgelegd',
    intro: 'Maak het plan samen met het gezin. Dat houdt zo veel mogelijk zelf de regie. Vanaf 16 jaar kiest de jongere of de ouders meedoen. Noem geen namen van kinderen.',
    sections: [
      ...(missing.length > 0 ? [{ heading: 'Nog nodig', lines: missing.map((one) => one.text), tone: 'warning' as const }] : []),
      levelsSection(loaded, view), ...partSections(state.draft, loaded, view, edit),
      ...(missing.length === 0 && !may ? [{ heading: 'Vastleggen', lines: ['Wie het MDO organiseert, de casus opende of aan zet is, legt het plan vast.'] }] : []),
    ],
    buttons: [
      ...(missing.length === 0 && may ? [formButton('Leg het plan vast', 'plan-adopt', target, {}, 'positive')] : []),
      ...(state.plan ? [button('Bekijk het plan zoals het nu is', 'show', target, { view: 'plan' })] : []),
    ],
  };
}

function frame({ stream, version, state }: LoadedCase, { banner }: CaseView) {
  return {
    code: state.code, nav: [button('Terug naar de casus', 'show', { ref: stream, seen: version }, { view: 'case' }), unsafeButton()],
    ...(banner ? { banner } : {}),
  };
}

function levelsSection({ stream, version, state }: LoadedCase, { route }: CaseView): Section {
  const levels = levelsOf(state);
  const cell = regieOf(route, state);
  const buttons = state.closed ? [] : [formButton(levels ? 'Wijzig leervraag en leefvraag' : 'Leg leervraag en leefvraag vast', 'levels', { ref: stream, seen: version })];
  if (!levels || !cell) return { heading: 'Leervraag en leefvraag', lines: ['Nog niet vastgelegd. Hiervan hangt af wie de procesregie heeft.'], buttons };
  return { heading: 'Leervraag en leefvraag', facts: [...levelFacts(levels), { title: 'Procesregie', value: regieWords(route, cell) }], lines: [cell.text], buttons };
}

function partSections({ goals, actions, responsible, regie }: Parts, { state }: LoadedCase, view: CaseView, edit: Editing): Section[] {
  const who = (key: string | null | undefined) => (key ? nameOfKey(view, state, key) : 'nog niemand');
  return [
    { heading: 'Doelen: onderwijs', lines: goals.onderwijs.map((goal) => textOf(view, goal.textId)) },
    { heading: 'Doelen: zorg', lines: goals.zorg.map((goal) => textOf(view, goal.textId)), buttons: edit.goals },
    { heading: 'Acties', lines: actions.map((action) => actionLine(view, state, action)), buttons: edit.actions },
    {
      heading: 'Wie zorgt waarvoor', buttons: edit.responsible,
      facts: [
        ...(responsible && (responsible.onderwijs || goals.onderwijs.length > 0) ? [{ title: 'Onderwijsdoelen', value: who(responsible.onderwijs) }] : []),
        ...(responsible && (responsible.zorg || goals.zorg.length > 0) ? [{ title: 'Zorgdoelen', value: who(responsible.zorg) }] : []),
      ],
    },
    { heading: 'Regie', buttons: edit.regie, facts: regie ? [{ title: 'Regie', value: who(regie.who) }, ...contactFacts(view, state, regie)] : [] },
  ].map((section) => (section.facts?.length || section.lines?.length ? section : { ...section, lines: ['Hier staat nog niets.'] }));
}

/** Evaluations that fit on a card; the timeline has them all. */
const SHOWN_EVALUATIONS = 2;

function evaluationSection({ state }: LoadedCase, view: CaseView): Section {
  const on = state.plan?.evaluateOn;
  const held = state.evaluations.slice(-SHOWN_EVALUATIONS).reverse();
  return {
    heading: 'Evaluatie',
    facts: on ? [{ title: 'De volgende', value: showDay(on) }] : [],
    lines: [
      ...held.map((one) => `${dutchDay(one.on)}: ${one.outcome}. ${textOf(view, one.reasonId)} ${thereWere(one)}`.trim()),
      'De contactpersonen van school en gemeente zijn er altijd bij. De route zegt niet hoe vaak je evalueert.',
    ],
  };
}

function thereWere({ parents, jeugdige }: { readonly parents: boolean; readonly jeugdige: boolean }): string {
  const there = [...(parents ? ['de ouders'] : []), ...(jeugdige ? ['de jeugdige'] : [])].join(' en ');
  return there === '' ? '' : `${capital(there)} ${parents ? 'waren' : 'was'} erbij.`;
}
