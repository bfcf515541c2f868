import { calendarEnds, calendarEndsSoon } from '../route/calendar.js';
import { RULES_FILE, uncarried } from '../route/carried.js';
import { gapsOf } from '../route/gaps.js';
import { loadRoute } from '../route/load.js';
import type { Route, RouteFault } from '../route/model.js';
import { FAULTS, FINE, readArgs, wrongUsage } from './args.js';
import { countsOf } from './counts.js';
import { jsonLines, say, tell } from './print.js';
import { faultLine, readFiles, type ReadFiles } from './read.js';

/**
 * Every fault in the route at once, and what it holds. Also refuses what the process starts with all the same: a rule in force
 * that is carried nowhere. With `--json` standard output has the faults alone. A calendar that ends within half a year of `today`
 * (YYYY-MM-DD) is a warning, no fault.
 */
export function check(args: readonly string[], region: string, today: string): number {
  const given = readArgs(args, { json: { type: 'boolean' } });
  if (!given.ok) return wrongUsage(given.message);
  const { route, faults } = checked(readFiles(), region);
  const json = given.has('json');
  say(...(json ? jsonLines(faults.map(faultObject)) : faults.map(faultLine)));
  const told = route === undefined ? [] : summaryOf(route);
  if (json) tell(...told);
  else say(...told);
  if (route && calendarEndsSoon(route.calendar, today)) tell(`warning: dialogs/kalender.yaml ends on ${calendarEnds(route.calendar)}; after that every Monday to Friday counts`);
  tell(faults.length === 0 ? 'no faults' : `${String(faults.length)} fault${faults.length === 1 ? '' : 's'}`);
  return faults.length === 0 ? FINE : FAULTS;
}

function checked(read: ReadFiles, region: string): { readonly route: Route | undefined; readonly faults: readonly RouteFault[] } {
  if (!read.ok) return { route: undefined, faults: read.faults };
  const loaded = loadRoute(read.files, region);
  if (!loaded.ok) return { route: undefined, faults: loaded.faults };
  return { route: loaded.route, faults: uncarried(loaded.route, read.files.find((file) => file.name === RULES_FILE)) };
}

/** Without a node or field these are null, so that every line has the same keys. */
function faultObject({ file, line, node, field, message }: RouteFault): object {
  return { file, line, node: node ?? null, field: field ?? null, message };
}

function summaryOf(route: Route): readonly string[] {
  const gaps = gapsOf(route);
  return [
    ...[...countsOf(route)].map(([name, count]) => `${name}: ${count}`),
    `gaps of the region ${route.region.region}: ${gaps.length === 0 ? 'none' : String(gaps.length)}`,
    ...gaps.map((gap) => `  ${gap}`),
  ];
}
