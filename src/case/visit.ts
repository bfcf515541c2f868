import type { Answers, Position, Route } from '../route/model.js';
import { resolve } from '../route/resolve.js';
import { refuse, type Refusal } from './refusals.js';

/** One person's walk through a tree. Only answers are stored; the position is derived by replay. */
export type VisitEvent =
  | { readonly type: 'VisitStarted'; readonly data: { readonly person: string; readonly tree: string; readonly routeHash: string; readonly known: Answers } }
  | { readonly type: 'Answered'; readonly data: { readonly fact: string; readonly value: string } }
  /** Back, or "wijzig": the answer is open again; later answers are kept and count again when the path still passes them. */
  | { readonly type: 'Reopened'; readonly data: { readonly fact: string } }
  | { readonly type: 'VisitStopped'; readonly data: Record<string, never> }
  | { readonly type: 'VisitResumed'; readonly data: Record<string, never> };

export interface VisitState {
  readonly person: string;
  readonly tree: string;
  readonly routeHash: string;
  /** What was known beforehand (the role from the register). */
  readonly known: Answers;
  readonly answers: Answers;
  readonly stopped: boolean;
}

export type VisitCommand =
  | { readonly type: 'start'; readonly person: string; readonly tree: string; readonly known: Answers; readonly answers: Answers }
  | { readonly type: 'answer'; readonly fact: string; readonly value: string }
  | { readonly type: 'back' }
  | { readonly type: 'change'; readonly fact: string }
  | { readonly type: 'stop' }
  | { readonly type: 'resume' };

export type VisitDecision =
  | { readonly kind: 'events'; readonly events: readonly VisitEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const events = (...list: VisitEvent[]): VisitDecision => ({ kind: 'events', events: list });
const refused = (refusal: Refusal): VisitDecision => ({ kind: 'refused', refusal });

/** Folds one event into the state; `undefined` is a visit that has not started. */
export function evolveVisit(state: VisitState | undefined, event: VisitEvent): VisitState | undefined {
  if (event.type === 'VisitStarted') {
    const { person, tree, routeHash, known } = event.data;
    return { person, tree, routeHash, known, answers: {}, stopped: false };
  }
  if (!state) return undefined;
  switch (event.type) {
    case 'Answered':
      return { ...state, answers: { ...state.answers, [event.data.fact]: event.data.value }, stopped: false };
    case 'Reopened':
      return { ...state, answers: without(state.answers, event.data.fact), stopped: false };
    case 'VisitStopped':
      return { ...state, stopped: true };
    case 'VisitResumed':
      return { ...state, stopped: false };
  }
}

/** Where this visit stands on this route. */
export function positionOf(route: Route, state: VisitState): Position {
  return resolve(route, state.tree, state.answers, state.known);
}

/** Judges a command against the present position; a click on an older card is refused as `stale-card`. */
export function decideVisit(route: Route, state: VisitState | undefined, command: VisitCommand): VisitDecision {
  if (command.type === 'start') {
    if (state) return refused(refuse('stale-card'));
    const { person, tree, known } = command;
    return events(
      { type: 'VisitStarted', data: { person, tree, routeHash: route.hash, known } },
      ...Object.entries(command.answers).map(([fact, value]): VisitEvent => ({ type: 'Answered', data: { fact, value } })),
    );
  }
  if (!state) return refused(refuse('gone'));
  const position = positionOf(route, state);
  switch (command.type) {
    case 'answer': {
      if (position.kind !== 'question' || position.fact.id !== command.fact) return refused(refuse('stale-card'));
      const known = position.values.some((value) => value.id === command.value);
      if (!known) return refused(refuse('unknown-answer'));
      return events({ type: 'Answered', data: { fact: command.fact, value: command.value } });
    }
    case 'back': {
      const last = position.path.filter((step) => !step.known).at(-1);
      return last ? events({ type: 'Reopened', data: { fact: last.fact } }) : refused(refuse('nothing-before'));
    }
    case 'change': {
      const step = position.path.find((passed) => passed.fact === command.fact && !passed.known);
      return step ? events({ type: 'Reopened', data: { fact: step.fact } }) : refused(refuse('stale-card'));
    }
    case 'stop':
      return state.stopped ? refused(refuse('stale-card')) : events({ type: 'VisitStopped', data: {} });
    case 'resume':
      return state.stopped ? events({ type: 'VisitResumed', data: {} }) : events();
  }
}

function without(answers: Answers, fact: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => key !== fact));
}
