import type { Route } from '../../route/model.js';
import type { MyCase } from '../people/my-cases.js';
import { labels } from '../present/words.js';

/** A case on a button: its code, the own mark and the step. */
export function labelOf(route: Route, { loaded: { state }, reference }: MyCase): string {
  return [`Casus ${state.code}`, reference, state.step ? labels(route).step(state.step.id) : ''].filter((part) => part !== '').join(' · ');
}
