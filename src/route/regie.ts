import type { Route } from './model.js';
import type { RegieCellData } from './schema.js';

/** The facts on which the regie matrix stands (RGM-01..06). */
export const LEERVRAAG = 'leervraag';
export const LEEFVRAAG = 'leefvraag';

/** The cell of the regie matrix for these two values, or undefined when either is not a value of its fact. */
export function regieFor(route: Pick<Route, 'regie'>, leervraag: string, leefvraag: string): RegieCellData | undefined {
  return route.regie.find((cell) => cell.leervraag === leervraag && cell.leefvraag === leefvraag);
}
