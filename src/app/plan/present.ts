import type { Button } from '../../cards/data.js';
import { levelsOf, regieOf } from '../../case/plan/levels.js';
import { draftDiffers, revisionDue } from '../../case/plan/progress.js';
import { dayOf, showDay } from '../../case/time.js';
import { button, formButton } from '../present/words.js';
import type { CaseView } from '../present/view.js';
import type { LoadedCase } from '../run-case.js';
import { contactFacts, levelFacts, nameOfKey, regieWords } from './names.js';
import { partsMissing } from './next.js';

/** On the case's card: leervraag and leefvraag, and who has the procesregie by the matrix. Empty while nobody said. */
export function levelsFacts({ state }: LoadedCase, { route }: CaseView): { title: string; value: string }[] {
  const levels = levelsOf(state);
  const cell = regieOf(route, state);
  return levels && cell ? [...levelFacts(levels), { title: 'Procesregie', value: regieWords(route, cell) }] : [];
}

/** On the case's card: the plan in short, or how far its draft is. No goal or action stands here. */
export function planFacts({ state }: LoadedCase, view: CaseView): { title: string; value: string }[] {
  const { plan, draft } = state;
  if (!plan) {
    const missing = partsMissing(draft);
    if (!draftDiffers(state)) return [];
    return [{ title: 'Concept', value: missing.length === 0 ? 'alle vier de delen staan erin; nog niet vastgelegd' : `nog nodig: ${missing.join(', ')}` }];
  }
  const done = plan.actions.filter((one) => one.doneAt !== null).length;
  return [
    { title: 'Regie', value: nameOfKey(view, state, plan.who) },
    { title: 'Doelen', value: `${counted(plan.goals.onderwijs.length, 'onderwijsdoel', 'onderwijsdoelen')}, ${counted(plan.goals.zorg.length, 'zorgdoel', 'zorgdoelen')}` },
    { title: 'Acties', value: `${String(done)} van de ${String(plan.actions.length)} gedaan` },
    ...(plan.evaluateOn === null ? [] : [{ title: 'Evaluatie', value: showDay(plan.evaluateOn) }]),
    ...contactFacts(view, state, plan),
    ...(revisionDue(state) ? [{ title: 'Afgesproken', value: 'het plan wordt aangepast' }] : []),
  ];
}

export function counted(number: number, one: string, more: string): string {
  return `${String(number)} ${number === 1 ? one : more}`;
}

/** What the case's card offers about the plan. */
export function planButtons({ stream, version, state }: LoadedCase, { now }: CaseView): Button[] {
  if (state.closed) return state.plan ? [button('Bekijk het plan', 'show', { ref: stream, seen: version }, { view: 'plan' })] : [];
  const target = { ref: stream, seen: version };
  const due = state.plan !== null && state.plan.evaluateOn !== null && state.plan.evaluateOn <= dayOf(now);
  return [
    ...(due ? [formButton('Leg de evaluatie vast', 'evaluation-form', target, {}, 'positive')] : []),
    button(state.plan ? 'Bekijk het plan' : 'Plan van aanpak', 'show', target, { view: 'plan' }),
  ];
}
