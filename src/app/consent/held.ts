import { CHOICE_SEPARATOR } from '../../cards/inputs.js';
import type { Typed } from '../present/view.js';

/** What comes back in an input is only what it can hold: what else somebody sent is not repeated. */
export function held(typed: Typed, name: string, known: readonly { readonly value: string }[]): string {
  return (typed[name] ?? '').split(CHOICE_SEPARATOR).filter((value) => known.some((one) => one.value === value)).join(CHOICE_SEPARATOR);
}

/** A month as far as somebody typed it; anything but digits and what stands between them is not repeated. */
export function monthHeld(text: string): string {
  return /^[\d ./-]{1,10}$/.test(text) ? text : '';
}
