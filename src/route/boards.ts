import type { Route } from './model.js';

/** Names of organisations are typed by people in two places: capitals and spaces at the ends do not count. */
const plain = (name: string) => name.trim().toLowerCase();

/** The schoolbestuur to which a school belongs (ROL-REG-01), by its organisation in the register; undefined where the region does not say. */
export function boardOf(route: Pick<Route, 'region'>, school: string): string | undefined {
  return route.region.schoolbesturen.find((board) => board.schools.some((one) => plain(one) === plain(school)))?.name;
}

/** Is this organisation that schoolbestuur? */
export function isBoard(board: string, organisation: string): boolean {
  return plain(board) === plain(organisation);
}
