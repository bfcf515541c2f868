import type { CommandOf } from '../commands.js';
import { happened, refused, type Circumstances, type Decision } from '../decision.js';
import type { CaseEvent } from '../events.js';
import type { CaseState } from '../state.js';
import { dayOf, isDay, plusDays } from '../time.js';
import { levels, oneOf, sides, type Side } from '../values.js';
import { levelsOf, regieOf } from './levels.js';
import { nameable } from './nameable.js';
import { mayNotAnswerForZorg, mayNotDirect, ofGemeente, ofSchool } from './sides.js';
import type { Goal } from './state.js';

/** More goals than this are no choice any more; more actions would not fit on a card in Teams. */
export const MOST_GOALS = 5;
export const MOST_ACTIONS = 15;
/** Days ahead that a day in a plan may lie. */
export const LONGEST_AHEAD = 366;

/** What triage found (S2-11). What meervoudig is, people choose: "multi" alone is surely complex (N-06). */
export function setLevels(state: CaseState, command: CommandOf<'set-levels'>): Decision {
  const leervraag = oneOf(levels, command.leervraag);
  const leefvraag = oneOf(levels, command.leefvraag);
  if (!leervraag || !leefvraag) return refused('choose-levels');
  const now = levelsOf(state);
  if (now?.leervraag === leervraag && now.leefvraag === leefvraag) return happened();
  return happened({ type: 'LevelsSet', data: { leervraag, leefvraag } });
}

/** Goals, split in onderwijs and zorg; a side that did not change stays untouched. */
export function setGoals(state: CaseState, command: CommandOf<'set-goals'>): Decision {
  if (command.onderwijs.length + command.zorg.length === 0) return refused('goals-needed');
  if (command.onderwijs.length > MOST_GOALS || command.zorg.length > MOST_GOALS) return refused('too-many-goals');
  const changed = sides.filter((side) => !same(command[side], state.draft.goals[side]));
  if (changed.length > 0 && state.draft.changed.goals > command.seen) return refused('plan-changed');
  return happened(...changed.map((side: Side): CaseEvent => ({ type: 'GoalsSet', data: { side, goals: [...command[side]] } })));
}

function same(one: readonly Goal[], other: readonly Goal[]): boolean {
  return one.length === other.length && one.every((goal, at) => goal.textId === other[at]?.textId);
}

/** Somebody who is named in the plan needs no new sharing by that: see `nameable`. */
export function addAction(state: CaseState, command: CommandOf<'add-action'>, { route, now }: Circumstances): Decision {
  const today = dayOf(now);
  if (command.textId === '') return refused('action-what');
  const who = nameable(route, state, today).find((one) => one.key === command.who);
  if (!who) return refused('choose-who');
  if (!isDay(command.on)) return refused('date-needed');
  if (command.on < today) return refused('date-in-past');
  if (command.on > plusDays(today, LONGEST_AHEAD)) return refused('date-too-far');
  if (state.draft.actions.length >= MOST_ACTIONS) return refused('too-many-actions');
  const by = who.key.startsWith('role:') ? null : who.key;
  return happened({ type: 'ActionAdded', data: { action: command.action, textId: command.textId, role: who.role, by, on: command.on } });
}

export function removeActions({ draft }: CaseState, command: CommandOf<'remove-actions'>): Decision {
  const chosen = draft.actions.filter((one) => command.actions.includes(one.id));
  if (chosen.length === 0) return refused('choose-action');
  return happened(...chosen.map((one): CaseEvent => ({ type: 'ActionRemoved', data: { action: one.id } })));
}

/** An action of the plan is done; said by anyone who takes part. */
export function actionDone({ plan }: CaseState, command: CommandOf<'action-done'>): Decision {
  if (!plan) return refused('no-plan');
  const chosen = plan.actions.filter((one) => one.doneAt === null && command.actions.includes(one.id));
  if (chosen.length === 0) return refused('choose-action');
  return happened(...chosen.map((one): CaseEvent => ({ type: 'ActionDone', data: { action: one.id } })));
}

/**
 * Who answers for which goals: the school side for the onderwijsdoelen (S3-03), the casemanager for the zorgdoelen under
 * the own procesregie (S3-04); where onderwijs has it the route does not say who, so a name is asked (N-04).
 */
export function setResponsible(state: CaseState, command: CommandOf<'set-responsible'>, { route, now }: Circumstances): Decision {
  const cell = regieOf(route, state);
  if (!cell) return refused('levels-first');
  if (command.onderwijs === '' && command.zorg === '') return refused('responsible-needed');
  const roles = new Map(nameable(route, state, dayOf(now)).map((one) => [one.key, one.role]));
  const onderwijs = roles.get(command.onderwijs);
  const zorg = roles.get(command.zorg);
  if ((command.onderwijs !== '' && onderwijs === undefined) || (command.zorg !== '' && zorg === undefined)) return refused('choose-who');
  if (onderwijs !== undefined && !ofSchool(route, onderwijs)) return refused('responsible-school');
  const not = zorg === undefined ? undefined : mayNotAnswerForZorg(cell.regie, zorg);
  if (not) return refused(not);
  if (state.draft.changed.responsible > command.seen) return refused('plan-changed');
  return happened({ type: 'ResponsibilitySet', data: { onderwijs: command.onderwijs || null, zorg: command.zorg || null } });
}

/** Regie by name within the matrix, and the two contactpersonen who are at every evaluation (S3-07, C-07). */
export function setRegie(state: CaseState, command: CommandOf<'set-regie'>, { route, now }: Circumstances): Decision {
  const cell = regieOf(route, state);
  if (!cell) return refused('levels-first');
  const roles = new Map(nameable(route, state, dayOf(now)).map((one) => [one.key, one.role]));
  const who = roles.get(command.who);
  if (who === undefined) return refused('choose-who');
  const not = mayNotDirect(route, cell.regie, who);
  if (not) return refused(not);
  const school = roles.get(command.contactSchool);
  const gemeente = roles.get(command.contactGemeente);
  if (school === undefined || gemeente === undefined || !ofSchool(route, school) || !ofGemeente(route, gemeente)) return refused('choose-contacts');
  if (state.draft.changed.regie > command.seen) return refused('plan-changed');
  return happened({ type: 'RegieSet', data: { regie: cell.regie, who: command.who, contactSchool: command.contactSchool, contactGemeente: command.contactGemeente } });
}
