import { TOGGLE_ON } from '../../cards/inputs.js';
import { isRevision } from '../../case/plan/progress.js';
import type { Goal } from '../../case/plan/state.js';
import type { Side } from '../../case/values.js';
import { field, type Click } from '../click.js';
import { freeText, give, good, list, type Done, type FreeText } from '../give.js';
import type { Reply } from '../input.js';
import type { Parts } from '../parts.js';
import type { Typed } from '../present/view.js';
import { loadCase, type LoadedCase } from '../run-case.js';
import type { Verbs } from '../verbs.js';
import { REASON_LENGTH } from './evaluation.js';
import { ACTION_LENGTH, GOAL_LENGTH, GOALS_LENGTH } from './forms.js';

/** Shows the draft when it worked, and the form with what was typed when it was refused. */
function drafted(click: Click, form: string, said: string, typed: Typed = click.pressed.fields): Done {
  return { card: 'case', view: 'plan-draft', refusedView: form, banner: good(said), typed };
}

/** A text that may not be kept is not repeated either; any other comes back in the form. */
function typedBut(click: Click, name: string, { refusal }: Pick<FreeText, 'refusal'>): Typed {
  return refusal && refusal.id !== 'too-long' ? { ...click.pressed.fields, [name]: '' } : click.pressed.fields;
}

async function onLevels(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'set-levels', leervraag: field(click, 'leervraag'), leefvraag: field(click, 'leefvraag') }, {
    card: 'case', view: 'case', refusedView: 'levels', banner: good('Vastgelegd. Op de kaart staat wat er nu volgt.'), typed: click.pressed.fields,
  });
}

/** A line of a list, without the mark or number that people put before it. */
const MARK = /^\s*(?:[-–*•]|\d{1,2}[.)])\s+/;

interface GoalsTyped { readonly goals: readonly Goal[]; readonly texts: readonly FreeText[]; readonly whole: FreeText }

/** The goals as they were typed: one that stood there already keeps its text, a new one gets its own. */
async function goalsFrom(parts: Parts, click: Click, loaded: LoadedCase | undefined, side: Side): Promise<GoalsTyped> {
  const typed = field(click, side);
  const whole = freeText(parts, typed, GOALS_LENGTH);
  if (whole.refusal) return { goals: [], texts: [], whole };
  const known = new Map<string, Goal>();
  for (const goal of loaded?.state.draft.goals[side] ?? []) known.set(await parts.store.text(goal.textId) ?? '', goal);
  const texts: FreeText[] = [];
  const goals = typed.split(/\r?\n/).map((line) => line.replace(MARK, '').trim()).filter((line) => line !== '').map((line): Goal => {
    const before = known.get(line);
    if (before) return before;
    const text = freeText(parts, line, GOAL_LENGTH);
    texts.push(text);
    return { id: `g-${parts.ids.next()}`, textId: text.id ?? '' };
  });
  return { goals, texts, whole };
}

async function onGoals(parts: Parts, click: Click): Promise<Reply> {
  const loaded = await loadCase(parts, click.pressed.ref);
  const onderwijs = await goalsFrom(parts, click, loaded, 'onderwijs');
  const zorg = await goalsFrom(parts, click, loaded, 'zorg');
  const typed = { ...typedBut(click, 'onderwijs', onderwijs.whole), ...(zorg.whole.refusal && zorg.whole.refusal.id !== 'too-long' ? { zorg: '' } : {}) };
  const unfit = [onderwijs.whole, zorg.whole].filter((one) => one.refusal !== undefined);
  return give(parts, click, { type: 'set-goals', seen: click.pressed.seen, onderwijs: onderwijs.goals, zorg: zorg.goals },
    drafted(click, 'plan-goals', 'De doelen staan in het concept.', typed), ...unfit, ...onderwijs.texts, ...zorg.texts);
}

async function onAction(parts: Parts, click: Click): Promise<Reply> {
  const what = freeText(parts, field(click, 'what'), ACTION_LENGTH);
  return give(parts, click, { type: 'add-action', action: `a-${parts.ids.next()}`, textId: what.id ?? '', who: field(click, 'who'), on: field(click, 'on') },
    drafted(click, 'plan-action', 'De actie staat in het concept.', typedBut(click, 'what', what)), what);
}

async function onActionRemove(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'remove-actions', actions: list(field(click, 'remove')) }, drafted(click, 'plan-action', 'Weggehaald uit het concept.'));
}

async function onActionDone(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'action-done', actions: list(field(click, 'actions')) }, {
    card: 'case', view: 'plan', refusedView: 'plan-done', banner: good('Vastgelegd.'), typed: click.pressed.fields,
  });
}

async function onResponsible(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'set-responsible', seen: click.pressed.seen, onderwijs: field(click, 'onderwijs'), zorg: field(click, 'zorg') },
    drafted(click, 'plan-responsible', 'Bewaard in het concept.'));
}

async function onRegie(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, {
    type: 'set-regie', seen: click.pressed.seen, who: field(click, 'who'), contactSchool: field(click, 'contactSchool'), contactGemeente: field(click, 'contactGemeente'),
  }, drafted(click, 'plan-regie', 'Bewaard in het concept.'));
}

async function onAdopt(parts: Parts, click: Click): Promise<Reply> {
  return give(parts, click, { type: 'adopt-plan', seen: click.pressed.seen, plan: `p-${parts.ids.next()}`, evaluateOn: field(click, 'evaluateOn') }, {
    card: 'case', view: 'plan', refusedView: 'plan-adopt', banner: good('Het plan ligt vast. Een week voor de evaluatie volgt een bericht.'), typed: click.pressed.fields,
  });
}

async function onEvaluation(parts: Parts, click: Click): Promise<Reply> {
  const reason = freeText(parts, field(click, 'reason'), REASON_LENGTH);
  const outcome = field(click, 'outcome');
  const ticked = (name: string) => field(click, name) === TOGGLE_ON;
  return give(parts, click, {
    type: 'record-evaluation', evaluation: `e-${parts.ids.next()}`, plan: field(click, 'plan'), on: field(click, 'on'), outcome, reasonId: reason.id ?? '',
    contactSchool: ticked('contactSchool'), contactGemeente: ticked('contactGemeente'), parents: ticked('parents'), jeugdige: ticked('jeugdige'),
    others: list(field(click, 'others')), nextOn: field(click, 'nextOn'), ending: field(click, 'ending'),
  }, {
    card: 'case', view: isRevision(outcome) ? 'plan-draft' : outcome === 'afsluiten' ? 'case' : 'plan', refusedView: 'evaluation-form',
    banner: good(isRevision(outcome) ? 'Vastgelegd. Pas nu het plan aan en leg het opnieuw vast.' : 'Vastgelegd.'), typed: typedBut(click, 'reason', reason),
  }, reason);
}

export const planVerbs: Verbs = {
  levels: onLevels, 'plan-goals': onGoals, 'plan-action': onAction, 'plan-action-remove': onActionRemove, 'plan-responsible': onResponsible,
  'plan-regie': onRegie, 'plan-adopt': onAdopt, 'action-done': onActionDone, evaluation: onEvaluation,
};
